/** `site`: the configuration, and the lists of everything in the site. */
import { isHtmlExt, newestPosts, type Page, type Renderable, terms } from '../../site/index.ts'
import type { RenderEnv } from '../types.ts'
import { CollectionDrop } from './collection.ts'
import { JekyllDrop } from './drop.ts'
import { type SourceMapDrop, sourceMapDrop } from './source-map-page.ts'
import { asTexts } from './text-in-json.ts'

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
  /** how many stylesheets' maps are in `maps` */
  private mapped = 0
  private readonly maps: SourceMapDrop[] = []
  private withMaps: readonly unknown[] | undefined

  constructor(private readonly env: RenderEnv) {
    super()
  }

  override get(key: string): unknown {
    const { site, siteFields, drops, current } = this.env
    if (key === 'related_posts') return current === null ? null : drops.relatedPosts(current.document)
    if (key === 'time') return site.time
    if (key === 'data') return site.data
    if (key === 'config') return null
    if (key === 'pages') return this.pages()
    if (KNOWN.has(key)) return this.list(key)
    if (site.collections.has(key)) return drops.inOrder(key)
    const field = this.env.pluginFields.site.get(key)
    if (field !== undefined) return field()
    return siteFields.has(key) ? siteFields.get(key) : site.config.data.get(key)
  }

  /** All pages, then the source maps of the stylesheets that are finished. */
  private pages(): readonly unknown[] {
    const { site, finished } = this.env
    const pages = this.list('pages') as readonly unknown[]
    const styles = this.list('stylesheets') as readonly Page[]
    if (styles.length === 0) return pages
    for (let page = styles[this.mapped]; page !== undefined; page = styles[++this.mapped]) {
      const rendered = finished.get(page.id)
      if (rendered === undefined) break
      for (const file of rendered.extraFiles) this.maps.push(sourceMapDrop(page, file, this.env))
      this.withMaps = [...site.pages.map((own) => this.env.drops.of(own)), ...this.maps]
    }
    return this.withMaps ?? pages
  }

  private list(key: string): unknown {
    let list = this.lists.get(key)
    if (list === undefined) {
      list = this.makeList(key)
      this.lists.set(key, list)
    }
    return list
  }

  private makeList(key: string): unknown {
    const { site, drops } = this.env
    switch (key) {
      case 'posts':
        return drops.listed(newestPosts(site).map(({ id }) => id))
      case 'pages':
        return site.pages.map((page) => drops.of(page))
      case 'stylesheets':
        return site.pages.filter(({ ext }) => ext === '.scss' || ext === '.sass')
      case 'html_pages':
        return site.pages.filter(isHtml).map((page) => drops.of(page))
      case 'static_files':
        return site.staticFiles
          .filter((file) => file.collection === undefined || site.config.rules.listsCollectionFiles)
          .map((file) => drops.staticFile(file))
      case 'documents':
        return [...site.collections.keys()].flatMap((label) => [
          ...drops.inOrder(label),
          ...drops.filesOf(label),
        ])
      case 'collections':
        return [...site.collections.values()]
          .sort((a, b) => (a.label < b.label ? -1 : 1))
          .map((collection) => new CollectionDrop(collection, this.env))
      case 'categories':
      case 'tags':
        return new Map(terms(site, key).map(({ name, posts }) => [name, drops.listed(posts)]))
      default:
        return null
    }
  }

  override has(key: string): boolean {
    const { site, siteFields, pluginFields } = this.env
    return (
      KNOWN.has(key) ||
      site.collections.has(key) ||
      pluginFields.site.has(key) ||
      siteFields.has(key) ||
      site.config.data.has(key)
    )
  }

  override keys(): readonly string[] {
    const keys: string[] = [...KEYS]
    for (const key of this.env.site.config.data.keys())
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

function isHtml(page: Renderable): boolean {
  return isHtmlExt(page.outputExt) || page.url.endsWith('/')
}
