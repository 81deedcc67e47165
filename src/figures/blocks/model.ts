/** What a block diagram is made of: rows of boxes from the top, those of a layer with a band behind them. */
import type { Card } from '../graph/card.ts'
import type { Wire } from '../graph/wire.ts'
import type { Icon } from '../icons/icon.ts'

export interface Block {
  /** its place in the text's order: names come from strangers */
  readonly key: string
  readonly name: string
  readonly card: Card
  readonly icon?: Icon
}

export interface Row {
  readonly blocks: readonly Block[]
}

export interface Layer {
  /** none where boxes stand outside of layers */
  readonly title: string
  readonly rows: readonly Row[]
}

export interface Blocks {
  readonly layers: readonly Layer[]
  readonly links: readonly Wire[]
}

export const blocksOf = ({ layers }: Pick<Blocks, 'layers'>): readonly Block[] =>
  layers.flatMap(({ rows }) => rows.flatMap(({ blocks }) => blocks))
