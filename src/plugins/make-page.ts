/** Pages without a file: what generators add. */
import { basename, type Hash, isTruthy, rubyToS, type Value } from '../base/index.ts'
import {
  deepMerge,
  defaultFor,
  defaultsFor,
  defaultsFrom,
  outputExtOf,
  type Page,
  pagePlace,
  type Site,
  timeFrom,
} from '../site/index.ts'
import { hashOf } from './to-value.ts'

/** What a page is made of. */
export interface PageParts {
  /** where it would lie in the source: `feed.xml`, `archive/2024/index.html` */
  readonly path: string
  /** Liquid, and Markdown where the path's extension says so */
  readonly body: string
  /** front matter, a hash or a plain object; defaults of the configuration are put below it */
  readonly data?: Hash | Readonly<Record<string, unknown>>
  /** the plugin's name */
  readonly generatedBy: string
  /** what `page.name` shows, when that is not the last part of the path */
  readonly name?: string
  /** the file it is made of, if any */
  readonly file?: Page['file']
  /** documents that templates find in the page, by key */
  readonly listings?: Page['listings']
  /** another file may be written to its place, and nobody is warned: a redirect, where the page itself has come back */
  readonly givesWay?: boolean
}

/**
 * The page that Jekyll would have made of a file at that path: permalink, defaults and all. Its body may be a template.
 */
export function makePage(site: Site, parts: PageParts): Page {
  const { path, body, generatedBy } = parts
  const { config } = site
  const { defaults } = defaultsFrom(
    config.reading.defaults,
    config.collectionsDir,
    (written) => timeFrom(written, config.zone, site.time) ?? written,
  )
  const own = hashOf(parts.data)
  const data = deepMerge(defaultsFor(defaults, path, 'pages'), own)
  const setting = (key: string): Value =>
    own.has(key) ? own.get(key) : defaultFor(defaults, path, 'pages', key)
  const permalink = isTruthy(setting('permalink')) ? rubyToS(setting('permalink')) : undefined
  const place = pagePlace(config, path, permalink, outputExtOf(config))
  return {
    kind: 'page',
    id: `${generatedBy}:${place.url}`,
    order: -1,
    file: parts.file ?? { path, origin: 'site', root: config.source, size: 0, mtime: 0 },
    data,
    layout: setting('layout'),
    liquid: !config.rules.liquidSwitch || setting('render_with_liquid') !== false,
    body,
    bodyLine: 1,
    excerpt: null,
    ...place,
    write: true,
    name: parts.name ?? basename(path),
    generatedBy,
    ...(parts.listings === undefined ? {} : { listings: parts.listings }),
    ...(parts.givesWay === true ? { givesWay: true } : {}),
  }
}
