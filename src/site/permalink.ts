/**
 * From a permalink template to a URL and a place in the destination.
 *
 * A URL's literal parts stay as they are written; only what placeholders put in is percent-escaped. Documents know every
 * placeholder and refuse unknown ones; pages and static files know a few and leave the rest as text. All behaviours
 * were observed in Jekyll 4.3.1.
 */
import { joinPath } from '../base/index.ts'

const STYLES: ReadonlyMap<string, string> = new Map([
  ['none', '/:categories/:title:output_ext'],
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
])

/** The template that `permalink: style` of the configuration means for posts; any other text is a template itself. */
export function postTemplate(style: string): string {
  return STYLES.get(style) ?? style
}

/**
 * `template` with the ending that the site's `permalink` gives pages and documents without a template of their own: a
 * slash after `pretty` and after templates that end in one, `:output_ext` after most styles and after templates that
 * end in it, else nothing (`weekdate` counts as such a template).
 */
export function withSuffix(template: string, style: string): string {
  if (style === 'pretty') return `${template}/`
  if (style === 'date' || style === 'ordinal' || style === 'none') return `${template}:output_ext`
  if (style.endsWith('/')) return `${template}/`
  return style.endsWith(':output_ext') ? `${template}:output_ext` : template
}

/** Unknown placeholder in a document's template; `message` is Jekyll's. */
export class UnknownPlaceholder extends Error {
  constructor(readonly placeholder: string) {
    super(`The URL template doesn't have ${placeholder} keys. Check your permalink template!`)
  }
}

/**
 * A document's URL. `value` gives a placeholder's text (unescaped), or undefined for one that does not exist; a
 * placeholder that ends in an underscore is tried without it too (`:year_`). Throws `UnknownPlaceholder`.
 */
export function documentUrl(template: string, value: (name: string) => string | undefined): string {
  const url = template.replace(/:([a-z_]+)/g, (_, name: string) => {
    const direct = value(name)
    if (direct !== undefined) return escapePath(direct)
    const short = name.endsWith('_') ? value(name.slice(0, -1)) : undefined
    if (short === undefined) throw new UnknownPlaceholder(name)
    return `${escapePath(short)}_`
  })
  return sanitizeUrl(url)
}

/**
 * A page's or static file's URL: each placeholder of `values`, in this order, is replaced wherever its name stands, even
 * as the start of a longer word; an undefined one goes with the slash before it. Others stay.
 */
export function plainUrl(
  template: string,
  values: readonly (readonly [string, string | undefined])[],
): string {
  let url = template
  for (const [name, value] of values) {
    if (!url.includes(':')) break
    url =
      value === undefined
        ? url.replaceAll(`/:${name}`, '')
        : url.replaceAll(`:${name}`, () => escapePath(value))
  }
  return sanitizeUrl(url)
}

/** A URL with one leading slash, without `..` (which ends as a slash), `./` and double slashes. */
function sanitizeUrl(url: string): string {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')
}

const SAFE = /^[A-Za-z0-9\-._~!$&'()*+,;=:@/]*$/
const UNSAFE = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?\n]+/gu

/** Percent-escapes what may not stand in a URL's path; `?` passes, a percent sign does not. */
function escapePath(text: string): string {
  return SAFE.test(text) ? text : text.replace(/\p{Surrogate}/gu, '\ufffd').replace(UNSAFE, percentEscape)
}

function percentEscape(text: string): string {
  return encodeURIComponent(text)
}

/** The opposite of `escapePath`: `%C3%A9` becomes `é`; escapes that are no UTF-8 stay. */
function unescapePath(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

/**
 * Where a document or page with this URL is written: percent-escapes decoded, `index` (a name with its extension) for a
 * URL that ends in a slash, `outputExt` added to one that does not end in it. Never outside the destination: `..` was
 * taken out of the URL, and what decoding brings back stops at the root.
 */
export function outputPathOf(url: string, outputExt: string, index = `index${outputExt}`): string {
  const path = inside(unescapePath(url))
  if (url.endsWith('/')) return path === '' ? index : `${path}/${index}`
  return path.endsWith(outputExt) ? path : path + outputExt
}

/** Where a static file with this URL is written. */
export function staticOutputPath(url: string): string {
  return inside(unescapePath(url))
}

function inside(path: string): string {
  if (!path.includes('.') && !path.includes('//')) return path.replace(/^\/|\/$/g, '')
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return kept.join('/')
}

/** Jekyll's `id` of a document: its URL's directory and its slug. */
export function documentId(url: string, slug: string): string {
  const slash = url.replace(/\/+$/, '').lastIndexOf('/')
  const directory = slash <= 0 ? '/' : url.slice(0, slash)
  return joinPath(directory, slug)
}
