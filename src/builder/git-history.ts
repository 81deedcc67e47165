/** When git last saw files change: asked of git once, for the whole source, when first needed. */
import path from 'node:path'
import { localTime, type Time, withSlashes, type Zone, zoneFor } from '../base/index.ts'
import type { Config } from '../site/index.ts'
import { askGit } from './ask-git.ts'
import { type History, historyOf } from './git-commits.ts'
import { type GitPlace, gitPlace, hasTables, headOf, LONG_NAMES, outsideOf, realPath } from './git-place.ts'

/** Every commit that changes something below a folder, and every merge, with what it changes in its first parent. */
const LOG = ['log', '-z', '--full-history', '--parents', '--raw', '--no-abbrev', '--no-renames']
const FORMAT = '--format=commit:%H %ct %P'

/**
 * The time of the last commit of the file at a path relative to `source`, the one that `git log -1 -- FILE` shows;
 * undefined where there is no repository, no git, or no commit of that file. What keeps a repository from being read is told
 * to `warn`, once.
 */
export function gitHistory(
  { source, timezone, safe }: Pick<Config, 'source' | 'timezone' | 'safe'>,
  warn: (message: string) => void,
): (path: string) => Time | undefined {
  let history: History | undefined
  let zone: Zone | undefined
  return (file) => {
    history ??= historyOf(gitLog(source, safe, warn))
    const at = history.lastChange(file)
    return at === undefined ? undefined : localTime((zone ??= zoneFor(timezone)), at)
  }
}

function gitLog(source: string, safe: boolean, warn: (message: string) => void): string {
  const place = gitPlace(source)
  if (place === undefined) return ''
  const unread = (why: string): string => {
    warn(`The history in ${path.join(place.root, '.git')} is not read: ${why}. Files have their own dates.`)
    return ''
  }
  const outside = safe ? outsideOf(place) : undefined
  if (outside !== undefined) return unread(`in safe mode nothing outside of it is, such as ${outside}`)
  const head = headOf(place)
  if (head === undefined)
    return hasTables(place)
      ? unread('its branches are in tables (`git refs migrate --ref-format=files`)')
      : ''
  try {
    return log(source, place, head)
  } catch (error) {
    return isLate(error) ? unread('git does not come to an end') : ''
  }
}

function log(source: string, place: GitPlace, head: string): string {
  const below = withSlashes(path.relative(place.root, realPath(source) ?? source), path.sep)
  const only = below === '' ? [] : [`--relative=${below}/`]
  const ask = (merges: string): string =>
    askGit(place, {
      words: [...LOG, FORMAT, merges, ...only, head, '--', ...(below === '' ? [] : [below])],
      config: head.length === 40 ? '' : LONG_NAMES,
      usersConfig: false,
    })
  try {
    return ask('--diff-merges=first-parent')
  } catch (error) {
    if (isLate(error)) throw error
    // Git before 2.31 has another word for it, which gives what is changed in the other parents besides.
    return ask('-m')
  }
}

function isLate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ETIMEDOUT'
}
