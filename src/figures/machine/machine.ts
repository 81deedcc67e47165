/** `machine`: states, and what leads from one to another. */
import { directionOf } from '../graph/direction.ts'
import type { FigureKind } from '../kind.ts'
import { drawMachine } from './draw.ts'
import { parseMachine } from './parse.ts'
import { tableOf, wordsOf } from './words.ts'

export const machine: FigureKind = {
  name: 'machine',
  shows: 'states, and what leads from one to another',
  settings: ['start', 'direction'],
  draw(figure, context) {
    let isFaulty = false
    const made = parseMachine(figure, {
      fault(fault) {
        isFaulty = true
        context.fault(fault)
      },
    })
    const direction = directionOf(figure.settings, 'right', context)
    const title = figure.settings.get('title')?.value ?? 'State machine'
    const words = { title, description: wordsOf(made, title), alternative: tableOf(made) }
    // What has mistakes has no places.
    if (isFaulty) return { scene: { width: 0, height: 0, shapes: [] }, ...words }
    return { scene: drawMachine(made, direction), ...words }
  },
}
