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
  fillPermalink,
  listOf,
  makePage,
  outputPathOf,
  type Page,
  rubyToS,
  type Site,
  slugify,
  type Value,
} from '../../plugin-api.ts'
import { type ArchivesOptions, archivesOptions, type Kind, SETTINGS } from './options.ts'

const NAME = 'jekyll-archives'

/** What one page shows. */
interface Archive {
  readonly kind: Kind
  readonly title: string | null
  readonly date: CalendarDate | null
  /** newest first */
  readonly posts: readonly DocId[]
}

function generate(site: Site): Site {
  const options = archivesOptions(site.config)
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

function archivePage(site: Site, options: ArchivesOptions, archive: Archive): Page {
  const { kind, title, date, posts } = archive
  const two = (number: number): string => String(number).padStart(2, '0')
  const url = fillPermalink(options.permalink[kind], [
    ['name', title === null ? '' : slugify(title, options.slugMode)],
    ['year', String(date?.year ?? '')],
    ['month', two(date?.month ?? 0)],
    ['day', two(date?.day ?? 0)],
  ])
  const outputPath = outputPathOf(url, '.html')
  const page = makePage(site, {
    path: outputPath,
    body: '',
    generatedBy: NAME,
    data: new Map<Value, Value>([
      ['layout', options.layout[kind]],
      ['type', kind],
      ['title', title],
      ['date', date],
    ]),
    name: basename(outputPath, '.html'),
    listings: new Map([['posts', posts]]),
  })
  return { ...page, url, outputPath, id: `${NAME}:${url}` }
}

export const archives = definePlugin({ name: NAME, settings: SETTINGS, generate })
