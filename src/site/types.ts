/**
 * The site as plain data: what reading gives and everything later works on. No I/O, no methods. Documents refer to
 * each other by id, so that a value can be hashed, cached and sent to a worker.
 */
import type { Hash, Time, Value, Zone } from '../base/index.ts'

/** Unique in a site: the file's relative path (`_posts/2024-01-02-a.md`), or `plugin:url` for a generated page. */
export type DocId = string

/** Front matter, defaults already merged, in Jekyll's key order. */
export type FrontMatter = Hash

/** Configuration: Jekyll's merged hash (what templates see as `site.*`) and the fields the program itself reads. */
export interface Config {
  /** everything, defaults merged, in Jekyll's order */
  readonly data: Hash
  /** absolute directories */
  readonly source: string
  readonly destination: string
  readonly layoutsDir: string
  readonly includesDirs: readonly string[]
  readonly dataDir: string
  readonly collectionsDir: string
  readonly zone: Zone
  readonly future: boolean
  readonly unpublished: boolean
  readonly showDrafts: boolean
  readonly limitPosts: number
  readonly safe: boolean
  readonly quiet: boolean
  readonly strictFrontMatter: boolean
  readonly environment: string
}

export interface SiteFile {
  /** relative to `root`, posix: what Jekyll calls relative_path */
  readonly path: string
  readonly origin: 'site' | 'theme'
  /** absolute directory the path is relative to */
  readonly root: string
  readonly size: number
  /** milliseconds since the epoch */
  readonly mtime: number
}

interface RenderableFields {
  readonly id: DocId
  /** position in Jekyll's order of rendering */
  readonly order: number
  readonly file: SiteFile
  readonly data: FrontMatter
  /** text after the front matter */
  readonly body: string
  /** line of the file (from 1) on which `body` starts */
  readonly bodyLine: number
  readonly url: string
  /** relative to the destination, posix, percent-escapes decoded */
  readonly outputPath: string
  /** extension of the source file with its dot; '' when none */
  readonly ext: string
  /** whether it is written (a collection with `output: false` is rendered for nobody) */
  readonly write: boolean
}

/** A post, draft or another collection's document. */
export interface Document extends RenderableFields {
  readonly kind: 'document'
  readonly collection: string
  readonly date: Time
  readonly slug: string
  readonly draft: boolean
}

export interface Page extends RenderableFields {
  readonly kind: 'page'
  readonly name: string
  /** `/docs/` style directory of the source */
  readonly dir: string
  /** plugin name when there is no file */
  readonly generatedBy?: string
}

export type Renderable = Document | Page

export interface Layout {
  readonly name: string
  readonly file: SiteFile
  readonly data: FrontMatter
  readonly body: string
  readonly bodyLine: number
  readonly ext: string
}

export interface StaticFile {
  readonly file: SiteFile
  readonly url: string
  readonly outputPath: string
  readonly collection?: string
  readonly data: FrontMatter
  readonly write: boolean
}

export interface Collection {
  readonly label: string
  readonly metadata: Hash
  readonly documents: readonly DocId[]
  readonly staticFiles: readonly StaticFile[]
}

export interface Site {
  readonly config: Config
  readonly time: Time
  /** documents by collection, then pages: Jekyll's order of rendering */
  readonly renderables: ReadonlyMap<DocId, Renderable>
  readonly collections: ReadonlyMap<string, Collection>
  readonly pages: readonly Page[]
  readonly layouts: ReadonlyMap<string, Layout>
  readonly staticFiles: readonly StaticFile[]
  readonly data: Value
}
