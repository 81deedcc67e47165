/** Drops of the site, and the fields that plugins add to them. */
import type { Drop } from '../../liquid/index.ts'
import type { DocId, Document, Holding, Neighbours, Renderable, StaticFile } from '../../site/index.ts'
import type { SiteView } from '../site-view.ts'

/** One object each, made when first asked for. What they show is read from `view` each time. */
export interface SiteDrops {
  readonly view: SiteView
  readonly fields: PluginFields
  readonly site: Drop
  readonly jekyll: Drop
  readonly theme: Drop | null
  of(doc: Renderable): Drop
  /** the drops of the documents with these ids */
  listed(ids: readonly DocId[]): readonly Drop[]
  /** what a variable with documents in it is for templates */
  held(holding: Holding): unknown
  staticFile(file: StaticFile): Drop
  /** the document before or after `doc` in its collection, or null */
  neighbour(doc: Document, which: keyof Neighbours): Drop | null
  /** documents of a collection in its order (posts oldest first) */
  inOrder(label: string): readonly Drop[]
  filesOf(label: string): readonly Drop[]
  /** the ten newest posts but `doc`; null unless it is a post */
  relatedPosts(doc: Renderable): readonly Drop[] | null
}

/** The fields of all plugins by name. */
export interface PluginFields {
  readonly site: ReadonlyMap<string, () => unknown>
  readonly document: ReadonlyMap<string, (doc: Renderable) => unknown>
  /** what they find once for all pages, by plugin and name */
  readonly values: ReadonlyMap<string, () => unknown>
}
