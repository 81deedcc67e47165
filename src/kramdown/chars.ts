/** Character classes as Ruby's regular expressions see them: `\s` and `\w` are ASCII, `[[:alpha:]]` and `\b` are Unicode. */

export const TAB = 9
export const LF = 10
export const CR = 13
export const SPACE = 32
export const BANG = 33
export const QUOTE = 34
export const HASH = 35
export const DOLLAR = 36
export const AMP = 38
export const APOS = 39
export const LPAREN = 40
export const RPAREN = 41
export const STAR = 42
export const PLUS = 43
export const DASH = 45
export const DOT = 46
export const SLASH = 47
const DIGIT_0 = 48
const DIGIT_9 = 57
export const COLON = 58
export const SEMICOLON = 59
export const LT = 60
export const EQ = 61
export const GT = 62
export const QUESTION = 63
export const AT = 64
export const CAPITAL_A = 65
export const CAPITAL_F = 70
const CAPITAL_Z = 90
export const LBRACKET = 91
export const BACKSLASH = 92
export const RBRACKET = 93
export const CARET = 94
export const UNDERSCORE = 95
export const BACKTICK = 96
export const SMALL_A = 97
export const SMALL_F = 102
export const SMALL_S = 115
export const SMALL_X = 120
const SMALL_Z = 122
export const LBRACE = 123
export const PIPE = 124
export const RBRACE = 125
export const TILDE = 126
export const LAST_ASCII = 127

/** `\s`: tab, line feed, vertical tab, form feed, carriage return, space. */
export function isSpace(c: number): boolean {
  return c === SPACE || (c >= TAB && c <= CR)
}

export function isDigit(c: number): boolean {
  return c >= DIGIT_0 && c <= DIGIT_9
}

/** `[A-Za-z]` */
export function isAsciiAlpha(c: number): boolean {
  return (c >= SMALL_A && c <= SMALL_Z) || (c >= CAPITAL_A && c <= CAPITAL_Z)
}

/** `\w` */
export function isWord(c: number): boolean {
  return (
    (c >= SMALL_A && c <= SMALL_Z) ||
    (c >= CAPITAL_A && c <= CAPITAL_Z) ||
    (c >= DIGIT_0 && c <= DIGIT_9) ||
    c === UNDERSCORE
  )
}

const ALPHA = /^\p{Alphabetic}/u
const ALNUM = /^[\p{Alphabetic}\p{Nd}]/u
const WORD = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u

/**
 * The code of the character at `i`, -1 after the end. `charCodeAt` gives NaN there, which makes engines give up the fast
 * code of whoever asks: rules that look ahead ask here.
 */
export function codeAt(s: string, i: number): number {
  return i < s.length ? s.charCodeAt(i) : -1
}

/** The character before offset `i`, both halves of a pair; '' at the start. */
export function charBefore(s: string, i: number): string {
  if (i <= 0) return ''
  const c = s.charCodeAt(i - 1)
  return c >= 0xdc00 && c <= 0xdfff && i > 1 ? s.slice(i - 2, i) : s[i - 1]!
}

/** The character at offset `i`, both halves of a pair; '' at the end. */
export function charAt(s: string, i: number): string {
  if (i >= s.length) return ''
  const c = s.codePointAt(i)!
  return c > 0xffff ? s.slice(i, i + 2) : s[i]!
}

/** `[[:alpha:]]` for one character. */
export function isAlpha(ch: string): boolean {
  const c = ch.charCodeAt(0)
  return c <= LAST_ASCII ? isAsciiAlpha(c) : ALPHA.test(ch)
}

/** `[[:alnum:]]` for one character. */
export function isAlnum(ch: string): boolean {
  const c = ch.charCodeAt(0)
  return c <= LAST_ASCII ? isAsciiAlpha(c) || isDigit(c) : ALNUM.test(ch)
}

/** What `\b` takes for a word character. */
export function isWordChar(ch: string): boolean {
  const c = ch.charCodeAt(0)
  return c <= LAST_ASCII ? isWord(c) : WORD.test(ch)
}

/** `[\w:-]`, the inside of names in attribute lists. */
export function isNameChar(c: number): boolean {
  return isWord(c) || c === COLON || c === DASH
}

/** May go on in a footnote's name. */
export function isFootnoteNameChar(c: number): boolean {
  return isWord(c) || c === DASH
}

/** The offset just after the line that holds `i` (after its line feed, or the end of the text). */
export function nextLine(s: string, i: number): number {
  const n = s.indexOf('\n', i)
  return n < 0 ? s.length : n + 1
}

/** First offset from `i` on that ends the run of `c`. */
export function skipRun(s: string, i: number, c: number): number {
  while (i < s.length && s.charCodeAt(i) === c) i++
  return i
}

/** Is there nothing but white space from `i` to the end of its line? */
export function blankToLineEnd(s: string, i: number): boolean {
  for (; i < s.length; i++) {
    const c = s.charCodeAt(i)
    if (c === LF) return true
    if (!isSpace(c)) return false
  }
  return true
}

/** `text` without white space at both ends: Ruby's `strip`, which knows only ASCII's. */
export function strip(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  return end - start === text.length ? text : text.slice(start, end)
}
