/**
 * Places for the boxes of a graph in the columns and rows that its text gives, and ways for its links, in pixels from the top left
 * of the figure. No link leads over a box, no two lie on each other, and labels have places of their own.
 */
import type { GraphBox, GraphLink, PlacedGraph } from '../graph/elk.ts'
import type { Point } from '../scene/shapes.ts'
import { type Axis, axisOf, needsOf } from './axis.ts'
import { groupsOf, widen } from './groups.ts'
import { type Extent, lanesFor } from './lanes.ts'
import { labelsOf, roomFor } from './link-labels.ts'
import { type Stub, slotsFor } from './slots.ts'
import { type Cell, nameOf, type Routed, wayOf } from './ways.ts'

/** Between a link and the corner of the box that it ends at. */
const CORNER = 9

/** @param cells of all boxes that have no others in them */
export function placeInGrid(
  boxes: readonly GraphBox[],
  links: readonly GraphLink[],
  cells: ReadonlyMap<string, Cell>,
): PlacedGraph {
  const taken = new Set([...cells.values()].map(nameOf))
  const routed = links.map((link): Routed => {
    const [from, to] = [cells.get(link.from)!, cells.get(link.to)!]
    return { link, from, to, way: wayOf(from, to, taken) }
  })
  const all = [...cells.values()]
  const columns = needsOf(Math.max(...all.map(({ column }) => column)) + 1)
  const rows = needsOf(Math.max(...all.map(({ row }) => row)) + 1)
  const level = slotsFor(routed.flatMap(levelStubs))
  const upright = slotsFor(routed.flatMap(uprightStubs))
  const leaves = leavesOf(boxes)
  const ends = endsOf(routed)
  const size = ({ id, width, height }: GraphBox) => {
    const most = (slots: ReadonlyMap<string, number>): number =>
      Math.max(0, ...(ends.get(id) ?? []).map((stub) => Math.abs(slots.get(stub) ?? 0)))
    return {
      width: Math.max(width, 2 * (most(upright.offsets) + CORNER)),
      height: Math.max(height, 2 * (most(level.offsets) + CORNER)),
    }
  }
  const sizes = new Map(leaves.map((box) => [box.id, size(box)]))
  for (const { id } of leaves) {
    const { column, row } = cells.get(id)!
    const { width, height } = sizes.get(id)!
    columns.lines[column] = Math.max(columns.lines[column]!, width)
    rows.lines[row] = Math.max(rows.lines[row]!, height)
  }
  for (const [column, need] of upright.needs) columns.lines[column] = Math.max(columns.lines[column]!, need)
  for (const [row, need] of level.needs) rows.lines[row] = Math.max(rows.lines[row]!, need)
  roomFor(routed, columns, rows)
  const tracks = tracksOf(routed)
  for (const [channel, count] of tracks.upright.counts) columns.channels[channel]!.tracks = count
  for (const [channel, count] of tracks.level.counts) rows.channels[channel]!.tracks = count
  const groups = groupsOf(boxes, cells)
  for (const { range, pads } of groups) {
    const [left, right] = [columns.pads[range.columns[0]]!, columns.pads[range.columns[1]]!]
    const [top, bottom] = [rows.pads[range.rows[0]]!, rows.pads[range.rows[1]]!]
    left.before = Math.max(left.before, pads.side)
    right.behind = Math.max(right.behind, pads.side)
    top.before = Math.max(top.before, pads.top)
    bottom.behind = Math.max(bottom.behind, pads.side)
  }
  widen(groups, columns)
  const [x, y] = [axisOf(columns), axisOf(rows)]
  const placed = new Map<string, Point & { width: number; height: number }>()
  for (const [id, { width, height }] of sizes) {
    const { column, row } = cells.get(id)!
    placed.set(id, {
      x: middle(x, column) - width / 2,
      y: middle(y, row) - height / 2,
      width,
      height,
    })
  }
  for (const { id, range, pads } of groups) {
    const [left, top] = [x.lines[range.columns[0]]![0] - pads.side, y.lines[range.rows[0]]![0] - pads.top]
    placed.set(id, {
      x: left,
      y: top,
      width: x.lines[range.columns[1]]![1] + pads.side - left,
      height: y.lines[range.rows[1]]![1] + pads.side - top,
    })
  }
  const ways = new Map<string, { points: readonly Point[]; labels: readonly Point[] }>()
  for (const each of routed) {
    const { id } = each.link
    const at = {
      x,
      y,
      level: (stub: string): number => level.offsets.get(stub)!,
      upright: (stub: string): number => upright.offsets.get(stub)!,
    }
    const points = pointsOf(each, at, placed, tracks)
    ways.set(id, { points, labels: labelsOf(each, points, { x, y, columns, rows }) })
  }
  return { width: x.length, height: y.length, boxes: placed, links: ways }
}

const leavesOf = (boxes: readonly GraphBox[]): readonly GraphBox[] =>
  boxes.flatMap((box) => (box.children === undefined ? [box] : leavesOf(box.children)))

const middle = (axis: Axis, line: number): number => (axis.lines[line]![0] + axis.lines[line]![1]) / 2

const heightOf = ({ labels }: GraphLink, ends: readonly string[]): number =>
  Math.max(0, ...labels.filter(({ at }) => ends.includes(at)).map(({ height }) => height))

