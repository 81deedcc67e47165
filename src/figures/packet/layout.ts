/** Places for everything in a packet, in pixels. */
import { measure } from '../text/measure.ts'
import { wrap } from '../text/wrap.ts'
import { type Cell, cellOf, LINE } from './cell.ts'
import { type Field, fieldsOf, type Packet } from './model.ts'
import { type Row, type Rows, rowsOf, type Segment } from './rows.ts'

export interface PlacedCell {
  readonly segment: Segment
  readonly cell: Cell
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** the fields that this one is made of, in its lower part */
  readonly parts: readonly PlacedCell[]
  /** whether it stands for more than there is room for */
  readonly isTorn: boolean
}

export interface PlacedRow {
  readonly row: Row
  readonly y: number
  readonly height: number
  readonly cells: readonly PlacedCell[]
}

export interface PlacedBrace {
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly lines: readonly string[]
}

interface PlacedNote {
  readonly mark: string
  readonly lines: readonly string[]
  readonly y: number
}

export interface Layout {
  readonly packet: Packet
  readonly bit: number
  /** of the rows */
  readonly left: number
  readonly top: number
  readonly rows: readonly PlacedRow[]
  readonly braces: readonly PlacedBrace[]
  readonly notes: readonly PlacedNote[]
  readonly width: number
  readonly height: number
}

const ROW = 34
/** In pixels, of a field whose name is turned. */
const NARROWEST = 14
const RULER = 18
/** Air between headers, and around all. */
const BETWEEN = 8
const EDGE = 1
/** Room for the teeth of a torn side. */
const TEETH = 4
/** How many whole rows of one field are shown; more are torn to three. */
const MOST_ROWS = 4
const BRACE = 14
const BRACE_NAME = { size: 13, width: 130 }
export const NOTE = 12

export function layoutPacket(packet: Packet): Layout {
  const rows = rowsOf(packet.items, packet.width)
  const bit = bitWidth(packet)
  const offsets = rows.rows.map((row) => offsetText(row, packet))
  const left =
    EDGE +
    TEETH +
    (packet.ruler.bytes ? Math.max(0, ...offsets.map((text) => measure(text, 'mono', 11))) + 6 : 0)
  const top = EDGE + (packet.ruler.bits ? RULER : 0)
  const noted = [...fieldsOf(packet.items)].filter((field) => field.note !== undefined)
  const marks = new Map(noted.map((field, i) => [field, superscript(i + 1)]))
  const placed = placeRows(rows, { packet, bit, left, top, marks })
  const right = left + packet.width * bit
  const braces = placeBraces(rows, placed, { right: right + 6, marks })
  const last = placed.at(-1)
  const bottom = last === undefined ? top : last.y + last.height
  const braceRight = Math.max(0, ...braces.map(({ x, lines }) => x + BRACE + 4 + widest(lines)))
  const width = Math.max(right + TEETH, braceRight) + EDGE
  const notes = placeNotes(noted, marks, Math.max(width - left, 240), bottom + 14)
  const lastNote = notes.at(-1)
  return {
    packet,
    bit,
    left,
    top,
    rows: placed,
    braces,
    notes,
    width: Math.max(
      width,
      ...notes.flatMap(({ lines }) => lines.map((line) => left + 14 + measure(line, 'sans', NOTE))),
    ),
    height: (lastNote === undefined ? bottom : lastNote.y + lastNote.lines.length * NOTE * LINE) + EDGE,
  }
}

/** A row about as wide as a page, but the narrowest field with a name as wide as that has to be, turned. */
function bitWidth({ width, items }: Packet): number {
  let fewest = width
  for (const { bits, isUnused } of fieldsOf(items))
    if (bits !== null && isUnused !== true) fewest = Math.min(fewest, bits)
  const fit = Math.max(6, Math.min(40, Math.floor(576 / width)))
  return Math.max(fit, Math.ceil(NARROWEST / fewest))
}

/** What stands at the left of a row; '' for nothing. */
export function offsetText({ offset }: Row, { offsets }: Packet): string {
  if (offset === null) return ''
  const whole = Math.floor(offset)
  const text = offsets === 'hex' ? `0x${whole.toString(16).padStart(2, '0')}` : String(whole)
  return offset === whole ? text : `${text}.${(offset - whole) * 8}`
}

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function superscript(number: number): string {
  return [...String(number)].map((digit) => DIGITS[Number(digit)]).join('')
}

interface Placing {
  readonly packet: Packet
  readonly bit: number
  readonly left: number
  readonly top: number
  readonly marks: ReadonlyMap<Field, string>
}

