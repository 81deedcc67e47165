/** Definition lists: a paragraph whose lines are the terms, then definitions that begin with `: `. */
import type { BlockState } from '../block-state.ts'
import { isBlankLine, optSpace } from '../block-state.ts'
import { LBRACE, nextLine, strip } from '../chars.ts'
import { addChild, BARE, Element, infoOf } from '../element.ts'
import { isDefinitionStart } from './line-kind.ts'
import { dedent, isInside, readFirstLine, takeItemIal } from './list.ts'
import { rawText } from './paragraph.ts'

export function definitionList(s: BlockState): boolean {
  const { text, pos: start } = s
  const siblings = s.el.children
  const last = s.last()
  const before = siblings[siblings.length - 2]
  const spaced = last?.type === 'blank' && last.value === '\n' && before?.type === 'p'
  if (!last || !isDefinitionStart(text, optSpace(text, start)) || (last.type !== 'p' && !spaced)) return false

  if (spaced) siblings.pop()
  const terms = siblings.pop()!
  // kramdown counts the terms from the line of the definition on.
  const termsLine = s.line(start)
  const ial = s.doc.ials.get(terms)
  s.doc.ials.delete(terms)
  // The list has the attributes of the terms' paragraph, unless it is one that goes on.
  s.ial = null
  const siblingCount = s.el.children.length
  const el = listToFill(s)
  if (ial && s.el.children.length > siblingCount) s.attach(el, ial)
  terms.children[0]!.value.split('\n').forEach((line) => {
    const term = new Element('dt', '')
    const value = strip(line).charCodeAt(0) === LBRACE ? takeItemIal(s, term, line) : line
    infoOf(term).raw = strip(value)
    addChild(term, rawText(value, termsLine))
    addChild(el, term)
  })

  const values: string[] = []
  const lines: number[] = []
  const items: Element[] = []
  const asPara: boolean[] = []
  let pos = start
  let indent = 4
  let afterBlank = spaced
  while (pos < text.length) {
    const next = nextLine(text, pos)
    const mark = optSpace(text, pos)
    if (isDefinitionStart(text, mark) && (items.length === 0 || mark - pos <= Math.min(3, indent - 1))) {
      const first = readFirstLine(text, mark + 1, mark - pos + 1)
      indent = first.indent
      const item = new Element('dd', '')
      items.push(item)
      lines.push(s.line(pos))
      asPara.push(afterBlank)
      values.push(takeItemIal(s, item, first.text))
      addChild(el, item)
      afterBlank = false
    } else if (s.isEob(pos)) break
    else if (isBlankLine(text, pos)) {
      afterBlank = true
      values[values.length - 1] += text.slice(pos, next)
    } else {
      const inside = isInside(text, pos, indent)
      if (!inside && (afterBlank || s.endsLazyLines(pos))) break
      values[values.length - 1] += dedent(text, pos, next, indent)
      afterBlank = false
    }
    pos = next
  }
  s.pos = pos
  let trailing: Element | null = null
  items.forEach((item, n) => {
    s.readInside(item, values[n]!, lines[n]!)
    trailing = null
    if (item.children[item.children.length - 1]?.type === 'blank') trailing = item.children.pop()!
    const first = item.children[0]
    if (first?.type === 'p' && !asPara[n]) {
      if (item.children.length > 1) first.children[0]!.value += '\n'
      first.value = BARE
    }
  })
  if (trailing) addChild(s.el, trailing)
  return true
}

/** The list just above, when at most one blank line lies between; else a new one. */
function listToFill(s: BlockState): Element {
  const siblings = s.el.children
  const last = s.last()
  const before = siblings[siblings.length - 2]
  if (last?.type === 'dl') return last
  if (last?.type === 'blank' && before?.type === 'dl') {
    siblings.pop()
    return before
  }
  return s.add('dl')
}
