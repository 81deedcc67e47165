/**
 * Tables: lines with bars in them. A separator line after the first rows makes them the head, later ones part the body,
 * one of `=` begins the foot. Bars in code spans and in `<code>` do not part cells; a table all of whose bars on some
 * line lie in code is none.
 */
import type { BlockState } from '../block-state.ts'
import { optSpace } from '../block-state.ts'
import {
  BACKSLASH,
  BACKTICK,
  COLON,
  DASH,
  EQ,
  isSpace,
  LF,
  nextLine,
  PIPE,
  PLUS,
  SPACE,
  skipRun,
  strip,
  TAB,
} from '../chars.ts'
import type { ElementType } from '../element.ts'
import { addChild, Element, infoOf } from '../element.ts'
import type { ParsedDocument } from '../parsed-document.ts'
import { spanPassFor } from '../span-dialects.ts'
import { readCodeSpans } from '../span-pass.ts'
import { rawText } from './paragraph.ts'

export function table(s: BlockState): boolean {
  const { text, pos: start } = s
  const pipe = s.pipeFrom(start)
  if (pipe < 0) return false
  const firstEnd = s.lineEnd(start)
  if (pipe >= firstEnd || !hasBar(text, start, firstEnd) || !s.afterBoundary()) return false
  const first = optSpace(text, start)
  if (text.charCodeAt(first) === SPACE || text.charCodeAt(first) === TAB) return false
  // kramdown makes the element before it knows whether this is a table: an attribute list goes with it.
  const el = new Element('table', '')
  s.takeIal(el)
  let end = start
  while (end < text.length) {
    const next = nextLine(text, end)
    if (!hasBar(text, end, next)) break
    end = next
  }
  if (
    !s.beforeBoundary(end) ||
    !everyLineHasBar(s.doc, text.slice(start, end - 1), s.line(text.charCodeAt(end) === LF ? end + 1 : end))
  )
    return false

  addChild(s.el, el)
  const line = s.line(start)
  // kramdown does not know the lines of cells: what is wrong in them is on line 1.
  const leading = text.charCodeAt(first) === PIPE
  let rows: Element[] = []
  let columns = 0
  let alignment: string[] = []
  let hasFoot = false
  const flush = (type: ElementType): void => {
    if (rows.length > 0) addChild(el, new Element(type, '', rows))
    rows = []
  }
  for (let pos = start; pos < end; ) {
    const next = nextLine(text, pos)
    if (isSeparator(text, pos, next, DASH)) {
      if (rows.length > 0) {
        if (alignment.length === 0 && !hasFoot) {
          flush('thead')
          alignment = readAlignment(text.slice(pos, next))
        } else if (!hasFoot) flush('tbody')
      }
    } else if (isSeparator(text, pos, next, EQ)) {
      flush('tbody')
      hasFoot = true
    } else {
      const cells = splitCells(text.slice(pos, next).replace(/[ \t\n]+$/, ''))
      if (leading && strip(cells[0]!) === '') cells.shift()
      if (cells.length > 0 && strip(cells[cells.length - 1]!) === '') cells.pop()
      columns = Math.max(columns, cells.length)
      const row = new Element('tr', '', [])
      for (const cell of cells) row.children.push(new Element('td', '', [rawText(strip(cell), 1)]))
      rows.push(row)
    }
    pos = next
  }
  flush(hasFoot ? 'tfoot' : 'tbody')
  if (!el.children.some((part) => part.type === 'tbody')) {
    s.warn(`Found table without body on line ${line} - ignoring it`)
    s.el.children.pop()
    s.doc.ials.delete(el)
    return false
  }
  infoOf(el).alignment = alignment
  for (const part of el.children)
    for (const row of part.children)
      while (row.children.length < columns) addChild(row, new Element('td', ''))
  s.pos = end
  return true
}

/** A bar that begins the line or has no backslash in front. */
function hasBar(text: string, from: number, to: number): boolean {
  for (let i = text.indexOf('|', from); i >= 0 && i < to; i = text.indexOf('|', i + 1))
    if (i === from || text.charCodeAt(i - 1) !== BACKSLASH) return true
  return false
}

/** Only bars, `+`, `:`, blanks and at least one `mark`. */
function isSeparator(text: string, from: number, to: number, mark: number): boolean {
  let found = false
  for (let i = from; i < to; i++) {
    const c = text.charCodeAt(i)
    if (c === mark) found = true
    else if (c !== PIPE && c !== PLUS && c !== COLON && c !== SPACE && c !== TAB && c !== LF) return false
  }
  return found
}

