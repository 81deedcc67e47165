/** Heights for everything in a sequence, from the top down, in pixels: one pass over the steps. */
import type { Tint } from '../graph/attributes.ts'
import { durationText } from '../language/time.ts'
import {
  type Columns,
  columnsOf,
  duringText,
  gapOf,
  LABEL,
  linesOf,
  NOTE_OVER,
  SIDE,
  SMALL,
  sideOf,
  stateSide,
  TIME,
  TITLE,
  widthOf,
} from './columns.ts'
import type { Message, Sequence, Step } from './model.ts'
import type { Layout, PlacedBar, PlacedBox, PlacedMessage, PlacedText } from './placed.ts'

const TOP = 2
/** A step down: what `wait` and `delay` count in. */
const STEP = 40
/** How much lower than it begins a message ends. */
const SLOPE = 20
/** Between what is on one line. */
const AIR = 12
const LOOP = { width: 22, height: 18 }
/** Where on its way a message is lost. */
const LOST = 0.6

export function layoutSequence(sequence: Sequence): Layout {
  return new Sweep(sequence).layout()
}

/** Goes down the steps, and keeps in mind from where on there is room. */
class Sweep {
  private readonly columns: Columns
  private readonly messages: PlacedMessage[] = []
  private readonly boxes: PlacedBox[] = []
  private readonly states: (PlacedText & { readonly tint?: Tint })[] = []
  private readonly bars: PlacedBar[] = []
  private readonly times: { readonly text: string; readonly y: number }[] = []
  /** free from here on: on each host's line, between the hosts, and for the states at both sides */
  private readonly onLine: number[]
  private readonly between: number[]
  private readonly beside: [number, number]
  /** until where messages are on their way that others overtake */
  private readonly onTheWay: number[]
  /** no step begins above the one before it */
  private begin: number
  /** the lowest of what was placed, with and without messages that are waited for by nobody */
  private low: number
  private lowest: number
  private timed?: { readonly at: number; readonly y: number }
  private readonly head: Layout['heads']

  constructor(private readonly sequence: Sequence) {
    const { hosts } = sequence
    this.columns = columnsOf(sequence)
    const lines = hosts.map(({ title }) => linesOf(title, TITLE))
    const height = Math.max(...lines.map((each) => each.length)) * TITLE.line + 12
    this.head = { y: TOP, height, lines }
    const start = TOP + height + 6
    this.onLine = hosts.map(() => start)
    this.between = hosts.map(() => start)
    this.onTheWay = hosts.map(() => 0)
    this.beside = [start, start]
    this.begin = start
    this.low = start
    this.lowest = start
  }

  layout(): Layout {
    this.steps(this.sequence.steps, 0)
    const bottom = Math.max(this.low, this.lowest, ...this.beside) + 22
    const { columns, messages, boxes, states, bars, times } = this
    return { columns, heads: this.head, messages, boxes, states, bars, times, bottom, height: bottom + 4 }
  }

  private steps(steps: readonly Step[], depth: number): void {
    for (const step of steps)
      switch (step.kind) {
        case 'message':
          if (step.from === step.to) this.ownMessage(step)
          else this.message(step)
          break
        case 'state':
          this.state(step)
          break
        case 'note': {
          const { x } = this.columns
          const [left, right] = [x[step.first]!, x[step.last]!]
          const isOne = step.first === step.last
          const room = isOne ? SMALL.width : right - left + 2 * NOTE_OVER - 20
          const lines = linesOf(step.text, SMALL, room)
          const width = isOne ? widthOf(lines, SMALL) + 20 : right - left + 2 * NOTE_OVER
          this.box(step, { lines, middle: (left + right) / 2, width }, step.first, step.last)
          break
        }
        case 'wait':
          this.begin = Math.max(this.begin, this.low) + step.steps * STEP
          this.low = this.begin
          break
        case 'during':
          this.during(step, depth)
      }
  }

