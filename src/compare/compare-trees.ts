/** Compares two built sites, file by file. Linear in both, but for what differs. */

import type { Circumstances } from './circumstances.ts'
import { compareFiles } from './compare-files.ts'
import { instantOf } from './instants.ts'
import type { BuiltTree, Comparison, Difference, FileComparison } from './types.ts'

/** @param whole whether theirs is all there is, so that a file it has not is one too many of ours */
export function compareTrees(
  theirs: BuiltTree,
  ours: BuiltTree,
  circumstances: Circumstances,
  whole = true,
): Comparison {
  const own = new Set(ours.paths)
  const all = new Set(theirs.paths)
  const files: FileComparison[] = []
  let same = 0
  for (const path of all) {
    const [a, b] = [theirs.bytes(path), own.has(path) ? ours.bytes(path) : undefined]
    if (a === undefined) files.push({ path, verdict: 'unread', differences: [] })
    else if (b === undefined) files.push(missing(path, own, all))
    else if (isSame(a, b)) same++
    else files.push(compareFiles(path, a, b, circumstances))
  }
  if (whole)
    for (const path of own) if (!all.has(path)) files.push({ path, verdict: 'extra', differences: [] })
  files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return { same, files: files.map(atOneTime(files)) }
}

/** Builds that take longer than this, in milliseconds, are not thought of. */
const LONGEST_BUILD = 60 * 60 * 1000

/**
 * A build has one time: an instant of theirs long before their latest is no time of the build but, say, the date of a post
 * that ours has lost.
 */
function atOneTime(files: readonly FileComparison[]): (file: FileComparison) => FileComparison {
  const instants = files.flatMap(({ differences }) =>
    differences.flatMap(({ kind, theirs }) => (kind === 'clock' ? (instantOf(theirs) ?? []) : [])),
  )
  const latest = instants.reduce((later, each) => Math.max(later, each), Number.NEGATIVE_INFINITY)
  const isOther = ({ kind, theirs }: Difference): boolean =>
    kind === 'clock' && latest - (instantOf(theirs) ?? latest) > LONGEST_BUILD
  return (file) => {
    if (!file.differences.some(isOther)) return file
    const differences = file.differences.map((each) =>
      isOther(each) ? { ...each, kind: 'text' as const } : each,
    )
    return { ...file, verdict: 'look', differences }
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0
}

/** The same page is often there under the other of two names: `about.html`, `about/index.html`. */
function missing(path: string, own: ReadonlySet<string>, all: ReadonlySet<string>): FileComparison {
  const other = path.endsWith('/index.html')
    ? `${path.slice(0, -11)}.html`
    : `${path.replace(/\.html$/, '')}/index.html`
  const meant = own.has(other) && !all.has(other) ? { meant: other } : {}
  return { path, verdict: 'missing', differences: [], ...meant }
}
