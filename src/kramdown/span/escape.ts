/** Characters with a backslash in front. */
import { BACKSLASH, codeAt, GT, LF, LT, SPACE, TILDE } from '../chars.ts'
import { Element } from '../element.ts'
import type { SpanState } from '../span-state.ts'

const ESCAPABLE = '\\.*_+`<>()[]{}#!:|"\'$=-'
const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g

/** Does the backslash at `i` protect what follows it? */
export function isEscape(text: string, i: number): boolean {
  return i + 1 < text.length && ESCAPABLE.includes(text[i + 1]!)
}

/** `text` without the backslashes that protect a character. */
export function unescapeText(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPED, '$1') : text
}

export function backslash(s: SpanState, i: number): number {
  const { text } = s
  const { gfm, hardWrap, rules } = s.doc.settings
  const next = codeAt(text, i + 1)
  // GFM looks for these only in texts of its own elements.
  if (gfm && next === LF)
    return hardWrap || s.noBreaks || !rules.newerGfm ? 0 : s.push(new Element('br', '\\'), i, i + 1)
  if (next === BACKSLASH && codeAt(text, i + 2) === LF && !(gfm && hardWrap))
    return s.push(new Element('br', ''), i, i + 2)
  // `\<<` and `\>>` are one symbol each to kramdown; what prints is the same.
  if (next < 0 || !(ESCAPABLE.includes(text[i + 1]!) || (gfm && next === TILDE))) return 0
  return escapedAngles(s, i) || s.pushText(text[i + 1]!, i, i + 2)
}

/** `\<<` and `\>>` alone. */
export function escapedAngles(s: SpanState, i: number): number {
  const { text } = s
  const next = codeAt(text, i + 1)
  if ((next !== LT && next !== GT) || codeAt(text, i + 2) !== next) return 0
  return s.pushText(text.slice(i + 1, i + 3), i, i + 3)
}

/** Two spaces before a line feed at `i`. */
export function lineBreak(s: SpanState, i: number): number {
  const { text } = s
  if (s.doc.settings.gfm && s.doc.settings.hardWrap) return 0
  const start = i - 2
  if (start < s.from || start < s.barrier || codeAt(text, i - 1) !== SPACE || codeAt(text, start) !== SPACE)
    return 0
  s.push(new Element('br', ''), start, i)
  return i + 1
}
