/**
 * Ordered and unordered lists.
 *
 * The first line of an item fixes its indentation: the column of its text. Lines indented that far belong to the item,
 * and so do lazy lines as long as no blank line came before. Items are gathered as texts without their indentation,
 * then read as blocks.
 */

import { newAttributeList, readAttributeList } from '../attribute-list.ts'
import type { BlockState } from '../block-state.ts'
import { isBlankLine, optSpace } from '../block-state.ts'
import {
  BACKTICK,
  CARET,
  COLON,
  codeAt,
  isAsciiAlpha,
  isDigit,
  isSpace,
  LBRACE,
  LBRACKET,
  nextLine,
  RBRACE,
  SLASH,
  SPACE,
  STAR,
  TAB,
} from '../chars.ts'
import { addChild, BARE, Element, setAttr } from '../element.ts'
import { taskItems } from '../gfm-text.ts'
import { isUnnamed } from '../rules.ts'
import { isRule, listMarker } from './line-kind.ts'
import { rawText, trimmedEnd } from './paragraph.ts'

const ITEM_IAL_ONLY = /^\{:(?!(?:\w[\w:-]*)?:|\/)(?:\\\}|[^}])+\}[ \t-\r]*$/

/** What the line with the marker says about its item. */
interface FirstLine {
  /** columns that a line of the item is indented by */
  readonly indent: number
  /** the text after the marker, with its line feed */
  readonly text: string
}

/** Reads the text after a marker of `width` columns (indentation and marker). Tabs stop at every fourth column. */
export function readFirstLine(text: string, from: number, width: number): FirstLine {
  const end = nextLine(text, from)
  if (isBlankLine(text, from)) return { indent: 4, text: '' }
  let column = width
  let i = from
  for (;;) {
    const c = codeAt(text, i)
    if (c === SPACE) column++
    else if (c === TAB) column += 4 - (column % 4)
    else break
    i++
  }
  while (isSpace(codeAt(text, i))) i++
  // An attribute list alone is not text: the item's lines count from the fourth column.
  const rest = text.slice(i, end)
  if (codeAt(rest, 0) === LBRACE && ITEM_IAL_ONLY.test(rest)) column = 4
  return { indent: column, text: rest }
}

/** Is the line at `pos` indented by `indent` columns? Full fours may be tabs; a tab more than those is enough too. */
export function isInside(text: string, pos: number, indent: number): boolean {
  let i = pos
  for (let n = indent >> 2; n > 0; n--) {
    i = afterFour(text, i)
    if (i < 0) return false
  }
  const rest = indent & 3
  let k = 0
  while (k < rest && codeAt(text, i + k) === SPACE) k++
  return k === rest || afterFour(text, i) >= 0
}

/** The offset after a tab or four spaces, -1 when `i` holds neither. */
function afterFour(text: string, i: number): number {
  if (codeAt(text, i) === TAB) return i + 1
  for (let k = 0; k < 4; k++) if (codeAt(text, i + k) !== SPACE) return -1
  return i + 4
}

/**
 * The line at `[pos, next)` with the tabs at its start as spaces and without `indent` columns; kramdown leaves a line
 * whose indentation holds tabs further in as it is.
 */
export function dedent(text: string, pos: number, next: number, indent: number): string {
  let i = pos
  while (codeAt(text, i) === TAB) i++
  let spaces = (i - pos) * 4
  let from = i
  while (spaces + from - i < indent && codeAt(text, from) === SPACE) from++
  if (spaces + from - i < indent)
    return i === pos ? text.slice(pos, next) : ' '.repeat(spaces) + text.slice(i, next)
  spaces -= Math.min(spaces, indent)
  return ' '.repeat(spaces) + text.slice(from, next)
}

/** Takes `{:.class}` off the front of an item's text; plain Markdown has none. */
export function takeItemIal(s: BlockState, el: Element, value: string): string {
  if (s.doc.settings.plain) return value
  let i = 0
  while (isSpace(codeAt(value, i))) i++
  if (codeAt(value, i) !== LBRACE || codeAt(value, i + 1) !== COLON) return value
  const c = codeAt(value, i + 2)
  if (c === COLON || c === SLASH || c === RBRACE) return value
  const close = /(?:\\\}|[^}])*\}/y
  close.lastIndex = i + 2
  const inner = close.exec(value)?.[0]
  if (inner === undefined || /^\w[\w:-]*:/.test(inner)) return value
  const list = newAttributeList()
  readAttributeList(inner.slice(0, -1), list)
  s.attach(el, list)
  return value.slice(i + 2 + inner.length).replace(/^[ \t\n\v\f\r]+/, '')
}

