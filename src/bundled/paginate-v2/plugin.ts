/**
 * jekyll-paginate-v2 3.0: any page with `pagination: {enabled: true}` in its front matter is paginated, over posts or
 * other collections, filtered by category, tag or locale. https://github.com/sverrirs/jekyll-paginate-v2
 */
import {
  type Document,
  definePlugin,
  type GeneratorContext,
  isTruthy,
  type Listing,
  makePage,
  outputPathOf,
  ownFrontMatter,
  type Page,
  type Site,
  settingOf,
  toText,
  type Value,
  withPages,
} from '../../plugin-api.ts'
import { withAutopages } from './autopages.ts'
import { documentChooser } from './choose-documents.ts'
import { type Pagination, paginateV2Options, SETTINGS } from './options.ts'
import { pageAddresses } from './page-addresses.ts'
import { withSameTemplates } from './same-template.ts'

const NAME = 'jekyll-paginate-v2'

function generate(given: Site, ctx: GeneratorContext): Site {
  const options = paginateV2Options(given.config)
  const site = withAutopages(given, ctx, options)
  if (!options.enabled) {
    ctx.info('Pagination:', 'Disabled in site.config.')
    return options.autopages.enabled ? withPages(site, withSameTemplates(site, site.pages)) : site
  }
  const chosen = documentChooser(site)
  const others: Page[] = []
  const made: Page[] = []
  for (const page of site.pages) {
    const pagination = options.of(page)
    if (pagination === undefined) others.push(page)
    else made.push(...paginated(site, page, pagination, chosen(pagination)))
  }
  const templates = site.pages.length - others.length
  if (templates === 0) ctx.warn(NO_PAGE)
  ctx.info('Pagination:', `Complete, processed ${templates === 0 ? '' : `${templates} `}pagination page(s)`)
  return withPages(site, withSameTemplates(site, [...others, ...made]))
}

const NO_PAGE = {
  code: 'paginate-v2/no-page',
  severity: 'warning',
  topic: 'Pagination:',
  message:
    "Is enabled, but I couldn't find any pagination page. Skipping pagination. Pages must have 'pagination: enabled: true' in their front-matter for pagination to work.",
  trail: [],
} as const

/** The pages that `template` becomes. */
function paginated(
  site: Site,
  template: Page,
  options: Pagination,
  documents: readonly Document[],
): readonly Page[] {
  const { perPage, limit } = options
  const needed = Math.ceil(documents.length / perPage)
  // Without documents there is one page all the same.
  const total = (limit > 0 ? Math.min(needed, limit) : needed) || 1
  const addresses = pageAddresses(startOf(template), options, total)
  const own = template.data.get('title')
  const title = isTruthy(own) ? own : site.config.data.get('title')
  const titleOf = (number: number): Value =>
    number === 1
      ? title
      : options
          .title()
          .replace(':title', () => toText(title))
          .replace(':num', String(number))
          .replace(':max', String(total))
  const numbers = Array.from({ length: Math.max(0, total) }, (_, index) => index + 1)
  const trail = windowOf(numbers, options.trail)
  return numbers.map((number) => {
    const ids = documents.slice((number - 1) * perPage, number * perPage).map((doc) => doc.id)
    const previous = number > 1 ? number - 1 : null
    const next = number < total ? number + 1 : null
    const url = addresses.file(number)
    const values = new Map<Value, Value>([
      ['per_page', perPage],
      ['posts', null],
      ['total_posts', documents.length],
      ['total_pages', total],
      ['page', number],
      ['page_path', url],
      ['previous_page', previous],
      [
        'previous_page_path',
        previous === null ? null : previous === 1 ? addresses.first : addresses.later(previous),
      ],
      ['next_page', next],
      ['next_page_path', next === null ? null : addresses.later(next)],
      ['first_page', 1],
      ['first_page_path', addresses.first],
      ['last_page', total],
      ['last_page_path', addresses.later(total)],
      [
        'page_trail',
        trail?.(number).map((num) => hash({ num, path: addresses.file(num), title: titleOf(num) })) ?? null,
      ],
    ])
    const paginator: Listing = { values, documents: new Map([['posts', ids]]) }
    return pageOf(site, template, { number, total, url, title: titleOf(number), options, paginator })
  })
}

/** Where a template's pages go: its permalink, which is always a directory, as it is written; else where it lies. */
function startOf(template: Page): string {
  const permalink = settingOf(template, 'permalink')
  if (isTruthy(permalink)) return `${toText(permalink).replace(/\/$/, '')}/`
  return template.url.slice(0, template.url.lastIndexOf('/') + 1)
}

function pageOf(
  site: Site,
  template: Page,
  made: {
    number: number
    total: number
    url: string
    title: Value
    options: Pagination
    paginator: Listing
  },
): Page {
  const { number, total, title, options, paginator } = made
  const { indexName, extension } = options
  const autopage = template.data.get('autopage')
  const data = new Map(ownFrontMatter(template))
  data.set('pagination', settingOf(template, 'pagination'))
  if (isTruthy(autopage)) data.set('autopages', autopage)
  data.set('pagination_info', hash({ curr_page: number, total_pages: total }))
  if (isTruthy(settingOf(template, 'permalink'))) data.set('permalink', made.url)
  data.set('title', title)
  if (number > 1) data.set('autogen', NAME)
  const name = indexName + extension
  const url = made.url.endsWith(extension) ? made.url : made.url + extension
  // Not Markdown, whatever the template was: its file is called by the new name, and defaults hold for that one.
  const page = makePage(site, {
    path: name,
    name,
    file: { ...template.file, path: name },
    body: isTruthy(autopage) ? '' : template.body,
    data,
    generatedBy: NAME,
  })
  const apart = new Map<Value, Value>(ASKED_OF_TEMPLATE.map((key) => [key, settingOf(template, key)]))
  return {
    ...page,
    apart: new Map([...(page.apart ?? []), ...apart]),
    id: `${NAME}:${url}`,
    bodyLine: template.bodyLine,
    excerpt: template.excerpt,
    url,
    outputPath: outputPathOf(url, page.outputExt),
    paginator,
  }
}

/** What a page has of its template though templates of Liquid do not see it: defaults that hold for the template's path. */
const ASKED_OF_TEMPLATE = ['layout', 'render_with_liquid'] as const

function hash(fields: Readonly<Record<string, Value>>): ReadonlyMap<Value, Value> {
  return new Map(Object.entries(fields))
}

/** Which pages the trail of a page shows: so many before and after it, shifted to stay full at the ends. */
function windowOf(
  numbers: readonly number[],
  trailOf: Pagination['trail'],
): ((number: number) => readonly number[]) | undefined {
  const trail = numbers.length < 2 ? undefined : trailOf()
  if (trail === undefined) return undefined
  const { before, after } = trail
  const size = Math.min(numbers.length, before + after + 1)
  return (number) => {
    const start = Math.min(Math.max(0, number - 1 - before), numbers.length - size)
    return numbers.slice(start, start + size)
  }
}

export const paginateV2 = definePlugin({ name: NAME, priority: 'lowest', settings: SETTINGS, generate })
