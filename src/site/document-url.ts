/**
 * From a URL template to a URL.
 *
 * A URL's literal parts stay as they are written; only what placeholders put in is percent-escaped. Documents know every
 * placeholder and refuse unknown ones; pages and static files know a few and leave the rest as text. All behaviours
 * were observed in Jekyll 4.3.1.
 */

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
export function unescapePath(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}
