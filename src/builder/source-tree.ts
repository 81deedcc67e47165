/** The tree a site is read from. */
import { joinPath } from '../base/index.ts'
import { diskTree, type FileTree, type Gate, openGate, ReadError, withListing } from '../files/index.ts'
import type { Config } from '../site/index.ts'

/** The gate to the files of the source, which in safe mode lets through nothing that lies elsewhere. */
export function siteGate({ source, safe }: Pick<Config, 'source' | 'safe'>): Gate {
  return openGate(source, { fenced: safe })
}

/** The source directory on disk, which safe mode does not leave, without the files at the absolute paths in `hidden`; `gate`
 * is the one to it where a setup has one, so that nothing is told twice. */
export function sourceTree(
  config: Pick<Config, 'source' | 'safe'>,
  hidden: ReadonlySet<string> = new Set(),
  gate: Gate = siteGate(config),
): FileTree {
  const tree = diskTree(config.source, { gate })
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
