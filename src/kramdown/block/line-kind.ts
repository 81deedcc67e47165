/**
 * What the beginning of a line looks like: to the rules, and to the blocks above it (`interrupts` in the table of rules).
 * Only the first few characters of the line are looked at.
 */
import { optSpace } from '../block-state.ts'
import {
  BACKTICK,
  COLON,
  codeAt,
  DASH,
  DOT,
  GT,
  HASH,
  isDigit,
  isSpace,
  isWord,
  LF,
  PIPE,
  PLUS,
  SLASH,
  SPACE,
  STAR,
  skipRun,
  TAB,
  TILDE,
  UNDERSCORE,
} from '../chars.ts'
import type { HtmlElements } from '../html-elements.ts'
import { nameEnd } from '../html-tag.ts'

/** A tag of an element that is none of the span elements. */
export function isBlockTag(text: string, i: number, { spans }: HtmlElements): boolean {
  const closing = codeAt(text, i + 1) === SLASH
  const start = closing ? i + 2 : i + 1
  const end = nameEnd(text, start)
  if (end === start) return false
  let w = start
  while (w < end && isWord(codeAt(text, w))) w++
  const word = text.slice(start, w)
  if (spans.has(word) || word === 'script') return false
  if (!closing) return true
  let j = end
  while (isSpace(codeAt(text, j))) j++
  return codeAt(text, j) === GT
}

/** `: ` and its kin: kramdown's start of a definition, a tab, a space or a bar after the colon. */
export function isDefinitionStart(text: string, i: number): boolean {
  return codeAt(text, i) === COLON && isMarkerGap(codeAt(text, i + 1))
}

/** After a list marker kramdown wants a space or a tab, and takes a bar as well. */
function isMarkerGap(c: number): boolean {
  return c === SPACE || c === TAB || c === PIPE
}

/** Length of the list marker at `i`: `*`, `+`, `-` or a number with a dot; 0 when there is none. */
export function listMarker(text: string, i: number): number {
  const c = codeAt(text, i)
  if (c === STAR || c === PLUS || c === DASH) return isMarkerGap(codeAt(text, i + 1)) ? 1 : 0
  if (!isDigit(c)) return 0
  let j = i + 1
  while (isDigit(codeAt(text, j))) j++
  return codeAt(text, j) === DOT && isMarkerGap(codeAt(text, j + 1)) ? j + 1 - i : 0
}

/** `***`, `- - -`, `_ _ _`: three or more of one kind with nothing but blanks between. */
export function isRule(text: string, pos: number): boolean {
  let i = optSpace(text, pos)
  const c = codeAt(text, i)
  if (c !== STAR && c !== DASH && c !== UNDERSCORE) return false
  let count = 0
  for (;;) {
    const d = codeAt(text, i)
    if (d === c) count++
    else if (d !== SPACE && d !== TAB) return d === LF && count >= 3
    i++
  }
}

/** Level of the GFM header at `pos`, 0 when it is none: `#` to `######`, a blank, text. */
export function gfmHeaderLevel(text: string, pos: number): number {
  if (codeAt(text, pos) !== HASH) return 0
  const i = skipRun(text, pos, HASH)
  if (i - pos > 6) return 0
  const c = codeAt(text, i)
  return (c === SPACE || c === TAB) && !onlyBlanks(text, i) ? i - pos : 0
}

function onlyBlanks(text: string, i: number): boolean {
  for (;;) {
    const c = codeAt(text, i)
    if (c !== SPACE && c !== TAB) return c === LF || c < 0
    i++
  }
}

/** `#` to `######` and a blank, with or without text after it. */
export function isHeaderStart(text: string, pos: number): boolean {
  const i = skipRun(text, pos, HASH)
  const c = codeAt(text, i)
  return i > pos && i - pos <= 6 && (c === SPACE || c === TAB)
}

/** Three or more of ` and ~, even mixed: the paragraph above ends, whatever follows. */
export function isFence(text: string, i: number): boolean {
  for (let k = i; k < i + 3; k++) {
    const c = codeAt(text, k)
    if (c !== BACKTICK && c !== TILDE) return false
  }
  return true
}
