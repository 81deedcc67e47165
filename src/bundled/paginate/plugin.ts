/**
 * jekyll-paginate 1.1: the posts, so many to a page, on `index.html` and on pages made of it. `paginate` is how many,
 * `paginate_path` where the pages go. https://github.com/jekyll/jekyll-paginate
 */
import {
  type DocId,
  definePlugin,
  dirname,
  documentsOf,
  type GeneratorContext,
  isTruthy,
  type Listing,
  outputPathOf,
  type Page,
  rubyToS,
  type Site,
  type Value,
  withPages,
} from '../../plugin-api.ts'
import { paginateOptions } from './options.ts'

const NAME = 'jekyll-paginate'

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = paginateOptions(site.config)
  if (options === undefined) return site
  const { perPage, path } = options
  const template = templateFor(site, path)
  if (template === undefined) {
    ctx.warn({
      code: 'plugins/paginate-template',
      severity: 'warning',
      topic: 'Pagination:',
      message:
        "Pagination is enabled, but I couldn't find an index.html page to use as the pagination template. Skipping pagination.",
      trail: [],
    })
    return site
  }
  if (perPage === 0)
    ctx.warn({
      code: 'plugins/paginate-number',
      severity: 'warning',
      topic: 'Pagination:',
      message: `paginate is ${rubyToS(site.config.data.get('paginate'))}, no number of posts: Jekyll stops there.`,
      help: 'write how many posts a page shall have, or take it out',
      trail: [],
    })
  if (perPage < 1) return site
  const posts = documentsOf(site)
    .filter((doc) => doc.collection === 'posts' && !isTruthy(doc.data.get('hidden')))
    .map((doc) => doc.id)
    .toReversed()
  const pages = Math.ceil(posts.length / perPage)
  const more: Page[] = []
  for (let number = 2; number <= pages; number++)
    more.push(pageNumber(template, number, path, paginator(number)))
  const first: Page = { ...template, paginator: paginator(1) }
  return withPages(site, [...site.pages.map((page) => (page === template ? first : page)), ...more])

  function paginator(number: number): Listing {
    const at = (other: number): string => (other === 1 ? template!.url : numbered(path, other))
    return listing(number, perPage, posts, pages, at)
  }
}

/** The `index.html` nearest above where the pages go. */
function templateFor(site: Site, path: string): Page | undefined {
  const place = dirname(withSlash(path))
  return site.pages
    .filter((page) => page.name === 'index.html' && isAbove(page.dir, place))
    .sort((a, b) => b.dir.length - a.dir.length)[0]
}

function isAbove(dir: string, place: string): boolean {
  return dir === '' || place === dir || place.startsWith(`${dir}/`)
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`
}

function numbered(path: string, number: number): string {
  return withSlash(path).replace(':num', String(number))
}

/** The template once more, as page `number`. */
function pageNumber(template: Page, number: number, path: string, paginator: Listing): Page {
  const dir = numbered(path, number).replace(/\/+$/, '')
  const data = new Map(template.data)
  data.delete('permalink')
  const url = `${dir}/`
  return {
    ...template,
    id: `${NAME}:${url}`,
    data,
    url,
    outputPath: outputPathOf(url, template.outputExt),
    paginator,
    generatedBy: NAME,
  }
}

function listing(
  number: number,
  perPage: number,
  posts: readonly DocId[],
  pages: number,
  at: (number: number) => string,
): Listing {
  const previous = number > 1 ? number - 1 : null
  const next = number < pages ? number + 1 : null
  return {
    values: new Map<Value, Value>([
      ['page', number],
      ['per_page', perPage],
      ['posts', null],
      ['total_posts', posts.length],
      ['total_pages', pages],
      ['previous_page', previous],
      ['previous_page_path', previous === null ? null : at(previous)],
      ['next_page', next],
      ['next_page_path', next === null ? null : at(next)],
    ]),
    documents: new Map([['posts', posts.slice((number - 1) * perPage, number * perPage)]]),
  }
}

export const paginate = definePlugin({ name: NAME, priority: 'lowest', generate })