/** The ends of links at the sides of boxes, by the rows that these lie in. */
function levelStubs({ link, from, to, way }: Routed): readonly Stub[] {
  const { id } = link
  const towards = to.row - from.row
  if (way.kind === 'upright') return []
  if (way.kind === 'level') {
    const [low, high] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
    const label = heightOf(link, ['from', 'middle', 'to'])
    return [{ id, line: from.row, channels: [low + 1, high], order: 0, label }]
  }
  const order = towards === 0 ? 0.5 : towards
  return [
    {
      id: `${id} from`,
      line: from.row,
      channels: [way.out, way.out],
      order,
      label: heightOf(link, ['from', 'middle']),
    },
    {
      id: `${id} to`,
      line: to.row,
      channels: [way.into, way.into],
      order: towards === 0 ? order : -order,
      label: heightOf(link, ['to']),
    },
  ]
}

function uprightStubs({ link, from, to, way }: Routed): readonly Stub[] {
  if (way.kind !== 'upright') return []
  const [low, high] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
  const label = Math.max(0, ...link.labels.map(({ width }) => width + 6))
  return [{ id: link.id, line: from.column, channels: [low + 1, high], order: 0, label }]
}

/** The names of the stubs at each box. */
function endsOf(routed: readonly Routed[]): ReadonlyMap<string, readonly string[]> {
  const ends = new Map<string, string[]>()
  for (const { link, way } of routed)
    for (const end of ['from', 'to'] as const) {
      const box = link[end]
      const stubs = ends.get(box) ?? []
      ends.set(box, stubs)
      stubs.push(way.kind === 'bent' ? `${link.id} ${end}` : link.id)
    }
  return ends
}

interface Tracks {
  /** by the name of a link's part */
  readonly of: ReadonlyMap<string, number>
  /** how many there are, by channel */
  readonly counts: ReadonlyMap<number, number>
}

interface Part {
  readonly name: string
  readonly channel: number
  readonly extent: Extent
}

/** Where in their channels bent links turn. */
function tracksOf(routed: readonly Routed[]): { readonly upright: Tracks; readonly level: Tracks } {
  /** Rows and the channels between them, as one after the other. */
  const row = (each: number): number => 2 * each + 1
  const upright = tracksIn(
    routed.flatMap(({ link: { id }, from, to, way }): readonly Part[] => {
      if (way.kind !== 'bent') return []
      const { out, into, across } = way
      if (across === undefined)
        return [{ name: `${id} out`, channel: out, extent: sorted(row(from.row), row(to.row)) }]
      return [
        { name: `${id} out`, channel: out, extent: sorted(row(from.row), 2 * across) },
        { name: `${id} into`, channel: into, extent: sorted(row(to.row), 2 * across) },
      ]
    }),
  )
  const level = tracksIn(
    routed.flatMap(({ link: { id }, way }): readonly Part[] => {
      if (way.kind !== 'bent' || way.across === undefined) return []
      const place = (part: 'out' | 'into'): number =>
        way[part] + upright.of.get(`${id} ${part}`)! / (routed.length + 1)
      return [{ name: id, channel: way.across, extent: sorted(place('out'), place('into')) }]
    }),
  )
  return { upright, level }
}

const sorted = (a: number, b: number): Extent => [Math.min(a, b), Math.max(a, b)]

function tracksIn(parts: readonly Part[]): Tracks {
  const of = new Map<string, number>()
  const counts = new Map<number, number>()
  for (const channel of new Set(parts.map((part) => part.channel))) {
    const own = parts.filter((part) => part.channel === channel)
    const lanes = lanesFor(own.map(({ extent }) => extent))
    own.forEach(({ name }, i) => {
      of.set(name, lanes[i]!)
    })
    counts.set(channel, Math.max(...lanes) + 1)
  }
  return { of, counts }
}

interface Places {
  readonly x: Axis
  readonly y: Axis
  level(stub: string): number
  upright(stub: string): number
}

function pointsOf(
  { link, from, to, way }: Routed,
  { x, y, level, upright }: Places,
  boxes: ReadonlyMap<string, Point & { readonly width: number; readonly height: number }>,
  tracks: ReturnType<typeof tracksOf>,
): readonly Point[] {
  const { id } = link
  const [a, b] = [boxes.get(link.from)!, boxes.get(link.to)!]
  const right = (box: typeof a): number => box.x + box.width
  if (way.kind === 'level') {
    const at = middle(y, from.row) + level(id)
    const isForth = from.column < to.column
    return [
      { x: isForth ? right(a) : a.x, y: at },
      { x: isForth ? b.x : right(b), y: at },
    ]
  }
  if (way.kind === 'upright') {
    const at = middle(x, from.column) + upright(id)
    const isDown = from.row < to.row
    return [
      { x: at, y: isDown ? a.y + a.height : a.y },
      { x: at, y: isDown ? b.y : b.y + b.height },
    ]
  }
  const { out, into, across } = way
  const [start, end] = [middle(y, from.row) + level(`${id} from`), middle(y, to.row) + level(`${id} to`)]
  const first = { x: out > from.column ? right(a) : a.x, y: start }
  const last = { x: into > to.column ? right(b) : b.x, y: end }
  const outX = x.track(out, tracks.upright.of.get(`${id} out`)!)
  if (across === undefined) return [first, { x: outX, y: start }, { x: outX, y: end }, last]
  const intoX = x.track(into, tracks.upright.of.get(`${id} into`)!)
  const acrossY = y.track(across, tracks.level.of.get(id)!)
  return [
    first,
    { x: outX, y: start },
    { x: outX, y: acrossY },
    { x: intoX, y: acrossY },
    { x: intoX, y: end },
    last,
  ]
}
