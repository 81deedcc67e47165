/** Places for everything in a timeline, in pixels. */
import { measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import type { Happening, Timeline } from './model.ts'
import { type Tick, ticksOf } from './ticks.ts'

export const TEXT = { font: 'sans', size: 13, line: 17 } as const
export const TICK = { font: 'mono', size: 11 } as const
export const LANE = { font: 'bold', size: 13, line: 17, width: 130 } as const

export interface PlacedItem {
  readonly item: Happening
  /** of the dot's middle, or of the bar */
  readonly x: number
  /** 0 for an event */
  readonly width: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  /** the label's place: in the bar, or beside it */
  readonly label: {
    readonly x: number
    readonly anchor: 'start' | 'middle' | 'end'
    readonly isInside: boolean
  }
}

interface PlacedLane {
  readonly lines: readonly string[]
  readonly y: number
  readonly height: number
  readonly items: readonly PlacedItem[]
}

export interface Layout {
  /** of the axis */
  readonly left: number
  readonly right: number
  readonly axisY: number
  readonly ticks: readonly (Tick & { readonly x: number; readonly hasText: boolean })[]
  readonly lanes: readonly PlacedLane[]
  readonly width: number
  readonly height: number
}

/** As wide as the text of the theme `whirl`, where labels beyond the end do not want more. */
const WHOLE = 688
const EDGE = 8
const AXIS = 26
/** Beside the axis: room for the texts of its first and its last tick. */
const MARGIN = 34
const DOT = 5
const WIDEST = 210
/** A bar narrower than this has its label beside it where that is not short. */
const NARROW = 70
const BETWEEN = { rows: 6, lanes: 10, items: 12 }

export function layoutTimeline(timeline: Timeline): Layout {
  const names = timeline.lanes.map(({ title }) => linesIn(title, LANE, LANE.width))
  const widest = Math.max(0, ...names.flat().map((line) => measure(line, LANE.font, LANE.size)))
  const left = widest === 0 ? MARGIN : EDGE + Math.ceil(widest) + 20
  const right = WHOLE - MARGIN
  const xOf = scaleOf(timeline, left, right)
  const axisY = timeline.hasAxis ? AXIS : 0
  let y = axisY + BETWEEN.lanes
  let width = right + MARGIN
  const lanes = timeline.lanes.map(({ items }, i): PlacedLane => {
    const rows = new Rows()
    for (const item of [...items].sort((a, b) => a.start - b.start)) rows.add(spot(item, xOf, left, right))
    const placed = rows.placed(y)
    const height = Math.max(placed.height, names[i]!.length * LANE.line + 4)
    for (const { label, lines, x, width: own } of placed.items) {
      const text = widthOf(lines)
      const end =
        label.anchor === 'start' ? label.x + text : label.anchor === 'middle' ? label.x + text / 2 : x
      width = Math.max(width, end + EDGE, x + own + EDGE)
    }
    const lane = { lines: names[i]!, y, height, items: placed.items }
    y += height + BETWEEN.lanes * 2
    return lane
  })
  const height = y - BETWEEN.lanes
  return { left, right, axisY, ticks: placeTicks(timeline, xOf), lanes, width, height }
}

function scaleOf(
  { isLogarithmic, from, to }: Timeline,
  left: number,
  right: number,
): (value: number) => number {
  const map = isLogarithmic ? Math.log10 : (value: number): number => value
  const [first, length] = [map(from), map(to) - map(from)]
  return (value) => left + ((map(value) - first) / length) * (right - left)
}

/** Those whose texts would touch the one before have none. */
function placeTicks(timeline: Timeline, xOf: (value: number) => number): Layout['ticks'] {
  if (!timeline.hasAxis) return []
  let free = 0
  return ticksOf(timeline).map((tick) => {
    const x = xOf(tick.value)
    const half = measure(tick.text, TICK.font, TICK.size) / 2
    const hasText = x - half >= free && x - half >= 0 && x + half <= xOf(timeline.to) + MARGIN
    if (hasText) free = x + half + 8
    return { ...tick, x, hasText }
  })
}

function linesIn(text: string, { font, size }: typeof TEXT | typeof LANE, width: number): readonly string[] {
  return wrap(text, font, size, width)
    .filter((line) => line !== '')
    .map((line) => cut(line, font, size, width))
}

const widthOf = (lines: readonly string[]): number =>
  Math.max(0, ...lines.map((line) => measure(line, TEXT.font, TEXT.size)))

/** An item without its height, and what it takes from left to right. */
interface Spot extends Omit<PlacedItem, 'y'> {
  readonly from: number
  readonly to: number
}

function spot(item: Happening, xOf: (value: number) => number, left: number, right: number): Spot {
  const x = xOf(item.start)
  const width = item.end === undefined ? 0 : Math.max(3, xOf(item.end) - x)
  const inside = linesIn(item.text, TEXT, Math.max(1, width - 12))
  const whole = linesIn(item.text, TEXT, WIDEST)
  const isWhole =
    widthOf(inside) <= width - 12 && !inside.some((line, i) => line.endsWith('…') && line !== whole[i])
  if (width > 0 && isWhole && (width >= NARROW || inside.length <= whole.length)) {
    const height = Math.max(24, inside.length * TEXT.line + (item.isArrow ? 10 : 7))
    const label = { x: x + width / 2, anchor: 'middle', isInside: true } as const
    return { item, x, width, height, lines: inside, label, from: x, to: x + width }
  }
  const text = widthOf(whole)
  const height = Math.max(24, whole.length * TEXT.line)
  const [begin, end] = width === 0 ? [x - DOT, x + DOT] : [x, x + width]
  const isLeft = end + 5 + text > right && begin - 5 - text >= left
  const label = isLeft
    ? ({ x: begin - 5, anchor: 'end', isInside: false } as const)
    : ({ x: end + 5, anchor: 'start', isInside: false } as const)
  const [from, to] = isLeft ? [begin - 5 - text, end] : [begin, end + 5 + text]
  return { item, x, width, height, lines: whole, label, from, to }
}

/** Things in rows, each in the first one where there is room. */
class Rows {
  private readonly rows: { end: number; height: number; readonly spots: Spot[] }[] = []

  add(one: Spot): void {
    const row = this.rows.find(({ end }) => end + BETWEEN.items <= one.from)
    if (row === undefined) {
      this.rows.push({ end: one.to, height: one.height, spots: [one] })
      return
    }
    row.end = one.to
    row.height = Math.max(row.height, one.height)
    row.spots.push(one)
  }

  placed(top: number): { readonly items: readonly PlacedItem[]; readonly height: number } {
    let y = top
    const items = this.rows.flatMap(({ height, spots }) => {
      const middle = y + height / 2
      y += height + BETWEEN.rows
      return spots.map(({ from: _from, to: _to, ...rest }) => ({ ...rest, y: middle - rest.height / 2 }))
    })
    return { items, height: Math.max(0, y - top - BETWEEN.rows) }
  }
}
