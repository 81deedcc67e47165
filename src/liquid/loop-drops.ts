/** `forloop` and `tablerowloop`, made only where a template needs the object itself. */
import { Drop } from './types.ts'

export class ForloopDrop extends Drop {
  index0 = 0

  constructor(
    readonly name: string,
    readonly length: number,
    readonly parent: ForloopDrop | undefined,
  ) {
    super()
  }

  get(key: string): unknown {
    const { index0, length } = this
    switch (key) {
      case 'index':
        return index0 + 1
      case 'index0':
        return index0
      case 'rindex':
        return length - index0
      case 'rindex0':
        return length - index0 - 1
      case 'first':
        return index0 === 0
      case 'last':
        return index0 === length - 1
      case 'length':
        return length
      case 'name':
        return this.name
      case 'parentloop':
        return this.parent ?? null
      default:
        return undefined
    }
  }

  toText(): string {
    return 'Liquid::ForloopDrop'
  }
}

export class TablerowloopDrop extends Drop {
  index0 = 0

  constructor(
    readonly length: number,
    /** 0: all in one row */
    readonly cols: number | bigint,
  ) {
    super()
  }

  /** Column from 1 of the present cell. */
  get col(): number {
    const cols = Number(this.cols)
    return cols > 0 ? (this.index0 % cols) + 1 : this.index0 + 1
  }

  get row(): number {
    const cols = Number(this.cols)
    return cols > 0 ? Math.floor(this.index0 / cols) + 1 : 1
  }

  get last(): boolean {
    return this.index0 === this.length - 1
  }

  get columnLast(): boolean {
    return this.col === Number(this.cols)
  }

  get(key: string): unknown {
    const { index0, length } = this
    switch (key) {
      case 'index':
        return index0 + 1
      case 'index0':
        return index0
      case 'rindex':
        return length - index0
      case 'rindex0':
        return length - index0 - 1
      case 'first':
        return index0 === 0
      case 'last':
        return this.last
      case 'length':
        return length
      case 'col':
        return this.col
      case 'col0':
        return this.col - 1
      case 'row':
        return this.row
      case 'col_first':
        return this.col === 1
      case 'col_last':
        return this.columnLast
      default:
        return undefined
    }
  }

  toText(): string {
    return 'Liquid::TablerowloopDrop'
  }
}
