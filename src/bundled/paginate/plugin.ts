/**
 * jekyll-paginate 1.1: the posts, so many to a page, on `index.html` and on pages made of it. `paginate` is how many,
 * `paginate_path` where the pages go. https://github.com/jekyll/jekyll-paginate
 */
import {
  type Diagnostic,
  type DocId,
  definePlugin,
  dirname,
  documentsOf,
  fillPermalink,
  type GeneratorContext,
  isTruthy,
  joinPath,
  type Listing,
  makePage,
  outputPathOf,
  ownFrontMatter,
  type Page,
  rubyToS,
  type Site,
  settingOf,
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
  // Not even the template is a page of no posts: it has no paginator.
  if (pages === 0) return site
  const more: Page[] = []
  for (let number = 2; number <= pages; number++)
    more.push(pageNumber(site, ctx, template, number, path, paginator(number)))
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

/**
 * Page `number`. Jekyll reads the template again for it, where the template's URL says that it lies: there may be another
 * page, or none. A permalink in what is read goes before the place of the pagination.
 */
function pageNumber(
  site: Site,
  ctx: GeneratorContext,
  template: Page,
  number: number,
  path: string,
  paginator: Listing,
): Page {
  const dir = numbered(path, number).replace(/\/+$/, '')
  const read = joinPath(folderOf(template.url), template.name).replace(/^\/+/, '')
  const there = pathOf(template) === read ? template : site.pages.find((page) => pathOf(page) === read)
  if (there === undefined) ctx.warn(notThere(joinPath(site.config.source, read), template))
  const page = makePage(site, {
    path: read,
    body: there?.body ?? '',
    data: there === undefined ? new Map() : ownFrontMatter(there),
    generatedBy: NAME,
    ...(there === undefined ? {} : { file: there.file }),
  })
  const permalink = settingOf(page, 'permalink')
  const url = isTruthy(permalink) ? permalinkOf(page, rubyToS(permalink), dir) : `${dir}/`
  return {
    ...page,
    id: `${NAME}:${number}:${url}`,
    bodyLine: there?.bodyLine ?? 1,
    excerpt: there?.excerpt ?? null,
    url,
    outputPath: outputPathOf(url, page.outputExt),
    paginator,
  }
}

const pathOf = ({ dir, name }: Page): string => joinPath(dir, name).replace(/^\/+/, '')

const folderOf = (url: string): string => (url.endsWith('/') ? url : dirname(url))

function notThere(file: string, template: Page): Diagnostic {
  return {
    code: 'plugins/paginate-permalink',
    severity: 'warning',
    message: `Error reading file ${file}: No such file or directory @ rb_sysopen - ${file}`,
    help: `take the permalink out of ${template.file.path}: jekyll-paginate reads the template again where its address leads`,
    trail: [],
  }
}

function permalinkOf({ basename, outputExt }: Page, permalink: string, dir: string): string {
  return fillPermalink(permalink, [
    ['path', dir],
    ['basename', basename],
    ['output_ext', outputExt],
  ])
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
