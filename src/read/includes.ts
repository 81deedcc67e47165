/** Includes: every file below `includes_dir`, whatever its name. */
import type { Include } from '../site/index.ts'
import { type ReadContext, siteFile } from './context.ts'
import { ReadError } from './tree.ts'

/** By the name tags use. Files that cannot be read are left out: the tag that wants one says so. */
export function readIncludes(ctx: ReadContext): ReadonlyMap<string, Include> {
  const includes = new Map<string, Include>()
  collect(ctx, ctx.config.includesDir, '', includes, 0)
  return includes
}

/** Links that lead in a circle end somewhere. */
const MAX_DEPTH = 40

function collect(
  ctx: ReadContext,
  directory: string,
  prefix: string,
  includes: Map<string, Include>,
  depth: number,
): void {
  for (const { name, kind } of ctx.tree.list(directory)) {
    const path = `${directory}/${name}`
    if (kind === 'directory') {
      if (depth < MAX_DEPTH) collect(ctx, path, `${prefix}${name}/`, includes, depth + 1)
      continue
    }
    if (kind === 'other') continue
    try {
      const contents = ctx.tree.read(path)
      const { text, valid } = ctx.decode(contents.bytes)
      const file = siteFile(ctx, path, contents)
      includes.set(prefix + name, valid ? { path, text, file } : { path, text, file, invalid: true })
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
    }
  }
}
