/** What commands share: the process they run in, as a value, and how they end. */
import type { Streams } from './report.ts'

/** What a command may know of the process it runs in. */
export interface Host extends Streams {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** whether stdout is a terminal */
  readonly terminal: boolean
  /** number of the process, for names that must be its own */
  readonly process: number
}

/** Exit codes: 0 done, 1 the site or the arguments are at fault, 70 we are. */
export const EXIT = { done: 0, failed: 1, bug: 70 } as const
