/** The characters YAML gives a meaning, by their UTF-16 codes. NaN is the end of the text. */

export const TAB = 9
const NEWLINE = 10
const RETURN = 13
export const SPACE = 32

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB
}

/** YAML 1.1's line breaks, the three of Unicode included. */
export function isBreak(code: number): boolean {
  return code === NEWLINE || code === RETURN || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Blank, break or the end of the text (NaN). */
export function isBlankOrEnd(code: number): boolean {
  return code === SPACE || code === NEWLINE || code === TAB || isBreak(code) || Number.isNaN(code)
}

/** The offset behind the line break at `at`. */
export function afterBreak(text: string, at: number): number {
  return text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === NEWLINE ? at + 2 : at + 1
}

/** The break at `at` as it counts in a value: the old ones become a newline, Unicode's two separators stay. */
export function breakText(text: string, at: number): string {
  const code = text.charCodeAt(at)
  return code === 0x2028 || code === 0x2029 ? text.charAt(at) : '\n'
}

/** Whether `---` or `...` stands alone at `at`, which must be the start of a line. */
export function isDocumentMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 45 && code !== 46) return false
  return (
    text.charCodeAt(at + 1) === code &&
    text.charCodeAt(at + 2) === code &&
    isBlankOrEnd(text.charCodeAt(at + 3))
  )
}

/** `,[]{}`: what ends a plain scalar inside brackets. */
export function isFlowIndicator(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125
}

/** The offset of the next break or the end of the text. */
export function lineEnd(text: string, at: number): number {
  let end = at
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++
  return end
}
