/** Groups of a grid: the columns and rows that they reach over, and the room that their borders want. */
import type { GraphBox } from '../graph/elk.ts'
import type { Needs } from './axis.ts'
import type { Extent } from './lanes.ts'
import type { Cell } from './ways.ts'

interface Range {
  readonly columns: Extent
  readonly rows: Extent
}

interface PlacedGroup {
  readonly id: string
  readonly range: Range
  /** the least width that its title wants */
  readonly width: number
  /** from the cells at its border, in pixels: those of groups in it that end at the same one are less */
  readonly pads: { readonly side: number; readonly top: number }
}

const PAD = 16
const BELOW_HEAD = 10

export function rangeOf(cells: readonly Cell[]): Range {
  const over = (places: readonly number[]): Extent => [Math.min(...places), Math.max(...places)]
  return { columns: over(cells.map(({ column }) => column)), rows: over(cells.map(({ row }) => row)) }
}

/** All groups, each before those in it. */
export function groupsOf(
  boxes: readonly GraphBox[],
  cells: ReadonlyMap<string, Cell>,
): readonly PlacedGroup[] {
  return boxes.flatMap(({ id, width, head = 0, children }): readonly PlacedGroup[] => {
    if (children === undefined) return []
    const inner = groupsOf(children, cells)
    const most = (part: 'side' | 'top'): number => Math.max(0, ...inner.map(({ pads }) => pads[part]))
    const pads = { side: PAD + most('side'), top: head + BELOW_HEAD + most('top') }
    return [{ id, range: rangeOf(cellsIn(children, cells)), width, pads }, ...inner]
  })
}

const cellsIn = (boxes: readonly GraphBox[], cells: ReadonlyMap<string, Cell>): readonly Cell[] =>
  boxes.flatMap(({ id, children }) => (children === undefined ? [cells.get(id)!] : cellsIn(children, cells)))

/** Gives the first column of each group what its title is wider than all of them. */
export function widen(groups: readonly PlacedGroup[], { lines }: Needs): void {
  for (const { range, width, pads } of groups) {
    const [first, last] = range.columns
    const own = lines.slice(first, last + 1).reduce((sum, each) => sum + each, 2 * pads.side)
    lines[first]! += Math.max(0, width - own)
  }
}
