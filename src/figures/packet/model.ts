/** What a packet is made of. */
import type { Span } from '../../base/index.ts'
import type { Paint } from '../scene/shapes.ts'

/** How a field's bits are written as a value. */
export const FORMATS = ['dec', 'hex', 'bin', 'mac', 'ipv4', 'ipv6', 'text'] as const
export type Format = (typeof FORMATS)[number]

export interface Field {
  readonly kind: 'field'
  readonly name: string
  /** null: as many as there are */
  readonly bits: number | null
  /** where it may have fewer or more: the least and the most, in bits */
  readonly least?: number
  readonly most?: number
  readonly isOptional?: boolean
  readonly isRepeated?: boolean
  /** bits that nothing is said about */
  readonly isUnused?: boolean
  readonly value?: string
  readonly note?: string
  readonly format?: Format
  readonly tint?: Paint
  /** what it is made of: all of its bits, or nothing */
  readonly parts: readonly Field[]
  readonly span: Span
}

/** Fields with a brace. */
export interface Group {
  readonly kind: 'group'
  readonly name: string
  readonly items: readonly Item[]
  /** whether it begins a row of its own, where bytes are counted anew: an included header */
  readonly isHeader: boolean
  /** the name under which it was included */
  readonly header?: string
  /** where it is defined: `RFC 791` */
  readonly cite?: string
}

/** The next field begins a row. */
interface RowBreak {
  readonly kind: 'break'
}

export type Item = Field | Group | RowBreak

export interface Packet {
  /** bits in a row */
  readonly width: number
  readonly items: readonly Item[]
  readonly ruler: { readonly bits: boolean; readonly bytes: boolean }
  /** how the bytes at the left are counted */
  readonly offsets: 'dec' | 'hex'
}

/** All fields, in order; one with parts, then those. */
export function* fieldsOf(items: readonly Item[]): Generator<Field> {
  for (const item of items)
    if (item.kind === 'group') yield* fieldsOf(item.items)
    else if (item.kind === 'field') {
      yield item
      yield* fieldsOf(item.parts)
    }
}
