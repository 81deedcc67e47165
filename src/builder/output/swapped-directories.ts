/**
 * Directories of an output of which most changes are made anew in the stage, and change places with the old ones: two renames for
 * each instead of one for each file, so that hardly a moment is left in which somebody could see files of both.
 *
 * What stays in them is linked, not copied. It takes a third more system calls than to move the files by themselves: a
 * directory for each directory, and the old files to be removed. So it is done where more changes than stays.
 */
import type { Existing } from './output.ts'

/** Fewer files than these are moved as fast. */
const MANY = 16

export interface Swapped {
  /** a directory at the top of the destination */
  readonly top: string
  /** directories in it, the highest first */
  readonly directories: readonly string[]
  /** files in it that stay as they are */
  readonly staying: readonly string[]
}

/**
 * The directories to change: those where more of `changed` or `stale` lies than of what stays, and nothing that is not in `ours`.
 * Whoever else keeps files there may have them open, or the directory.
 */
export function swappedDirectories(
  existing: Existing,
  changed: readonly string[],
  stale: ReadonlySet<string>,
  ours: { has(path: string): boolean },
): readonly Swapped[] {
  const counts = new Map<string, number>()
  const count = (path: string): void => {
    const top = topOf(path)
    if (top !== undefined) counts.set(top, (counts.get(top) ?? 0) + 1)
  }
  for (const path of changed) count(path)
  for (const path of stale) if (existing.files.has(path)) count(path)
  const tops = [...counts].filter(
    ([top, number]) => number >= MANY && existing.directories.has(top) && !stale.has(top),
  )
  if (tops.length === 0) return []
  const staying = new Map<string, string[]>(tops.map(([top]) => [top, []]))
  const moved = new Set(changed)
  for (const path of existing.files) {
    const top = topOf(path)
    if (top === undefined || moved.has(path) || stale.has(path)) continue
    if (ours.has(path)) staying.get(top)?.push(path)
    else staying.delete(top)
  }
  const directories = new Map<string, string[]>(tops.map(([top]) => [top, []]))
  for (const path of existing.directories) {
    const top = topOf(path)
    if (top !== undefined && !stale.has(path)) directories.get(top)?.push(path)
  }
  return tops.flatMap(([top, number]) => {
    const files = staying.get(top)
    if (files === undefined || files.length >= number) return []
    return [{ top, staying: files, directories: (directories.get(top) ?? []).sort(byLength) }]
  })
}

/** The directory at the top in which `path` lies. */
export function topOf(path: string): string | undefined {
  const slash = path.indexOf('/')
  return slash === -1 ? undefined : path.slice(0, slash)
}

function byLength(a: string, b: string): number {
  return a.length - b.length
}
