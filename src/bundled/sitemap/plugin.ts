/**
 * jekyll-sitemap 1.4: `sitemap.xml` with every page, document and HTML or PDF file, and a `robots.txt` that names it,
 * unless the site has its own. https://github.com/jekyll/jekyll-sitemap
 *
 * Front matter's `sitemap: false` leaves a page out, `last_modified_at` dates it. An XSLT style sheet called
 * `sitemap.xsl` is named in the head where the site has one.
 */
import {
  addPages,
  asTag,
  basename,
  compareValues,
  type Document,
  definePlugin,
  fieldOf,
  firstPresent,
  type Hash,
  hasUrl,
  isTruthy,
  listedFiles,
  makePage,
  type Renderable,
  type RenderContext,
  type Services,
  type Site,
  type StaticFile,
  schema,
  servicesOf,
  siteLanguages,
  strictTemplateWarning,
  type TagDefinition,
  timeFromMilliseconds,
  toText,
  translationsOf,
  zoneFor,
} from '../../plugin-api.ts'

const { bare, either } = schema

const NAME = 'jekyll-sitemap'
const NO_LAYOUT: Hash = new Map([['layout', null]])
const FILES = /\.(?:html|xhtml|htm|pdf)$/
const XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
const INDEX = /\/index\.html$/

const HEAD =
  '<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/' +
  'sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'

const tag: TagDefinition<null> = {
  name: 'sitemap_document',
  parse: () => null,
  render(_state, ctx) {
    const services = servicesOf(ctx)
    const { site } = services
    const zone = zoneFor(site.config.timezone)
    const style = hasUrl(site, '/sitemap.xsl')
      ? `<?xml-stylesheet type="text/xsl" href="${services.absoluteUrl('/sitemap.xsl')}"?>\n`
      : ''
    const translations = isTruthy(fieldOf(ctx.get('page'), 'alternates')) ? alternatesOf(site) : undefined
    const alternates = (doc: Renderable): string =>
      (translations?.get(doc.id) ?? [])
        .map(([language, url]) => {
          const href = services.filter(ctx, 'xml_escape', services.absoluteUrl(url.replace(INDEX, '/')))
          return `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>\n`
        })
        .join('')
    const urls = [
      ...byLabel(site)
        .filter(isListed)
        .map((doc) =>
          urlRow(
            services,
            ctx,
            doc.url,
            firstPresent(doc.data.get('last_modified_at'), doc.date),
            alternates(doc),
          ),
        ),
      ...site.pages
        .filter((page) => isHtmlPage(page) && isListed(page) && page.url !== '/404.html')
        .map((page) => urlRow(services, ctx, page.url, page.data.get('last_modified_at'), alternates(page))),
      ...filesOf(site).map((file) =>
        urlRow(
          services,
          ctx,
          `/${file.file.path}`,
          timeFromMilliseconds(Math.floor(file.file.mtime / 1000) * 1000, zone),
        ),
      ),
    ]
    return `<?xml version="1.0" encoding="UTF-8"?>\n${style}${translations === undefined ? HEAD : HEAD.replace('>', ` ${XHTML}>`)}\n${urls.join('')}</urlset>\n`
  },
}

function urlRow(services: Services, ctx: RenderContext, url: string, time: unknown, alternates = ''): string {
  const location = services.filter(ctx, 'xml_escape', services.absoluteUrl(url.replace(INDEX, '/')))
  const lastmod = isTruthy(time)
    ? `<lastmod>${toText(services.filter(ctx, 'date_to_xmlschema', time))}</lastmod>\n`
    : ''
  return `<url>\n<loc>${location}</loc>\n${lastmod}${alternates}</url>\n`
}

/** What languages each text is in, and where: language and address, the one for all others last. */
function alternatesOf(site: Site): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const languages = siteLanguages(site.config)
  if (languages === undefined) return new Map()
  const { versions } = translationsOf(site, languages)
  return new Map(
    [...versions].map(([id, found]) => {
      const rows = [...found].map(([tag, { url }]) => [tag.replaceAll('_', '-'), url] as const)
      const main = found.get(languages.main) ?? [...found.values()][0]
      return [id, main === undefined ? rows : [...rows, ['x-default', main.url] as const]]
    }),
  )
}

/** The documents that are written, by the names of their collections, as templates see `site.collections`. */
function byLabel(site: Site): readonly Document[] {
  return [...site.collections.values()]
    .filter(({ write }) => write)
    .sort((a, b) => compareValues(a.label, b.label) ?? 0)
    .flatMap(({ documents }) => documents.map((id) => site.renderables.get(id)))
    .filter((doc) => doc?.kind === 'document')
}

function isListed(doc: Renderable): boolean {
  return doc.data.get('sitemap') !== false
}

function isHtmlPage(page: Renderable): boolean {
  return /^\.(?:html|xhtml|htm)$/.test(page.outputExt) || page.url.endsWith('/')
}

function filesOf(site: Site): readonly StaticFile[] {
  return listedFiles(site).filter(
    (file) =>
      FILES.test(file.file.path) &&
      file.data.get('sitemap') !== false &&
      basename(file.file.path) !== '404.html',
  )
}

export const sitemap = definePlugin({
  name: NAME,
  priority: 'lowest',
  settings: {
    frontMatter: { sitemap: either('false keeps it out of the sitemap', bare('boolean'), bare('object')) },
  },
  tags: [asTag(tag)],
  generate(site, ctx) {
    const pages = []
    const warning = strictTemplateWarning(site.config.data.get('liquid'), NAME, 'sitemap.xml')
    if (!hasUrl(site, '/sitemap.xml')) {
      if (warning !== undefined) ctx.warn(warning)
      pages.push(
        makePage(site, {
          path: 'sitemap.xml',
          body: '{% sitemap_document %}',
          shown: '',
          data: NO_LAYOUT,
          generatedBy: NAME,
        }),
      )
    }
    if (!hasUrl(site, '/robots.txt'))
      pages.push(
        makePage(site, {
          path: 'robots.txt',
          body: 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n',
          data: NO_LAYOUT,
          generatedBy: NAME,
        }),
      )
    return addPages(site, pages)
  },
})
