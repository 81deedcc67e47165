import type { StaticFile } from '../site/index.ts'

/** Jekyll's `relative_path` of a static file: with a slash in front, except in a collection. */
export function staticPath(file: StaticFile): string {
  return file.collection === undefined ? `/${file.file.path}` : file.file.path
}
