/** `topology`: nodes with icons, in groups, and what leads from one to another. */

import { directionOf } from '../graph/direction.ts'
import { creditsOf } from '../icons/icon.ts'
import type { FigureKind } from '../kind.ts'
import { drawTopology } from './draw.ts'
import { allOf } from './model.ts'
import { parseTopology } from './parse.ts'
import { hasPlaces } from './places.ts'
import { tableOf, wordsOf } from './words.ts'

export const topology: FigureKind = {
  name: 'topology',
  shows: 'nodes of a network, in groups, and their links',
  settings: ['direction'],
  draw(figure, context) {
    const made = parseTopology(figure, context)
    const written = figure.settings.get('direction')
    if (written !== undefined && hasPlaces(made.members))
      context.fault({
        message: '`direction` says nothing where nodes have places',
        span: written.span,
        help: 'take it out, or the places',
      })
    const direction = directionOf(figure.settings, 'right', context)
    const title = figure.settings.get('title')?.value ?? 'Network topology'
    const icons = [...allOf(made.members)].flatMap((member) =>
      member.kind === 'node' && member.icon ? [member.icon] : [],
    )
    return {
      scene: drawTopology(made, direction),
      title,
      description: wordsOf(made, title),
      alternative: tableOf(made),
      credits: creditsOf(icons),
    }
  },
}
