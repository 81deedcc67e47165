/** What rendering may read besides the site: files below the source or the theme (and links that stay there), as text. */
import { isInside } from '../base/index.ts'
import { decoder, type FileTree, ReadError } from '../read/index.ts'
import type { FileAccess } from '../render/index.ts'

/** What the steps of a build may read: text for rendering, bytes for plugins that finish a site. */
export interface SourceAccess extends FileAccess {
  /** bytes of the file at an absolute path; undefined where `readText` would find none */
  readBytes(path: string): Uint8Array | undefined
}

/** `encoding` is the configuration's. A path outside all of `trees`, or linked to outside, reads as absent. */
export function fileAccess(trees: readonly FileTree[], encoding: string): SourceAccess {
  const decode = decoder(encoding)
  const places = trees.map((tree) => ({ tree, realRoot: tree.realPath('') ?? tree.root }))
  const readBytes = (path: string): Uint8Array | undefined => {
    const place = places.find(({ tree }) => path !== tree.root && isInside(tree.root, path))
    if (place === undefined) return undefined
    const { tree, realRoot } = place
    const relative = path.slice(tree.root === '/' ? 1 : tree.root.length + 1)
    if (tree.kindOf(relative) !== 'file') return undefined
    const real = tree.realPath(relative)
    if (real === null || !isInside(realRoot, real)) return undefined
    try {
      return tree.read(relative).bytes
    } catch (error) {
      if (error instanceof ReadError) return undefined
      throw error
    }
  }
  return {
    readBytes,
    readText(path) {
      const bytes = readBytes(path)
      return bytes === undefined ? undefined : decode(bytes).text
    },
  }
}
