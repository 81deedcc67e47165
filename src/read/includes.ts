/** Includes: every file below `includes_dir`, whatever its name; in safe mode only where no link leads out of there. */
import { isInside, joinPath } from '../base/index.ts'
import { ReadError } from '../files/index.ts'
import type { Include } from '../site/index.ts'
import { type ReadContext, siteFile } from './context.ts'
import { remembered } from './read-memory.ts'
import { isCircle } from './walk.ts'

/** By the name tags use. Files that cannot be read are left out: the tag that wants one says so. */
export function readIncludes(ctx: ReadContext): ReadonlyMap<string, Include> {
  const includes = new Map<string, Include>()
  collect(ctx, ctx.config.includesDir, '', includes)
  return includes
}

function collect(ctx: ReadContext, directory: string, prefix: string, includes: Map<string, Include>): void {
  for (const entry of ctx.tree.list(directory)) {
    const { name, kind } = entry
    const path = `${directory}/${name}`
    if (kind === 'directory') {
      if (!isCircle(ctx, directory, entry)) collect(ctx, path, `${prefix}${name}/`, includes)
      continue
    }
    if (kind !== 'file') {
      ctx.tree.passOver(path)
      continue
    }
    if (ctx.config.safe && leadsOut(ctx, path)) continue
    try {
      includes.set(
        prefix + name,
        remembered(ctx, path, 'include', () => readInclude(ctx, path)),
      )
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      ctx.tree.passOver(path)
    }
  }
}

function readInclude(ctx: ReadContext, path: string): Include {
  const contents = ctx.tree.read(path)
  const { text, valid } = ctx.decode(contents.bytes)
  const file = siteFile(ctx, path, contents)
  return valid ? { path, text, file } : { path, text, file, invalid: true }
}

function leadsOut(ctx: ReadContext, path: string): boolean {
  const folder = joinPath(ctx.tree.realPath('') ?? ctx.tree.root, ctx.config.includesDir)
  return !isInside(folder, ctx.tree.realPath(path) ?? '')
}
