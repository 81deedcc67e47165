/** Those flags of a build that other commands take too. */
import { BUILD_FLAGS } from './build-flags.ts'
import type { Flag } from './flag.ts'

const LASTING: ReadonlySet<string> = new Set(['watch', 'force_polling', 'incremental'])

/** Flags of a build that neither goes on nor leaves something for later ones. */
export const ONCE_FLAGS: readonly Flag[] = BUILD_FLAGS.filter(({ long }) => !LASTING.has(long))

const WITHOUT_OUTPUT: ReadonlySet<string> = new Set([
  'config',
  'source',
  'future',
  'baseurl',
  'drafts',
  'unpublished',
  'quiet',
  'verbose',
  'strict_front_matter',
  'ignore-ruby-plugins',
  'ruby',
  'compat',
  'offline',
  'whitelist',
  'fetch-from',
])

/** Flags of a build that make sense where nothing is written. */
export const CHECK_FLAGS: readonly Flag[] = BUILD_FLAGS.filter(({ long }) => WITHOUT_OUTPUT.has(long))

export const CONFIG: Flag = BUILD_FLAGS[0]!
export const COMPAT: Flag = BUILD_FLAGS.at(-1)!
/** What whoever builds a stranger's site allows it. */
export const ALLOWED = BUILD_FLAGS.filter(({ long }) => long === 'whitelist' || long === 'fetch-from')
