/** A comparison in few words: what is the same everywhere is said once, then whether a site can be switched. */
import { KINDS, type KindName } from './kinds.ts'
import type { Comparison, Difference, FileComparison } from './types.ts'

/** The same difference on one page or many. */
export interface Group {
  readonly difference: Difference
  /** the files that have it, by path */
  readonly files: readonly string[]
}

export interface Summary {
  readonly same: number
  readonly unseen: number
  readonly look: number
  readonly missing: number
  readonly extra: number
  readonly unread: number
  /** what nobody sees: how many files have each kind */
  readonly kinds: readonly (readonly [KindName, number])[]
  /** what is to be looked at, the most frequent first */
  readonly groups: readonly Group[]
  /** the Jekyll that theirs was built by, as their pages say, where ours say another */
  readonly builtBy: string | undefined
}

export function summaryOf({ same, files }: Comparison): Summary {
  const count = (verdict: FileComparison['verdict']): number =>
    files.filter((file) => file.verdict === verdict).length
  return {
    same,
    unseen: count('unseen'),
    look: count('look'),
    missing: count('missing'),
    extra: count('extra'),
    unread: count('unread'),
    kinds: kindsOf(files),
    groups: groupsOf(files),
    builtBy: builtBy(files),
  }
}

/** Whether nothing of the site would be another for its readers, as far as all of it was compared. */
export function isSafe({ same, unseen, look, missing, extra, unread }: Summary): boolean {
  return look + missing + extra + unread === 0 && same + unseen > 0
}

function kindsOf(files: readonly FileComparison[]): Summary['kinds'] {
  const counts = new Map<KindName, number>()
  for (const { differences } of files)
    for (const kind of new Set(differences.map((each) => each.kind)))
      if (!KINDS[kind].seen) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}

function groupsOf(files: readonly FileComparison[]): readonly Group[] {
  const groups = new Map<string, { difference: Difference; files: string[] }>()
  for (const { path, differences } of files)
    for (const difference of differences) {
      if (!KINDS[difference.kind].seen) continue
      const texts = KINDS[difference.kind].together === true ? [] : [difference.theirs, difference.ours]
      const key = [difference.kind, ...texts].join('\0')
      const known = groups.get(key)
      if (known === undefined) groups.set(key, { difference, files: [path] })
      else if (known.files.at(-1) !== path) known.files.push(path)
    }
  return [...groups.values()].sort((a, b) => b.files.length - a.files.length)
}

function builtBy(files: readonly FileComparison[]): string | undefined {
  for (const { differences } of files)
    for (const { kind, theirs, around } of differences)
      if (kind === 'version' && /jekyll/i.test(around) && !/seo/i.test(around)) {
        const version = /\d+\.\d+\.\d+/.exec(theirs)
        if (version !== null) return version[0]
      }
  return undefined
}
