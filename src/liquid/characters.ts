/** Character classes of Ruby's regular expressions and strings, by code unit. */

/** `\s`: space, tab, newline, vertical tab, form feed, return. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

/** `\w`: ASCII letters, digits and the underscore. */
export function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  )
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** The first index from `at` that holds no `\s`. */
export function skipSpace(text: string, at: number): number {
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/** The end of the run of `\w` from `at` (`at` itself when there is none). */
export function skipWord(text: string, at: number): number {
  while (at < text.length && isWord(text.charCodeAt(at))) at++
  return at
}

/** Whether `text` is empty or all `\s`. */
export function isBlankText(text: string): boolean {
  return skipSpace(text, 0) === text.length
}

const strips = (code: number): boolean => isSpace(code) || code === 0

/** Ruby's `lstrip`: whitespace and NUL. */
export function lstrip(text: string): string {
  let at = 0
  while (at < text.length && strips(text.charCodeAt(at))) at++
  return at === 0 ? text : text.slice(at)
}

/** Ruby's `rstrip`: whitespace and NUL. */
export function rstrip(text: string): string {
  let end = text.length
  while (end > 0 && strips(text.charCodeAt(end - 1))) end--
  return end === text.length ? text : text.slice(0, end)
}

/** Ruby's `strip`. */
export function strip(text: string): string {
  return lstrip(rstrip(text))
}
