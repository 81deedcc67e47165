/** What an address on a page means: a place of the site, a place elsewhere, or nothing to follow. */
import type { Config } from '../site/index.ts'

export type Address =
  /** `path` is decoded and without `baseurl`; '' stands for the page itself */
  | { readonly kind: 'site'; readonly path: string; readonly fragment: string }
  /** on the site's host, beside its `baseurl` */
  | { readonly kind: 'beside'; readonly path: string }
  | { readonly kind: 'external'; readonly url: string }
  /** mail, data, script: nothing that can be looked up */
  | { readonly kind: 'other' }
  | { readonly kind: 'bad' }

export interface Home {
  /** scheme and host of `url`, in lower case; undefined when there is none */
  readonly origin: string | undefined
  /** '' or `/base` */
  readonly baseurl: string
}

/** Stands for the site's host where a relative address has none. */
const HERE = 'https://here.invalid'

export function homeOf({ address }: Config): Home {
  const { url } = address
  const baseurl = address.baseurl.replace(/\/+$/, '')
  return {
    origin: url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined,
    baseurl: baseurl === '' || baseurl.startsWith('/') ? baseurl : `/${baseurl}`,
  }
}

/**
 * @param page the page's own path in the destination
 * @param base the page's `<base href>`
 */
export function addressOf(written: string, page: string, { origin, baseurl }: Home, base?: string): Address {
  if (base === undefined && written === '') return { kind: 'site', path: '', fragment: '' }
  if (base === undefined && written.startsWith('#'))
    return { kind: 'site', path: '', fragment: decoded(written.slice(1)) }
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(written)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return { kind: 'other' }
  const own = `${HERE}${baseurl}/${page.split('/').map(encodeURIComponent).join('/')}`
  const self = base !== undefined && URL.canParse(base, own) ? new URL(base, own).href : own
  if (!URL.canParse(written, self)) return { kind: 'bad' }
  const url = new URL(written, self)
  const here = url.origin === HERE || (origin !== undefined && sameHost(url.origin, origin))
  if (!here) return { kind: 'external', url: withoutFragment(url) }
  const path = decoded(url.pathname)
  if (baseurl !== '' && path !== baseurl && !path.startsWith(`${baseurl}/`)) return { kind: 'beside', path }
  return { kind: 'site', path: path.slice(baseurl.length) || '/', fragment: decoded(url.hash.slice(1)) }
}

function sameHost(a: string, b: string): boolean {
  return a.replace(/^http:/, 'https:') === b.replace(/^http:/, 'https:')
}

function withoutFragment(url: URL): string {
  const copy = new URL(url)
  copy.hash = ''
  return copy.href
}

/** Percent signs that encode nothing stay. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
