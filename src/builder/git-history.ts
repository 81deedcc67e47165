/** When git last saw files change: asked of git once, for the whole source, when first needed. */
import { execFileSync } from 'node:child_process'
import { localTime, type Time, type Zone, zoneFor } from '../base/index.ts'

/** A long history is read in one go; past this git is stopped and the files are taken as unknown. */
const MAX_BYTES = 1 << 28

/**
 * The time of the last commit of the file at a path relative to `source`; undefined where there is no repository, no
 * git, or no commit of that file.
 */
export function gitHistory(source: string, timezone: string): (path: string) => Time | undefined {
  let seconds: ReadonlyMap<string, number> | undefined
  let zone: Zone | undefined
  return (path) => {
    seconds ??= commitTimes(source)
    const at = seconds.get(path)
    return at === undefined ? undefined : localTime((zone ??= zoneFor(timezone)), at)
  }
}

/** Seconds since the epoch by path. Newer commits come first, so the first mention of a path counts. */
function commitTimes(source: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  let current = 0
  for (const row of gitLog(source).split('\0')) {
    const commit = /^\n*commit:(\d+)\n*/.exec(row)
    if (commit !== null) current = Number(commit[1])
    const path = (commit === null ? row : row.slice(commit[0].length)).replace(/^\n+/, '')
    if (path !== '' && !times.has(path)) times.set(path, current)
  }
  return times
}

function gitLog(source: string): string {
  try {
    return execFileSync(
      'git',
      ['log', '-z', '-c', '--name-only', '--relative', '--format=commit:%ct', '--', '.'],
      {
        cwd: source,
        encoding: 'utf8',
        maxBuffer: MAX_BYTES,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )
  } catch {
    return ''
  }
}
