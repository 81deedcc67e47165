/**
 * The commits of a repository, and which of them changed a file last, as `git log -1 -- FILE` has it: from the newest
 * commit on to the first that differs in this file from all its parents. At a merge that has the file as one of its
 * parents has it, the way goes on to that parent alone, whatever the others did.
 *
 * A commit is known by what it changes in its first parent. So the way from a commit along first parents leads to the
 * next change of a file without a look at what lies between: the history is cut into chains of first parents, and the
 * changes of a file are kept by chain.
 */

export interface History {
  /** seconds since the epoch of the last change of the file at `path`; undefined where there is none */
  lastChange(path: string): number | undefined
}

interface Commit {
  readonly hash: string
  readonly time: number
  /** hashes */
  readonly parents: readonly string[]
}

/** Commits that follow each other by their first parents. */
interface Chain {
  /** the commit that the last one's first parent is, on another chain; undefined where history begins */
  next: Commit | undefined
}

interface Place {
  readonly chain: Chain
  /** from the newest on */
  readonly index: number
}

/** A commit that changes a file in its first parent, and what the file is from then on; '' where it is gone. */
interface Change {
  readonly commit: Commit
  readonly blob: string
}

/** The history that git's log tells: for each commit a row `commit:HASH SECONDS PARENTS`, then its changes, raw. */
export function historyOf(log: string): History {
  const commits = new Map<string, Commit>()
  const changes = new Map<string, Change[]>()
  let commit: Commit | undefined
  const rows = log.split('\0')
  for (let at = 0; at < rows.length; at++) {
    const row = (rows[at] ?? '').replace(/^\n+/, '')
    if (row.startsWith('commit:')) {
      const [hash = '', time, ...parents] = row.slice('commit:'.length).trimEnd().split(' ')
      commit = { hash, time: Number(time), parents: parents.filter((parent) => parent !== '') }
      // One that is told of again is compared with another parent.
      if (commits.has(hash)) commit = undefined
      else commits.set(hash, commit)
    } else if (row.startsWith(':')) {
      const path = rows[++at] ?? ''
      if (commit !== undefined) addTo(changes, path, { commit, blob: blobOf(row) })
    }
  }
  const places = placesOf(commits)
  const newest = commits.values().next().value
  return {
    lastChange: (path) => lastChange(newest, changes.get(path) ?? [], commits, places),
  }
}

/** Mode and hash after the change: `:100644 100755 OLD NEW M`. */
function blobOf(row: string): string {
  const [, mode, , hash, kind] = row.split(' ')
  return kind === 'D' ? '' : `${mode} ${hash}`
}

function placesOf(commits: ReadonlyMap<string, Commit>): ReadonlyMap<Commit, Place> {
  const places = new Map<Commit, Place>()
  for (const first of commits.values()) {
    const chain: Chain = { next: undefined }
    let commit: Commit | undefined = first
    for (let index = 0; commit !== undefined && !places.has(commit); index++) {
      places.set(commit, { chain, index })
      commit = commits.get(commit.parents[0] ?? '')
    }
    chain.next = commit
  }
  return places
}

function lastChange(
  newest: Commit | undefined,
  changes: readonly Change[],
  commits: ReadonlyMap<string, Commit>,
  places: ReadonlyMap<Commit, Place>,
): number | undefined {
  const nextChange = changeFinder(changes, places)
  let change = nextChange(newest)
  while (change !== undefined) {
    const { commit, blob } = change
    const others = commit.parents.slice(1).map((parent) => commits.get(parent))
    const same = others.find((parent) => (nextChange(parent)?.blob ?? '') === blob)
    if (same === undefined) return commit.time
    change = nextChange(same)
  }
  return undefined
}

/** Finds the first of a file's changes on the way along first parents from a commit, that one included. */
function changeFinder(
  changes: readonly Change[],
  places: ReadonlyMap<Commit, Place>,
): (from: Commit | undefined) => Change | undefined {
  const byChain = new Map<Chain, { readonly index: number; readonly change: Change }[]>()
  for (const change of changes) {
    const place = places.get(change.commit)
    if (place !== undefined) addTo(byChain, place.chain, { index: place.index, change })
  }
  for (const list of byChain.values()) list.sort((a, b) => a.index - b.index)
  return (from) => {
    let commit = from
    while (commit !== undefined) {
      const place = places.get(commit)
      if (place === undefined) return undefined
      const found = byChain.get(place.chain)?.find(({ index }) => index >= place.index)
      if (found !== undefined) return found.change
      commit = place.chain.next
    }
    return undefined
  }
}

function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}
