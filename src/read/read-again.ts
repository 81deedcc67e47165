/**
 * A site read once more by a process that was told what changed: where that is nothing but the text and front matter of
 * posts and pages which stay where they are, all else is taken over without a look at it.
 */
import { BuildError, compareTimes, isInside } from '../base/index.ts'
import { ReadError } from '../files/index.ts'
import type { DocId, Document, Page, Renderable, Site } from '../site/index.ts'
import type { ReadContext } from './context.ts'
import { idOfSecond } from './id-of-second.ts'
import { knownPost } from './posts.ts'
import { pageAt } from './read-directories.ts'
import type { LastReading, ReadMemory } from './read-memory.ts'
import type { ThemeSource } from './theme.ts'

/** The site of the last reading with what changed since; undefined where it must be read as a whole. */
export function readAgain(
  ctx: ReadContext,
  memory: ReadMemory,
  theme: ThemeSource | undefined,
): Site | undefined {
  const last = memory.last(theme)
  const said = ctx.diagnostics.length
  if (last === undefined || said > 0) return undefined
  try {
    const site = changedSite(ctx, memory, last)
    if (site !== undefined && ctx.diagnostics.length === said) return site
  } catch (error) {
    // Which of several mistakes is told, the order of a whole reading decides.
    if (!(error instanceof BuildError || error instanceof ReadError)) throw error
  }
  ctx.diagnostics.length = said
  return undefined
}

function changedSite(ctx: ReadContext, memory: ReadMemory, { site, changed }: LastReading): Site | undefined {
  const { root } = ctx.tree
  // Where a link leads may change without it, and in safe mode that decides.
  if (ctx.config.safe || !memory.listsTheSame(ctx.tree)) return undefined
  const anew = new Map<DocId, Renderable>()
  for (const place of changed) {
    if (!isInside(root, place) || place === root) return undefined
    const path = place.slice(root.length + 1)
    const entry = memory.entryAt(ctx.tree, path)
    if (entry === 'unknown') return undefined
    // What an editor made and took away again.
    if (entry === undefined) continue
    const before = site.renderables.get(path)
    if (before === undefined || entry.kind !== 'file' || entry.link || isTemplate(ctx, path)) return undefined
    if (site.renderables.has(idOfSecond(path))) return undefined
    const after = before.kind === 'page' ? pageAgain(ctx, before) : postAgain(ctx, site, before)
    if (after === undefined) return undefined
    anew.set(path, after)
  }
  const known = <Doc extends Renderable>(doc: Doc): Doc => (anew.get(doc.id) as Doc | undefined) ?? doc
  const renderables = new Map(site.renderables)
  for (const [id, doc] of anew) renderables.set(id, doc)
  return { ...site, renderables, pages: site.pages.map(known) }
}

function isTemplate({ config }: ReadContext, path: string): boolean {
  return [config.layoutsDir, config.includesDir, config.dataDir].some(
    (folder) => folder === '' || isInside(folder, path),
  )
}

function pageAgain(ctx: ReadContext, { id }: Page): Page | undefined {
  return pageAt(ctx, id) || undefined
}

/** A post or draft that stays in its place among the others. */
function postAgain(ctx: ReadContext, { collections }: Site, before: Document): Document | undefined {
  if (before.collection !== 'posts' || before.undated === true) return undefined
  if (!collections.has('posts')) return undefined
  const folders = before.id.split('/').filter((name) => name === '_posts' || name === '_drafts')
  const draft = folders[0] === '_drafts'
  if (folders.length !== 1 || draft !== before.draft) return undefined
  const post = knownPost(ctx, before.id, before.home, draft)
  if (post === null || !post.dated) return undefined
  const { document } = post
  const stays = document.undated !== true && compareTimes(document.date, before.date) === 0
  return stays ? document : undefined
}
