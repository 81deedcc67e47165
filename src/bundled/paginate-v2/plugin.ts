/**
 * jekyll-paginate-v2 3.0: any page with `pagination: {enabled: true}` in its front matter is paginated, over posts or
 * another collection, filtered by category, tag or locale. https://github.com/sverrirs/jekyll-paginate-v2
 */
import {
  compareValues,
  type Document,
  definePlugin,
  documentsOf,
  extname,
  type GeneratorContext,
  isTruthy,
  type Listing,
  listOf,
  outputPathOf,
  type Page,
  rubyToS,
  type Site,
  toText,
  type Value,
  withPages,
} from '../../plugin-api.ts'
import { autopagesOf } from './autopages.ts'
import { type Pagination, paginateV2Options, SETTINGS } from './options.ts'

const NAME = 'jekyll-paginate-v2'

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = paginateV2Options(site.config)
  const pages = [...site.pages, ...autopagesOf(site, ctx, options)]
  if (!options.enabled) {
    ctx.info('Pagination:', 'Disabled in site.config.')
    return pages.length === site.pages.length ? site : withPages(site, pages)
  }
  const others: Page[] = []
  const made: Page[] = []
  for (const page of pages) {
    const pagination = options.of(page)
    if (pagination === undefined) others.push(page)
    else made.push(...paginated(site, page, pagination))
  }
  ctx.info('Pagination:', `Complete, processed ${pages.length - others.length} pagination page(s)`)
  return withPages(site, [...others, ...made])
}

/** The pages that `template` becomes. */
function paginated(site: Site, template: Page, options: Pagination): Page[] {
  const documents = chosen(site, options)
  const perPage = Math.max(1, options.perPage)
  const needed = Math.max(1, Math.ceil(documents.length / perPage))
  const total = options.limit > 0 ? Math.min(needed, options.limit) : needed
  const dir = directoryOf(template)
  const file = `${options.indexpage || 'index'}.${options.extension}`
  const pathOf = (number: number): string =>
    number === 1 ? dir : numberedPath(dir, options.permalink, number)
  // `index.html` is left out of addresses.
  const suffix = file === 'index.html' ? '' : file
  const shown = (number: number): string => pathOf(number) + suffix
  const title = toText(
    isTruthy(template.data.get('title')) ? template.data.get('title') : site.config.data.get('title'),
  )
  const titleOf = (number: number): string =>
    number === 1
      ? title
      : options.title
          .replaceAll(':title', title)
          .replaceAll(':num', String(number))
          .replaceAll(':max', String(total))
  const numbers = Array.from({ length: total }, (_, index) => index + 1)
  const trail = windowOf(numbers, options)
  return numbers.map((number) => {
    const ids = documents.slice((number - 1) * perPage, number * perPage).map((doc) => doc.id)
    const url = pathOf(number) + file
    const previous = number > 1 ? number - 1 : null
    const next = number < total ? number + 1 : null
    const values = new Map<Value, Value>([
      ['per_page', perPage],
      ['posts', null],
      ['total_posts', documents.length],
      ['total_pages', total],
      ['page', number],
      ['page_path', url],
      ['previous_page', previous],
      ['previous_page_path', previous === null ? null : shown(previous)],
      ['next_page', next],
      ['next_page_path', next === null ? null : shown(next)],
      ['first_page', 1],
      ['first_page_path', shown(1)],
      ['last_page', total],
      ['last_page_path', numberedPath(dir, options.permalink, total) + suffix],
      [
        'page_trail',
        trail(number).map((num) => hash({ num, path: pathOf(num) + file, title: titleOf(num) })),
      ],
    ])
    const paginator: Listing = { values, documents: new Map([['posts', ids]]) }
    return pageOf(template, { number, total, url, title: titleOf(number), options, paginator })
  })
}

/** Where a template's pages go: its permalink, which is always a directory, as it is written; else where it lies. */
function directoryOf(template: Page): string {
  const permalink = template.data.get('permalink')
  if (isTruthy(permalink)) return `${toText(permalink).replace(/\/$/, '')}/`
  return template.url.slice(0, template.url.lastIndexOf('/') + 1)
}

function pageOf(
  template: Page,
  made: {
    number: number
    total: number
    url: string
    title: string
    options: Pagination
    paginator: Listing
  },
): Page {
  const { number, total, url, title, options, paginator } = made
  const data = new Map(template.data)
    .set('pagination_info', hash({ curr_page: number, total_pages: total }))
    .set('title', title)
  if (number > 1) data.set('autogen', NAME)
  if (isTruthy(data.get('permalink'))) data.set('permalink', url)
  const name = `${options.indexpage}.${options.extension}`
  const outputExt = `.${options.extension}`
  return {
    ...template,
    id: `${NAME}:${url}`,
    file: { ...template.file, path: name },
    name,
    data,
    url,
    // Not Markdown, whatever the template was: its file is called by the new name.
    ext: extname(name),
    outputExt,
    outputPath: outputPathOf(url, outputExt),
    paginator,
    generatedBy: NAME,
  }
}

function hash(fields: Readonly<Record<string, Value>>): ReadonlyMap<Value, Value> {
  return new Map(Object.entries(fields))
}

function numberedPath(dir: string, permalink: string, number: number): string {
  const path = (dir + permalink).replace(/\/{2,}/g, '/').replaceAll(':num', String(number))
  return path.endsWith('/') ? path : `${path}/`
}

/** The documents a page lists, in its order. */
function chosen(site: Site, options: Pagination): Document[] {
  const labels = words(options.collection)
  const found = documentsOf(site).filter((doc) => {
    if (!labels.includes('all') && !labels.includes(doc.collection.toLowerCase())) return false
    if (isTruthy(doc.data.get('hidden'))) return false
    return (
      hasAll(doc, 'categories', options.category) &&
      hasAll(doc, 'tags', options.tag) &&
      inLocale(doc, options.locale)
    )
  })
  const { sortField: field } = options
  found.sort((a, b) => compareValues(sortValue(a, field), sortValue(b, field)) ?? 0)
  if (options.sortReverse) found.reverse()
  return found.slice(options.offset)
}

function sortValue(doc: Document, field: string): Value {
  const value = field === 'date' ? doc.date : doc.data.get(field)
  return typeof value === 'string' ? value.toLowerCase() : (value ?? null)
}

function hasAll(doc: Document, key: string, wanted: string): boolean {
  const own = new Set(listOf(doc.data.get(key)).map((word) => rubyToS(word).toLowerCase()))
  return words(wanted).every((word) => own.has(word))
}

function inLocale(doc: Document, locale: string): boolean {
  const own = doc.data.get('locale')
  return locale === '' || !isTruthy(own) || toText(own) === locale
}

function words(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter((word) => word !== '')
}

/** Which pages the trail of a page shows: so many before and after it, shifted to stay full at the ends. */
function windowOf(
  numbers: readonly number[],
  { before, after }: Pagination,
): (number: number) => readonly number[] {
  if (numbers.length < 2 || (before === 0 && after === 0)) return () => []
  const size = Math.min(numbers.length, before + after + 1)
  return (number) => {
    const start = Math.min(Math.max(0, number - 1 - before), numbers.length - size)
    return numbers.slice(start, start + size)
  }
}

export const paginateV2 = definePlugin({ name: NAME, priority: 'lowest', settings: SETTINGS, generate })
