/** When git last saw files change: asked of git once, for the whole source, when first needed. */
import { execFileSync } from 'node:child_process'
import { localTime, type Time, type Zone, zoneFor } from '../base/index.ts'
import { type History, historyOf } from './git-commits.ts'

/** A long history is read in one go; past this git is stopped and the files are taken as unknown. */
const MAX_BYTES = 1 << 28

/** Every commit that changes something below this folder, and every merge, with what it changes in its first parent. */
const LOG = [
  '-c',
  'log.showSignature=false',
  'log',
  '-z',
  '--full-history',
  '--parents',
  '--raw',
  '--no-abbrev',
  '--no-renames',
  '--relative',
  '--format=commit:%H %ct %P',
]

/**
 * The time of the last commit of the file at a path relative to `source`, the one that `git log -1 -- FILE` shows;
 * undefined where there is no repository, no git, or no commit of that file.
 */
export function gitHistory(source: string, timezone: string): (path: string) => Time | undefined {
  let history: History | undefined
  let zone: Zone | undefined
  return (path) => {
    history ??= historyOf(gitLog(source))
    const at = history.lastChange(path)
    return at === undefined ? undefined : localTime((zone ??= zoneFor(timezone)), at)
  }
}

/** Git before 2.31 has another word for it, which gives what is changed in the other parents besides. */
function gitLog(source: string): string {
  return ask(source, '--diff-merges=first-parent') ?? ask(source, '-m') ?? ''
}

function ask(source: string, merges: string): string | undefined {
  try {
    return execFileSync('git', [...LOG, merges, '--', '.'], {
      cwd: source,
      encoding: 'utf8',
      maxBuffer: MAX_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}