function placeRows({ rows, braces }: Rows, placing: Placing): readonly PlacedRow[] {
  const begins = new Set(braces.filter(({ isHeader }) => isHeader).map(({ first }) => first))
  let y = placing.top
  return rows.map((row, i) => {
    if (i > 0 && begins.has(i)) y += BETWEEN
    const measured = row.segments.map((segment) => contentOf(segment, segment.bits * placing.bit, placing))
    const shown = row.lines === null ? 1.5 : row.lines > MOST_ROWS ? 3 : row.lines
    const height = Math.max(shown * ROW, ...measured.map((content) => content.height))
    const cells = row.segments.map((segment, at) =>
      placeCell(segment, measured[at]!, placing.left + segment.from * placing.bit, y, height, placing, {
        isTorn: row.lines === null ? segment.field.bits === null : row.lines > MOST_ROWS,
      }),
    )
    const placed = { row, y, height, cells }
    y += height
    return placed
  })
}

interface Content {
  readonly cell: Cell
  readonly parts: readonly { readonly segment: Segment; readonly content: Content }[]
  readonly height: number
}

/** What is in a segment, and how high it has to be. Parts have rows of their own below the name of the whole. */
function contentOf(segment: Segment, width: number, placing: Placing): Content {
  const { field } = segment
  const cell = cellOf(segment, width, placing.marks.get(field) ?? '')
  if (field.parts.length === 0) return { cell, parts: [], height: cell.height }
  let from = segment.from
  const parts = field.parts.map((part) => {
    const bits = part.bits ?? 0
    const inner: Segment = { field: part, from, bits, isNamed: true, goesOn: { above: false, below: false } }
    from += bits
    return { segment: inner, content: contentOf(inner, bits * placing.bit, placing) }
  })
  const below = Math.max(22, ...parts.map(({ content }) => content.height))
  return { cell, parts, height: cell.height + below }
}

function placeCell(
  segment: Segment,
  content: Content,
  x: number,
  y: number,
  height: number,
  placing: Placing,
  { isTorn }: { readonly isTorn: boolean },
): PlacedCell {
  const { cell, parts } = content
  const below = parts.length === 0 ? 0 : Math.max(height - cell.height, 0)
  return {
    segment,
    cell,
    x,
    y,
    width: segment.bits * placing.bit,
    height: height - below,
    isTorn,
    parts: parts.map((part) =>
      placeCell(
        part.segment,
        part.content,
        placing.left + part.segment.from * placing.bit,
        y + height - below,
        below,
        placing,
        { isTorn: false },
      ),
    ),
  }
}

/** Braces right of the rows: those of inner groups first, and none over another. None for a group that is all there is. */
function placeBraces(
  { braces }: Rows,
  rows: readonly PlacedRow[],
  { right, marks }: { readonly right: number; readonly marks: ReadonlyMap<Field, string> },
): readonly PlacedBrace[] {
  const [only] = braces
  if (braces.length === 1 && only!.field === undefined && only!.first === 0 && only!.last === rows.length - 1)
    return []
  /** how far down each is taken */
  const columns: { reach: number; width: number }[] = []
  const placed = braces.map(({ name, field, first, last }) => {
    const [top, bottom] = [rows[first]!.y, rows[last]!.y + rows[last]!.height]
    const mark = field === undefined ? '' : (marks.get(field) ?? '')
    const lines = braceName(name + mark, bottom - top)
    // In the order of their ends, so that a group comes behind those within it, which are further left.
    const at = columns.findLastIndex(({ reach }) => reach >= first) + 1
    const column = (columns[at] ??= { reach: -1, width: 0 })
    column.reach = last
    column.width = Math.max(column.width, BRACE + 4 + widest(lines) + 8)
    return { top, bottom, lines, at }
  })
  const starts: number[] = []
  let x = right
  for (const { width } of columns) {
    starts.push(x)
    x += width
  }
  return placed.map(({ at, ...brace }) => ({ ...brace, x: starts[at]! }))
}

/** The name of a group in as many lines as are as high as its brace. */
function braceName(name: string, height: number): readonly string[] {
  const { size, width } = BRACE_NAME
  const lines = wrap(name, 'bold', size, width)
  const most = Math.max(1, Math.floor(height / (size * LINE)))
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`]
}

function widest(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => measure(line, 'bold', BRACE_NAME.size)))
}

function placeNotes(
  noted: readonly Field[],
  marks: ReadonlyMap<Field, string>,
  width: number,
  top: number,
): readonly PlacedNote[] {
  let y = top
  return noted.map((field) => {
    const lines = wrap(field.note!, 'sans', NOTE, width - 14)
    const note = { mark: marks.get(field)!, lines, y }
    y += lines.length * NOTE * LINE + 2
    return note
  })
}
