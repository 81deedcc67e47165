/**
 * The block pass: one walk over the lines of a text. kramdown tries its rules in a fixed order; here the first
 * character of a line says which of them can match, in the same order.
 */

import { fencedCode, indentedCode } from './block/code.ts'
import { definitionList } from './block/definition-list.ts'
import { abbreviationDefinition, footnoteDefinition, linkDefinition } from './block/definitions.ts'
import { blockExtension } from './block/extensions.ts'
import { htmlBlock } from './block/html.ts'
import { isRule, listMarker } from './block/line-kind.ts'
import { list } from './block/list.ts'
import { blockMath } from './block/math.ts'
import { atxHeader, paragraph, rawText, setextHeader } from './block/paragraph.ts'
import { blockQuote } from './block/quote.ts'
import { table } from './block/table.ts'
import { BlockState, isIndented, MAX_DEPTH, optSpace } from './block-state.ts'
import { blankToLineEnd, codeAt, isDigit, isSpace, LF, nextLine } from './chars.ts'
import type { Document } from './document.ts'
import type { Element } from './element.ts'
import { addChild } from './element.ts'

/** Reads `text` into `el`. */
export function readBlocks(doc: Document, el: Element, text: string, firstLine: number, depth: number): void {
  const s = new BlockState(doc, text, el, firstLine, depth, readBlocks, readInto)
  run(s)
}

/** Goes on with the same text inside an HTML element; true when its closing tag was found. */
function readInto(s: BlockState, el: Element, stopTag: string): boolean {
  const { el: outer, stopTag: outerTag, ial } = s
  s.el = el
  s.stopTag = stopTag
  s.ial = null
  s.htmlDepth++
  if (s.htmlDepth < MAX_DEPTH) run(s)
  const found = s.stopped
  s.htmlDepth--
  s.stopped = false
  s.el = outer
  s.stopTag = outerTag
  s.ial = ial
  return found
}

function run(s: BlockState): void {
  const end = s.text.length
  while (s.pos < end && !s.stopped) {
    block(s)
  }
}

function block(s: BlockState): void {
  const { text, pos } = s
  const c0 = codeAt(text, pos)
  if (isSpace(c0) && blankLines(s)) return
  if (s.depth >= MAX_DEPTH) {
    if (!paragraph(s)) unhandled(s)
    return
  }
  if (isIndented(text, pos)) {
    indentedCode(s)
    return
  }
  const i = optSpace(text, pos)
  const c = codeAt(text, i)
  // Letters begin no block of their own but headers with a line under them and tables.
  const letter = (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c > 127
  if (!letter && special(s, c, i)) return
  if (setextHeader(s) || ((c === 36 || c === 92) && blockMath(s)) || table(s)) return
  if ((!letter && late(s, c)) || paragraph(s)) return
  unhandled(s)
}

/** The rules that look at the first character, up to HTML. */
function special(s: BlockState, c: number, i: number): boolean {
  const { text, pos } = s
  switch (c) {
    case 126: // ~
    case 96: // `
      return fencedCode(s)
    case 62: // >
      return blockQuote(s)
    case 35: // #
      return i === pos && atxHeader(s)
    case 42: // *
    case 45: // -
    case 95: // _
      if (isRule(text, pos)) {
        s.add('hr')
        s.pos = nextLine(text, pos)
        return true
      }
      return c !== 95 && listMarker(text, i) > 0 && list(s)
    case 43: // +
      return listMarker(text, i) > 0 && list(s)
    case 58: // :
      return definitionList(s)
    case 60: // <
      return htmlBlock(s)
    default:
      return isDigit(c) && listMarker(text, i) > 0 && list(s)
  }
}

/** The rules after tables. */
function late(s: BlockState, c: number): boolean {
  switch (c) {
    case 91: // [
      return footnoteDefinition(s) || linkDefinition(s)
    case 42: // *
      return abbreviationDefinition(s)
    case 123: // {
      return blockExtension(s)
    case 94: // ^
      if (!s.isEob(s.pos)) return false
      s.add('eob')
      s.pos = nextLine(s.text, s.pos)
      return true
    default:
      return false
  }
}

function blankLines(s: BlockState): boolean {
  const { text } = s
  let pos = s.pos
  // Nearly always there is one empty line.
  if (codeAt(text, pos) === LF && !isSpace(codeAt(text, pos + 1)) && s.last()?.type !== 'blank') {
    s.add('blank', '\n')
    s.pos = pos + 1
    return true
  }
  while (pos < text.length && blankToLineEnd(text, pos)) pos = nextLine(text, pos)
  if (pos === s.pos) return false
  const value = text.slice(s.pos, pos)
  const last = s.last()
  if (last?.type === 'blank') last.value += value
  else s.add('blank', value)
  s.pos = pos
  return true
}

/** kramdown has no rule for such a line (up to three spaces and a tab): it comes out as it is. */
function unhandled(s: BlockState): void {
  s.warn('Warning: this should not occur - no block parser handled the line')
  const next = nextLine(s.text, s.pos)
  addChild(s.el, rawText(s.text.slice(s.pos, next), s.firstLine))
  s.pos = next
}
