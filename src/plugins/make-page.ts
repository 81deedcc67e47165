/** Pages without a file: what generators add. */
import { basename, type Hash } from '../base/index.ts'
import { type Page, pageFrom, type Site } from '../site/index.ts'
import { hashOf } from './to-value.ts'

/** What a page is made of. */
export interface PageParts {
  /** where it would lie in the source: `feed.xml`, `archive/2024/index.html` */
  readonly path: string
  /** Liquid, and Markdown where the path's extension says so */
  readonly body: string
  /** what templates see as its `content` until it is converted, where `body` is no text of anybody's */
  readonly shown?: string
  /** front matter, a hash or a plain object; defaults of the configuration are put below it */
  readonly data?: Hash | Readonly<Record<string, unknown>>
  /** the plugin's name */
  readonly generatedBy: string
  /** what `page.name` shows, when that is not the last part of the path */
  readonly name?: string
  /** the file it is made of, if any */
  readonly file?: Page['file']
  /** of which type of scopes the defaults hold for it: `pages` when not given, null for no defaults */
  readonly type?: string | null
  /** which of `content`, `dir` and `excerpt` templates do not find in it */
  readonly lacks?: Page['lacks']
  /** documents that templates find in the page, by key */
  readonly listings?: Page['listings']
  /** another file may be written to its place, and nobody is warned: a redirect, where the page itself has come back */
  readonly givesWay?: boolean
}

/**
 * The page that Jekyll would have made of a file at that path: permalink, defaults and all. Its body may be a template.
 */
export function makePage(site: Site, parts: PageParts): Page {
  const { path, body, generatedBy, name = basename(path), listings } = parts
  const file = parts.file ?? { path, origin: 'site', root: site.config.source, size: 0, mtime: 0 }
  const own = hashOf(parts.data)
  const source = { id: '', path, file, own, body, bodyLine: 1, name, generatedBy, listings }
  const page = pageFrom(site, parts.type === undefined ? source : { ...source, type: parts.type })
  return {
    ...page,
    id: `${generatedBy}:${page.url}`,
    ...(parts.lacks === undefined ? {} : { lacks: parts.lacks }),
    ...(parts.shown === undefined ? {} : { shown: parts.shown }),
    ...(parts.givesWay === true ? { givesWay: true } : {}),
  }
}
