/** `dot`: a graph in the language of Graphviz, placed by it and drawn as other figures are. */
import type { FigureKind } from '../kind.ts'
import { drawGraph } from './draw.ts'
import { placedGraph } from './graphviz.ts'
import { listOf, titleOf, wordsOf } from './words.ts'

export const dot: FigureKind = {
  name: 'dot',
  shows: 'a graph in the language of Graphviz',
  settings: [],
  isForeign: true,
  draw(figure, context) {
    const graph = placedGraph(figure, context)
    // What has mistakes has no places.
    if (graph === undefined)
      return { scene: { width: 0, height: 0, shapes: [] }, title: 'Graph', description: 'Graph' }
    const title = figure.settings.get('title')?.value ?? titleOf(graph)
    return {
      scene: drawGraph(graph, figure, context),
      title,
      description: wordsOf(graph, title),
      alternative: listOf(graph),
    }
  },
}
