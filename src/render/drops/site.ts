/** `site`: the configuration, and the lists of everything in the site. */
import { listedFiles, type Page } from '../../site/index.ts'
import type { ExtraFile } from '../types.ts'
import { CollectionDrop } from './collection.ts'
import { JekyllDrop } from './drop.ts'
import { type SourceMapDrop, sourceMapDrop } from './source-map-page.ts'
import { Terms } from './terms.ts'
import { asTexts } from './text-in-json.ts'
import type { SiteDrops } from './types.ts'

/** In the order in which Jekyll 4.3 lists them, before the configuration's keys. */
const KEYS = [
  'html_pages',
  'time',
  'documents',
  'config',
  'related_posts',
  'data',
  'pages',
  'categories',
  'static_files',
  'collections',
  'posts',
  'tags',
] as const
const KNOWN: ReadonlySet<string> = new Set(KEYS)

export class SiteDrop extends JekyllDrop {
  readonly className = 'Jekyll::Drops::SiteDrop'
  /** lists, made once: Jekyll's site does not change while it renders */
  private readonly lists = new Map<string, unknown>()
  private readonly maps = new Map<ExtraFile, SourceMapDrop>()
  private withMaps:
    | { readonly maps: readonly SourceMapDrop[]; readonly pages: readonly unknown[] }
    | undefined

  constructor(private readonly drops: SiteDrops) {
    super(drops.view.config.reference)
  }

  override get(key: string): unknown {
    const { view, fields } = this.drops
    // A collection hides what else goes by its name.
    if (key !== 'posts' && view.collections().has(key)) return this.drops.inOrder(key)
    if (key === 'related_posts') return view.current === null ? null : this.drops.relatedPosts(view.current)
    if (key === 'time') return view.time()
    if (key === 'data') return view.data()
    if (key === 'config') return null
    if (key === 'pages') return this.pages()
    if (KNOWN.has(key)) return this.list(key)
    const field = fields.site.get(key)
    return field === undefined ? view.setting(key) : field()
  }

  /** All pages, then the source maps of the stylesheets that are finished. */
  private pages(): readonly unknown[] {
    const { view } = this.drops
    const pages = this.once('pages', view.pages(), (all) => all.map((page) => this.drops.of(page)))
    const styles = view.stylesheets()
    if (styles.length === 0) return pages
    const maps: SourceMapDrop[] = []
    for (const page of styles) {
      const files = view.extraFiles(page)
      if (files === undefined) break
      for (const file of files) maps.push(this.mapOf(page, file))
    }
    if (maps.length === 0) return pages
    const known = this.withMaps
    if (known?.maps.length === maps.length && maps.every((map, i) => map === known.maps[i]))
      return known.pages
    this.withMaps = { maps, pages: [...pages, ...maps] }
    return this.withMaps.pages
  }

  private mapOf(page: Page, file: ExtraFile): SourceMapDrop {
    let drop = this.maps.get(file)
    if (drop === undefined) {
      drop = sourceMapDrop(page, file, this.drops)
      this.maps.set(file, drop)
    }
    return drop
  }

  /** What `make` makes of `source`, which is asked for each time so that the view knows who reads it. */
  private once<From, List>(key: string, source: From, make: (source: From) => List): List {
    let list = this.lists.get(key) as List | undefined
    if (list === undefined) {
      list = make(source)
      this.lists.set(key, list)
    }
    return list
  }

  private list(key: string): unknown {
    const { drops } = this
    const { view } = drops
    switch (key) {
      case 'posts':
        return this.once(key, view.newestPosts(), (posts) => posts.map((post) => drops.of(post)))
      case 'html_pages':
        return this.once(key, view.htmlPages(), (pages) => pages.map((page) => drops.of(page)))
      case 'static_files':
        return this.once(key, view.staticFiles(), (files) => {
          const listed = listedFiles({ config: view.config, staticFiles: files })
          return listed.map((file) => drops.staticFile(file))
        })
      case 'documents': {
        const collections = [...view.collections().keys()]
        const ordered = collections.map((label) => [drops.inOrder(label), drops.filesOf(label)])
        return this.once(key, ordered, (lists) => lists.flat(2))
      }
      case 'collections':
        return this.once(key, view.collections(), (collections) =>
          [...collections.values()]
            .sort((a, b) => (a.label < b.label ? -1 : 1))
            .map((collection) => new CollectionDrop(collection, drops)),
        )
      case 'categories':
      case 'tags':
        return this.once(
          key,
          view.terms(key),
          (terms) => new Terms(terms.map(({ name, posts }) => [name, drops.listed(posts)])),
        )
      default:
        return null
    }
  }

  override has(key: string): boolean {
    const { view, fields } = this.drops
    return KNOWN.has(key) || view.collections().has(key) || fields.site.has(key) || view.hasSetting(key)
  }

  override keys(): readonly string[] {
    const keys: string[] = [...KEYS]
    for (const key of this.drops.view.settings().keys())
      if (typeof key === 'string' && !KNOWN.has(key)) keys.push(key)
    return keys
  }

  override items(): readonly unknown[] {
    return this.keys()
  }

  override *jsonPairs(): Iterable<readonly [string, unknown]> {
    for (const key of this.keys()) yield [key, asTexts(this.get(key))]
  }
}
