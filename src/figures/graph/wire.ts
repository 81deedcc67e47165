/** A link between boxes: its labels, and how it is drawn. */
import type { Label, Paint, Point, Shape } from '../scene/shapes.ts'
import { measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import type { Tint } from './attributes.ts'
import type { Arrows } from './connection.ts'
import type { GraphLink } from './elk.ts'

export const STYLES = ['solid', 'dashed', 'thick'] as const
type Style = (typeof STYLES)[number]

export interface Wire {
  readonly from: string
  readonly to: string
  readonly arrows: Arrows
  readonly label: string
  /** the middle unless said; a label in the middle takes a row of its own */
  readonly labelAt?: 'from'
  /** at its ends: a port and its address */
  readonly fromLabel?: string
  readonly toLabel?: string
  readonly style?: Style
  readonly tint?: Tint
  /** its number, in a circle, where it is a step of a path */
  readonly step?: string
}

const MIDDLE = { font: 'sans', size: 13, line: 17 } as const
const END = { font: 'mono', size: 11, line: 14 } as const
const CIRCLE = { least: 18, gap: 5, size: 12 } as const
const NARROW = 150
const WIDEST = 320

interface WireLabel {
  readonly at: GraphLink['labels'][number]['at']
  readonly lines: readonly string[]
  readonly look: typeof MIDDLE | typeof END
  /** width of the circle before it */
  readonly circle: number
  readonly width: number
  readonly height: number
}

function labelsOf(wire: Wire): readonly WireLabel[] {
  const label = (at: WireLabel['at'], text: string, look: WireLabel['look'], step?: string): WireLabel[] => {
    const lines = wrap(text, look.font, look.size, NARROW)
      .filter((line) => line !== '')
      .map((line) => cut(line, look.font, look.size, WIDEST))
    if (lines.length === 0 && step === undefined) return []
    const circle = step === undefined ? 0 : Math.max(CIRCLE.least, measure(step, 'bold', CIRCLE.size) + 8)
    const widest = Math.max(0, ...lines.map((line) => measure(line, look.font, look.size)))
    const width = circle + (circle > 0 && lines.length > 0 ? CIRCLE.gap : 0) + Math.ceil(widest)
    return [
      {
        at,
        lines,
        look,
        circle,
        width,
        height: Math.max(lines.length * look.line, circle > 0 ? CIRCLE.least : 0),
      },
    ]
  }
  return [
    ...label(wire.labelAt ?? 'middle', wire.label, MIDDLE, wire.step),
    ...label('from', wire.fromLabel ?? '', END),
    ...label('to', wire.toLabel ?? '', END),
  ]
}

export function linkOf(wire: Wire, id: string): GraphLink {
  const { from, to } = wire
  return { id, from, to, labels: labelsOf(wire).map(({ width, height, at }) => ({ width, height, at })) }
}

export interface Route {
  readonly points: readonly Point[]
  /** the top left of each label, in the order of `linkOf` */
  readonly labels: readonly Point[]
}

/** @param name of the boxes of its labels */
export function drawWire(
  wire: Wire,
  route: Route,
  name: string,
): { readonly line: Shape; readonly labels: readonly Shape[] } {
  const paint: Paint =
    wire.tint === 'good' || wire.tint === 'bad' || wire.tint === 'accent' ? wire.tint : 'ink'
  const line: Shape = {
    shape: 'line',
    points: route.points,
    bend: 6,
    stroke: paint,
    weight: wire.style === 'thick' ? 3 : 1.5,
    ...(wire.style === 'dashed' ? { dashed: true } : {}),
    ...(wire.arrows.atFrom ? { start: 'arrow' as const } : {}),
    ...(wire.arrows.atTo ? { end: 'arrow' as const } : {}),
  }
  const labels = labelsOf(wire).flatMap((label, i) =>
    drawLabel(label, route.labels[i]!, wire.step ?? '', paint, `${name}.${i}`),
  )
  return { line, labels }
}

function drawLabel(label: WireLabel, at: Point, step: string, paint: Paint, name: string): readonly Shape[] {
  const { lines, look, circle, height } = label
  const shapes: Shape[] = []
  let { x } = at
  if (circle > 0) {
    const y = at.y + (height - CIRCLE.least) / 2
    shapes.push(
      {
        shape: 'box',
        name,
        x,
        y,
        width: circle,
        height: CIRCLE.least,
        round: CIRCLE.least / 2,
        stroke: paint,
        fill: 'ground',
      },
      {
        shape: 'label',
        text: step,
        x: x + circle / 2,
        y: y + CIRCLE.least / 2,
        anchor: 'middle',
        font: 'bold',
        size: CIRCLE.size,
        paint,
        within: name,
      },
    )
    x += circle + CIRCLE.gap
  }
  const top = at.y + (height - lines.length * look.line) / 2
  const own: Label['paint'] = look === END ? 'quiet' : paint
  lines.forEach((text, i) => {
    shapes.push({
      shape: 'label',
      text,
      x,
      y: top + (i + 0.5) * look.line,
      anchor: 'start',
      font: look.font,
      size: look.size,
      paint: own,
    })
  })
  return shapes
}

/** Between two links that lead beside each other. */
const BESIDE = { across: 26, along: 28, apart: 8 } as const

const tallest = (wires: readonly Wire[]): number =>
  Math.max(...wires.flatMap((wire) => labelsOf(wire).map(({ height }) => height)), 0) + BESIDE.apart

/** The room that links between two boxes side by side want: between the boxes, and of their height. */
export function spaceBeside(wires: readonly Wire[]): { readonly width: number; readonly height: number } {
  const widest = Math.max(...wires.flatMap((wire) => labelsOf(wire).map(({ width }) => width)), 0)
  return {
    width: widest + BESIDE.along,
    height: (wires.length + 1) * Math.max(BESIDE.across, tallest(wires)),
  }
}

type Place = Point & { readonly width: number; readonly height: number }

/** Straight ways between two boxes side by side, below each other, all as the first link leads; labels stand on them. */
export function routeBeside(wires: readonly Wire[], from: Place, to: Place): readonly Route[] {
  const [left, right] = from.x < to.x ? [from, to] : [to, from]
  const [a, b] = [left.x + left.width, right.x]
  const top = Math.max(from.y, to.y)
  const bottom = Math.min(from.y + from.height, to.y + to.height)
  const step = Math.max(BESIDE.across, tallest(wires))
  return wires.map((wire, i) => {
    const y = (top + bottom) / 2 + (i - (wires.length - 1) / 2) * step
    const points = [
      { x: a, y },
      { x: b, y },
    ]
    const labels = labelsOf(wire).map(({ width, height }) => ({ x: (a + b - width) / 2, y: y - height - 2 }))
    return { points: from === left ? points : points.reverse(), labels }
  })
}
