/** Where hosts stand, and how wide what lies between and beside them is, in pixels. */

import { durationText } from '../language/time.ts'
import { measure } from '../text/measure.ts'
import { cut, wrap } from '../text/wrap.ts'
import { flatSteps, type Message, type Sequence, type Step } from './model.ts'

export const LABEL = { font: 'sans', size: 13, line: 17, width: 180 } as const
export const SMALL = { font: 'sans', size: 12, line: 15, width: 160 } as const
export const SIDE = { font: 'sans', size: 12, line: 15, width: 116 } as const
export const TITLE = { font: 'bold', size: 14, line: 18, width: 150 } as const
export const TIME = { font: 'mono', size: 11, line: 14 } as const

type Look = typeof LABEL | typeof SMALL | typeof SIDE | typeof TITLE

/** Text in lines that are no wider than their look says. */
export function linesOf(text: string, look: Look, width: number = look.width): readonly string[] {
  return wrap(text, look.font, look.size, width)
    .filter((line) => line !== '')
    .map((line) => cut(line, look.font, look.size, width))
}

export function widthOf(lines: readonly string[], look: Look): number {
  return Math.ceil(Math.max(0, ...lines.map((line) => measure(line, look.font, look.size))))
}

/** 0 is the left side, 1 the right. */
type SideOf = 0 | 1

export interface Columns {
  /** of the lines of the hosts */
  readonly x: readonly number[]
  /** width of a host's box */
  readonly heads: readonly number[]
  /** right end of the times; 0 where there are none */
  readonly times: number
  /** distance from the outermost line to the bar of what lasts, by depth */
  readonly bars: readonly (readonly number[])[]
  readonly width: number
}

/** What is told of a host that is not outermost names it. */
export function duringText(step: Extract<Step, { kind: 'during' }>, { hosts }: Sequence): string {
  const isOuter = step.host === 0 || step.host === hosts.length - 1
  return isOuter ? step.text : `${hosts[step.host]!.title}: ${step.text}`
}

/** The side that is told of a host at. */
export const sideOf = (host: number, hosts: number): SideOf => (host < hosts / 2 ? 0 : 1)

/** The outermost side of a host beside which its states stand; undefined for one between others. */
export function stateSide(host: number, hosts: number): SideOf | undefined {
  return host === 0 ? 0 : host === hosts - 1 ? 1 : undefined
}

/** The gap that a message's label lies in: the one in the middle of its way; a message to itself has the one beside. */
export function gapOf({ from, to }: Pick<Message, 'from' | 'to'>, hosts: number): number {
  if (from === to) return Math.min(from, Math.max(0, hosts - 2))
  return Math.floor((from + to - 1) / 2)
}

const EDGE = 8
const AIR = 22
const OWN = 28
const BAR = 14
const LEAST_GAP = 150

export function columnsOf(sequence: Sequence): Columns {
  const { hosts } = sequence
  const count = hosts.length
  const heads = hosts.map(({ title }) => Math.max(56, widthOf(linesOf(title, TITLE), TITLE) + 24))
  const gaps = heads.slice(1).map((head, i) => Math.max(LEAST_GAP, (heads[i]! + head) / 2 + AIR))
  if (count === 1) gaps.push(0)
  const states = [0, 0]
  const during: number[][] = [[], []]
  let times = 0
  for (const step of flatSteps(sequence.steps)) {
    if (step.kind === 'message') {
      const gap = gapOf(step, count)
      const label = widthOf(linesOf(step.label, LABEL), LABEL)
      const note = widthOf(linesOf(step.note ?? '', SMALL), SMALL)
      gaps[gap] = Math.max(gaps[gap]!, Math.max(label, note) + (step.from === step.to ? OWN + 20 : 2 * AIR))
    } else if (step.kind === 'state') {
      const side = stateSide(step.host, count)
      const width = widthOf(linesOf(step.text, SIDE), SIDE)
      if (side !== undefined) states[side] = Math.max(states[side]!, width + 10)
    } else if (step.kind === 'note')
      for (const side of [0, 1] as const)
        if ((side === 0 ? step.first : step.last) === (side === 0 ? 0 : count - 1))
          states[side] = Math.max(states[side]!, noteReach(step))
    if ('at' in step && step.at !== undefined)
      times = Math.max(times, measure(durationText(step.at), TIME.font, TIME.size))
  }
  walkDuring(sequence.steps, 0, (step, depth) => {
    const width = widthOf(linesOf(duringText(step, sequence), SIDE), SIDE) + 8
    const widths = during[sideOf(step.host, count)]!
    for (let i = widths.length; i <= depth; i++) widths.push(0)
    widths[depth] = Math.max(widths[depth]!, width)
  })
  const bars = during.map((widths, side) => {
    let at = states[side]! + BAR
    return widths.map((width) => {
      const own = at
      at += width + BAR
      return own
    })
  })
  const reach = [0, 1].map((side) => {
    const last = during[side]!.length - 1
    const head = (side === 0 ? heads[0]! : heads[count - 1]!) / 2
    return Math.max(head, states[side]!, last < 0 ? 0 : bars[side]![last]! + during[side]![last]!)
  })
  const left = EDGE + (times === 0 ? 0 : Math.ceil(times) + 12)
  const x: number[] = [left + reach[0]!]
  for (let i = 1; i < count; i++) x.push(x[i - 1]! + gaps[i - 1]!)
  const right = Math.max(reach[1]!, count === 1 ? gaps[0]! : 0)
  return {
    x,
    heads,
    times: times === 0 ? 0 : left - 12,
    bars,
    width: x[count - 1]! + right + EDGE,
  }
}

/** How far a note reaches beyond the line of its outermost host. */
function noteReach({ first, last, text }: Extract<Step, { kind: 'note' }>): number {
  return first === last ? (widthOf(linesOf(text, SMALL), SMALL) + 20) / 2 : NOTE_OVER
}

/** A note over several hosts reaches so far beyond their lines. */
export const NOTE_OVER = 24

function walkDuring(
  steps: readonly Step[],
  depth: number,
  see: (step: Extract<Step, { kind: 'during' }>, depth: number) => void,
): void {
  for (const step of steps)
    if (step.kind === 'during') {
      see(step, depth)
      walkDuring(step.steps, depth + 1, see)
    }
}
