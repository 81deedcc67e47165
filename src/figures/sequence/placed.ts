/** A sequence whose things have places, in pixels: what `layout.ts` makes and `draw.ts` draws. */
import type { Tint } from '../graph/attributes.ts'
import type { Point } from '../scene/shapes.ts'
import type { Columns } from './columns.ts'
import type { Message } from './model.ts'

export interface PlacedText {
  readonly lines: readonly string[]
  readonly x: number
  /** the middle of its height */
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** whether a line may go behind it */
  readonly isOver?: boolean
}

export interface PlacedMessage {
  readonly message: Message
  readonly points: readonly Point[]
  readonly label?: PlacedText
  readonly note?: PlacedText
}

export interface PlacedBox {
  readonly kind: 'state' | 'note'
  readonly text: PlacedText
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly tint?: Tint
}

export interface PlacedBar {
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly text: PlacedText
  readonly tint?: Tint
}

export interface Layout {
  readonly columns: Columns
  readonly heads: {
    readonly y: number
    readonly height: number
    readonly lines: readonly (readonly string[])[]
  }
  readonly messages: readonly PlacedMessage[]
  readonly boxes: readonly PlacedBox[]
  readonly states: readonly (PlacedText & { readonly tint?: Tint })[]
  readonly bars: readonly PlacedBar[]
  readonly times: readonly { readonly text: string; readonly y: number }[]
  /** where the lines of the hosts end */
  readonly bottom: number
  readonly height: number
}
