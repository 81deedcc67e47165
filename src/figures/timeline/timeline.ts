/** `timeline`: what happens when, from nanoseconds to years. */
import type { FigureKind } from '../kind.ts'
import { drawTimeline } from './draw.ts'
import { layoutTimeline } from './layout.ts'
import { parseTimeline } from './parse.ts'
import { tableOf, wordsOf } from './words.ts'

export const timeline: FigureKind = {
  name: 'timeline',
  shows: 'what happens when',
  settings: ['scale', 'axis'],
  draw(figure, context) {
    let isFaulty = false
    const made = parseTimeline(figure, {
      fault(fault) {
        isFaulty = true
        context.fault(fault)
      },
    })
    const title = figure.settings.get('title')?.value ?? 'Timeline'
    const words = { title, description: wordsOf(made, title), alternative: tableOf(made) }
    // What has mistakes has no places.
    if (isFaulty) return { scene: { width: 0, height: 0, shapes: [] }, ...words }
    return { scene: drawTimeline(made, layoutTimeline(made)), ...words }
  },
}
