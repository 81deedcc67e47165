/**
 * How `@import` and `@use` find files: beside the importing file, then along the load paths, by Sass's rules for
 * partials (`_name`), extensions and index files. The disk is asked through FileAccess.
 */
import { cleanPath, dirname, joinPath } from '../../base/index.ts'
import type { FileAccess } from '../types.ts'

interface FoundStyle {
  readonly path: string
  readonly text: string
}

const EXTENSIONS = ['.sass', '.scss', '.css'] as const

/** The stylesheet that `name` means inside `from` (absolute path of the importing file, when it has one). */
export function findStyle(
  files: FileAccess,
  name: string,
  from: string | undefined,
  loadPaths: readonly string[],
): FoundStyle | undefined {
  const folders = from === undefined ? loadPaths : [dirname(from), ...loadPaths]
  if (name.startsWith('/')) return firstOf(files, candidates(name))
  for (const folder of folders) {
    const found = firstOf(files, candidates(joinPath(folder, name)), from)
    if (found !== undefined) return found
  }
  return undefined
}

/** A file never means itself: `styles.scss` with `@import "styles"` asks for the one on the load path. */
function firstOf(files: FileAccess, paths: readonly string[], self?: string): FoundStyle | undefined {
  for (const path of paths) {
    const clean = cleanPath(path)
    if (clean === self) continue
    const text = files.readText(clean)
    if (text !== undefined) return { path: clean, text }
  }
  return undefined
}

function candidates(path: string): readonly string[] {
  const slash = path.lastIndexOf('/') + 1
  const folder = path.slice(0, slash)
  const name = path.slice(slash)
  if (EXTENSIONS.some((ext) => name.endsWith(ext))) return [path, `${folder}_${name}`]
  const names = [`${folder}_${name}`, path, `${path}/_index`, `${path}/index`]
  return names.flatMap((base) => EXTENSIONS.map((ext) => base + ext))
}
