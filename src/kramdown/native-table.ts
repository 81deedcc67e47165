/** `html_to_native` for tables: those that kramdown could have made itself. */
import { strip } from './chars.ts'
import { Element, infoOf } from './element.ts'
import { BLOCK_ELEMENTS } from './html-elements.ts'
import type { KramdownRules } from './versions.ts'

/** Makes an element of kramdown's type with the attributes of another. */
type Native = (type: Element['type'], from: Element, children: Element[]) => Element

function elements(el: Element): Element[] {
  return el.children.filter((child) => child.type !== 'text')
}

function isPart(child: Element, name: string): boolean {
  return child.type === 'html_element' && child.value === name
}

function holdsBlock(el: Element): boolean {
  return el.children.some(
    (child) => (child.type === 'html_element' && BLOCK_ELEMENTS.has(child.value)) || holdsBlock(child),
  )
}

/** Rows of `td` (of `th` in a head), with nothing but spans in the cells. */
function isSimpleRow(row: Element, cell: 'td' | 'th'): boolean {
  return isPart(row, 'tr') && elements(row).every((one) => isPart(one, cell) && !holdsBlock(one))
}

/** The rows when all of `table` is simple, and all its rows are equally long. */
function isSimple(table: Element, { emptyTables }: KramdownRules): boolean {
  const parts = elements(table)
  const bare = parts.length > 0 && parts.every((part) => isPart(part, 'tr'))
  if (!bare && !parts.some((part) => isPart(part, 'tbody'))) return false
  const rows: Element[] = []
  for (const part of bare ? [table] : parts) {
    if (!bare && !['thead', 'tbody', 'tfoot'].includes(part.value)) return false
    for (const row of elements(part)) {
      if (!isSimpleRow(row, part.value === 'thead' ? 'th' : 'td')) return false
      rows.push(row)
    }
  }
  const [first] = rows
  if (!emptyTables && (first === undefined || elements(first).length === 0)) return false
  return rows.every((row) => sameAlignment(row, first!))
}

const ALIGNED = /(?:;[ \t-\r]*)?text-align:[ \t-\r]+(center|left|right|justify|inherit)/

/** How a cell is aligned by its style; '' when it does not say. */
function alignmentOf(cell: Element): string {
  return ALIGNED.exec(cell.attr?.get('style') ?? '')?.[1] ?? ''
}

/** Equally many cells, aligned alike and in ways kramdown has itself. */
function sameAlignment(row: Element, first: Element): boolean {
  const cells = elements(row)
  const others = elements(first)
  return (
    cells.length === others.length &&
    cells.every((cell, n) => {
      const alignment = alignmentOf(cell)
      return alignment === alignmentOf(others[n]!) && alignment !== 'justify' && alignment !== 'inherit'
    })
  )
}

/** Takes the alignment out of a cell's style: the table has it now. */
function withoutAlignment(cell: Element): Element {
  const style = cell.attr?.get('style')
  if (style === undefined || style === null) return cell
  const rest = strip(style.replace(ALIGNED, ''))
  if (rest === '') cell.attr!.delete('style')
  else cell.attr!.set('style', rest)
  return cell
}

/** The table in kramdown's elements; null when it is none that kramdown could have made. */
export function nativeTable(
  rules: KramdownRules,
  el: Element,
  native: Native,
  childrenOf: (cell: Element) => Element[],
): Element | null {
  if (!isSimple(el, rules)) return null
  const rows = (part: Element): Element[] =>
    elements(part).map((row) =>
      native(
        'tr',
        row,
        elements(row).map((cell) => native('td', withoutAlignment(cell), childrenOf(cell))),
      ),
    )
  const parts = elements(el)
  const bare = parts.every((part) => part.value === 'tr')
  const firstRow = bare ? parts[0] : parts.map((part) => elements(part)[0]).find((row) => row !== undefined)
  const alignment = firstRow ? elements(firstRow).map(alignmentOf) : []
  const body = bare
    ? [new Element('tbody', '', rows(el))]
    : parts.map((part) =>
        native(
          part.value === 'thead' ? 'thead' : part.value === 'tfoot' ? 'tfoot' : 'tbody',
          part,
          rows(part),
        ),
      )
  const table = native('table', el, body)
  infoOf(table).alignment = alignment
  return table
}
