/** The tree a site is read from. */
import { diskTree, type FileTree } from '../read/index.ts'
import type { Config } from '../site/index.ts'

/** The source directory on disk. */
export function sourceTree(config: Pick<Config, 'source'>): FileTree {
  return diskTree(config.source)
}
