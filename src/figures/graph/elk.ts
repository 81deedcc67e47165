/**
 * Places for the boxes and links of a graph: the adapter of `elkjs`, the Eclipse Layout Kernel. Answers at once, and the same
 * for the same graph. All that it gives is in pixels from the top left of the figure.
 */
import { requirePackage } from '../../base/index.ts'
import { FigureError } from '../language/fault.ts'
import type { Point } from '../scene/shapes.ts'

export type Direction = 'right' | 'down' | 'left' | 'up'
export const DIRECTIONS: readonly Direction[] = ['right', 'down', 'left', 'up']

interface Size {
  readonly width: number
  readonly height: number
}

/** A box: one with others in it is as large as those want, and no smaller than its size. */
export interface GraphBox extends Size {
  readonly id: string
  /** kept free at the top of a box with others in it */
  readonly head?: number
  readonly children?: readonly GraphBox[]
  /** Rows lie one behind the other in the direction of the graph. All boxes have one, or none. */
  readonly row?: number
}

export interface GraphLink {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly labels: readonly (Size & { readonly at: 'middle' | 'from' | 'to' })[]
}

interface Graph {
  readonly direction: Direction
  readonly boxes: readonly GraphBox[]
  readonly links: readonly GraphLink[]
  /** least distance of boxes that lie beside each other; 32 unless said */
  readonly gap?: number
  /** least distance of those that lie behind each other; 44 unless said */
  readonly step?: number
}

export interface PlacedGraph extends Size {
  readonly boxes: ReadonlyMap<string, Point & Size>
  /** the points of each link, and the top left of each of its labels */
  readonly links: ReadonlyMap<
    string,
    { readonly points: readonly Point[]; readonly labels: readonly Point[] }
  >
}

interface ElkLabel extends Size {
  readonly text: string
  readonly layoutOptions?: Readonly<Record<string, string>>
  readonly x?: number
  readonly y?: number
}

interface ElkNode extends Partial<Size> {
  readonly id: string
  readonly layoutOptions?: Readonly<Record<string, string>>
  readonly children?: readonly ElkNode[]
  readonly edges?: readonly ElkEdge[]
  readonly x?: number
  readonly y?: number
}

interface ElkEdge {
  readonly id: string
  readonly sources: readonly string[]
  readonly targets: readonly string[]
  readonly labels: readonly ElkLabel[]
  readonly container?: string
  readonly sections?: readonly {
    readonly startPoint: Point
    readonly bendPoints?: readonly Point[]
    readonly endPoint: Point
  }[]
}

interface Answer {
  readonly id: number
  readonly error?: { readonly message?: string }
  readonly data?: ElkNode
}

/** What stands between the program and its thread of work, which is this one. */
interface ElkWorker {
  onmessage: (event: { readonly data: Answer }) => void
  readonly dispatcher: { saveDispatch(event: { readonly data: object }): void }
}

const GAP = 32
const STEP = 44
/** The least that ELK keeps between links that bend. */
const BEND = 20

/** With more links than these, straightening as many as can be takes seconds. */
const MOST_STRAIGHT = 50

const ROOT = {
  'elk.algorithm': 'layered',
  // Without it, links between boxes of different groups have no route.
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.padding': '[top=8,left=8,bottom=8,right=8]',
}

const ENDS = { middle: 'CENTER', from: 'TAIL', to: 'HEAD' } as const

/** Throws a `FigureError` for a graph that ELK cannot lay out. */
export function placeGraph(graph: Graph): PlacedGraph {
  const spacing = spacingOf(graph.gap ?? GAP, graph.step ?? STEP)
  const isAcross = graph.direction === 'right' || graph.direction === 'left'
  const room = { spacing, isAcross, ends: endsOf(graph.links, isAcross) }
  const hasRows = graph.boxes.some(({ row }) => row !== undefined)
  const root: ElkNode = {
    id: 'root',
    layoutOptions: {
      ...ROOT,
      'elk.layered.nodePlacement.strategy':
        graph.links.length > MOST_STRAIGHT ? 'BRANDES_KOEPF' : 'NETWORK_SIMPLEX',
      ...spacing,
      'elk.direction': graph.direction.toUpperCase(),
      ...(hasRows
        ? {
            'elk.partitioning.activate': 'true',
            'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
          }
        : {}),
    },
    children: graph.boxes.map((box) => elkNode(box, room)),
    edges: graph.links.map(({ id, from, to, labels }) => ({
      id,
      sources: [from],
      targets: [to],
      labels: labels.map(({ width, height, at }) => ({
        text: ' ',
        width,
        height,
        layoutOptions: { 'elk.edgeLabels.placement': ENDS[at] },
      })),
    })),
  }
  return placesIn(ask(root))
}

function spacingOf(gap: number, step: number): Readonly<Record<string, string>> {
  return {
    'elk.spacing.nodeNode': String(gap),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(step),
    'elk.spacing.edgeNode': String(BEND),
    'elk.layered.spacing.edgeNodeBetweenLayers': String(BEND),
    'elk.spacing.edgeEdge': String(BEND),
    'elk.layered.spacing.edgeEdgeBetweenLayers': String(BEND),
    'elk.spacing.edgeLabel': '3',
    'elk.spacing.labelLabel': '4',
    'elk.spacing.componentComponent': String(gap),
  }
}

