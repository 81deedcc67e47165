/**
 * jekyll-relative-links 0.7: links to Markdown files, as they work on GitHub, become links to their pages.
 * https://github.com/benbalter/jekyll-relative-links
 */
import {
  type Document,
  definePlugin,
  dirname,
  documentsOf,
  type GeneratorContext,
  isMarkdown,
  joinPath,
  mapRenderables,
  matchesEntry,
  type Page,
  type Site,
} from '../../plugin-api.ts'
import { relativeLinksOptions, SETTINGS } from './options.ts'

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = relativeLinksOptions(site.config)
  if (!options.enabled) return site
  const urls = urlsByPath(site)
  const rewrite = <T extends Document | Page>(doc: T): T => {
    const { path } = doc.file
    if (!isMarkdown(site.config, path) || matchesEntry(options.exclude, path)) return doc
    const target = targetFinder(dirname(`/${path}`), urls, ctx)
    const body = rewriteLinks(doc.body, target)
    const excerpt = doc.excerpt === null ? null : rewriteLinks(doc.excerpt, target)
    return body === doc.body && excerpt === doc.excerpt ? doc : { ...doc, body, excerpt }
  }
  return mapRenderables(site, {
    page: rewrite,
    ...(options.collections ? { document: rewrite } : {}),
  })
}

/** The urls of what links may lead to, by path in the source. */
function urlsByPath(site: Site): ReadonlyMap<string, string> {
  const urls = new Map<string, string>()
  const add = (path: string, url: string): void => {
    if (!urls.has(path)) urls.set(path, url)
  }
  for (const page of site.pages) add(page.file.path, page.url)
  for (const file of site.staticFiles) add(file.file.path, file.url)
  for (const doc of documentsOf(site)) if (doc.write) add(doc.file.path, doc.url)
  return urls
}

/** What a link's address becomes; undefined when it leads to nothing of the site. */
type FindTarget = (address: string) => string | undefined

function targetFinder(dir: string, urls: ReadonlyMap<string, string>, ctx: GeneratorContext): FindTarget {
  return (address) => {
    const hash = address.indexOf('#')
    const path = hash === -1 ? address : address.slice(0, hash)
    if (path === '' || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return undefined
    const absolute = resolved(path.startsWith('/') ? path : joinPath(dir, path))
    const url = absolute === undefined ? undefined : urls.get(absolute)
    return url === undefined ? undefined : ctx.relativeUrl(url) + (hash === -1 ? '' : address.slice(hash))
  }
}

/** A path without `.`, `..` and percent escapes; undefined when it leaves the source. */
function resolved(path: string): string | undefined {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  const joined = parts.join('/')
  try {
    return decodeURIComponent(joined)
  } catch {
    return joined
  }
}

/** `](address "title")` of a link or image, and `[name]: address` on a line of its own. */
const INLINE = /\]\(([^\s()]+)((?:[ \t]+"[^"\n]*")?)\)/g
const REFERENCE = /^( *\[[^\]^\n][^\]\n]*\]: )([^\s<>]+)((?: "[^"\n]*")?)$/gm

/** `text` with the links that lead into the site rewritten, those in code too, as the plugin does. */
function rewriteLinks(text: string, target: FindTarget): string {
  if (!text.includes('[')) return text
  const inline = text.replace(INLINE, (whole: string, address: string, title: string, at: number) => {
    const url = opensOnLine(text, at) ? target(address) : undefined
    return url === undefined ? whole : `](${url}${title})`
  })
  return inline.replace(REFERENCE, (whole: string, name: string, address: string, rest: string) => {
    const url = target(address)
    return url === undefined ? whole : `${name}${url}${rest}`
  })
}

/** Whether a `[` stands before the `]` at `at`, on the same line. */
function opensOnLine(text: string, at: number): boolean {
  const line = text.lastIndexOf('\n', at - 1) + 1
  return text.lastIndexOf('[', at - 1) >= line
}

export const relativeLinks = definePlugin({
  name: 'jekyll-relative-links',
  priority: 'lowest',
  settings: SETTINGS,
  generate,
})
