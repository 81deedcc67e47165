/** A machine's shapes: states with round ends, transitions with what leads to them, registers below. */
import { paintsOf } from '../graph/attributes.ts'
import { type Direction, type GraphLink, placeGraph } from '../graph/elk.ts'
import type { Label, Paint, Point, Scene, Shape } from '../scene/shapes.ts'
import { type FontName, measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import { ANY, type Machine, type State, type Transition } from './model.ts'

const TITLE = { font: 'bold', size: 13, line: 17, width: 130 } as const
const LABEL = { size: 12, line: 16, width: 160 } as const
const REGISTER = { size: 12, line: 18, width: 460 } as const
/** Between the two borders of a final state. */
const BORDER = 4
const START = 10

interface TextLine {
  readonly text: string
  readonly font: FontName
  readonly paint: Paint
}

/** The transitions from one state to another, drawn as one line. */
interface Edge {
  readonly from: string
  readonly to: string
  readonly tint?: Transition['tint']
  readonly lines: readonly TextLine[]
}

const lines = (text: string, font: FontName, size: number, width: number): readonly string[] =>
  wrap(text, font, size, width)
    .filter((line) => line !== '')
    .map((line) => cut(line, font, size, width))

export function drawMachine(machine: Machine, direction: Direction): Scene {
  const edges = edgesOf(machine)
  const hasAny = machine.transitions.some(({ from }) => from === ANY)
  // Names of boxes are told apart from these by their first letter.
  const key = (id: string): string => (id === ANY ? 'any' : `s${id}`)
  const rows = rowsOf(machine)
  const states: readonly State[] = [
    ...(hasAny ? [{ id: ANY, title: 'any state', isFinal: false }] : []),
    ...[...machine.states].sort((a, b) => rows.get(a.id)! - rows.get(b.id)!),
  ]
  const links: GraphLink[] = edges.map(({ from, to, lines: own }, i) => ({
    id: `e${i}`,
    from: key(from),
    to: key(to),
    labels: own.length === 0 ? [] : [{ ...sizeOfLines(own), at: 'middle' }],
  }))
  const placed = placeGraph({
    direction,
    boxes: [
      { id: 'start', width: START, height: START, row: 0 },
      ...states.map((state) => ({
        id: key(state.id),
        ...sizeOfState(state),
        row: rows.get(state.id) ?? 0,
      })),
    ],
    links: [{ id: 'start', from: 'start', to: key(machine.start), labels: [] }, ...links],
  })
  const registers = drawRegisters(machine, placed.height)
  const way = placed.links.get('start')!.points
  // ELK's line leaves a box as small as this one beside it.
  const begin = way[0]!
  const wires = edges.map((edge, i): Shape => wire(placed.links.get(`e${i}`)!.points, inkOf(edge)))
  return {
    width: Math.max(placed.width, registers.width),
    height: placed.height + registers.height,
    shapes: [
      wire(way, 'ink'),
      ...wires,
      {
        shape: 'box',
        x: begin.x - START / 2,
        y: begin.y - START / 2,
        width: START,
        height: START,
        round: START / 2,
        fill: 'ink',
      },
      ...states.flatMap((state) => drawState(state, placed.boxes.get(key(state.id))!, key(state.id))),
      ...edges.flatMap((edge, i) => labels(edge, placed.links.get(`e${i}`)!.labels[0])),
      ...registers.shapes,
    ],
  }
}

/** How many transitions away from the start each state is, from 1; those that are never reached are last. */
function rowsOf({ states, start, transitions }: Machine): ReadonlyMap<string, number> {
  const next = new Map<string, string[]>()
  for (const { from, to } of transitions) {
    const known = next.get(from)
    if (known === undefined) next.set(from, [to])
    else known.push(to)
  }
  const rows = new Map([[start, 1]])
  // A map goes on to what is put into it meanwhile.
  for (const [id, row] of rows) for (const to of next.get(id) ?? []) if (!rows.has(to)) rows.set(to, row + 1)
  const last = Math.max(...rows.values()) + 1
  for (const { id } of states) if (!rows.has(id)) rows.set(id, last)
  return rows
}

function edgesOf({ transitions }: Machine): readonly Edge[] {
  const edges = new Map<string, Edge & { readonly lines: TextLine[] }>()
  for (const transition of transitions) {
    const { from, to, tint, event, condition, action } = transition
    const key = JSON.stringify([from, to, tint ?? ''])
    let edge = edges.get(key)
    if (edge === undefined) {
      edge = { from, to, lines: [], ...(tint === undefined ? {} : { tint }) }
      edges.set(key, edge)
    }
    const add = (text: string, font: FontName, paint: Paint): void => {
      for (const line of lines(text, font, LABEL.size, LABEL.width))
        edge.lines.push({ text: line, font, paint })
    }
    add(event, 'sans', inkOf(edge))
    add(condition === '' ? '' : `[${condition}]`, 'sans', 'quiet')
    add(action === '' ? '' : `/ ${action}`, 'sans', 'accent')
  }
  return [...edges.values()]
}

function inkOf({ tint }: Pick<Edge, 'tint'>): Paint {
  const { stroke } = paintsOf(tint)
  return tint === undefined || stroke === 'line' ? 'ink' : stroke
}

function sizeOfLines(own: readonly TextLine[]): { readonly width: number; readonly height: number } {
  const width = Math.max(...own.map(({ text, font }) => measure(text, font, LABEL.size)))
  return { width: Math.ceil(width) + 2, height: own.length * LABEL.line }
}

const titleOf = ({ title }: State): readonly string[] => lines(title, TITLE.font, TITLE.size, TITLE.width)

function sizeOfState(state: State): { readonly width: number; readonly height: number } {
  const title = titleOf(state)
  const text = Math.max(0, ...title.map((line) => measure(line, TITLE.font, TITLE.size)))
  const more = state.isFinal ? 2 * BORDER : 0
  return {
    width: Math.max(60, Math.ceil(text) + 28) + more,
    height: Math.max(42, title.length * TITLE.line + 14) + more,
  }
}

function wire(points: readonly Point[], stroke: Paint): Shape {
  return { shape: 'line', points, bend: 14, stroke, weight: 1.5, end: 'arrow' }
}

function drawState(
  state: State,
  at: Point & { readonly width: number; readonly height: number },
  name: string,
): readonly Shape[] {
  const { fill, stroke, ink } = paintsOf(state.tint)
  const { x, y, width, height } = at
  const look = { stroke, weight: 1.5, fill: fill === 'none' ? 'ground' : fill } as const
  const isAny = state.id === ANY
  const shapes: Shape[] = [
    { shape: 'box', name, x, y, width, height, round: 21, ...look, ...(isAny ? { dashed: true } : {}) },
  ]
  if (state.isFinal)
    shapes.push({
      shape: 'box',
      x: x + BORDER,
      y: y + BORDER,
      width: width - 2 * BORDER,
      height: height - 2 * BORDER,
      round: 21 - BORDER,
      stroke,
    })
  const title = titleOf(state)
  const top = y + height / 2 - ((title.length - 1) * TITLE.line) / 2
  title.forEach((text, i) => {
    shapes.push({
      shape: 'label',
      text,
      x: x + width / 2,
      y: top + i * TITLE.line,
      anchor: 'middle',
      font: TITLE.font,
      size: TITLE.size,
      paint: isAny ? 'quiet' : ink,
      within: name,
    })
  })
  return state.href === undefined ? shapes : [{ shape: 'link', href: state.href, shapes }]
}

function labels({ lines: own }: Edge, at: Point | undefined): readonly Label[] {
  if (at === undefined) return []
  return own.map(({ text, font, paint }, i) => ({
    shape: 'label',
    text,
    x: at.x + 1,
    y: at.y + (i + 0.5) * LABEL.line,
    anchor: 'start',
    font,
    size: LABEL.size,
    paint,
  }))
}

function drawRegisters(
  { registers }: Machine,
  top: number,
): { readonly shapes: readonly Shape[]; readonly width: number; readonly height: number } {
  const all = registers.flatMap(({ name, value, text }): readonly TextLine[] => {
    const head = cut(value === '' ? name : `${name} = ${value}`, 'mono', REGISTER.size, REGISTER.width)
    const rest = lines(text, 'sans', REGISTER.size, REGISTER.width - 16)
    return [
      { text: head, font: 'mono', paint: 'ink' },
      ...rest.map((line): TextLine => ({ text: line, font: 'sans', paint: 'quiet' })),
    ]
  })
  if (all.length === 0) return { shapes: [], width: 0, height: 0 }
  const width = Math.ceil(Math.max(...all.map(({ text, font }) => measure(text, font, REGISTER.size)))) + 32
  const height = all.length * REGISTER.line + 12
  const name = 'registers'
  return {
    shapes: [
      { shape: 'box', name, x: 8, y: top, width, height, stroke: 'line', fill: 'raised', round: 3 },
      ...all.map(
        ({ text, font, paint }, i): Label => ({
          shape: 'label',
          text,
          x: 8 + (font === 'mono' ? 8 : 20),
          y: top + 6 + (i + 0.5) * REGISTER.line,
          anchor: 'start',
          font,
          size: REGISTER.size,
          paint,
          within: name,
        }),
      ),
    ],
    width: width + 16,
    height: height + 8,
  }
}
