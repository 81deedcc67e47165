/** A program as a listing: its jumps at the left, what the last run of each line changed at the right, the end below. */
import type { Paint, Scene, Shape } from '../scene/shapes.ts'
import { measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import type { Run } from './interpret.ts'
import { changesOf, endOf, type Row } from './listing.ts'
import type { Program } from './program.ts'
import type { ClassedToken, TokenClass } from './roles.ts'

const SIZE = 13
const ROW = 20
const MARGIN = 8
const LANE = 9
/** So many jumps are drawn beside each other. */
const MOST_LANES = 8
/** The most characters of a line that are shown, and of what it changed. */
const WIDEST = 90
const WIDEST_CHANGES = 60
const INDENT = 2

const PAINTS: Readonly<Partial<Record<TokenClass, Paint>>> = {
  k: 'accent',
  kt: 'accent',
  nf: 'accent',
  nl: 'good',
  c1: 'quiet',
}

interface Listing {
  readonly program: Program
  readonly rows: readonly Row[]
  readonly run?: Run
  /** what the answer is called */
  readonly verdict?: string
}

interface Jump {
  readonly from: number
  readonly to: number
  readonly isTaken: boolean
}

const mono = (characters: number): number => (measure('0', 'mono', SIZE) * characters * 100) / 100

/** Where a row of a listing lies in its drawing. */
export const lineOf = (row: number): { readonly y: number; readonly height: number } => ({
  y: MARGIN + row * ROW,
  height: ROW,
})

const middleOf = (row: number): number => MARGIN + (row + 0.5) * ROW

export function drawListing(listing: Listing): Scene {
  const { program, rows, run } = listing
  const lanes = lanesOf(jumpsOf(listing))
  const gutter = MARGIN + (lanes.length > 0 ? lanes.length * LANE + 12 : 0)
  const digits = String(program.statements.at(-1)?.slot ?? 0).length
  const left = gutter + mono(digits) + 12
  const written = rows.map(({ tokens }) => piecesOf(tokens))
  const right = Math.max(
    ...written.map((pieces) =>
      Math.max(...pieces.map(({ text, column }) => mono(column) + measure(text, 'mono', SIZE))),
    ),
  )
  const changes = rows.map((row) => changesIn(listing, row))
  const changesLeft = left + right + 28
  const widest = Math.max(0, ...changes.map((text) => measure(text, 'mono', SIZE)))
  const shapes: Shape[] = []
  const end = endShapes(listing, MARGIN + rows.length * ROW)
  const width = Math.max(
    (widest > 0 ? changesLeft + widest : left + right) + MARGIN,
    ...end.map(({ text, x }) => x + measure(text, 'mono', SIZE) + MARGIN),
  )
  const height = MARGIN + rows.length * ROW + (end.length > 0 ? end.length * ROW + 12 : 0) + MARGIN
  if (run !== undefined)
    rows.forEach((row, i) => {
      if (row.statement !== undefined && run.fault?.statement === row.statement)
        shapes.push({
          shape: 'box',
          x: gutter,
          y: MARGIN + i * ROW,
          width: width - gutter,
          height: ROW,
          fill: 'mark',
        })
    })
  shapes.push(...lanes.flatMap((jumps, lane) => jumps.map((jump) => arrow(jump, lane, lanes.length))))
  const label = (
    text: string,
    x: number,
    row: number,
    paint: Paint,
    anchor: 'start' | 'end' = 'start',
  ): Shape => ({
    shape: 'label',
    text,
    x,
    y: middleOf(row),
    anchor,
    font: 'mono',
    size: SIZE,
    paint,
  })
  rows.forEach(({ statement }, i) => {
    if (statement !== undefined)
      shapes.push(label(String(program.statements[statement]!.slot), left - 12, i, 'quiet', 'end'))
  })
  rows.forEach(({ statement }, i) => {
    const isIdle = run !== undefined && statement !== undefined && run.times[statement] === 0
    for (const { text, column, paint } of written[i]!)
      shapes.push(label(text, left + mono(column), i, isIdle ? 'quiet' : paint))
  })
  changes.forEach((text, i) => {
    if (text !== '') shapes.push(label(text, changesLeft, i, 'ink'))
  })
  if (end.length > 0) {
    const y = MARGIN + rows.length * ROW + 6
    shapes.push({
      shape: 'line',
      points: [
        { x: MARGIN, y },
        { x: width - MARGIN, y },
      ],
      stroke: 'line',
    })
  }
  shapes.push(...end)
  return { width, height, shapes }
}

interface Piece {
  text: string
  readonly column: number
  readonly paint: Paint
}

/** A line's words, those of one colour that follow each other as one. Instructions stand in from labels. */
function piecesOf(tokens: readonly ClassedToken[]): readonly Piece[] {
  const first = tokens[0]!.span.start
  const indent = tokens[0]!.className === 'nl' ? 0 : INDENT
  const pieces: Piece[] = []
  for (const { className, span, text } of tokens) {
    const column = indent + span.start - first
    if (column >= WIDEST) break
    const paint = PAINTS[className] ?? 'ink'
    const last = pieces.at(-1)
    const shown = cut(text.replaceAll('\t', ' '), 'mono', SIZE, mono(WIDEST - column + 1))
    if (last?.paint === paint) last.text = last.text.padEnd(column - last.column, ' ') + shown
    else pieces.push({ text: shown, column, paint })
  }
  return pieces
}

function changesIn({ run }: Listing, { statement }: Row): string {
  if (run === undefined || statement === undefined) return ''
  const step = run.last[statement]
  if (step === undefined) return ''
  const times = run.times[statement]!
  const text = cut(changesOf(step), 'mono', SIZE, mono(WIDEST_CHANGES))
  return times > 1 ? `${text}${text === '' ? '' : '  '}×${times}` : text
}

function jumpsOf({ program, rows, run }: Listing): readonly Jump[] {
  const rowOf = new Map(
    rows.flatMap(({ statement }, i) => (statement === undefined ? [] : [[statement, i] as const])),
  )
  const bySlot = new Map(program.statements.map(({ slot }, i) => [slot, i]))
  return program.statements.flatMap(({ target, instruction }, i) => {
    const isCall = (instruction.opcode & 0xf7) === 0x85
    const goal = target === undefined || isCall ? undefined : bySlot.get(target)
    const [from, to] = [rowOf.get(i), goal === undefined ? undefined : rowOf.get(goal)]
    if (from === undefined || to === undefined) return []
    const step = run?.last[i]
    return [{ from, to, isTaken: step !== undefined && step.isTaken !== false }]
  })
}

/** Jumps in lanes, in each of which none lies over another; the shortest are the nearest to the text. */
function lanesOf(jumps: readonly Jump[]): readonly (readonly Jump[])[] {
  const lanes: Jump[][] = []
  const length = ({ from, to }: Jump): number => Math.abs(from - to)
  for (const jump of [...jumps].sort((a, b) => length(a) - length(b) || a.from - b.from)) {
    const [low, high] = [Math.min(jump.from, jump.to), Math.max(jump.from, jump.to)]
    const lane = lanes.find((all) =>
      all.every(({ from, to }) => Math.max(from, to) < low || Math.min(from, to) > high),
    )
    if (lane !== undefined) lane.push(jump)
    else if (lanes.length < MOST_LANES) lanes.push([jump])
  }
  return lanes
}

function arrow({ from, to, isTaken }: Jump, lane: number, lanes: number): Shape {
  const right = MARGIN + lanes * LANE + 8
  const x = MARGIN + (lanes - lane - 1) * LANE + 3
  // Where one begins is not where another ends.
  const [start, end] = [middleOf(from) + 3, middleOf(to) - 3]
  return {
    shape: 'line',
    points: [
      { x: right, y: start },
      { x, y: start },
      { x, y: end },
      { x: right, y: end },
    ],
    bend: 4,
    stroke: isTaken ? 'accent' : 'line',
    weight: isTaken ? 1.5 : 1,
    end: 'arrow',
  }
}

type LabelShape = Extract<Shape, { readonly shape: 'label' }>

/** The verdict or what went wrong, the registers and the maps. */
function endShapes({ run, verdict }: Listing, top: number): readonly LabelShape[] {
  if (run === undefined) return []
  const registers = run.registers.map(({ register, value }) => `r${register} = ${value}`).join(', ')
  const maps = run.maps.flatMap(({ name, entries }) =>
    entries.slice(0, 8).map(({ key, value }) => `${name}[${key}] = ${value}`),
  )
  const lines = [
    { text: endOf(run, verdict), paint: run.fault === undefined ? 'good' : 'bad' },
    ...wrap(registers, 'mono', SIZE, mono(WIDEST)).map((text) => ({ text, paint: 'ink' }) as const),
    ...maps.map((text) => ({ text: cut(text, 'mono', SIZE, mono(WIDEST)), paint: 'ink' }) as const),
  ] as const
  return lines.map(({ text, paint }, i) => ({
    shape: 'label',
    text,
    x: MARGIN,
    y: top + 12 + (i + 0.5) * ROW,
    anchor: 'start',
    font: 'mono',
    size: SIZE,
    paint,
  }))
}
