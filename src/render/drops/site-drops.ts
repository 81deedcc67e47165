/** One drop per document, page and static file of a site, made when first asked for and kept. */
import {
  type DocId,
  type Document,
  type Neighbours,
  type Renderable,
  type StaticFile,
  shownHolding,
} from '../../site/index.ts'
import type { SiteView } from '../site-view.ts'
import { DocumentDrop } from './document.ts'
import { EnvironmentDrop } from './jekyll.ts'
import { PageDrop } from './page.ts'
import { SiteDrop } from './site.ts'
import { StaticFileDrop } from './static-file.ts'
import { ThemeDrop } from './theme.ts'
import type { PluginFields, SiteDrops } from './types.ts'

/** How many related posts Jekyll gives without LSI. */
const RELATED = 10

/** @param fields read when a template asks: they are made with the drops */
export function createSiteDrops(view: SiteView, fields: () => PluginFields): SiteDrops {
  const made = new Map<DocId, DocumentDrop | PageDrop>()
  const files = new Map<StaticFile, StaticFileDrop>()
  const ordered = new Map<string, readonly DocumentDrop[]>()
  let site: SiteDrop | undefined
  let jekyll: EnvironmentDrop | undefined
  let theme: ThemeDrop | null | undefined

  const of = (doc: Renderable): DocumentDrop | PageDrop => {
    let drop = made.get(doc.id)
    if (drop === undefined) {
      drop = doc.kind === 'page' ? new PageDrop(doc, drops) : new DocumentDrop(doc, drops)
      made.set(doc.id, drop)
    }
    return drop
  }
  const staticFile = (file: StaticFile): StaticFileDrop => {
    let drop = files.get(file)
    if (drop === undefined) {
      drop = new StaticFileDrop(file, drops)
      files.set(file, drop)
    }
    return drop
  }
  const inOrder = (label: string): readonly DocumentDrop[] => {
    // Asked for each time, so that the view knows who reads the list.
    const documents = view.documentsOf(label)
    let list = ordered.get(label)
    if (list === undefined) {
      list = documents.map((doc) => of(doc) as DocumentDrop)
      ordered.set(label, list)
    }
    return list
  }
  const drops: SiteDrops = {
    view,
    get fields() {
      return fields()
    },
    get site() {
      site ??= new SiteDrop(drops)
      return site
    },
    get jekyll() {
      jekyll ??= new EnvironmentDrop(view)
      return jekyll
    },
    get theme() {
      theme ??= view.theme === null ? null : new ThemeDrop(view)
      return theme
    },
    of,
    listed: (ids) =>
      ids.flatMap((id) => {
        const doc = view.document(id)
        return doc === undefined ? [] : [of(doc)]
      }),
    held: (holding) =>
      shownHolding(holding, (id) => {
        const doc = view.document(id)
        return doc === undefined ? undefined : of(doc)
      }),
    staticFile,
    inOrder,
    filesOf: (label) => view.filesOf(label).map(staticFile),
    neighbour: (doc: Document, which: keyof Neighbours) => {
      const other = view.neighbour(doc, which)
      return other === undefined ? null : of(other)
    },
    relatedPosts: (doc) => {
      if (doc.kind !== 'document') return null
      const own = of(doc)
      const posts = inOrder('posts')
      if (posts.length < 2) return []
      const newest = posts.slice(-(RELATED + 1)).reverse()
      return newest.filter((post) => post !== own).slice(0, RELATED)
    },
  }
  return drops
}
