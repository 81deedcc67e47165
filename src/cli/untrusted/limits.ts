/** The limits of `whirl build --untrusted`: flags, help, defaults and docs/untrusted.md come of this table. */

interface LimitFlag {
  /** the flag, without dashes */
  readonly long: string
  /** what it counts, as help shows it */
  readonly value: 'SECONDS' | 'MB' | 'N'
  /** what is allowed where nothing is said */
  readonly most: number
  readonly about: string
}

export const LIMITS = [
  { long: 'time-limit', value: 'SECONDS', most: 300, about: 'time for the whole build' },
  { long: 'page-time-limit', value: 'SECONDS', most: 10, about: 'time for one page, file or plugin' },
  { long: 'memory-limit', value: 'MB', most: 1024, about: 'memory of the build and its compilers' },
  { long: 'input-limit', value: 'MB', most: 500, about: 'what is read of the site' },
  { long: 'input-file-limit', value: 'N', most: 50_000, about: 'files and folders in the site' },
  { long: 'depth-limit', value: 'N', most: 50, about: 'folders within each other' },
  { long: 'output-limit', value: 'MB', most: 1000, about: 'what is written' },
  { long: 'output-file-limit', value: 'N', most: 50_000, about: 'files that are written' },
  { long: 'log-limit', value: 'MB', most: 1, about: 'what the build has to say' },
] as const satisfies readonly LimitFlag[]

export type LimitName = (typeof LIMITS)[number]['long']
