/** What commands share: the process they run in, as a value, and how they end. */
import type { AtWork, Hands, SiteLimits } from '../builder/index.ts'
import type { Streams } from './report.ts'

/** What a command may know of the process it runs in. */
export interface Host extends Streams {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** whether stdout is a terminal */
  readonly terminal: boolean
  /** the command line, without node and script */
  readonly argv: readonly string[]
  /** resolves when the user stops the command (Ctrl-C, SIGTERM) */
  readonly untilStopped: () => Promise<void>
  /** runs a build of a command that goes on: meanwhile a signal ends the process at once */
  readonly building?: <T>(build: () => Promise<T>) => Promise<T>
  /** runs what must not be left half done: a signal that comes meanwhile takes effect afterwards */
  readonly uninterrupted?: (run: () => void) => void
  /** threads that render beside this one; `wanted` is how many the user wants. Without it there are none */
  readonly threads?: (wanted: number | undefined) => Hands
  /** set in the process that builds for `build --untrusted` */
  readonly untrusted?: UntrustedBuild
  /** shows `url` in the user's browser; does nothing where there is none */
  readonly openInBrowser: (url: string) => void
  /** runs the command line `argv` as a process of its own that outlives this one; answers its number */
  readonly detach: (argv: readonly string[]) => number
}

/** A build of what strangers wrote, in a process that another one watches. */
export interface UntrustedBuild {
  /** told of each step before it begins */
  readonly atWork: AtWork
  readonly limits: SiteLimits
}

/** Exit codes: 0 done, 1 the site or the arguments are at fault, 70 we are. */
export const EXIT = { done: 0, failed: 1, bug: 70 } as const