  /** Where a step may begin that would like to at `y`, by its time. */
  private moment(at: number | undefined, y: number): number {
    if (at === undefined) return y
    const { scale = 1 } = this.sequence
    const { timed } = this
    let own = timed === undefined ? y : Math.max(y, timed.y + ((at - timed.at) / scale) * STEP)
    const isNew = timed === undefined || timed.at !== at
    if (timed !== undefined && isNew) own = Math.max(own, timed.y + TIME.line + 1)
    if (isNew) this.times.push({ text: durationText(at), y: own })
    this.timed = { at, y: own }
    return own
  }

  private message(message: Message): void {
    const { x } = this.columns
    const { from, to, at, takes, delay, isLost } = message
    const { scale = 1 } = this.sequence
    const fall = takes !== undefined ? (takes / scale) * STEP : delay !== undefined ? delay * STEP : SLOPE
    const isOvertaken = (takes ?? delay ?? 0) > 0
    const [start, end] = [x[from]!, x[to]!]
    const part = isLost ? LOST : 1
    const tip = start + (end - start) * part
    /** how much lower than its begin its line is at `place` */
    const fallAt = (place: number): number => (fall * (place - start)) / (end - start)
    const gap = this.gapBefore(message, tip)
    const [left, right] = this.gapSides(gap)
    const middle = this.labelMiddle(message, left, right, tip)
    const lines = linesOf(message.label, LABEL)
    const half = widthOf(lines, LABEL) / 2
    const high = Math.min(fallAt(middle - half), fallAt(middle + half))
    const above = lines.length === 0 ? 0 : lines.length * LABEL.line + 3 - high
    const gaps = this.gapsOn(from, to)
    // Neither its line nor its label lies over what is above.
    let y = Math.max(this.begin, this.between[gap]! + above + 2)
    if (at === undefined) {
      y = Math.max(y, this.onLine[from]! + AIR)
      for (const each of gaps) y = Math.max(y, this.between[each]! + 6)
    }
    y = this.moment(at, y)
    const labelY = y + high - 3 - (lines.length * LABEL.line) / 2
    const last = { x: tip, y: y + fall * part }
    const note = this.noteBelow(message, y, tip, fallAt)
    const isOver = this.onTheWay[gap]! > labelY - lines.length * LABEL.line
    this.messages.push({
      message,
      points: [{ x: start, y }, last],
      ...(lines.length === 0
        ? {}
        : { label: { lines, x: middle, y: labelY, anchor: 'middle', ...(isOver ? { isOver } : {}) } }),
      ...(note === undefined ? {} : { note: note.text }),
    })
    this.begin = y
    this.onLine[from] = Math.max(this.onLine[from]!, y)
    this.lowest = Math.max(this.lowest, last.y)
    this.low = Math.max(this.low, y)
    for (const each of gaps) {
      if (isOvertaken) this.onTheWay[each] = Math.max(this.onTheWay[each]!, last.y)
      else this.between[each] = Math.max(this.between[each]!, last.y)
    }
    if (isOvertaken)
      this.between[gap] = Math.max(this.between[gap]!, labelY + (lines.length * LABEL.line) / 2)
    if (note !== undefined) {
      this.between[note.gap] = Math.max(this.between[note.gap]!, note.bottom)
      this.low = Math.max(this.low, note.bottom)
    }
    if (isOvertaken && takes === undefined) return
    this.low = Math.max(this.low, last.y)
    if (!isLost) this.onLine[to] = Math.max(this.onLine[to]!, last.y)
  }

  /** The gap that the label is in: on the way that the message comes. */
  private gapBefore(message: Message, tip: number): number {
    if (!message.isLost) return gapOf(message, this.columns.x.length)
    const from = message.from
    const towards = tip > this.columns.x[from]! ? from : from - 1
    return towards
  }

  private gapSides(gap: number): readonly [number, number] {
    return [this.columns.x[gap]!, this.columns.x[gap + 1]!]
  }

