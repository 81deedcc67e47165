/**
 * What rendering may read besides the site: files below the source or the theme, as text. Links may lead anywhere, as in
 * Jekyll, but not in safe mode.
 */
import { isInside } from '../base/index.ts'
import { type FileTree, ReadError } from '../files/index.ts'
import { decoder } from '../read/index.ts'
import type { FileAccess } from '../render/index.ts'
import type { Config } from '../site/index.ts'

/** What the steps of a build may read: text for rendering, bytes for plugins that finish a site. */
export interface SourceAccess extends FileAccess {
  /** bytes of the file at an absolute path; undefined where `readText` would find none */
  readBytes(path: string): Uint8Array | undefined
}

/** A path outside all of `trees` reads as absent; so does one linked to outside in safe mode. */
export function fileAccess(trees: readonly FileTree[], { reading, safe }: Config): SourceAccess {
  const decode = decoder(reading.encoding)
  const places = trees.map((tree) => ({ tree, realRoot: tree.realPath('') ?? tree.root }))
  const readBytes = (path: string, folder?: string): Uint8Array | undefined => {
    const place = places.find(({ tree }) => path !== tree.root && isInside(tree.root, path))
    if (place === undefined) return undefined
    const { tree, realRoot } = place
    const relative = path.slice(tree.root === '/' ? 1 : tree.root.length + 1)
    const kind = tree.kindOf(relative)
    if (kind !== 'file') {
      if (kind === 'other' || kind === 'outside') tree.passOver(relative)
      return undefined
    }
    if (safe) {
      const within = folder === undefined ? realRoot : realRoot + folder.slice(tree.root.length)
      if (!isInside(within, tree.realPath(relative) ?? '')) return undefined
    }
    try {
      return tree.read(relative).bytes
    } catch (error) {
      if (error instanceof ReadError) {
        tree.passOver(relative)
        return undefined
      }
      throw error
    }
  }
  return {
    readBytes,
    readText(path, folder) {
      const bytes = readBytes(path, folder)
      return bytes === undefined ? undefined : decode(bytes).text
    },
  }
}
