/** Paragraphs, and the two headers. A paragraph is what no other block wanted. */
import type { BlockState } from '../block-state.ts'
import { optSpace } from '../block-state.ts'
import {
  BACKSLASH,
  codeAt,
  DASH,
  EQ,
  HASH,
  isSpace,
  LF,
  nextLine,
  RBRACE,
  SPACE,
  skipRun,
  TAB,
} from '../chars.ts'
import { addChild, Element, infoOf } from '../element.ts'
import { gfmHeaderLevel } from './line-kind.ts'

/** The offset after the last character of `[start, end)` that is not white space. */
export function trimmedEnd(text: string, start: number, end: number): number {
  while (end > start && isSpace(codeAt(text, end - 1))) end--
  return end
}

/** Text for the span pass. */
export function rawText(value: string, line: number): Element {
  const el = new Element('raw-text', value)
  el.line = line
  return el
}

/** A line of text that is in no block, together with those above it. */
export function content(s: BlockState): boolean {
  const { text, pos } = s
  const end = nextLine(text, pos)
  addUnhandled(s.el, text.slice(pos, end), s.line(pos))
  s.pos = end
  return true
}

/** Adds lines to `el` that are in no block; spans may go from one to the next. */
export function addUnhandled(el: Element, lines: string, line: number): void {
  const last = el.children.at(-1)
  if (last?.type === 'raw-text') last.value += lines
  else addChild(el, rawText(lines, line))
}

export function paragraph(s: BlockState): boolean {
  const { text } = s
  const start = optSpace(text, s.pos)
  const c = codeAt(text, start)
  if (c === SPACE || c === TAB) return false
  let end = s.lineEnd(start)
  while (end < text.length && !s.endsParagraph(end)) end = nextLine(text, end)
  const last = s.last()
  if (last?.type === 'p') {
    // The line looked like the start of another block and was none.
    const open = last.children[last.children.length - 1]
    const value = text.slice(s.pos, trimmedEnd(text, s.pos, end))
    if (open?.type === 'raw-text') {
      const joiner = text.slice(Math.max(0, s.pos - 3), s.pos) === '  \n' ? '  \n' : '\n'
      open.value += joiner + value
    } else addChild(last, rawText(value, s.line(s.pos)))
  } else s.add('p', '', [rawText(text.slice(start, trimmedEnd(text, start, end)), s.line(start))])
  s.pos = end
  return true
}

/** `# Header`; in GFM the blank after the `#` is needed, in kramdown a block boundary before is. */
export function atxHeader(s: BlockState): boolean {
  const { text, pos } = s
  if (codeAt(text, pos) !== HASH) return false
  const { gfm, paragraphEnd } = s.doc.settings
  if (!(gfm && paragraphEnd) && !s.afterBoundary()) return false
  let level: number
  let i: number
  if (gfm) {
    level = gfmHeaderLevel(text, pos)
    if (level === 0) return false
    i = pos + level
  } else {
    i = skipRun(text, pos, HASH)
    level = Math.min(i - pos, 6)
    i = pos + level
  }
  while (codeAt(text, i) === SPACE || codeAt(text, i) === TAB) i++
  // In kramdown the text may stand on the next line.
  if (codeAt(text, i) === LF && gfm) return false
  const end = nextLine(text, codeAt(text, i) === LF ? i + 1 : i)
  const [contentEnd, id] = headerId(text, i, end - 1)
  let to = trimmedEnd(text, i, contentEnd)
  to = withoutClosingMarks(text, i, to, gfm && paragraphEnd)
  if (to <= i) return false
  addHeader(s, level, text.slice(i, to), id, pos)
  s.pos = end
  return true
}

/**
 * Where the text of a header ends when the marks after it are left out. A mark with a backslash stays. GFM wants
 * a blank before the marks, but not where paragraphs do not end at headers (`gfm_quirks`).
 */
function withoutClosingMarks(text: string, start: number, end: number, blank: boolean): number {
  let from = end
  while (from > start && codeAt(text, from - 1) === HASH) from--
  if (from === end) return end
  if (blank) {
    const before = codeAt(text, from - 1)
    return from > start && (before === SPACE || before === TAB) ? trimmedEnd(text, start, from) : end
  }
  if (from > start && codeAt(text, from - 1) === BACKSLASH) from++
  return trimmedEnd(text, start, from)
}

/** A line of text with a line of `=` or `-` under it; the first of them says which header it is. */
export function setextHeader(s: BlockState): boolean {
  const { text, pos } = s
  const start = optSpace(text, pos)
  const end = s.lineEnd(start)
  const mark = codeAt(text, end)
  if ((mark !== EQ && mark !== DASH) || !s.afterBoundary()) return false
  let i = end
  while (codeAt(text, i) === EQ || codeAt(text, i) === DASH) i++
  while (isSpace(codeAt(text, i)) && codeAt(text, i) !== LF) i++
  if (i < text.length && codeAt(text, i) !== LF) return false
  const first = codeAt(text, start)
  if (first === SPACE || first === TAB) return false
  const [contentEnd, id] = headerId(text, start, end - 1)
  addHeader(s, mark === EQ ? 1 : 2, text.slice(start, trimmedEnd(text, start, contentEnd)), id, pos)
  s.pos = Math.min(i + 1, text.length)
  return true
}

const HEADER_ID = /^[\p{Alphabetic}_][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:.-]*$/u

/** `{#id}` at the end of a header's line, blanks before it: where the text ends, and the id. */
function headerId(text: string, start: number, end: number): [number, string] {
  const to = trimmedEnd(text, start, end)
  if (codeAt(text, to - 1) !== RBRACE) return [to, '']
  const open = text.lastIndexOf('{#', to)
  if (open <= start) return [to, '']
  const before = codeAt(text, open - 1)
  const id = text.slice(open + 2, to - 1)
  return (before === SPACE || before === TAB) && HEADER_ID.test(id) ? [open, id] : [to, '']
}

function addHeader(s: BlockState, level: number, value: string, id: string, pos: number): void {
  const el = s.add('header', '', [rawText(value, s.line(pos))])
  const info = infoOf(el)
  info.level = level
  info.raw = value
  if (id) el.attr = new Map([['id', id]])
}
