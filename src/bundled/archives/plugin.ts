/**
 * jekyll-archives 2.2: a page for each year, month, day, tag and category there are posts of.
 * https://jekyll.github.io/jekyll-archives/
 */
import {
  addPages,
  basename,
  CalendarDate,
  type DocId,
  type Document,
  dateOfTime,
  definePlugin,
  documentsOf,
  fieldOf,
  fillPermalink,
  isTruthy,
  listOf,
  makePage,
  outputPathOf,
  type Page,
  rubyToS,
  type Site,
  settingsOf,
  slugify,
  toText,
  type Value,
} from '../../plugin-api.ts'

const NAME = 'jekyll-archives'
type Kind = 'year' | 'month' | 'day' | 'tag' | 'category'

/** `jekyll-archives:` in the configuration. */
interface Options {
  /** `all`, true, or a list of `year`, `month`, `day`, `tags`, `categories` */
  readonly enabled: readonly string[]
  readonly layout: string
  /** layouts by kind, before `layout` */
  readonly layouts: Readonly<Record<string, string>>
  readonly permalinks: Readonly<Record<Kind, string>>
  /** how the names of tags and categories become part of an address */
  readonly slug_mode: string
}

const defaults = {
  enabled: [],
  layout: 'archive',
  layouts: {},
  permalinks: {
    year: '/:year/',
    month: '/:year/:month/',
    day: '/:year/:month/:day/',
    tag: '/tag/:name/',
    category: '/category/:name/',
  },
  slug_mode: 'default',
} satisfies Options

/** What one page shows. */
interface Archive {
  readonly kind: Kind
  readonly title: string | null
  readonly date: CalendarDate | null
  /** newest first */
  readonly posts: readonly DocId[]
}

function generate(site: Site): Site {
  const settings = settingsOf(site.config, NAME)
  const enabled = settings.get('enabled')
  const all = enabled === true || enabled === 'all'
  const names = new Set(listOf(enabled).map((name) => rubyToS(name)))
  const wants = (name: string): boolean => all || names.has(name)
  const posts = documentsOf(site).filter((doc) => doc.collection === 'posts')
  const archives: Archive[] = [
    ...(wants('tags') ? wordArchives(posts, 'tag', 'tags') : []),
    ...(wants('categories') ? wordArchives(posts, 'category', 'categories') : []),
    ...dateArchives(posts, wants),
  ]
  return addPages(
    site,
    archives.map((archive) => archivePage(site, settings, archive)),
  )
}

/** One archive a word of `key`, in the order in which the posts, oldest first, name them. */
function wordArchives(posts: readonly Document[], kind: Kind, key: string): Archive[] {
  const groups = new Map<string, DocId[]>()
  for (const post of posts)
    for (const word of listOf(post.data.get(key))) push(groups, rubyToS(word), post.id)
  return [...groups].map(([title, ids]) => ({ kind, title, date: null, posts: ids.toReversed() }))
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

function archivePage(site: Site, settings: ReadonlyMap<Value, Value>, archive: Archive): Page {
  const { kind, title, date, posts } = archive
  const setting = (group: string): unknown => fieldOf(settings.get(group), kind)
  const template = isTruthy(setting('permalinks')) ? toText(setting('permalinks')) : defaults.permalinks[kind]
  const mode = settings.get('slug_mode')
  const two = (number: number): string => String(number).padStart(2, '0')
  const url = fillPermalink(template, [
    ['name', title === null ? '' : slugify(title, isTruthy(mode) ? rubyToS(mode) : defaults.slug_mode)],
    ['year', String(date?.year ?? '')],
    ['month', two(date?.month ?? 0)],
    ['day', two(date?.day ?? 0)],
  ])
  const outputPath = outputPathOf(url, '.html')
  const layout = [setting('layouts'), settings.get('layout'), defaults.layout].find(isTruthy)
  const page = makePage(site, {
    path: outputPath,
    body: '',
    generatedBy: NAME,
    data: new Map<Value, Value>([
      ['layout', toText(layout)],
      ['type', kind],
      ['title', title],
      ['date', date],
    ]),
    name: basename(outputPath, '.html'),
    listings: new Map([['posts', posts]]),
  })
  return { ...page, url, outputPath, id: `${NAME}:${url}` }
}

export const archives = definePlugin({ name: NAME, generate })