function readAlignment(line: string): string[] {
  return Array.from(line.matchAll(/(:?)-+(:?)/g), ([, left, right]) =>
    left && right ? 'center' : left ? 'left' : right ? 'right' : '',
  )
}

/** A stretch of code in a table's text. */
interface Code {
  readonly from: number
  readonly to: number
}

/** Code spans of `text`, found as the span pass finds them. */
function codeSpans(text: string): Code[] {
  const spans: Code[] = []
  let unclosed = Number.POSITIVE_INFINITY
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i)
    if (c === BACKTICK) {
      const end = skipRun(text, i, BACKTICK)
      const length = end - i
      const simple = length === 1 && isSpace(text.charCodeAt(i - 1)) && isSpace(text.charCodeAt(end))
      const close = simple || length >= unclosed ? -1 : text.indexOf('`'.repeat(length), end)
      if (close >= 0) {
        spans.push({ from: i, to: close + length })
        i = close + length
      } else {
        if (!simple) unclosed = Math.min(unclosed, length)
        i = end
      }
    } else i++
  }
  return spans
}

/**
 * Is there a bar outside of code spans and HTML elements on each line? As kramdown does it: an element counts as one
 * word however many lines it spans, and a text that ends with a line feed does not begin a new line.
 */
function everyLineHasBar(doc: ParsedDocument, text: string, line: number): boolean {
  if (!text.includes('`') && !text.includes('<')) return true
  const root = new Element('root', '')
  readCodeSpans(spanPassFor(doc), root, text, line)
  let bar = false
  for (const child of root.children) {
    const lines = child.value.replace(/\n+$/, '').split('\n')
    if (child.type === 'codespan') {
      if (lines.length > 2 || (lines.length === 2 && !bar)) return bar
      if (lines.length === 2) bar = false
    } else {
      if (lines.length > 1 && !bar && !startsWithBar(lines[0]!)) return bar
      bar = (lines.length === 1 && bar) || startsWithBar(lines[lines.length - 1]!)
    }
  }
  return bar
}

function startsWithBar(line: string): boolean {
  return hasBar(line, 0, line.length)
}

/** What makes a row more than text and bars. */
const PLAIN_ROW = /[`<\\]/

/** A row cut at its `<code>…</code>`, which are every other piece. */
function codeElements(row: string): string[] {
  const pieces: string[] = []
  let from = 0
  for (let i = row.indexOf('<code'); i >= 0; i = row.indexOf('<code', from)) {
    const open = row.indexOf('>', i + 5)
    const close = open < 0 ? -1 : row.indexOf('</code>', open + 1)
    if (close < 0) break
    pieces.push(row.slice(from, i), row.slice(i, close + 7))
    from = close + 7
  }
  pieces.push(row.slice(from))
  return pieces
}

/** The cells of a row: parted at bars outside of code; escaped bars lose their backslash. */
function splitCells(row: string): string[] {
  if (!PLAIN_ROW.test(row)) return row.split('|')
  const cells: string[] = []
  let cell = ''
  let first = true
  codeElements(row).forEach((piece, n) => {
    if (n % 2 === 1) {
      cell += piece
      return
    }
    let pos = 0
    const codes = codeSpans(piece)
    let next = 0
    let from = 0
    while (pos < piece.length) {
      const code = codes[next]
      if (code && pos === code.from) {
        // Code keeps its backslashes, but gets marks of its own.
        cell += unescapeBars(piece.slice(from, pos)) + asCodeSpan(piece.slice(pos, code.to))
        from = pos = code.to
        next++
      } else if (piece.charCodeAt(pos) === PIPE && (pos === 0 || piece.charCodeAt(pos - 1) !== BACKSLASH)) {
        cells.push(cell + unescapeBars(piece.slice(from, pos)))
        first = false
        cell = ''
        pos++
        from = pos
      } else pos++
    }
    cell += unescapeBars(piece.slice(from))
  })
  if (!first || cell !== '') cells.push(cell)
  return cells.length > 0 ? cells : ['']
}

function unescapeBars(text: string): string {
  return text.includes('\\|') ? text.replaceAll('\\|', '|') : text
}

/** A code span with the fewest marks that can hold its code. */
function asCodeSpan(span: string): string {
  const length = skipRun(span, 0, BACKTICK)
  let code = span.slice(length, -length)
  if (length > 1) {
    if (code.startsWith(' ')) code = code.slice(1)
    if (code.endsWith(' ')) code = code.slice(0, -1)
  }
  const longest = (code.match(/`+/g) ?? []).reduce((n, run) => Math.max(n, run.length), 0)
  const mark = '`'.repeat(longest + 1)
  return longest > 0 ? `${mark} ${code} ${mark}` : mark + code + mark
}
