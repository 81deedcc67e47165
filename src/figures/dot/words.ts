/** A graph in words, and its edges as a list. */
import type { Alternative } from '../kind.ts'
import type { GraphObject, PlacedGraph, Thing } from './graphviz.ts'

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** What is drawn as the text of a thing. */
function textOf({ _ldraw_ = [] }: Pick<Thing, '_ldraw_'>): string {
  return _ldraw_.flatMap((step) => (step.op === 'T' ? [step.text.trim()] : [])).join(' ')
}

const isSeen = (thing: Thing): boolean => !/\binvis\b/.test(thing.style ?? '')
const nodesOf = ({ objects = [] }: PlacedGraph): readonly GraphObject[] =>
  objects.filter((object) => object.nodes === undefined && isSeen(object))
const nameOf = (object: GraphObject): string => textOf(object) || object.name

export function titleOf(graph: PlacedGraph): string {
  return textOf(graph) || (/^%\d+$|^$/.test(graph.name) ? 'Graph' : graph.name)
}

export function wordsOf(graph: PlacedGraph, title: string): string {
  const nodes = nodesOf(graph)
  const edges = (graph.edges ?? []).filter(isSeen)
  const names = new Map(nodes.map((node) => [node._gvid, nameOf(node)]))
  const groups = (graph.objects ?? []).filter((object) => object.nodes !== undefined && textOf(object) !== '')
  const counts = [counted(nodes.length, 'node'), counted(edges.length, 'link')]
  if (groups.length > 0) counts.push(counted(groups.length, 'group'))
  const within = groups.map(({ nodes: inside = [], ...group }) => {
    const members = inside.flatMap((id) => names.get(id) ?? [])
    return `In ${textOf(group)}: ${members.join(', ')}.`
  })
  return [`${title}: ${counts.join(', ')}.`, ...within].join(' ')
}

/** Each edge, and the nodes that have none. */
export function listOf(graph: PlacedGraph): Alternative {
  const nodes = nodesOf(graph)
  const names = new Map(nodes.map((node) => [node._gvid, nameOf(node)]))
  const linked = new Set<number>()
  const edges = (graph.edges ?? []).filter(isSeen).map((edge) => {
    linked.add(edge.tail).add(edge.head)
    const label = textOf(edge)
    const [from, to] = [names.get(edge.tail) ?? '', names.get(edge.head) ?? '']
    return `${from} ${graph.directed ? 'to' : 'with'} ${to}${label === '' ? '' : `: ${label}`}`
  })
  const alone = nodes.filter(({ _gvid }) => !linked.has(_gvid)).map(nameOf)
  return { kind: 'list', items: [...edges, ...alone] }
}
