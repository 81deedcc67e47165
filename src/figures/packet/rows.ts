/** Fields in rows of so many bits. */
import type { Field, Item } from './model.ts'

/** A part of a field that stands in one row, or all of its whole rows. */
export interface Segment {
  readonly field: Field
  /** from the left of the row, in bits */
  readonly from: number
  readonly bits: number
  /** whether it is the part with the field's name */
  readonly isNamed: boolean
  /** whether the field goes on from the row above, and below */
  readonly goesOn: { readonly above: boolean; readonly below: boolean }
}

export interface Row {
  readonly segments: readonly Segment[]
  /** how many rows it stands for: of a long field alone in them; null for a field of any length */
  readonly lines: number | null
  /** of its first bit, in bytes, counted from the last header; null where it is not known */
  readonly offset: number | null
}

/** A brace over rows, both ends counting. */
interface Span {
  readonly name: string
  /** whether it begins with a row of its own, where bytes are counted anew */
  readonly isHeader: boolean
  /** the field that it is, where it is no group */
  readonly field?: Field
  readonly first: number
  readonly last: number
}

export interface Rows {
  readonly rows: readonly Row[]
  readonly braces: readonly Span[]
}

interface Filling {
  readonly width: number
  readonly rows: Row[]
  readonly braces: Span[]
  /** the row under way */
  segments: Segment[]
  at: number
  /** bits before the row under way, from the last header; null where it is not known */
  before: number | null
}

/** @param width bits in a row */
export function rowsOf(items: readonly Item[], width: number): Rows {
  const filling: Filling = { width, rows: [], braces: [], segments: [], at: 0, before: 0 }
  fill(items, filling)
  endRow(filling)
  return { rows: filling.rows, braces: filling.braces }
}

function fill(items: readonly Item[], filling: Filling): void {
  for (const item of items) {
    if (item.kind === 'break') endRow(filling)
    else if (item.kind === 'field') put(item, filling)
    else {
      if (item.isHeader) {
        endRow(filling)
        filling.before = 0
      }
      const { first, last } = filled(item.items, filling)
      if (last >= first) filling.braces.push({ name: item.name, isHeader: item.isHeader, first, last })
      if (item.isHeader) endRow(filling)
    }
  }
}

/** Puts `items`, and gives the first and last row that they are in. */
function filled(items: readonly Item[], filling: Filling): { readonly first: number; readonly last: number } {
  const first = filling.rows.length
  fill(items, filling)
  return { first, last: filling.at > 0 ? filling.rows.length : filling.rows.length - 1 }
}

/** The row under way is done, full or not. */
function endRow(filling: Filling): void {
  if (filling.at === 0) return
  filling.rows.push({ segments: filling.segments, lines: 1, offset: bytes(filling.before) })
  if (filling.before !== null) filling.before += filling.width
  filling.segments = []
  filling.at = 0
}

const bytes = (bits: number | null): number | null => (bits === null ? null : bits / 8)

function put(field: Field, filling: Filling): void {
  const { width } = filling
  const rest = width - filling.at
  if (field.parts.length > 0 && field.bits !== null && field.bits > rest) {
    // What it is made of has no room below its name.
    const { first, last } = filled(field.parts, filling)
    filling.braces.push({ name: field.name, isHeader: false, field, first, last })
    return
  }
  if (field.bits === null) {
    const goesOn = { above: false, below: false }
    const segment = { field, from: filling.at, bits: rest, isNamed: true, goesOn }
    filling.rows.push({
      segments: [...filling.segments, segment],
      lines: null,
      offset: bytes(filling.before),
    })
    Object.assign(filling, { segments: [], at: 0, before: null })
    return
  }
  // The parts before, in and behind whole rows.
  const first = filling.at === 0 ? 0 : Math.min(rest, field.bits)
  const whole = Math.floor((field.bits - first) / width)
  const last = field.bits - first - whole * width
  const named = whole > 0 ? 'whole' : first >= last ? 'first' : 'last'
  if (first > 0) {
    const goesOn = { above: false, below: whole + last > 0 }
    filling.segments.push({ field, from: filling.at, bits: first, isNamed: named === 'first', goesOn })
    filling.at += first
    if (filling.at === width) endRow(filling)
  }
  if (whole > 0) {
    const goesOn = { above: first > 0, below: last > 0 }
    const segment = { field, from: 0, bits: width, isNamed: true, goesOn }
    filling.rows.push({ segments: [segment], lines: whole, offset: bytes(filling.before) })
    if (filling.before !== null) filling.before += whole * width
  }
  if (last > 0) {
    const goesOn = { above: first + whole > 0, below: false }
    filling.segments.push({ field, from: 0, bits: last, isNamed: named === 'last', goesOn })
    filling.at = last
  }
}
