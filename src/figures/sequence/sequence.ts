/** `sequence`: messages between hosts, from the top down, as RFCs draw ladders. */
import type { FigureKind } from '../kind.ts'
import { drawSequence } from './draw.ts'
import { layoutSequence } from './layout.ts'
import { parseSequence } from './parse.ts'
import { listOf, titleOf, wordsOf } from './words.ts'

export const sequence: FigureKind = {
  name: 'sequence',
  shows: 'messages between hosts, and their states',
  settings: ['scale'],
  draw(figure, context) {
    let isFaulty = false
    const made = parseSequence(figure, {
      fault(fault) {
        isFaulty = true
        context.fault(fault)
      },
    })
    const title = figure.settings.get('title')?.value ?? titleOf(made)
    const words = { title, description: wordsOf(made, title), alternative: listOf(made) }
    // What has mistakes has no places.
    if (isFaulty) return { scene: { width: 0, height: 0, shapes: [] }, ...words }
    return { scene: drawSequence(made, layoutSequence(made)), ...words }
  },
}
