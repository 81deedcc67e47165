/** Layouts: every file with an extension below `layouts_dir`. */
import { extname } from '../base/index.ts'
import type { Layout } from '../site/index.ts'
import { type ReadContext, readSource, siteFile } from './context.ts'
import { usable } from './pages.ts'
import { remembered } from './read-memory.ts'
import { filesBelow } from './walk.ts'

/**
 * By name (path without extension); of two files with one name the later wins, in the place of the first. In a theme the
 * first wins.
 */
export function readLayouts(ctx: ReadContext): ReadonlyMap<string, Layout> {
  const layouts = new Map<string, Layout>()
  const { layoutsDir } = ctx.config
  for (const { path, link } of filesBelow(ctx, layoutsDir)) {
    if (!path.slice(path.lastIndexOf('/') + 1).includes('.')) continue
    const full = `${layoutsDir}/${path}`
    // Jekyll looks for layouts with their directory as the root: `exclude` knows them by their path in it.
    if (!ctx.filter.keeps('', path, link, full)) continue
    const source = remembered(ctx, full, 'source', () => readSource(ctx, full))
    const ext = extname(path)
    const name = path.slice(0, path.length - ext.length)
    if (ctx.origin === 'theme' && layouts.has(name)) continue
    layouts.set(name, {
      name,
      file: siteFile(ctx, full, source.stat),
      data: usable(ctx, full, source),
      body: source.body,
      bodyLine: source.bodyLine,
      ext,
    })
  }
  return layouts
}
