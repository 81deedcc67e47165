/**
 * The site as templates and plugins see it while a document is rendered, and the only door to it: drops, tags, filters,
 * hooks, fields and services read documents, data, settings, files and the clock here and nowhere else. So what a document
 * depends on can be noted in one place.
 *
 * Drops are made once for a site and read on behalf of whichever document prints them; the view therefore knows whose turn
 * it is. A turn ends with the call that began it, and what it changed is in the turn itself.
 */
import {
  type CalendarDate,
  dateOfTime,
  type Hash,
  isHash,
  type Time,
  type Value,
  type Zone,
  zoneFor,
} from '../base/index.ts'
import type { Picture } from '../plugins/index.ts'
import {
  type Collection,
  type DocId,
  type Document,
  type Include,
  isHtmlExt,
  isUndated,
  type Layout,
  type Neighbours,
  neighbours,
  newestPosts,
  type Page,
  type Renderable,
  type Site,
  type StaticFile,
  type Theme,
  terms,
} from '../site/index.ts'
import { FieldReads } from './field-reads.ts'
import { notedHash, notedSite } from './noted.ts'
import { RECORDED, type Reads } from './reads.ts'
import { createLookup, type SiteLookup } from './site-lookup.ts'
import type { ConfigFields } from './site-url.ts'
import { templatesOfOthers } from './templates-of-others.ts'
import type { Turn } from './turn.ts'
import type { ExtraFile, FileAccess } from './types.ts'

