/** Labels of links in a grid: beside the straight piece at their end, in a part of the channel where nothing turns. */
import type { GraphLink } from '../graph/elk.ts'
import type { Point } from '../scene/shapes.ts'
import type { Axis, Needs } from './axis.ts'
import type { Routed } from './ways.ts'

type GraphLabel = GraphLink['labels'][number]

const APART = 6
const ABOVE = 2

/** The end that a label is at: the middle is where the link comes from. */
const endOf = ({ at }: GraphLabel): 'from' | 'to' => (at === 'to' ? 'to' : 'from')

interface End {
  /** the channel that it leads to, and whether it comes from the column or row before that */
  readonly channel: number
  readonly isBefore: boolean
}

function endIn({ from, to, way }: Routed, end: 'from' | 'to'): End {
  if (way.kind === 'bent') {
    const own = end === 'from' ? from : to
    const channel = end === 'from' ? way.out : way.into
    return { channel, isBefore: channel > own.column }
  }
  const [own, other] = end === 'from' ? [from, to] : [to, from]
  const line = way.kind === 'level' ? 'column' : 'row'
  const isBefore = own[line] < other[line]
  return { channel: isBefore ? own[line] + 1 : own[line], isBefore }
}

/** Makes room in the channels for all labels. */
export function roomFor(routed: readonly Routed[], columns: Needs, rows: Needs): void {
  for (const each of routed)
    for (const end of ['from', 'to'] as const) {
      const labels = each.link.labels.filter((label) => endOf(label) === end)
      if (labels.length === 0) continue
      const { channel, isBefore } = endIn(each, end)
      const isUpright = each.way.kind === 'upright'
      const room = (isUpright ? rows : columns).channels[channel]!
      const wanted = labels.reduce(
        (sum, { width, height }) => sum + (isUpright ? height : width) + APART,
        APART,
      )
      if (isBefore) room.before = Math.max(room.before, wanted)
      else room.behind = Math.max(room.behind, wanted)
    }
}

interface Grid {
  readonly x: Axis
  readonly y: Axis
  readonly columns: Needs
  readonly rows: Needs
}

/** The top left of each label, in the order of the link's. */
export function labelsOf(routed: Routed, points: readonly Point[], grid: Grid): readonly Point[] {
  const { link, way } = routed
  const isUpright = way.kind === 'upright'
  const [axis, needs] = isUpright ? [grid.y, grid.rows] : [grid.x, grid.columns]
  const [lone] = link.labels
  const alone = link.labels.length === 1 ? loneAt(routed, lone!, points, axis, needs) : undefined
  if (alone !== undefined) return [alone]
  const used = { from: APART, to: APART }
  // From the box outwards: what is at the end, then what is in the middle.
  const places = new Map<GraphLabel, Point>()
  for (const label of [...link.labels].sort(
    (a, b) => Number(a.at === 'middle') - Number(b.at === 'middle'),
  )) {
    const end = endOf(label)
    const { channel, isBefore } = endIn(routed, end)
    const [start, behind] = axis.channels[channel]!
    const length = isUpright ? label.height : label.width
    const along = isBefore ? start + used[end] : behind - used[end] - length
    used[end] += length + APART
    const point = end === 'from' ? points[0]! : points.at(-1)!
    places.set(
      label,
      isUpright ? { x: point.x + APART, y: along } : { x: along, y: point.y - ABOVE - label.height },
    )
  }
  return link.labels.map((label) => places.get(label)!)
}

/** A label that is alone on its straight link, with nothing turning beside it, is in the middle of that. */
function loneAt(
  { from, to, way }: Routed,
  { at, width, height }: GraphLabel,
  [a, b]: readonly Point[],
  axis: Axis,
  { channels }: Needs,
): Point | undefined {
  if (way.kind === 'bent' || at !== 'middle') return undefined
  const line = way.kind === 'level' ? 'column' : 'row'
  const channel = Math.max(from[line], to[line])
  if (Math.abs(from[line] - to[line]) > 1 || channels[channel]!.tracks > 0) return undefined
  const [start, end] = axis.channels[channel]!
  const isFree = start === axis.lines[channel - 1]![1] && end === axis.lines[channel]![0]
  // Not on the borders of groups.
  const along = (from: number, to: number): number => (isFree ? (from + to) / 2 : (start + end) / 2)
  return way.kind === 'level'
    ? { x: along(a!.x, b!.x) - width / 2, y: a!.y - ABOVE - height }
    : { x: a!.x + APART, y: along(a!.y, b!.y) - height / 2 }
}
