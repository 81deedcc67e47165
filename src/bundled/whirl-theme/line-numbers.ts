/** Numbers of lines as an author writes them: `3,5-7`. */
import type { Diagnostic } from '../../plugin-api.ts'

/** More lines than any block of code has: a slip of the pen must not fill the memory. */
const MOST = 100_000

/** The numbers that `written`, the value of the attribute `key`, means; what is not a number or range is told to `warn`. */
export function lineNumbers(
  written: string,
  key: string,
  warn: (diagnostic: Diagnostic) => void,
): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const part of written.split(/[\s,]+/)) {
    if (part === '') continue
    const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part) ?? []
    const from = Number(first)
    const to = Number(last ?? first)
    if (first === undefined || from === 0 || to < from || to > MOST) {
      warn({
        code: 'theme/bad-lines',
        severity: 'warning',
        topic: 'Theme:',
        message: `${key}="${written}" has no line or range of lines in '${part}': count from 1, as in ${key}="3,5-7".`,
        trail: [],
      })
    } else for (let line = from; line <= to; line++) numbers.add(line)
  }
  return numbers
}
