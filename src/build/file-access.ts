/** What rendering may read besides the site: files below the source (and its links that stay there), as text. */
import { isInside } from '../base/index.ts'
import { decoder, type FileTree, ReadError } from '../read/index.ts'
import type { FileAccess } from '../render/index.ts'

/** `encoding` is the configuration's. A path outside the tree, or linked to outside, reads as absent. */
export function fileAccess(tree: FileTree, encoding: string): FileAccess {
  const decode = decoder(encoding)
  const realRoot = tree.realPath('') ?? tree.root
  return {
    readText(path) {
      if (!isInside(tree.root, path) || path === tree.root) return undefined
      const relative = path.slice(tree.root === '/' ? 1 : tree.root.length + 1)
      if (tree.kindOf(relative) !== 'file') return undefined
      const real = tree.realPath(relative)
      if (real === null || !isInside(realRoot, real)) return undefined
      try {
        return decode(tree.read(relative).bytes).text
      } catch (error) {
        if (error instanceof ReadError) return undefined
        throw error
      }
    },
  }
}
