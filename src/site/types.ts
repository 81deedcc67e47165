/**
 * The site as plain data: what reading gives and everything later works on. No I/O, no methods. Documents refer to
 * each other by id. `encodeSite` makes of it what can be sent to another thread or written to a file.
 */
import type { Hash, Reference, SourceText, Time, Value } from '../base/index.ts'
import type { Defaults } from './defaults.ts'
import type { JekyllRules } from './jekyll-rules.ts'
import type { Settings } from './settings/settings.ts'

/** Unique in a site: the file's relative path (`_posts/2024-01-02-a.md`), or `plugin:url` for a generated page. */
export type DocId = string

/** Front matter, defaults already merged, in Jekyll's key order. */
export type FrontMatter = Hash

/**
 * Configuration: Jekyll's merged hash, which is for templates (`site.*`) and for plugins' own options, and typed settings
 * made of it once, which are what the program itself reads. `withSettings` changes both.
 */
export interface Config extends Settings {
  /** everything, defaults merged, in Jekyll's order */
  readonly data: Hash
  /** absolute directories */
  readonly source: string
  readonly destination: string
  readonly cacheDir: string
  /** relative to the source, posix, no slash at either end: `_layouts` */
  readonly layoutsDir: string
  readonly includesDir: string
  readonly dataDir: string
  /** likewise; '' is the source itself */
  readonly collectionsDir: string
  /** how a folder's path in the source begins, with a slash in front, where posts are looked for: `collections_dir` as it is written */
  readonly postsBelow: string
  /** the site's zone, by name: `zoneFor` makes it */
  readonly timezone: string
  readonly future: boolean
  readonly unpublished: boolean
  readonly showDrafts: boolean
  /** 0: all; less than one: none */
  readonly limitPosts: number
  readonly safe: boolean
  /** whether the command line asks for safe mode: then nothing is written or removed outside of the source that the site names */
  readonly guarded: boolean
  /** what Bundler loads before all other plugins: the Gemfile's group `:jekyll_plugins`; none in safe mode, on GitHub Pages, and where the Gemfile is left alone */
  readonly gemfilePlugins: readonly string[]
  /** whether the destination is the site's: it names it, or it is called as something in the source */
  readonly ownDestination: boolean
  readonly strictFrontMatter: boolean
  /** `JEKYLL_ENV`, 'development' when unset */
  readonly environment: string
  /** the variables of the environment, for plugins that document some; empty where a program gives none */
  readonly variables: Readonly<Record<string, string | undefined>>
  /** which Jekyll the site is built as, and what that one does otherwise */
  readonly reference: Reference
  /** whether GitHub's settings and choice of plugins hold */
  readonly githubPages: boolean
  readonly rules: JekyllRules
}

export interface SiteFile {
  /**
   * relative to `root`, posix: what Jekyll calls relative_path (without a leading slash). For documents, `root` includes
   * `collections_dir`.
   */
  readonly path: string
  readonly origin: 'site' | 'theme'
  /** absolute directory the path is relative to */
  readonly root: string
  readonly size: number
  /** milliseconds since the epoch, with fraction */
  readonly mtime: number
  /** milliseconds since the epoch: when it was last changed as a plugin has it, from git say */
  readonly changed?: number
  /** of a file that is copied: what tells it from other files, and from itself as it was; absent where the system has no such thing */
  readonly identity?: { readonly device: number; readonly inode: number; readonly changed: number }
}

/** What the settings say of all documents of a collection, or of all pages: one object, which each of them refers to. */
export interface Home {
  /** the collection's; '' for pages */
  readonly label: string
  /** the collection's, without `collections_dir`: `_posts`; '' for pages */
  readonly directory: string
  /** URL template of documents; for pages the site's `permalink` */
  readonly permalink: string
  /** whether what is published of it is written */
  readonly write: boolean
  readonly unpublished: boolean
  readonly future: boolean
  readonly slugsKeepMarks: boolean
  readonly datesUndated: boolean
  /** the site's */
  readonly time: Time
  readonly timezone: string
}

interface RenderableFields {
  readonly id: DocId
  readonly file: SiteFile
  /**
   * Jekyll's `data`: front matter over defaults, and for documents the keys Jekyll adds (`draft`, `categories`,
   * `date`, `slug`, `ext`, `title`, `tags`). The excerpt is not in it.
   */
  readonly data: FrontMatter
  /**
   * Variables that hold documents (`posts` of an archive, `backlinks`): what `data`, plain values, cannot. A key of `data` keeps its
   * place there.
   */
  readonly listings?: ReadonlyMap<string, Holding>
  /** text after the front matter */
  readonly body: string
  /** line of the file (from 1) on which `body` starts */
  readonly bodyLine: number
  /**
   * Source text of the excerpt Jekyll generates (Liquid and Markdown still to be run); null when it generates none:
   * no separator, front matter has its own `excerpt` (then in `data`), or a page without `page_excerpts`.
   */
  readonly excerpt: string | null
  readonly url: string
  /** relative to the destination, posix, percent-escapes decoded */
  readonly outputPath: string
  /** extension of the source file with its dot; '' when none */
  readonly ext: string
  /** what the converters make of `ext`: `.html` of `.md`, `.css` of `.scss` */
  readonly convertedExt: string
  /** extension of the output: what the converters make, unless a permalink has one */
  readonly outputExt: string
  /** whether it is written (a collection with `output: false` is rendered for nobody) */
  readonly write: boolean
  readonly home: Home
}

