/** Graphviz's drawing in our shapes: its places and outlines, our typefaces and colours. */
import { hrefOf } from '../graph/attributes.ts'
import type { DrawContext, FigureText } from '../kind.ts'
import type { Box, Label, Look, Paint, Point, Scene, Shape } from '../scene/shapes.ts'
import { type FontName, measure } from '../text/measure.ts'
import { cut } from '../text/wrap.ts'
import type { GraphEdge, GraphObject, Operation, PlacedGraph, Thing } from './graphviz.ts'
import { borderOf, fillOf, strokeOf } from './paint.ts'

/** Around all of it: half of thick lines lies outside of Graphviz's bounds. */
const MARGIN = 8
const ROUND = 8

type Place = (x: number, y: number) => Point

export function drawGraph(graph: PlacedGraph, figure: FigureText, context: DrawContext): Scene {
  const [left = 0, bottom = 0, right = 0, top = 0] = graph.bb.split(',').map(Number)
  const place: Place = (x, y) => ({ x: x - left + MARGIN, y: top - y + MARGIN })
  const [groups, nodes]: [Shape[], Shape[]] = [[], []]
  for (const object of graph.objects ?? [])
    if (object.nodes === undefined) nodes.push(...linked(object, drawObject(object, place), figure, context))
    else groups.push(...drawObject(object, place))
  const edges = (graph.edges ?? []).map((edge) => drawEdge(edge, place))
  const labels = new Drawer(place, false)
  labels.draw(graph._ldraw_)
  return {
    width: right - left + 2 * MARGIN,
    height: top - bottom + 2 * MARGIN,
    shapes: [
      ...groups,
      ...edges.flatMap(({ lines }) => lines),
      ...nodes,
      ...edges.flatMap(({ labels: own }) => own),
      ...labels.shapes,
    ],
  }
}

function drawObject(object: GraphObject, place: Place): readonly Shape[] {
  const drawer = new Drawer(place, false, `n${object._gvid}`, /\brounded\b/.test(object.style ?? ''))
  drawer.draw(object._draw_)
  drawer.draw(object._ldraw_)
  return drawer.shapes
}

function drawEdge(
  edge: GraphEdge,
  place: Place,
): { readonly lines: readonly Shape[]; readonly labels: readonly Shape[] } {
  const lines = new Drawer(place, true)
  for (const steps of [edge._draw_, edge._hdraw_, edge._tdraw_]) lines.draw(steps)
  const labels = new Drawer(place, true)
  for (const steps of [edge._ldraw_, edge._hldraw_, edge._tldraw_]) labels.draw(steps)
  return { lines: lines.shapes, labels: labels.shapes }
}

function linked(
  thing: Thing,
  shapes: readonly Shape[],
  { text }: FigureText,
  context: DrawContext,
): readonly Shape[] {
  const address = thing.URL ?? thing.href ?? ''
  if (address === '') return shapes
  const start = Math.max(0, text.indexOf(address))
  const valueSpan = { start, end: Math.min(text.length, start + address.length) }
  const href = hrefOf({ name: 'URL', value: address, valueSpan }, context)
  return href === undefined ? shapes : [{ shape: 'link', href, shapes }]
}

interface Pen {
  readonly color: string
  readonly fill: string
  readonly font: FontName
  readonly size: number
  readonly isBold: boolean
  readonly dashed: boolean
  readonly weight: number
}

const PEN: Pen = {
  color: '#000000',
  fill: '#000000',
  font: 'sans',
  size: 14,
  isBold: false,
  dashed: false,
  weight: 1,
}

/** Takes the steps of one thing after the other. */
class Drawer {
  readonly shapes: Shape[] = []
  /** the outline that its text belongs into */
  #box: Box | undefined
  #ground: Paint = 'none'

  constructor(
    private readonly place: Place,
    private readonly isEdge: boolean,
    private readonly name?: string,
    private readonly isRounded = false,
  ) {}

  draw(steps: readonly Operation[] = []): void {
    let pen: Pen = this.isEdge ? { ...PEN, weight: 1.5 } : PEN
    for (const step of steps)
      switch (step.op) {
        case 'e':
        case 'E':
          this.#ellipse(step.rect, this.#look(pen, step.op === 'E'))
          break
        case 'p':
        case 'P':
          this.#polygon(this.#points(step.points), this.#look(pen, step.op === 'P'))
          break
        case 'L':
          this.shapes.push({ shape: 'line', points: this.#points(step.points), ...this.#look(pen, false) })
          break
        case 'b':
        case 'B':
          this.#curve(this.#points(step.points), this.#look(pen, step.op === 'B'))
          break
        case 'T':
          this.#label(step, pen)
          break
        default:
          pen = changed(pen, step, this.isEdge)
      }
  }

  #points(points: readonly (readonly [number, number])[]): readonly Point[] {
    return points.map(([x, y]) => this.place(x, y))
  }

  #look(pen: Pen, isFilled: boolean): Look {
    const stroke = this.isEdge
      ? strokeOf(pen.color, 'ink')
      : isFilled
        ? borderOf(pen.color, pen.fill)
        : strokeOf(pen.color, 'line')
    // What is filled of an edge is its arrow, in the colour of its line.
    const fill = !isFilled ? 'none' : this.isEdge ? strokeOf(pen.fill, 'ink') : fillOf(pen.fill)
    if (isFilled) this.#ground = fill
    return {
      stroke,
      ...(fill === 'none' ? {} : { fill }),
      ...(pen.weight === 1 ? {} : { weight: pen.weight }),
      ...(pen.dashed ? { dashed: true } : {}),
    }
  }

