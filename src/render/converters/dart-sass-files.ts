/** Which files an `@import` or `@use` may mean, by Dart Sass's rules. The disk is asked through FileAccess. */
import { basename, cleanPath, dirname, joinPath } from '../../base/index.ts'
import type { FileAccess } from '../types.ts'

/**
 * The style sheets that `path` (absolute, with or without extension) stands for. More than one is a mistake of the site.
 *
 * @param fromImport whether `@import` asks, for which `name.import.scss` goes first
 */
export function resolveStyle(files: FileAccess, path: string, fromImport: boolean): readonly string[] {
  const own = cleanPath(path)
  const ext = /\.(?:sass|scss|css)$/.exec(own)?.[0]
  const names: (() => readonly string[])[] =
    ext === undefined
      ? [
          () => (fromImport ? withExtensions(files, `${own}.import`) : []),
          () => withExtensions(files, own),
          () => (fromImport ? withExtensions(files, `${own}/index.import`) : []),
          () => withExtensions(files, `${own}/index`),
        ]
      : [
          () => (fromImport ? existing(files, `${own.slice(0, -ext.length)}.import${ext}`) : []),
          () => existing(files, own),
        ]
  for (const find of names) {
    const found = find()
    if (found.length > 0) return found
  }
  return []
}

function withExtensions(files: FileAccess, path: string): readonly string[] {
  const found = [...existing(files, `${path}.sass`), ...existing(files, `${path}.scss`)]
  return found.length > 0 ? found : existing(files, `${path}.css`)
}

/** `path` and the partial of that name, as far as they are there. */
function existing(files: FileAccess, path: string): readonly string[] {
  return [joinPath(dirname(path), `_${basename(path)}`), path].filter(
    (each) => files.readText(each) !== undefined,
  )
}
