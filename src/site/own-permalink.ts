import { type Diagnostic, isTruthy, rubyToS, type Value } from '../base/index.ts'

/**
 * The `permalink` of a document's or page's own as text; undefined where it has none. Jekyll stops at one of another
 * type; that is noted.
 */
export function ownPermalink(
  written: Value,
  path: string,
  note: (diagnostic: Diagnostic) => void = () => {},
): string | undefined {
  if (!isTruthy(written)) return undefined
  const text = rubyToS(written)
  if (typeof written !== 'string')
    note({
      code: 'site/permalink-type',
      severity: 'warning',
      topic: 'Warning:',
      message: `The permalink of ${path} is not text: ${text}`,
      help: 'Jekyll stops there; write it between quotes, as it is read here, or take it out',
      trail: [],
    })
  return text
}
