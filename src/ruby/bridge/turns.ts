/** Ruby as the program sees it: jobs, and the turns in which they are done. */
import type { Wire } from './wire.ts'

/** What a turn of Ruby's ends with: a question that takes work, or what came of the job. */
export type Turn =
  | { readonly ask: readonly [name: string, ...Wire[]]; readonly number: number }
  | { readonly done: Wire }
  | { readonly failed: Fault | { readonly number: number; readonly message: string } }

interface Fault {
  readonly class: string
  readonly message: string
  readonly file: string | null
  readonly line: number | null
}

/** Answers a question on the spot, or with `LATER`: both as texts of JSON. */
export type AnswerNow = (question: string) => string

/** The answer to a question that takes work. */
export const LATER = '"later"'

/**
 * Whoever does jobs: Ruby, or what an earlier build remembers of it. Jobs and answers are texts of JSON. Jobs that wait end in
 * the reverse order of their beginning.
 */
export interface Turns {
  /** Begins a job; it may lie within one that waits. */
  start(job: string): Turn
  /** Goes on with the job that waits since the last question with `number`. */
  resume(number: number, answer: string): Turn
}

/** Ruby that has begun. */
export interface BegunRuby extends Turns {
  /** whether it has done its first job before */
  readonly isLoaded: boolean
  /** Keeps it as it is, after its first job, to be begun with next time; `how` says what that job saw. */
  keep(how: string): void
}
