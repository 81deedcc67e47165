/** Who sends what to whom, in the order of time. */
import type { Tint } from '../graph/attributes.ts'

export interface Host {
  readonly id: string
  readonly title: string
  readonly tint?: Tint
  readonly href?: string
}

/** Hosts are told by their place among all. */
export interface Message {
  readonly kind: 'message'
  readonly from: number
  readonly to: number
  readonly label: string
  /** printed below its line */
  readonly note?: string
  readonly isLost: boolean
  /** whether it was sent before */
  readonly isAgain: boolean
  readonly isDashed: boolean
  /** for so many steps it is on its way, while others are sent */
  readonly delay?: number
  /** when it is sent, in seconds */
  readonly at?: number
  /** how long it is on its way, in seconds */
  readonly takes?: number
  readonly tint?: Tint
}

interface State {
  readonly kind: 'state'
  readonly host: number
  readonly text: string
  readonly at?: number
  readonly tint?: Tint
}

interface Note {
  readonly kind: 'note'
  readonly first: number
  readonly last: number
  readonly text: string
  readonly tint?: Tint
}

interface Wait {
  readonly kind: 'wait'
  readonly steps: number
}

/** What lasts as long as the steps in it. */
interface During {
  readonly kind: 'during'
  readonly host: number
  readonly text: string
  readonly steps: readonly Step[]
  readonly tint?: Tint
}

export type Step = Message | State | Note | Wait | During

export interface Sequence {
  /** at least one */
  readonly hosts: readonly Host[]
  readonly steps: readonly Step[]
  /** seconds that a step down stands for; where there is none, time has no measure */
  readonly scale?: number
}

/** All steps, those within others behind them. */
export function* flatSteps(steps: readonly Step[]): Generator<Step> {
  for (const step of steps) {
    yield step
    if (step.kind === 'during') yield* flatSteps(step.steps)
  }
}