  #ellipse([x, y, across, down]: readonly [number, number, number, number], look: Look): void {
    const middle = this.place(x, y)
    this.#outline(
      { x: middle.x - across, y: middle.y - down, width: 2 * across, height: 2 * down, oval: true },
      look,
    )
  }

  #polygon(points: readonly Point[], look: Look): void {
    const bounds = boundsOf(points)
    const isBox =
      points.length === 4 &&
      points.every(({ x, y }) => isSide(x, bounds.x, bounds.width) && isSide(y, bounds.y, bounds.height))
    if (isBox && !this.isEdge) this.#outline(bounds, look)
    else this.shapes.push({ shape: 'line', points, closed: true, ...look })
  }

  #curve(points: readonly Point[], look: Look): void {
    // A box with round corners has curves for sides.
    if (this.isRounded && this.#box === undefined) this.#outline({ ...boundsOf(points), round: ROUND }, look)
    else
      this.shapes.push({
        shape: 'line',
        points,
        curved: true,
        ...(this.isEdge ? {} : { closed: true }),
        ...look,
      })
  }

  #outline(bounds: Omit<Box, 'shape' | keyof Look>, look: Look): void {
    const isFirst = this.#box === undefined && this.name !== undefined
    const box: Box = { shape: 'box', ...bounds, ...look, ...(isFirst ? { name: this.name! } : {}) }
    this.#box ??= box
    this.shapes.push(box)
  }

  /** As wide as Graphviz left room for, which knows other typefaces: a little smaller where ours is wider. */
  #label({ pt: [x, y], align, width, text }: Extract<Operation, { op: 'T' }>, pen: Pen): void {
    if (text.trim() === '') return
    const font = pen.isBold && pen.font === 'sans' ? 'bold' : pen.font
    const wanted = measure(text, font, pen.size)
    const size = Math.max(6, Math.floor(pen.size * Math.min(1, width / wanted) * 10) / 10)
    const base = this.place(x, y)
    // The baseline lies so far below the middle of a line.
    const at = { x: base.x, y: base.y - size * 0.35 }
    const box = this.#box
    const isWithin = box !== undefined && this.name !== undefined && holds(box, at)
    const paint = strokeOf(pen.color, 'ink')
    const label: Label = {
      shape: 'label',
      ...at,
      text: isWithin ? cut(text, font, size, box.width) : text,
      anchor: align === 'l' ? 'start' : align === 'r' ? 'end' : 'middle',
      font,
      size,
      paint: this.#ground === 'ink' ? 'ground' : paint === 'quiet' ? 'ink' : paint,
      ...(isWithin ? { within: this.name! } : {}),
    }
    this.shapes.push(label)
  }
}

function changed(pen: Pen, step: Operation, isEdge: boolean): Pen {
  switch (step.op) {
    case 'c':
      return { ...pen, color: step.color ?? step.stops?.[0]?.color ?? PEN.color }
    case 'C':
      return { ...pen, fill: step.color ?? step.stops?.[0]?.color ?? PEN.fill }
    case 'F': {
      const isMono = /mono|courier|console|consolas/i.test(step.face)
      return { ...pen, size: step.size, font: isMono ? 'mono' : 'sans', isBold: /bold/i.test(step.face) }
    }
    case 't':
      return { ...pen, isBold: (step.fontchar & 1) === 1 }
    case 'S': {
      const width = /^setlinewidth\(([\d.]+)\)$/.exec(step.style)?.[1]
      if (width !== undefined) return { ...pen, weight: Math.min(20, Number(width)) + (isEdge ? 0.5 : 0) }
      if (step.style === 'dashed' || step.style === 'dotted') return { ...pen, dashed: true }
      return step.style === 'solid' ? { ...pen, dashed: false } : pen
    }
    default:
      return pen
  }
}

interface Bounds extends Point {
  readonly width: number
  readonly height: number
}

function boundsOf(points: readonly Point[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const isSide = (at: number, from: number, length: number): boolean =>
  Math.abs(at - from) < 0.01 || Math.abs(at - from - length) < 0.01

const holds = ({ x, y, width, height }: Bounds, at: Point): boolean =>
  at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height
