/**
 * What a build takes out of the destination, as Jekyll's cleaner does: every file it does not make and `keep_files`
 * does not keep, and every directory that is then empty. Dot files and links too; nothing outside the destination.
 */
import type { Existing } from './output.ts'

/**
 * The stale paths: files first, then directories, deeper before higher.
 *
 * `keepFiles` holds beginnings of paths (Jekyll matches them as prefixes: `keep` also keeps `keeper.txt`).
 * A directory where a file must now go is stale with everything in it that is not kept.
 */
export function stalePaths(
  existing: Existing,
  wanted: ReadonlySet<string>,
  keepFiles: readonly string[],
): string[] {
  const kept = keepFiles.filter((prefix) => prefix !== '').map((prefix) => prefix.replace(/^\/+/, ''))
  const isKept = (path: string): boolean => kept.some((prefix) => path.startsWith(prefix))
  const stale: string[] = []
  const needed = new Set<string>()
  const need = (path: string): void => {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const parent = path.slice(0, slash)
      if (needed.has(parent)) return
      needed.add(parent)
    }
  }
  for (const path of wanted) need(path)
  for (const prefix of kept) need(prefix)
  for (const path of existing.files) {
    if (wanted.has(path) && !needed.has(path)) continue
    if (isKept(path) && !needed.has(path)) need(path)
    else stale.push(path)
  }
  const directories = [...existing.directories].filter((path) => !needed.has(path) && !isKept(path))
  // Deeper first, so that each is empty when its turn comes.
  directories.sort((a, b) => b.length - a.length)
  return [...stale, ...directories]
}
