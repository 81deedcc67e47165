import type { TablerowloopDrop } from './loop-drops.ts'

/** A `tablerow` while it runs. */
export class Table {
  constructor(
    readonly items: readonly unknown[],
    private readonly loop: TablerowloopDrop,
    private readonly frame: { value: unknown },
  ) {}

  /** Goes to item `index` and gives it. */
  turn(index: number): unknown {
    this.loop.index0 = index
    return (this.frame.value = this.items[index])
  }

  /** The present cell around `body`, and the next row's start where this one ends a row. */
  cell(body: string): string {
    const { loop } = this
    const next = loop.columnLast && !loop.last ? `</tr>\n<tr class="row${loop.row + 1}">` : ''
    return `<td class="col${loop.col}">${body}</td>${next}`
  }
}