/** A post, draft or another collection's document. */
export interface Document extends RenderableFields {
  readonly kind: 'document'
  readonly collection: string
  readonly date: Time
  /** `data.slug` as text: what `:slug` and `post_url` start from */
  readonly slug: string
  readonly draft: boolean
  /** it had no date when the site was read, and nobody asked for one: it goes by its path among others */
  readonly undated?: true
  /**
   * Why it has no URL (`url` and `outputPath` are empty then), in Jekyll's words: whoever needs one stops with them. Null
   * where it has one, as nearly always.
   */
  readonly noUrl: string | null
}

export interface Page extends RenderableFields {
  readonly kind: 'page'
  readonly name: string
  /** directory of the source: '' or `/docs/more` (not Jekyll's `page.dir`, which comes from the URL) */
  readonly dir: string
  /** the file's name without its extension */
  readonly basename: string
  /**
   * What is found for `layout`, `permalink`, `render_with_liquid` and `pagination` where that is not what templates see in
   * `data`: an own null means none, though the default shows. See `settingOf`.
   */
  readonly apart?: Hash
  /** keys of `data` that front matter does not have, only defaults */
  readonly defaulted?: readonly Value[]
  /** computed variables that templates do not find on it */
  readonly lacks?: readonly ('content' | 'dir' | 'excerpt')[]
  /** what templates see as `content` until it is converted, where that is not `body` */
  readonly shown?: string
  /** plugin name when there is no file */
  readonly generatedBy?: string
  /** another file may be written to its place, and nobody is warned */
  readonly givesWay?: boolean
  /** `paginator`, on a page of a pagination */
  readonly paginator?: Listing
}

/** Documents where there are values otherwise: one, lists of them, lists and hashes in which some are. */
export type Holding = DocId | readonly Holding[] | ReadonlyMap<Value, Holding> | { readonly value: Value }

/** A hash for templates with documents in it. */
export interface Listing {
  readonly values: Hash
  /** in templates the documents themselves; a key of `values` keeps its place there */
  readonly documents: ReadonlyMap<string, readonly DocId[]>
}

export type Renderable = Document | Page

export interface Layout {
  /** `post`, `special/wide`: path in its directory without extension */
  readonly name: string
  readonly file: SiteFile
  readonly data: FrontMatter
  readonly body: string
  readonly bodyLine: number
  readonly ext: string
}

/** A file of `_includes`, by the name tags use. */
export interface Include extends SourceText {
  readonly file: SiteFile
  /** the file is not text in the site's encoding: whoever includes it stops the build */
  readonly invalid?: true
}

export interface StaticFile {
  readonly file: SiteFile
  readonly url: string
  readonly outputPath: string
  readonly collection?: string
  /** front matter defaults that apply to it */
  readonly data: FrontMatter
  readonly write: boolean
}

export interface Collection {
  /** key in the configuration, and in `site.collections` */
  readonly name: string
  /** the name without the characters that may not stand in one */
  readonly label: string
  readonly metadata: Hash
  /** relative to the source: `_posts`, `things/_recipes` */
  readonly directory: string
  /** in Jekyll's order (by date, then path; or `sort_by`, `order`) */
  readonly documents: readonly DocId[]
  readonly staticFiles: readonly StaticFile[]
  /** whether its documents are written */
  readonly write: boolean
}

/** A theme given as a directory: `theme.root` and what its layouts, includes, Sass and assets are read from. */
export interface Theme {
  readonly name: string
  /** absolute */
  readonly root: string
  /** what its gem says of itself; undefined when it has none */
  readonly details?: ThemeDetails | undefined
}

/** `theme.*` of a gem. */
export interface ThemeDetails {
  readonly version: string | null
  readonly metadata: Hash
  /** as RubyGems writes them: `jekyll (>= 3.5, < 5.0)` */
  readonly dependencies: readonly string[]
  /** with commas between */
  readonly authors: string
  /** its summary when it has no description */
  readonly description: string | null
}

/** What settings and plugins say of everything that is read or made. */
export interface SiteRules {
  readonly config: Config
  /** `site.time`: the configuration's, else the clock */
  readonly time: Time
  /** the clock when the build began: what `now` and `12:30` mean */
  readonly now: Time
  readonly defaults: Defaults
  readonly pageHome: Home
  /** extensions of outputs by those of sources, as far as plugins' converters were asked */
  readonly outputExts: ReadonlyMap<string, string>
  /** names of tags that have an end, which an excerpt that cuts them must close */
  readonly blockTags: readonly string[]
}

export interface Site extends SiteRules {
  readonly theme: Theme | null
  /** documents by collection, then pages: Jekyll's order of rendering */
  readonly renderables: ReadonlyMap<DocId, Renderable>
  /** in Jekyll's order */
  readonly collections: ReadonlyMap<string, Collection>
  readonly pages: readonly Page[]
  readonly layouts: ReadonlyMap<string, Layout>
  /** by the name a tag uses (`nav/item.html`), the site's over the theme's */
  readonly includes: ReadonlyMap<string, Include>
  /** all of them, those of collections too, in Jekyll's order */
  readonly staticFiles: readonly StaticFile[]
  /** what templates see as `site.data`: data files, or `data` of the configuration instead of them */
  readonly data: Value
}