export class SiteView implements FileAccess {
  readonly #site: Site
  readonly #files: FileAccess
  readonly #lookup: SiteLookup
  readonly #made = new Map<string, unknown>()
  /** what the fields of plugins read */
  readonly fieldReads = new FieldReads(() => this.#turn.reads)
  readonly #texts = new Map<string, string | undefined>()
  readonly #bytes = new Map<string, Uint8Array | undefined>()
  #turn: Turn
  #inExcerpt = false
  #zone: Zone | undefined
  #data: Hash | undefined
  #forPlugins: Site | undefined

  /** @param between what is seen while it is not a document's turn */
  constructor(site: Site, files: FileAccess, between: Turn) {
    this.#site = site
    this.#files = files
    this.#lookup = createLookup(site)
    this.#turn = between
  }

  /** Runs `run` while it is `turn`. Turns may be nested. */
  during<T>(turn: Turn, run: () => T): T {
    const before = this.#turn
    this.#turn = turn
    try {
      return run()
    } finally {
      this.#turn = before
    }
  }

  /** Runs `run`, which renders an excerpt. */
  inExcerpt<T>(run: () => T): T {
    const before = this.#inExcerpt
    this.#inExcerpt = true
    try {
      return run()
    } finally {
      this.#inExcerpt = before
    }
  }

  /** whether the text at work is an excerpt */
  get isInExcerpt(): boolean {
    return this.#inExcerpt
  }

  /** From now on the site is seen as `between` while it is not a document's turn: after the last one. */
  rest(between: Turn): void {
    this.#turn = between
  }

  // The turn

  /** the document that is rendered; null between documents, and in an excerpt, which to Jekyll is none */
  get current(): Renderable | null {
    return this.#inExcerpt ? null : this.#turn.document
  }

  /** The source of `doc`, and from its conversion on the converted text. */
  content(doc: Renderable): string {
    this.#turn.reads?.part('content', doc)
    return this.#turn.contentOf(doc)
  }

  /** What is written of `doc`; null until it is finished. */
  output(doc: Renderable): string | null {
    this.#turn.reads?.part('output', doc)
    return this.#turn.progress.rendered(doc.id)?.output ?? null
  }

  /** The text of the excerpt that Jekyll generates of `doc`, converted. */
  excerpt(doc: Renderable): string {
    this.#turn.reads?.part('excerpt', doc)
    return this.#turn.excerptOf(doc)
  }

  /** Files that the converters made of `doc` besides its own; undefined until it is finished. */
  extraFiles(doc: Renderable): readonly ExtraFile[] | undefined {
    this.#turn.reads?.part('files', doc)
    return this.#turn.progress.rendered(doc.id)?.extraFiles
  }

  /** The document whose template is run for `doc`: mostly itself. */
  templateOf(doc: Renderable): Renderable {
    return this.#once('templates of others', templatesOfOthers).get(doc.id) ?? doc
  }

  /** What `make` made when `key` was first asked for, by whichever document. */
  once(key: string, make: () => string): string {
    return this.#turn.includeOnce(key, make)
  }

  // Documents

  /** The fields of `doc`: whoever reads a field of a document in a template's stead asks for them here. */
  fields<Doc extends Renderable>(doc: Doc): Doc {
    this.#turn.reads?.fields(doc)
    return doc
  }

  document(id: DocId): Renderable | undefined {
    const found = this.#site.renderables.get(id)
    // One that is there is read by its fields.
    if (found === undefined) this.#turn.reads?.fact('fields', id)
    return found
  }

  /** The documents of a collection in its order (posts oldest first); none where there is no such collection. */
  documentsOf(label: string): readonly Document[] {
    this.#turn.reads?.fact('documents', label)
    return this.#once(`documents of ${label}`, ({ collections, renderables }) => {
      const ids = collections.get(label)?.documents ?? []
      return ids.map((id) => renderables.get(id)).filter((doc) => doc?.kind === 'document')
    })
  }

  newestPosts(): readonly Document[] {
    this.#turn.reads?.fact('newest posts')
    return this.#once('newest posts', newestPosts)
  }

  /** The posts' categories or tags. */
  terms(key: 'categories' | 'tags'): ReturnType<typeof terms> {
    this.#turn.reads?.fact('terms', key)
    return this.#once(key, (site) => terms(site, key))
  }

  /** The document before or after `doc` in its collection. */
  neighbour(doc: Document, which: keyof Neighbours): Renderable | undefined {
    this.#turn.reads?.fact(which, doc.id)
    const around = this.#once('neighbours', neighbours).get(doc.id)
    return this.#site.renderables.get(around?.[which] ?? '')
  }

  pages(): readonly Page[] {
    this.#turn.reads?.fact('pages')
    return this.#site.pages
  }

  htmlPages(): readonly Page[] {
    this.#turn.reads?.fact('html pages')
    return this.#once('html pages', ({ pages }) => pages.filter(isHtml))
  }

  stylesheets(): readonly Page[] {
    this.#turn.reads?.fact('style sheets')
    return this.#once('style sheets', ({ pages }) => pages.filter(isStylesheet))
  }

  collections(): ReadonlyMap<string, Collection> {
    this.#turn.reads?.fact('collections')
    return this.#site.collections
  }

  /** The static files of a collection. */
  filesOf(label: string): readonly StaticFile[] {
    this.#turn.reads?.fact('static files')
    return this.#site.collections.get(label)?.staticFiles ?? []
  }

  staticFiles(): readonly StaticFile[] {
    this.#turn.reads?.fact('static files')
    return this.#site.staticFiles
  }

  /** The page, document or static file at a site path. */
  fileAt(path: string): Renderable | StaticFile | undefined {
    this.#turn.reads?.fact('file at', path)
    return this.#lookup.file(path)
  }

  /** The picture with this address, without `baseurl`; undefined where none is copied there. */
  pictureAt(url: string): Picture | undefined {
    this.#turn.reads?.fact('picture', url)
    const found = this.#lookup.copied(url)
    return found === undefined ? undefined : this.#files.picture?.(found.file)
  }

  /** The post named `folder/2024-01-02-slug`. */
  post(name: string): Document | undefined {
    this.#turn.reads?.fact('post', name)
    return this.#lookup.post(name)
  }

  /** The post of that day with that slug. */
  postOf(date: CalendarDate, slug: string): Document | undefined {
    this.#turn.reads?.fact('post of', `${date.year}-${date.month}-${date.day} ${slug}`)
    return this.#lookup.postOf(date, slug)
  }

  // Settings and data

  get config(): ConfigFields {
    return this.#site.config
  }

  /** A variable of the environment. */
  variable(name: string): string | undefined {
    this.#turn.reads?.fact('variable', name)
    return this.#site.config.variables[name]
  }

  get zone(): Zone {
    this.#zone ??= zoneFor(this.#site.config.timezone)
    return this.#zone
  }

  get theme(): Theme | null {
    return this.#site.theme
  }

  setting(key: string): Value {
    this.#turn.reads?.fact('setting', key)
    return this.#site.config.data.get(key)
  }

  hasSetting(key: string): boolean {
    this.#turn.reads?.fact('setting', key)
    return this.#site.config.data.has(key)
  }

  /** All settings, in Jekyll's order. */
  settings(): Hash {
    this.#turn.reads?.fact('settings')
    return this.#site.config.data
  }

  data(): Value {
    const { data } = this.#site
    if (this.#turn.reads === undefined) return data
    if (isHash(data)) return (this.#data ??= notedHash(data, (key) => this.#turn.reads?.fact('data', key)))
    this.#turn.reads.fact('data')
    return data
  }

  // Files and the clock

  layout(name: string): Layout | undefined {
    this.#turn.reads?.fact('layout', name)
    return this.#site.layouts.get(name)
  }

  /** For advice, which no page shows. */
  layoutNames(): Iterable<string> {
    return this.#site.layouts.keys()
  }

  /** The include that tags call `name`. */
  include(name: string): Include | undefined {
    this.#turn.reads?.fact('include', name)
    return this.#site.includes.get(name)
  }

  /** Read once: a file that changes meanwhile is one thing to all of a build, and to what is noted of it. */
  readText(path: string, folder?: string): string | undefined {
    const name = folder === undefined ? path : `${path}\0${folder}`
    this.#turn.reads?.fact('text', name)
    if (!this.#texts.has(name)) this.#texts.set(name, this.#files.readText(path, folder))
    return this.#texts.get(name)
  }

  /** Bytes of the file at an absolute path, likewise read once. */
  readBytes(path: string): Uint8Array | undefined {
    this.#turn.reads?.fact('bytes', path)
    if (!this.#bytes.has(path)) this.#bytes.set(path, this.#files.readBytes?.(path))
    return this.#bytes.get(path)
  }

  /** `site.time`. */
  time(): Time {
    this.#turn.reads?.fact('time')
    return this.#site.time
  }

  /** The clock when the build began; it stands still throughout. */
  readonly now = (): Time => {
    this.#turn.reads?.fact('now')
    return this.#site.now
  }

  /** Notes that the date of `doc` may be read: that of an undated document is the site's time. */
  noteDate(doc: Renderable): void {
    if (isUndated(doc)) this.#turn.reads?.fact('time')
  }

  /** Notes that what earlier documents left of `variable` is read. */
  noteStanding(variable: 'content' | 'layout'): void {
    this.#turn.reads?.fact('standing', variable)
  }

  /** Notes that the result may be another the next time, whatever the site says: chance, or code of which nothing is known. */
  unrepeatable(): void {
    this.#turn.reads?.fact('unrepeatable')
  }

  /** Notes that plugins took part whose work is recorded: they may have read all of the site. */
  recorded(): void {
    this.#turn.reads?.fact(RECORDED)
    this.#turn.reads?.fact('everything')
  }

  // All of it

  /** The whole site, for plugins, which may read all of it. */
  forPlugins(): Site {
    return (this.#forPlugins ??= notedSite(this.#site, (note) => {
      if (this.#turn.reads !== undefined) note(this.#turn.reads)
    }))
  }

  /** The same for the fields of one plugin. They may keep what they read for the next page: it goes to `known`, too. */
  forFields(known: Reads): Site {
    return notedSite(this.#site, (note) => this.fieldReads.note(known, note))
  }

  /** The day of `site.time`, for the same. */
  todayForFields(known: Reads): CalendarDate {
    this.fieldReads.note(known, (reads) => reads.fact('day'))
    return dateOfTime(this.#site.time)
  }

  /** What `make` makes of the site, which stays the same. */
  #once<Made>(key: string, make: (site: Site) => Made): Made {
    let made = this.#made.get(key) as Made | undefined
    if (made === undefined) {
      made = make(this.#site)
      this.#made.set(key, made)
    }
    return made
  }
}

function isHtml(page: Page): boolean {
  return isHtmlExt(page.outputExt) || page.url.endsWith('/')
}

function isStylesheet({ ext }: Page): boolean {
  return ext === '.scss' || ext === '.sass'
}
