/**
 * The ways of links in a grid. Channels lie between the columns and rows, one before the first and one behind the last: channel
 * `i` is before column or row `i`. Links in sight of each other lead straight, others turn in the channels, where no box is.
 */
import type { GraphLink } from '../graph/elk.ts'

/** Counted from 0. */
export interface Cell {
  readonly column: number
  readonly row: number
}

type Way =
  | { readonly kind: 'level' }
  | { readonly kind: 'upright' }
  | {
      readonly kind: 'bent'
      /** the channels between columns where it leaves its box and where it comes to the other */
      readonly out: number
      readonly into: number
      /** the channel between rows that leads from one to the other, where they are two */
      readonly across?: number
    }

/** A link with its way, before anything is in pixels. */
export interface Routed {
  readonly link: GraphLink
  readonly from: Cell
  readonly to: Cell
  readonly way: Way
}

export const nameOf = ({ column, row }: Cell): string => `${column},${row}`

/** @param taken the names of the cells that have a box */
export function wayOf(from: Cell, to: Cell, taken: ReadonlySet<string>): Way {
  const isFree = (cells: readonly Cell[]): boolean => cells.every((cell) => !taken.has(nameOf(cell)))
  const between = (a: number, b: number): readonly number[] =>
    Array.from({ length: Math.max(0, Math.abs(a - b) - 1) }, (_, i) => Math.min(a, b) + 1 + i)
  const { column, row } = from
  if (row === to.row && isFree(between(column, to.column).map((each) => ({ column: each, row }))))
    return { kind: 'level' }
  if (column === to.column && isFree(between(row, to.row).map((each) => ({ column, row: each }))))
    return { kind: 'upright' }
  const out = to.column < column ? column : column + 1
  const into = to.column > column ? to.column : to.column + 1
  if (out === into) return { kind: 'bent', out, into }
  return { kind: 'bent', out, into, across: to.row < row ? row : row + 1 }
}