  private labelMiddle(message: Message, left: number, right: number, tip: number): number {
    if (!message.isLost) return (left + right) / 2
    const half = widthOf(linesOf(message.label, LABEL), LABEL) / 2 + 6
    const start = this.columns.x[message.from]!
    const wished = (start + Math.min(Math.max(tip, left), right)) / 2
    return Math.min(Math.max(wished, left + half), right - half)
  }

  private gapsOn(from: number, to: number): readonly number[] {
    const [first, last] = [Math.min(from, to), Math.max(from, to)]
    return Array.from({ length: last - first }, (_, i) => first + i)
  }

  /** What is told below a message: where it ends if it is lost, else in the middle. */
  private noteBelow(
    message: Message,
    y: number,
    tip: number,
    fallAt: (x: number) => number,
  ): { readonly text: PlacedText; readonly gap: number; readonly bottom: number } | undefined {
    const lines = linesOf(message.note ?? '', SMALL)
    if (lines.length === 0) return undefined
    const { x } = this.columns
    const gap = gapOf(message, x.length)
    const [left, right] = this.gapSides(gap)
    const half = widthOf(lines, SMALL) / 2
    const isAtTip = message.isLost && tip > left && tip < right
    const wished = isAtTip ? tip : (left + right) / 2
    const middle = Math.min(Math.max(wished, left + half + 6), right - half - 6)
    const end = isAtTip ? fallAt(tip) + 7 : Math.max(fallAt(middle - half), fallAt(middle + half))
    const top = y + end + 3
    const height = lines.length * SMALL.line
    return { text: { lines, x: middle, y: top + height / 2, anchor: 'middle' }, gap, bottom: top + height }
  }

  /** From a host to itself: a loop beside its line. */
  private ownMessage(message: Message): void {
    const { x } = this.columns
    const { from, at } = message
    const gap = gapOf(message, x.length)
    const sign = gap === from ? 1 : -1
    const lines = linesOf(message.label, LABEL)
    const notes = linesOf(message.note ?? '', SMALL)
    const height = Math.max(LOOP.height, lines.length * LABEL.line + notes.length * SMALL.line)
    let y = Math.max(this.begin, this.between[gap]! + 4 + (height - LOOP.height) / 2)
    if (at === undefined) y = Math.max(y, this.onLine[from]! + AIR)
    y = this.moment(at, y)
    const start = x[from]!
    const aside = start + sign * LOOP.width
    const middle = y + LOOP.height / 2
    const text = (of: readonly string[], at: number): PlacedText => ({
      lines: of,
      x: aside + sign * 6,
      y: at,
      anchor: sign === 1 ? 'start' : 'end',
    })
    const split =
      middle -
      height / 2 +
      (height * lines.length * LABEL.line) / (lines.length * LABEL.line + notes.length * SMALL.line || 1)
    const isWhole = message.isLost ? 2 : 4
    this.messages.push({
      message,
      points: [
        { x: start, y },
        { x: aside, y },
        { x: aside, y: y + LOOP.height },
        { x: start, y: y + LOOP.height },
      ].slice(0, isWhole === 2 ? 3 : 4),
      ...(lines.length === 0 ? {} : { label: text(lines, (middle - height / 2 + split) / 2) }),
      ...(notes.length === 0 ? {} : { note: text(notes, (split + middle + height / 2) / 2) }),
    })
    const bottom = Math.max(y + LOOP.height, middle + height / 2)
    this.begin = y
    this.onLine[from] = Math.max(this.onLine[from]!, y + LOOP.height)
    this.between[gap] = Math.max(this.between[gap]!, bottom)
    this.low = Math.max(this.low, bottom)
  }

