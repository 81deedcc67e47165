/**
 * jekyll-redirect-from: pages at the addresses in `redirect_from` that lead to the page, `redirect_to` on a page
 * that leads elsewhere, and `redirects.json`. https://github.com/jekyll/jekyll-redirect-from
 *
 * A site may have its own `_layouts/redirect.html`; it finds the addresses in `page.redirect.from` and `.to`.
 */
import {
  addPages,
  BuildError,
  type Diagnostic,
  type Document,
  definePlugin,
  documentsOf,
  type GeneratorContext,
  hasGem,
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

/** The page that leads on; before 0.17 the address stands in it as it is. */
function layoutText(escapes: boolean): string {
  const to = escapes ? '{{ page.redirect.to | escape }}' : '{{ page.redirect.to }}'
  const script = escapes ? '{{ page.redirect.to_js }}' : '"{{ page.redirect.to }}"'
  return `<!DOCTYPE html>
<html lang="en-US">
  <meta charset="utf-8">
  <title>Redirecting&hellip;</title>
  <link rel="canonical" href="${to}">
  <script>location=${script}</script>
  <meta http-equiv="refresh" content="0; url=${to}">
  <meta name="robots" content="noindex">
  <h1>Redirecting&hellip;</h1>
  <a href="${to}">Click here if you are not redirected.</a>
</html>
`
}

function generate(given: Site, ctx: GeneratorContext): Site {
  const site = dated(given)
  const escapes = hasGem(site.config.reference, NAME, '0.17')
  const pairs = new Map<string, string>()
  const pages: Page[] = []
  const changed = new Map<Renderable, Redirected>()
  for (const doc of [...documentsOf(site).filter(({ write }) => write), ...site.pages]) {
    for (const from of addresses(doc.data.get('redirect_from'))) {
      const redirect = redirectOf(withSlash(from), ctx.absoluteUrl(doc.url), escapes)
      pairs.set(redirect.from, redirect.to)
      pages.push(redirectPage(site, redirect))
    }
    const to = addresses(doc.data.get('redirect_to'))[0]
    if (to === undefined || doc.data.get('redirect_to') === false) continue
    if (escapes && !isAllowed(to)) {
      ctx.warn(disallowed(to, doc))
      continue
    }
    const redirect = redirectOf(doc.url, wholeAddress(to, doc, ctx), escapes)
    changed.set(doc, redirect)
    pairs.set(redirect.from, redirect.to)
  }
  const own = mapRenderables(site, {
    document: (doc) => redirected(doc, changed.get(doc)),
    page: (page) => redirected(page, changed.get(page)),
  })
  const layouts = own.layouts.has('redirect')
    ? own.layouts
    : new Map(own.layouts).set('redirect', builtInLayout(own, layoutText(escapes)))
  if (redirectFromOptions(site.config).json && !hasUrl(site, `/${FILE}`))
    pages.push(
      makePage(site, { path: FILE, body: json(pairs), data: new Map([['layout', null]]), generatedBy: NAME }),
    )
  return addPages({ ...own, layouts }, pages)
}

/** `to` as it is where it leads out of the site. Throws a BuildError for what is no address at all, as Jekyll stops. */
function wholeAddress(to: string, doc: Renderable, ctx: GeneratorContext): string {
  if (/^https?:\/\//m.test(to)) return to
  try {
    return ctx.absoluteUrl(to)
  } catch (error) {
    const message = `${error instanceof Error ? error.message : error} in redirect_to of ${doc.file.path}`
    throw new BuildError([{ ...disallowed(to, doc), severity: 'error', message }])
  }
}

/** Whether `to` leads to a page of the site or of the web, as browsers read it. */
function isAllowed(to: string): boolean {
  const scheme = /^[\0-\x20]*([a-z][a-z0-9+.-]*):/i.exec(to.replace(/[\t\n\r]/g, ''))?.[1]
  return scheme === undefined || /^https?$/i.test(scheme)
}

const UNSAFE = /[\0-\x20"'<>\\`{}\x7f]/g

function percentEncoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

function disallowed(to: string, { file }: Renderable): Diagnostic {
  return {
    code: 'redirect-from/disallowed',
    severity: 'warning',
    topic: 'Redirect from:',
    message: `Ignoring disallowed redirect_to ${JSON.stringify(to)} in ${file.path}`,
    help: 'write an http or https address, or a path of the site',
    trail: [],
  }
}

/**
 * `site` as it is once Jekyll 3 was asked what it writes, which this plugin does: to know whether a document lies in the
 * future it gives one without a date the site's.
 */
function dated(site: Site): Site {
  if (site.config.rules.datesUndated || site.config.future) return site
  return mapRenderables(site, {
    document: (doc) => (doc.write && !doc.data.has('date') ? withFrontMatter(doc, { date: site.time }) : doc),
  })
}

interface Redirected {
  readonly from: string
  readonly to: string
  /** since 0.17: `to` as JavaScript, for a script in the page */
  readonly script?: string
}

function redirectOf(from: string, to: string, escapes: boolean): Redirected {
  if (!escapes) return { from, to }
  const safe = to.replace(UNSAFE, percentEncoded)
  return { from, to: safe, script: JSON.stringify(safe).replace(/[<>&\u2028\u2029]/g, unicodeEscaped) }
}

function unicodeEscaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function addresses(value: Value): readonly string[] {
  return listOf(value)
    .filter((address) => address !== null && address !== undefined)
    .map((address) => rubyToS(address))
}

function withSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : `/${text}`
}

/** The page at an old address, which may end in a slash, an extension or neither. */
function redirectPage(site: Site, redirect: Redirected): Page {
  return makePage(site, {
    path: 'redirect.html',
    body: '',
    generatedBy: NAME,
    // As in Jekyll, which says nothing where a page has come to the address of a redirect.
    givesWay: true,
    data: new Map<Value, Value>([
      ['layout', 'redirect'],
      ['sitemap', false],
      ['permalink', redirect.from],
      ['redirect', shown(redirect)],
    ]),
  })
}

function shown({ from, to, script }: Redirected): ReadonlyMap<Value, Value> {
  const pairs = new Map<Value, Value>([
    ['from', from],
    ['to', to],
  ])
  return script === undefined ? pairs : pairs.set('to_js', script)
}

/** `doc` as a page that leads away: no text of its own, and in the redirect layout. */
function redirected<T extends Document | Page>(doc: T, redirect: Redirected | undefined): T {
  if (redirect === undefined) return doc
  const leading = withFrontMatter(doc, { layout: 'redirect', sitemap: false })
  // Its permalink says where it is, and moves it nowhere.
  const data = new Map(leading.data).set('permalink', redirect.from).set('redirect', shown(redirect))
  return { ...leading, data, body: '' }
}

function builtInLayout(site: Site, body: string): Layout {
  return {
    name: 'redirect',
    file: {
      path: `${site.config.layoutsDir}/redirect.html`,
      origin: 'theme',
      root: site.config.source,
      size: body.length,
      mtime: 0,
    },
    data: new Map(),
    body,
    bodyLine: 1,
    ext: '.html',
  }
}

/** The file's text, kept from Liquid: an address may look like a tag. */
function json(pairs: ReadonlyMap<string, string>): string {
  return JSON.stringify(Object.fromEntries(pairs))
}

export const redirectFrom = definePlugin({ name: NAME, settings: SETTINGS, generate })
