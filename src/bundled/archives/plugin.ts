/**
 * jekyll-archives 2.2 and 2.3: a page for each year, month, day, tag and category there are posts of.
 * https://jekyll.github.io/jekyll-archives/
 */
import {
  addPages,
  BuildError,
  basename,
  CalendarDate,
  type Diagnostic,
  type DocId,
  type Document,
  dateOfTime,
  definePlugin,
  documentsOf,
  extname,
  type FieldContext,
  type Fields,
  fillPermalink,
  type GeneratorContext,
  listOf,
  makePage,
  outputPathOf,
  type Page,
  rubyToS,
  type Site,
  slugify,
  type Value,
} from '../../plugin-api.ts'
import { type ArchivesOptions, archivesOptions, KEY, type Kind, SETTINGS } from './options.ts'
import { archivesVersion } from './versions.ts'

const NAME = 'jekyll-archives'

/** What one page shows. */
interface Archive {
  readonly kind: Kind
  /** null for dates, and for tags that are no text: these have no place of their own in the address */
  readonly title: string | null
  readonly date: CalendarDate | null
  /** newest first */
  readonly posts: readonly DocId[]
}

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = archivesOptions(site.config)
  if (options === undefined) {
    refuse(site, ctx)
    return site
  }
  const { wants } = options
  const posts = documentsOf(site).filter((doc) => doc.collection === 'posts')
  const archives: Archive[] = [
    ...(wants('tags') ? wordArchives(posts, 'tag', 'tags') : []),
    ...(wants('categories') ? wordArchives(posts, 'category', 'categories') : []),
    ...dateArchives(posts, wants),
  ]
  return addPages(
    site,
    archives.map((archive) => archivePage(site, options, archive)),
  )
}

function refuse({ config }: Site, ctx: GeneratorContext): void {
  const report = archivesVersion(config).reportsSettings
  const diagnostic: Diagnostic = {
    code: 'archives/no-hash',
    severity: report ? 'warning' : 'error',
    topic: 'Archives:',
    message: `Expected a hash but got ${inspected(config.data.get(KEY))}\nArchives will not be generated for this site.`,
    help: 'write `jekyll-archives: {enabled: all}`',
    trail: [],
  }
  if (!report) throw new BuildError([diagnostic])
  ctx.warn(diagnostic)
}

function inspected(value: Value): string {
  return value === null ? 'nil' : typeof value === 'string' ? JSON.stringify(value) : rubyToS(value)
}

/** One archive a word of `key`, in the order in which the posts, oldest first, name them. */
function wordArchives(posts: readonly Document[], kind: Kind, key: string): Archive[] {
  const groups = new Map<Value, DocId[]>()
  for (const post of posts) for (const word of listOf(post.data.get(key))) push(groups, word, post.id)
  return [...groups].map(([word, ids]) => ({
    kind,
    title: typeof word === 'string' ? word : null,
    date: null,
    posts: ids.toReversed(),
  }))
}

/** Years, oldest first, each with its months and their days, newest first. */
function dateArchives(posts: readonly Document[], wants: (name: string) => boolean): Archive[] {
  const archives: Archive[] = []
  const add = (kind: Kind, date: CalendarDate, group: readonly Document[]): void => {
    if (wants(kind)) archives.push({ kind, title: null, date, posts: group.map((post) => post.id) })
  }
  for (const [year, ofYear] of groupBy(posts, (post) => dateOfTime(post.date).year)) {
    const newest = ofYear.toReversed()
    add('year', new CalendarDate(year, 1, 1), newest)
    for (const [month, ofMonth] of groupBy(newest, (post) => dateOfTime(post.date).month)) {
      add('month', new CalendarDate(year, month, 1), ofMonth)
      for (const [day, ofDay] of groupBy(ofMonth, (post) => dateOfTime(post.date).day))
        add('day', new CalendarDate(year, month, day), ofDay)
    }
  }
  return archives
}

function groupBy(posts: readonly Document[], keyOf: (post: Document) => number): Map<number, Document[]> {
  const groups = new Map<number, Document[]>()
  for (const post of posts) push(groups, keyOf(post), post)
  return groups
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}

function archivePage(site: Site, options: ArchivesOptions, archive: Archive): Page {
  const { kind, title, date, posts } = archive
  const url = fillPermalink(templateOf(options, archive), placeholders(options, archive))
  const path = url === '/' ? '/index.html' : `${outputPathOf(url, '')}${url.endsWith('/') ? '.html' : ''}`
  const page = makePage(site, {
    path,
    body: '',
    generatedBy: NAME,
    type: archivesVersion(site.config).defaults ? kind : null,
    lacks: ['content', 'dir', 'excerpt'],
    data: new Map<Value, Value>([
      ['layout', options.layout[kind]],
      ['type', kind],
      ['title', title],
      ['date', date],
      ['permalink', null],
      ['path', path],
    ]),
    name: basename(path, extname(path)),
    listings: new Map([['posts', posts]]),
  })
  return { ...page, url, outputPath: outputPathOf(url, page.outputExt), id: `${NAME}:${url}` }
}

/** A name that is none goes with the slash before it. */
function templateOf({ permalink }: ArchivesOptions, { kind, title, date }: Archive): string {
  return title === null && date === null ? permalink[kind].replaceAll('/:name', '') : permalink[kind]
}

function placeholders({ slugMode }: ArchivesOptions, { kind, title, date }: Archive): [string, string][] {
  if (date === null)
    return [
      ['name', title === null ? '' : slugify(title, slugMode)],
      ['type', kind],
    ]
  const two = (number: number): string => String(number).padStart(2, '0')
  const parts: readonly [string, string][] = [
    ['year', String(date.year).padStart(4, '0')],
    ['month', two(date.month)],
    ['day', two(date.day)],
  ]
  return [...parts.slice(0, DATE_KINDS.indexOf(kind) + 1), ['type', kind]]
}

const DATE_KINDS: readonly Kind[] = ['year', 'month', 'day']

/** `site.archives` has the pages, and `site.jekyll-archives` the settings filled up. */
function fields(site: Site, ctx: FieldContext): Fields {
  const options = archivesOptions(site.config)
  if (options === undefined) return {}
  const archives = site.pages.filter((page) => page.generatedBy === NAME)
  return { site: { archives: () => archives.map((page) => ctx.drop(page)), [KEY]: () => options.shown } }
}

export const archives = definePlugin({ name: NAME, settings: SETTINGS, generate, fields })
