/** Pages without a file: what generators add. */
import { basename, dirname, extname, type Hash, rubyToS, type Value } from '../base/index.ts'
import {
  deepMerge,
  defaultsFor,
  defaultsFrom,
  isHtmlExt,
  isTruthy,
  outputExtOf,
  outputPathOf,
  type Page,
  plainUrl,
  type Site,
  textField,
  timeFrom,
  withSuffix,
} from '../site/index.ts'

/** What a page is made of. */
export interface PageParts {
  /** where it would lie in the source: `feed.xml`, `archive/2024/index.html` */
  readonly path: string
  /** Liquid, and Markdown where the path's extension says so */
  readonly body: string
  /** front matter; defaults of the configuration are put below it */
  readonly data?: Hash
  /** the plugin's name */
  readonly generatedBy: string
  /** what `page.name` shows, when that is not the last part of the path */
  readonly name?: string
  /** No layout, whatever the defaults say: Jekyll's plugins set `layout` to nil, which `page.layout` does not show. */
  readonly bare?: boolean
  /** documents that templates find in the page, by key */
  readonly listings?: Page['listings']
}

/**
 * The page that Jekyll would have made of a file at that path: permalink, defaults and all. Its body may be a template.
 */
export function makePage(site: Site, parts: PageParts): Page {
  const { path, body, generatedBy } = parts
  const { config } = site
  const { defaults } = defaultsFrom(
    config.data.get('defaults'),
    config.collectionsDir,
    (written) => timeFrom(written, config.zone, site.time) ?? written,
  )
  const data = deepMerge(defaultsFor(defaults, path, 'pages'), parts.data ?? new Map<Value, Value>())
  const name = basename(path)
  const dir = path.includes('/') ? `/${dirname(path)}` : ''
  const ext = extname(name)
  const bare = name.slice(0, name.length - ext.length)
  const permalink = isTruthy(data.get('permalink')) ? rubyToS(data.get('permalink')) : undefined
  const written = permalink === undefined || permalink.endsWith('/') ? '' : extname(permalink)
  const outputExt = written === '' ? outputExtOf(config)(ext) : written
  const template = permalink ?? templateFor(bare, outputExt, textField(config.data, 'permalink', 'date'))
  const url = plainUrl(template, [
    ['path', dir],
    ['basename', bare],
    ['output_ext', outputExt],
  ])
  return {
    kind: 'page',
    id: `${generatedBy}:${url}`,
    order: -1,
    file: { path, origin: 'site', root: config.source, size: 0, mtime: 0 },
    data,
    layout: data.get('layout'),
    liquid: data.get('render_with_liquid') !== false,
    body,
    bodyLine: 1,
    excerpt: null,
    url,
    outputPath: outputPathOf(url, outputExt),
    ext,
    outputExt,
    write: true,
    name: parts.name ?? name,
    dir,
    generatedBy,
    ...(parts.bare ? { bare: true } : {}),
    ...(parts.listings === undefined ? {} : { listings: parts.listings }),
  }
}

function templateFor(bare: string, outputExt: string, permalink: string): string {
  if (!isHtmlExt(outputExt)) return '/:path/:basename:output_ext'
  return bare === 'index' ? '/:path/' : withSuffix('/:path/:basename', permalink)
}
