/**
 * Which entries of a directory belong to the site.
 *
 * `include` is asked first and knows only the entry's own name (or path within a collection), whatever directory it is
 * in: `include: [_pages]` takes `sub/_pages` and `_pages2` too. `exclude` knows the path from the source. A pattern that
 * stands in both is included. Observed in Jekyll 4.3.1.
 */
import { basename, isInside } from '../base/index.ts'
import type { FileTree } from '../files/index.ts'
import { type Config, entryPatterns, matchesPatterns } from '../site/index.ts'

export interface EntryFilter {
  /**
   * Whether `entry`, a name or path below the directory `base`, is part of the site; `real` is where it lies when `base`
   * is not a directory of the tree (collections are known without `collections_dir`).
   */
  keeps(base: string, entry: string, link?: boolean, real?: string): boolean
  /** Whether `path` of the tree, with its links followed, lies in the source. */
  inside(path: string): boolean
}

/**
 * The filter of a site. Links that lead out of the source are refused in safe mode; `apart` are paths that are the program's
 * and no part of any site.
 */
export function entryFilter(
  tree: FileTree,
  config: Config,
  apart: ReadonlySet<string> = new Set(),
): EntryFilter {
  const include = entryPatterns(config.reading.include)
  const included = new Set(include.map(({ text }) => text))
  const exclude = entryPatterns(config.reading.exclude).filter(({ text }) => !included.has(text))
  const realRoot = config.safe ? (tree.realPath('') ?? tree.root) : tree.root
  const inside = (path: string): boolean => isInside(realRoot, tree.realPath(path) ?? '')
  const isDirectory = (path: string): boolean => tree.kindOf(path) === 'directory'
  return {
    inside,
    keeps(base, entry, link = false, real = undefined) {
      if (entry.endsWith('.')) return false
      const path = base === '' ? entry : `${base}/${entry}`
      if (apart.has(path)) return false
      if (config.safe && link && !inside(real ?? path)) return false
      const name = basename(entry)
      if (
        matchesPatterns(include, entry, isDirectory) ||
        (name !== entry && matchesPatterns(include, name, isDirectory))
      )
        return true
      if (isSpecial(entry) || isSpecial(name) || name.endsWith('~')) return false
      return !matchesPatterns(exclude, path, isDirectory)
    },
  }
}

/** Names that start with a dot, an underscore, a hash or a tilde. */
function isSpecial(name: string): boolean {
  const first = name[0]
  return first === '.' || first === '_' || first === '#' || first === '~'
}
