/** A machine of states: Mealy's, and with registers. */
import type { Tint } from '../graph/attributes.ts'

export interface State {
  readonly id: string
  readonly title: string
  readonly isFinal: boolean
  readonly tint?: Tint
  readonly href?: string
}

export interface Transition {
  /** `*` for every state */
  readonly from: string
  readonly to: string
  readonly event: string
  readonly condition: string
  readonly action: string
  readonly tint?: Tint
}

interface Register {
  readonly name: string
  readonly value: string
  readonly text: string
}

export interface Machine {
  /** at least one */
  readonly states: readonly State[]
  /** where it begins */
  readonly start: string
  readonly transitions: readonly Transition[]
  readonly registers: readonly Register[]
}

/** Stands for every state in `* -> idle`. */
export const ANY = '*'
