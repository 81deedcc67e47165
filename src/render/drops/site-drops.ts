/** One drop per document, page and static file of a site, made when first asked for and kept. */
import type { DocId, Document, Renderable, StaticFile } from '../../site/index.ts'
import type { RenderEnv, SiteDrops } from '../types.ts'
import { DocumentDrop } from './document.ts'
import { EnvironmentDrop } from './jekyll.ts'
import { PageDrop } from './page.ts'
import { SiteDrop } from './site.ts'
import { StaticFileDrop } from './static-file.ts'
import { ThemeDrop } from './theme.ts'

/** How many related posts Jekyll gives without LSI. */
const RELATED = 10

/** @param env read when a template asks, so it may still be under construction */
export function createSiteDrops(env: () => RenderEnv): SiteDrops {
  const drops = new Map<DocId, DocumentDrop | PageDrop>()
  const files = new Map<StaticFile, StaticFileDrop>()
  const ordered = new Map<string, readonly DocumentDrop[]>()
  const positions = new Map<DocId, number>()
  let site: SiteDrop | undefined
  let jekyll: EnvironmentDrop | undefined
  let theme: ThemeDrop | null | undefined

  const of = (doc: Renderable): DocumentDrop | PageDrop => {
    let drop = drops.get(doc.id)
    if (drop === undefined) {
      drop = doc.kind === 'page' ? new PageDrop(doc, env()) : new DocumentDrop(doc, env())
      drops.set(doc.id, drop)
    }
    return drop
  }
  const staticFile = (file: StaticFile): StaticFileDrop => {
    let drop = files.get(file)
    if (drop === undefined) {
      drop = new StaticFileDrop(file, env())
      files.set(file, drop)
    }
    return drop
  }
  const inOrder = (label: string): readonly DocumentDrop[] => {
    let list = ordered.get(label)
    if (list === undefined) {
      const { renderables, collections } = env().site
      const found: DocumentDrop[] = []
      for (const id of collections.get(label)?.documents ?? []) {
        const doc = renderables.get(id)
        if (doc?.kind !== 'document') continue
        positions.set(id, found.length)
        found.push(of(doc) as DocumentDrop)
      }
      list = found
      ordered.set(label, list)
    }
    return list
  }
  return {
    get site() {
      site ??= new SiteDrop(env())
      return site
    },
    get jekyll() {
      jekyll ??= new EnvironmentDrop(env().site.config)
      return jekyll
    },
    get theme() {
      const given = env().site.theme
      theme ??= given === null ? null : new ThemeDrop(given)
      return theme
    },
    of,
    listed: (ids) =>
      ids.flatMap((id) => {
        const doc = env().site.renderables.get(id)
        return doc === undefined ? [] : [of(doc)]
      }),
    staticFile,
    inOrder,
    filesOf: (label) => (env().site.collections.get(label)?.staticFiles ?? []).map(staticFile),
    neighbour: (doc: Document, step: number) => {
      const list = inOrder(doc.collection)
      const position = positions.get(doc.id)
      return position === undefined ? null : (list[position + step] ?? null)
    },
    relatedPosts: (doc) => {
      if (doc.kind !== 'document' || doc.collection !== 'posts') return null
      const newest = inOrder('posts')
        .slice(-(RELATED + 1))
        .reverse()
      return newest.filter((post) => post.document !== doc).slice(0, RELATED)
    },
  }
}
