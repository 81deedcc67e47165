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
    ...label('middle', wire.label, MIDDLE, wire.step),
    ...label('from', wire.fromLabel ?? '', END),
    ...label('to', wire.toLabel ?? '', END),
  ]
}

export function linkOf(wire: Wire, id: string): GraphLink {
  const { from, to } = wire
  return { id, from, to, labels: labelsOf(wire).map(({ width, height, at }) => ({ width, height, at })) }
}

interface Route {
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
