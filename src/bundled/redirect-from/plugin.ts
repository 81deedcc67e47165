/**
 * jekyll-redirect-from 0.16: pages at the addresses in `redirect_from` that lead to the page, `redirect_to` on a page
 * that leads elsewhere, and `redirects.json`. https://github.com/jekyll/jekyll-redirect-from
 *
 * A site may have its own `_layouts/redirect.html`; it finds the addresses in `page.redirect.from` and `.to`.
 */
import {
  addPages,
  type Document,
  definePlugin,
  documentsOf,
  type GeneratorContext,
  hasUrl,
  type Layout,
  listOf,
  makePage,
  mapRenderables,
  type Page,
  type Renderable,
  rubyToS,
  type Site,
  type Value,
  withFrontMatter,
} from '../../plugin-api.ts'
import { redirectFromOptions, SETTINGS } from './options.ts'

const NAME = 'jekyll-redirect-from'
const FILE = 'redirects.json'

const LAYOUT = `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="{{ page.redirect.to }}">
  <script>location="{{ page.redirect.to }}"</script>
  <meta http-equiv="refresh" content="0; url={{ page.redirect.to }}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="{{ page.redirect.to }}">Click here if you are not redirected.</a>
</html>
`

function generate(site: Site, ctx: GeneratorContext): Site {
  const pairs = new Map<string, string>()
  const pages: Page[] = []
  const changed = new Map<Renderable, Redirected>()
  for (const doc of [...documentsOf(site).filter(({ write }) => write), ...site.pages]) {
    for (const from of addresses(doc.data.get('redirect_from'))) {
      const page = redirectPage(site, from, ctx.absoluteUrl(doc.url))
      pairs.set(withSlash(from), ctx.absoluteUrl(doc.url))
      pages.push(page)
    }
    const to = addresses(doc.data.get('redirect_to'))[0]
    if (to === undefined) continue
    const target = /^(?:https?:)?\/\//.test(to) && !to.startsWith('//') ? to : ctx.absoluteUrl(withSlash(to))
    changed.set(doc, { from: doc.url, to: target })
    pairs.set(doc.url, target)
  }
  const own = mapRenderables(site, {
    document: (doc) => redirected(doc, changed.get(doc)),
    page: (page) => redirected(page, changed.get(page)),
  })
  const layouts = own.layouts.has('redirect')
    ? own.layouts
    : new Map(own.layouts).set('redirect', builtInLayout(own))
  if (redirectFromOptions(site.config).json && !hasUrl(site, `/${FILE}`))
    pages.push(
      makePage(site, { path: FILE, body: json(pairs), data: new Map([['layout', null]]), generatedBy: NAME }),
    )
  return addPages({ ...own, layouts }, pages)
}

interface Redirected {
  readonly from: string
  readonly to: string
}

function addresses(value: Value): readonly string[] {
  return listOf(value)
    .filter((address) => address !== null && address !== undefined)
    .map((address) => rubyToS(address))
}

function withSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : `/${text}`
}

/** The page at `from`, which may end in a slash, an extension or neither. */
function redirectPage(site: Site, from: string, to: string): Page {
  const url = withSlash(from)
  return makePage(site, {
    path: 'redirect.html',
    body: '',
    generatedBy: NAME,
    // As in Jekyll, which says nothing where a page has come to the address of a redirect.
    givesWay: true,
    data: new Map<Value, Value>([
      ['layout', 'redirect'],
      ['sitemap', false],
      ['permalink', url],
      ['redirect', pair({ from: url, to })],
    ]),
  })
}

function pair({ from, to }: Redirected): ReadonlyMap<Value, Value> {
  return new Map([
    ['from', from],
    ['to', to],
  ])
}

/** `doc` as a page that leads away: no text of its own, and in the redirect layout. */
function redirected<T extends Document | Page>(doc: T, redirect: Redirected | undefined): T {
  if (redirect === undefined) return doc
  const leading = withFrontMatter(doc, { layout: 'redirect', sitemap: false })
  // Its permalink says where it is, and moves it nowhere.
  const data = new Map(leading.data).set('permalink', redirect.from).set('redirect', pair(redirect))
  return { ...leading, data, body: '' }
}

function builtInLayout(site: Site): Layout {
  return {
    name: 'redirect',
    file: {
      path: `${site.config.layoutsDir}/redirect.html`,
      origin: 'theme',
      root: site.config.source,
      size: LAYOUT.length,
      mtime: 0,
    },
    data: new Map(),
    body: LAYOUT,
    bodyLine: 1,
    ext: '.html',
  }
}

/** The file's text, kept from Liquid: an address may look like a tag. */
function json(pairs: ReadonlyMap<string, string>): string {
  return JSON.stringify(Object.fromEntries(pairs))
}

export const redirectFrom = definePlugin({ name: NAME, settings: SETTINGS, generate })
