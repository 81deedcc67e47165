/**
 * Parts of patterns for what stylesheets hold that is no code: texts in quotes and addresses, whole. A text that never ends
 * reaches as far as it can, so that nothing is read twice for it.
 */

const string = (inner: string): string =>
  `"(?:[^"\\\\${inner}]|\\\\[\\s\\S]?)*"?|'(?:[^'\\\\${inner}]|\\\\[\\s\\S]?)*'?`

/** A text in quotes, which may have several lines. */
export const STRING = string('')
/** A text in quotes that ends with its line, as Sass has it. */
export const LINE_STRING = string('\\n')
/** `url(…)` without quotes; CSS has no parenthesis in one. */
export const ADDRESS = String.raw`url\([^"'()]*\)`
