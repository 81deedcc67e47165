/** A slip as a diagnostic: what is wrong, and in its help, as a sentence, what to do. */
import type { Diagnostic } from '../base/index.ts'

/** Where a slip is: a file of the site, and the text from its line `firstLine` on. */
interface SlipPlace {
  readonly path: string
  readonly text: string
  readonly firstLine: number
  /** offset into `text` */
  readonly at: number
}

/** The line of the file, from 1. */
function lineOf({ text, firstLine, at }: SlipPlace): number {
  let line = firstLine
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', end + 1)) line++
  return line
}

/** A warning. With a place its message begins with it, and editors find it. */
export function slip(
  code: string,
  topic: string,
  message: string,
  advice: string,
  place?: SlipPlace,
): Diagnostic {
  const diagnostic: Diagnostic = { code, severity: 'warning', topic, message, help: advice, trail: [] }
  if (place === undefined) return diagnostic
  const { path, text, firstLine, at } = place
  const lead = firstLine - 1
  return {
    ...diagnostic,
    message: `${path}:${lineOf(place)} ${diagnostic.message}`,
    source: { path, text: `${'\n'.repeat(lead)}${text}` },
    span: { start: lead + at, end: lead + at },
  }
}
