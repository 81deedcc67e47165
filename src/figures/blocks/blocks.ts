/** `blocks`: boxes in layers, with hooks, and the arrows between them. */
import { creditsOf } from '../icons/icon.ts'
import type { FigureKind } from '../kind.ts'
import { drawBlocks } from './draw.ts'
import { blocksOf } from './model.ts'
import { parseBlocks } from './parse.ts'
import { listOf, wordsOf } from './words.ts'

export const blocks: FigureKind = {
  name: 'blocks',
  shows: 'boxes in layers, their hooks and what leads between them',
  settings: [],
  draw(figure, context) {
    const made = parseBlocks(figure, context)
    const title = figure.settings.get('title')?.value ?? 'Block diagram'
    return {
      scene: drawBlocks(made),
      title,
      description: wordsOf(made, title),
      alternative: listOf(made),
      credits: creditsOf(blocksOf(made).flatMap(({ icon }) => (icon === undefined ? [] : [icon]))),
    }
  },
}
