/** The tree a site is read from. */
import { joinPath } from '../base/index.ts'
import { diskTree, type FileTree, ReadError, withListing } from '../read/index.ts'
import type { Config } from '../site/index.ts'

/** The source directory on disk, without the files at the absolute paths in `hidden`. */
export function sourceTree(
  config: Pick<Config, 'source'>,
  hidden: ReadonlySet<string> = new Set(),
): FileTree {
  const tree = diskTree(config.source)
  if (hidden.size === 0) return tree
  return withListing(tree, (directory) =>
    tree
      .list(directory)
      .filter(
        ({ name }) => !hidden.has(joinPath(tree.root, directory === '' ? name : `${directory}/${name}`)),
      ),
  )
}

/** The absolute path of the file for which reading a site stopped with `error`; undefined where it stopped otherwise. */
export function unreadableFile(error: unknown): string | undefined {
  return error instanceof Error && error.cause instanceof ReadError ? error.cause.path : undefined
}