interface Room {
  readonly spacing: Readonly<Record<string, string>>
  /** whether links lead to the left or right */
  readonly isAcross: boolean
  /** what the links that end at one side of a box want of it, at most */
  readonly ends: ReadonlyMap<string, number>
}

/** Labels at the ends of links lie beside them: with several ends at a side, there has to be room between. */
function endsOf(links: readonly GraphLink[], isAcross: boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  const widths = new Map<string, number>()
  for (const { from, to, labels } of links)
    for (const side of ['from', 'to'] as const) {
      const end = `${side} ${side === 'from' ? from : to}`
      counts.set(end, (counts.get(end) ?? 0) + 1)
      for (const { at, width, height } of labels)
        if (at === side) widths.set(end, Math.max(widths.get(end) ?? 0, isAcross ? height : width))
    }
  return new Map(
    [...counts].map(([end, count]) => {
      const apart = Math.max(BEND, count === 1 ? 0 : (widths.get(end) ?? 0) + 8)
      return [end, (count + 1) * apart]
    }),
  )
}

/** ELK puts the ends of links as close together as the box is small. */
function roomFor({ id, width, height }: GraphBox, { isAcross, ends }: Room): Size {
  const least = Math.max(ends.get(`from ${id}`) ?? 0, ends.get(`to ${id}`) ?? 0)
  return isAcross ? { width, height: Math.max(height, least) } : { width: Math.max(width, least), height }
}

function elkNode(box: GraphBox, room: Room): ElkNode {
  const { id, width, height, children = [], head = 0, row } = box
  const place = row === undefined ? {} : { 'elk.partitioning.partition': String(row) }
  if (children.length === 0) return { id, ...roomFor(box, room), layoutOptions: place }
  return {
    id,
    children: children.map((child) => elkNode(child, room)),
    layoutOptions: {
      ...room.spacing,
      ...place,
      'elk.padding': `[top=${head + 12},left=16,bottom=16,right=16]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},${height})`,
    },
  }
}

function ask(graph: ElkNode): ElkNode {
  const { Worker } = requirePackage('elkjs/lib/elk-worker.min.js') as { readonly Worker: new () => ElkWorker }
  const worker = new Worker()
  let answer: Answer | undefined
  worker.onmessage = ({ data }) => {
    answer = data
  }
  worker.dispatcher.saveDispatch({ data: { id: 0, cmd: 'register', algorithms: ['layered'] } })
  worker.dispatcher.saveDispatch({ data: { id: 1, cmd: 'layout', graph, layoutOptions: {}, options: {} } })
  if (answer?.data === undefined || answer.id !== 1)
    throw new FigureError(
      `The figure cannot be laid out: ${answer?.error?.message ?? 'ELK gave no answer'}`,
      { start: 0, end: 0 },
    )
  return answer.data
}

/** So small a step aside, in pixels, reads as a mistake. */
const JOG = 7
/** What is left between the end of a link and a corner of its box. */
const CORNER = 8

/** A line whose first piece is moved along the side of its box where it then goes straight on. */
function withoutJog(points: readonly Point[], box: Point & Size): readonly Point[] {
  const [first, second, third, fourth] = points
  if (first === undefined || second === undefined || third === undefined || fourth === undefined)
    return points
  const isLevel = first.y === second.y
  const [axis, size] = isLevel ? (['y', 'height'] as const) : (['x', 'width'] as const)
  const at = third[axis]
  const isSmall = at !== second[axis] && Math.abs(at - second[axis]) <= JOG && fourth[axis] === at
  const isInside = at >= box[axis] + CORNER && at <= box[axis] + box[size] - CORNER
  return isSmall && isInside ? [{ ...first, [axis]: at }, ...points.slice(3)] : points
}

/** ELK counts from the group that a box or a link is in; here all is counted from the figure. */
function placesIn(root: ElkNode): PlacedGraph {
  const boxes = new Map<string, Point & Size>()
  const walk = (node: ElkNode, from: Point): void => {
    const { width = 0, height = 0 } = node
    const at = { x: from.x + (node.x ?? 0), y: from.y + (node.y ?? 0), width, height }
    boxes.set(node.id, at)
    for (const child of node.children ?? []) walk(child, at)
  }
  walk(root, { x: 0, y: 0 })
  const links = new Map<string, { readonly points: readonly Point[]; readonly labels: readonly Point[] }>()
  for (const { id, sources, targets, sections = [], labels, container = 'root' } of root.edges ?? []) {
    const from = boxes.get(container)!
    const moved = ({ x, y }: Point): Point => ({ x: x + from.x, y: y + from.y })
    const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) =>
      [startPoint, ...bendPoints, endPoint].map(moved),
    )
    const has = (place: string): boolean =>
      labels.some(({ layoutOptions }) => layoutOptions?.['elk.edgeLabels.placement'] === place)
    const smooth = (all: readonly Point[], box: string | undefined, end: string): readonly Point[] =>
      has(end) ? all : withoutJog(all, boxes.get(box ?? '')!)
    const started = smooth(points, sources[0], ENDS.from)
    const ended = [...smooth([...started].reverse(), targets[0], ENDS.to)].reverse()
    links.set(id, { points: ended, labels: labels.map(({ x = 0, y = 0 }) => moved({ x, y })) })
  }
  return { ...boxes.get('root')!, boxes, links }
}
