/** What prints nothing where it stands: definitions of links, footnotes and abbreviations. */

import { withPlainSpaces } from '../abbreviations.ts'
import type { BlockState } from '../block-state.ts'
import { isBlankLine, isIndented, optSpace } from '../block-state.ts'
import {
  APOS,
  CARET,
  COLON,
  codeAt,
  isFootnoteNameChar,
  isSpace,
  isWord,
  LBRACKET,
  LF,
  LT,
  nextLine,
  QUOTE,
  RBRACKET,
  SPACE,
  STAR,
  strip,
  TAB,
} from '../chars.ts'
import { Element } from '../element.ts'
import { trimmedEnd } from './paragraph.ts'

/** `[id]: address "title"`; the title may stand on the next line. */
export function linkDefinition(s: BlockState): boolean {
  const { text } = s
  const start = optSpace(text, s.pos)
  if (codeAt(text, start) !== LBRACKET) return false
  const lineEnd = nextLine(text, start) - 1
  const close = text.indexOf(']', start)
  if (close < 0 || close >= lineEnd || close === start + 1 || codeAt(text, close + 1) !== COLON) return false
  const found = readLinkTarget(text, close + 2, lineEnd)
  if (!found) return false
  const id = normalLinkId(text.slice(start + 1, close))
  if (s.doc.linkDefs.has(id))
    s.warn(
      `Duplicate link ID '${id}' on line ${s.line(text.charCodeAt(found.end) === LF ? found.end + 1 : found.end)} - overwriting`,
    )
  const eob = s.add('eob', 'link_def')
  s.doc.linkDefs.set(id, { url: found.url, title: found.title, el: eob })
  s.pos = found.end
  return true
}

/** Link ids are compared without regard to case, with runs of white space as one space. */
export function normalLinkId(id: string): string {
  return id.replace(/[ \t\n\v\f\r]+/g, ' ').toLowerCase()
}

interface LinkTarget {
  readonly url: string
  readonly title: string | null
  readonly end: number
}

function readLinkTarget(text: string, from: number, lineEnd: number): LinkTarget | null {
  let i = from
  while (codeAt(text, i) === SPACE || codeAt(text, i) === TAB) i++
  if (i >= lineEnd) return null
  if (codeAt(text, i) === LT) {
    const angle = text.indexOf('>', i)
    if (angle > 0 && angle < lineEnd) {
      const tail = tailAfter(text, angle + 1, lineEnd)
      if (tail) return { url: text.slice(i + 1, angle), ...tail }
    }
  }
  // A quote after a blank begins the title, and a title ends its line.
  for (let t = i + 1; t < lineEnd; t++) {
    const c = codeAt(text, t)
    if ((c !== QUOTE && c !== APOS) || (codeAt(text, t - 1) !== SPACE && codeAt(text, t - 1) !== TAB))
      continue
    const title = titleAt(text, t, lineEnd)
    return title ? { url: text.slice(i, trimmedEnd(text, i, t)), ...title } : null
  }
  const urlEnd = trimmedEnd(text, i, lineEnd)
  const tail = urlEnd > i ? tailAfter(text, urlEnd, lineEnd) : null
  return tail ? { url: text.slice(i, urlEnd), ...tail } : null
}

/** What may follow an address: nothing, a title on this line, or one on the next. */
function tailAfter(
  text: string,
  from: number,
  lineEnd: number,
): { title: string | null; end: number } | null {
  let i = from
  while (codeAt(text, i) === SPACE || codeAt(text, i) === TAB) i++
  if (i < lineEnd) {
    const c = codeAt(text, i)
    return i > from && (c === QUOTE || c === APOS) ? titleAt(text, i, lineEnd) : null
  }
  let j = lineEnd + 1
  while (codeAt(text, j) === SPACE || codeAt(text, j) === TAB) j++
  const c = codeAt(text, j)
  if (c === QUOTE || c === APOS) {
    const title = titleAt(text, j, nextLine(text, j) - 1)
    if (title) return title
  }
  return { title: null, end: lineEnd + 1 }
}

/** A quoted title that ends its line. */
function titleAt(text: string, i: number, lineEnd: number): { title: string; end: number } | null {
  const quote = codeAt(text, i)
  const end = trimmedEnd(text, i, lineEnd)
  if (end - 1 <= i + 1 || codeAt(text, end - 1) !== quote) return null
  return { title: text.slice(i + 1, end - 1), end: lineEnd + 1 }
}

/** `[^name]: text`; indented lines after it belong to it. */
export function footnoteDefinition(s: BlockState): boolean {
  const { text } = s
  const start = optSpace(text, s.pos)
  if (codeAt(text, start) !== LBRACKET || codeAt(text, start + 1) !== CARET) return false
  let i = start + 2
  if (!isWord(codeAt(text, i))) return false
  while (isFootnoteNameChar(codeAt(text, i))) i++
  if (codeAt(text, i) !== RBRACKET || codeAt(text, i + 1) !== COLON) return false
  const name = text.slice(start + 2, i)
  let pos = i + 2
  while (isSpace(codeAt(text, pos)) && codeAt(text, pos) !== LF) pos++
  let end = nextLine(text, pos)
  let inner = unindented(text, i + 2, end)
  let blank = ''
  let lazy = false
  for (let p = end; p < text.length; ) {
    const next = nextLine(text, p)
    if (isBlankLine(text, p)) {
      blank += unindented(text, p, next)
      lazy = false
    } else if (isIndented(text, p)) {
      inner += blank + unindented(text, p, next)
      blank = ''
      end = next
      lazy = true
    } else if (lazy && !s.endsLazyLines(p)) {
      // As in a code block, a line goes on with the indented one above it.
      inner += text.slice(p, next)
      end = next
    } else break
    p = next
  }
  const line = s.line(s.pos)
  const content = new Element('root', '')
  s.add('eob', 'footnote_def')
  s.pos = end
  s.readInside(content, inner, line)
  if (s.doc.footnotes.has(name)) s.warn(`Duplicate footnote name '${name}' on line ${line} - overwriting`)
  s.doc.footnotes.set(name, { name, content, line, used: false })
  return true
}

function unindented(text: string, pos: number, next: number): string {
  return text.slice(isIndented(text, pos) ? pos + (codeAt(text, pos) === TAB ? 1 : 4) : pos, next)
}

/** `*[abbr]: title` */
export function abbreviationDefinition(s: BlockState): boolean {
  const { text } = s
  const start = optSpace(text, s.pos)
  if (codeAt(text, start) !== STAR || codeAt(text, start + 1) !== LBRACKET) return false
  const next = nextLine(text, start)
  const close = text.indexOf(']:', start + 3)
  if (close < 0 || close >= next) return false
  const name = text.slice(start + 2, close)
  const { abbreviations } = s.doc
  const known = s.doc.settings.rules.spacedAbbreviations ? withPlainSpaces(name) : name
  if (abbreviations.has(known))
    s.warn(`Duplicate abbreviation ID '${name}' on line ${s.line(s.pos)} - overwriting`)
  const eob = s.add('eob', 'abbrev_def')
  abbreviations.set(name, { text: strip(text.slice(close + 2, next)), el: eob })
  s.pos = next
  return true
}