  private state(state: Extract<Step, { kind: 'state' }>): void {
    const { x } = this.columns
    const side = stateSide(state.host, x.length)
    if (side === undefined) {
      const lines = linesOf(state.text, SIDE)
      const width = widthOf(lines, SIDE) + 20
      this.box(state, { lines, middle: x[state.host]!, width }, state.host, state.host, state.at)
      return
    }
    const lines = linesOf(state.text, SIDE)
    const half = (lines.length * SIDE.line) / 2
    let y = Math.max(this.onLine[state.host]! + 4, this.beside[side] + half + 2)
    if (state.at !== undefined) y = this.moment(state.at, Math.max(this.begin, this.beside[side] + half + 2))
    const sign = side === 0 ? -1 : 1
    this.states.push({
      lines,
      x: x[state.host]! + sign * 8,
      y,
      anchor: side === 0 ? 'end' : 'start',
      ...(state.tint === undefined ? {} : { tint: state.tint }),
    })
    this.beside[side] = y + half
    this.onLine[state.host] = Math.max(this.onLine[state.host]!, y)
    this.low = Math.max(this.low, y)
  }

  /** A box over the lines of hosts: everything near it is above or below. */
  private box(
    { kind, tint }: Extract<Step, { kind: 'state' | 'note' }>,
    {
      lines,
      middle,
      width,
    }: { readonly lines: readonly string[]; readonly middle: number; readonly width: number },
    first: number,
    last: number,
    at?: number,
  ): void {
    const look = kind === 'note' ? SMALL : SIDE
    const height = lines.length * look.line + 10
    const { length } = this.columns.x
    const near = Array.from({ length: last - first + 2 }, (_, i) => first - 1 + i).filter(
      (gap) => gap >= 0 && gap < Math.max(1, length - 1),
    )
    let y = this.begin
    for (const gap of near) y = Math.max(y, this.between[gap]! + 6)
    for (let host = first; host <= last; host++) y = Math.max(y, this.onLine[host]! + 8)
    if (first === 0) y = Math.max(y, this.beside[0] + 4)
    if (last === length - 1) y = Math.max(y, this.beside[1] + 4)
    y = this.moment(at, y)
    this.boxes.push({
      kind,
      x: middle - width / 2,
      y,
      width,
      height,
      text: { lines, x: middle, y: y + height / 2, anchor: 'middle' },
      ...(tint === undefined ? {} : { tint }),
    })
    const bottom = y + height
    this.begin = y
    for (const gap of near) this.between[gap] = bottom
    for (let host = first; host <= last; host++) this.onLine[host] = bottom - 4
    if (first === 0) this.beside[0] = bottom
    if (last === length - 1) this.beside[1] = bottom
    this.low = Math.max(this.low, bottom)
  }

  private during(step: Extract<Step, { kind: 'during' }>, depth: number): void {
    const { x, bars } = this.columns
    const side = sideOf(step.host, x.length)
    const lines = linesOf(duringText(step, this.sequence), SIDE)
    const top = Math.max(this.begin, this.onLine[step.host]! + 6, this.sideFree(side, depth))
    this.onLine[step.host] = Math.max(this.onLine[step.host]!, top - AIR)
    this.begin = top
    this.low = Math.max(this.low, top)
    this.steps(step.steps, depth + 1)
    const bottom = Math.max(this.low, top + lines.length * SIDE.line + 4)
    const sign = side === 0 ? -1 : 1
    const at = (side === 0 ? x[0]! : x.at(-1)!) + sign * bars[side]![depth]!
    this.bars.push({
      x: at,
      top,
      bottom,
      text: { lines, x: at + sign * 8, y: (top + bottom) / 2, anchor: side === 0 ? 'end' : 'start' },
      ...(step.tint === undefined ? {} : { tint: step.tint }),
    })
    this.ends[side][depth] = bottom
    this.begin = bottom
    this.low = bottom
  }

  /** where the last bar of each depth ends, at both sides */
  private readonly ends: [number[], number[]] = [[], []]

  private sideFree(side: 0 | 1, depth: number): number {
    return (this.ends[side][depth] ?? 0) + 6
  }
}
