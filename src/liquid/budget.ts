/** The limits of one rendering, shared by all partials in it. */
import { monotonic } from '../base/index.ts'
import { LimitError } from './faults.ts'
import type { Limits } from './types.ts'

export class Budget {
  private steps = 0
  private memory = 0
  private readonly deadline: number

  constructor(private readonly limits: Limits) {
    this.deadline = limits.time === undefined ? Number.POSITIVE_INFINITY : monotonic() + limits.time
  }

  /** Counts steps; `output` is the length of what was printed so far here. Throws LimitError. */
  spend(steps: number, output = 0): void {
    const { limits } = this
    const before = this.steps
    this.steps += steps
    if (limits.steps !== undefined && this.steps > limits.steps) throw new LimitError('steps')
    if (limits.output !== undefined && output > limits.output) throw new LimitError('output')
    if (this.steps >> 6 !== before >> 6 && monotonic() > this.deadline) throw new LimitError('time')
  }

  /** Counts characters or items put in a variable. */
  hold(value: unknown): void {
    this.memory += weight(value)
    if (this.limits.memory !== undefined && this.memory > this.limits.memory) throw new LimitError('memory')
  }

  /** Checks one value a filter made. */
  bound(value: unknown): void {
    this.spend(1)
    if (this.limits.memory !== undefined && weight(value) > this.limits.memory) throw new LimitError('memory')
  }

  /** Checks the length of a finished output. */
  printed(length: number): void {
    this.spend(1, length)
  }
}

function weight(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return value instanceof Map ? value.size : 1
}
