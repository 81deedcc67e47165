/** One drop per document, page and static file of a site, made when first asked for and kept. */
import {
  type DocId,
  type Document,
  type Neighbours,
  neighbours,
  type Renderable,
  type StaticFile,
} from '../../site/index.ts'
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
  let around: ReadonlyMap<DocId, Neighbours> | undefined
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
  const listed = (ids: readonly DocId[]): readonly (DocumentDrop | PageDrop)[] => {
    const { renderables } = env().site
    return ids.flatMap((id) => {
      const doc = renderables.get(id)
      return doc === undefined ? [] : [of(doc)]
    })
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
      list = listed(env().site.collections.get(label)?.documents ?? []) as readonly DocumentDrop[]
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
    listed,
    staticFile,
    inOrder,
    filesOf: (label) => (env().site.collections.get(label)?.staticFiles ?? []).map(staticFile),
    neighbour: (doc: Document, which: keyof Neighbours) => {
      const { site } = env()
      around ??= neighbours(site)
      const other = site.renderables.get(around.get(doc.id)?.[which] ?? '')
      return other === undefined ? null : of(other)
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