export function list(s: BlockState): boolean {
  const { text, pos: start } = s
  const firstMark = optSpace(text, start)
  if (listMarker(text, firstMark) === 0) return false
  const ordered = isDigit(codeAt(text, firstMark))
  const el = s.add(ordered ? 'ol' : 'ul')
  const values: string[][] = []
  const lines: number[] = []
  let pos = start
  let indent = 4
  let nested = false
  let eob = false
  let afterBlank = false
  let sawBlank = false
  let value = ''
  let parts: string[] = []
  const flush = (): void => {
    if (lines.length > 0) parts.push(value)
  }
  while (pos < text.length) {
    const next = nextLine(text, pos)
    const mark = optSpace(text, pos)
    if (lines.length > 0 && afterBlank && isRule(text, pos)) break
    if (lines.length > 0 && s.isEob(pos)) {
      eob = true
      break
    }
    const width = listMarker(text, mark)
    if (
      width > 0 &&
      isDigit(codeAt(text, mark)) === ordered &&
      (lines.length === 0 || mark - pos <= Math.min(3, indent - 1))
    ) {
      flush()
      const item = new Element('li', '')
      addChild(el, item)
      lines.push(s.line(pos))
      parts = []
      values.push(parts)
      const first = readFirstLine(text, mark + width, mark - pos + width)
      indent = first.indent
      value = takeItemIal(s, item, first.text)
      nested = startsList(value, 0)
      afterBlank = sawBlank = false
      pos = next
      continue
    }
    if (isBlankLine(text, pos)) {
      afterBlank = sawBlank = true
      value += text.slice(pos, next)
      pos = next
      continue
    }
    const inside = isInside(text, pos, indent)
    if (!inside && (afterBlank || s.endsLazyLines(pos))) break
    let line = dedent(text, pos, next, indent)
    if (inside) {
      if (!nested && !sawBlank && startsList(line, 0)) {
        // What comes before a nested list is read on its own.
        parts.push(value)
        value = ''
        nested = true
      }
    } else if ((nested || sawBlank) && startsList(line, 0)) {
      // Keeps a nested list from taking the line for an item of its own.
      line = ' '.repeat(indent + 4) + line
    }
    value += line
    afterBlank = false
    pos = next
  }
  flush()
  s.pos = eob ? nextLine(text, pos) : pos
  readItems(s, el, values, lines, eob)
  return true
}

function startsList(line: string, pos: number): boolean {
  return listMarker(line, optSpace(line, pos)) > 0
}

/** Nearly all items are one line of words: a paragraph, without asking the rules one after the other. */
function readPart(s: BlockState, item: Element, part: string, line: number): void {
  if (isOneParagraph(s, part))
    addChild(item, new Element('p', '', [rawText(part.slice(0, trimmedEnd(part, 0, part.length)), line)]))
  else s.readInside(item, part, line)
}

const ONE_LINE_WITHOUT_BARS = /[^|\n]*\n$/y

/** One line that no rule but that of paragraphs takes, as its first characters show. */
function isOneParagraph(s: BlockState, part: string): boolean {
  const c = codeAt(part, 0)
  if (!isUnnamed(s.pass.dispatch.rules, c) && !beginsWords(part, c)) return false
  ONE_LINE_WITHOUT_BARS.lastIndex = 0
  return ONE_LINE_WITHOUT_BARS.test(part)
}

/** A link, a code span or strong words, which begin as some blocks do. */
function beginsWords(part: string, c: number): boolean {
  const next = codeAt(part, 1)
  switch (c) {
    case LBRACKET:
      return next !== CARET && !part.includes(']:')
    case BACKTICK:
      return next !== BACKTICK
    case STAR:
      return next === STAR && isAsciiAlpha(codeAt(part, 2))
    default:
      return false
  }
}

/**
 * Reads the items' texts. A first paragraph prints without its tags unless a blank line follows it. The blank line after
 * the last item counts only when all items before have their tags, or when `^` ends the list.
 */
function readItems(
  s: BlockState,
  el: Element,
  values: readonly string[][],
  lines: readonly number[],
  eob: boolean,
): void {
  let trailing: Element | null = null
  let allTagged = el.children.length > 1
  const items = el.children
  for (let n = 0; n < items.length; n++) {
    const item = items[n]!
    const parts = values[n]!
    let line = lines[n]!
    if (parts.length === 1) readPart(s, item, parts[0]!, line)
    else
      for (const part of parts) {
        readPart(s, item, part, line)
        line += part.split('\n').length - 1
      }
    const { children } = item
    if (children.length === 0) {
      allTagged = false
      continue
    }
    const first = children[0]
    const last = n === items.length - 1
    let tagged = false
    if (first?.type === 'p') {
      // The end that an attribute list after the paragraph makes does not count.
      if (children[1]?.type === 'eob' && s.doc.ials.has(first)) children.splice(1, 1)
      const second = children[1]
      tagged = last
        ? allTagged || (second?.type === 'blank' && (children.length > 2 || eob))
        : second?.type === 'blank'
      if (!tagged) {
        first.value = BARE
        if (second && second.type !== 'blank') first.children[0]!.value += '\n'
      }
    }
    allTagged &&= tagged
    trailing = children[children.length - 1]?.type === 'blank' ? children.pop()! : null
  }
  if (trailing && !eob) addChild(s.el, trailing)
  if (s.doc.settings.gfm && taskItems(el)) setAttr(el, 'class', 'task-list')
}
