/** Instants as sites write them: ISO 8601 in feeds and sitemaps, RFC 822 in RSS. */

const ISO =
  '\\b\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?: ?(?:Z\\b|UTC\\b|[+-]\\d\\d:?\\d\\d))?'
const RFC_822 =
  '\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d? [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d (?:[+-]\\d{4}|[A-Z]{3})'

/** The source of an expression that finds one. */
export const INSTANT = `${ISO}|${RFC_822}`

const WHOLE = new RegExp(`^(?:${INSTANT})$`)

/** The milliseconds since the epoch that `text` names; undefined when it is no instant. */
export function instantOf(text: string): number | undefined {
  if (!WHOLE.test(text)) return undefined
  const milliseconds = Date.parse(
    text
      .replace(/ UTC$/, 'Z')
      .replace(/^(\d{4}-\d\d-\d\d) /, '$1T')
      .replace(/ ?([+-]\d\d):?(\d\d)$/, text.includes(',') ? ' $1$2' : '$1:$2'),
  )
  return Number.isNaN(milliseconds) ? undefined : milliseconds
}
