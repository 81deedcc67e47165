/**
 * URLs as Ruby's Addressable reads and normalises them, which is what `relative_url`, `absolute_url`, `link` and
 * `uri_escape` print. Only what those need: the five parts, percent-encoding, dot segments, small letters in the host.
 */
import { HostError } from './failure.ts'

interface UriParts {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

/** Bytes each part leaves as they are. */
const UNRESERVED = 'A-Za-z0-9\\-._~'
const SUB_DELIMS = "!$&'()*+,;="
const NOT_PATH = new RegExp(`[^${UNRESERVED}${SUB_DELIMS}:@]`, 'u')
const NOT_QUERY = new RegExp(`[^${UNRESERVED}${SUB_DELIMS}:@/?]`, 'u')
const NOT_URI = new RegExp(`[^${UNRESERVED}${SUB_DELIMS}:@/?#\\[\\]]`, 'u')
/** Most urls of a site are normal already. */
const PLAIN_URL = /^https?:\/\/[a-z0-9.-]+(?:\/(?!\.)[A-Za-z0-9\-._~!$&'()*+,;=:@]*)+$/
const PLAIN_PATH = /^(?:\/(?!\.)[A-Za-z0-9\-._~!$&'()*+,;=:@]*)*$/

/**
 * Splits `text`. Throws a HostError with Addressable's words for a scheme or host that cannot be, so that a mistake in
 * a template names itself.
 */
function parseUri(text: string): UriParts {
  const match = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/.exec(text)
  const [, scheme, authority, path = '', query, fragment] = match ?? []
  if (scheme !== undefined && !/^[a-z][a-z0-9.+-]*$/i.test(scheme))
    throw new HostError(`Invalid scheme format: '${scheme}'`, 'render/url')
  if (scheme !== undefined && !authority && path === '')
    throw new HostError(
      `Absolute URI missing hierarchical segment: '${scheme}://'`.replace(/\/\/'$/, "'"),
      'render/url',
    )
  if (scheme === undefined && authority === undefined && /^:|^[^/]*:/.test(path))
    throw new HostError(`Cannot assemble URI string with ambiguous path: '${path}'`, 'render/url')
  if (authority !== undefined) {
    const host = hostOf(authority)
    if (/[^\p{L}\p{N}\-._~%!$&'()*+,;=:[\]]/u.test(host))
      throw new HostError(`Invalid character in host: '${host}'`, 'render/url')
  }
  return { scheme, authority, path, query, fragment }
}

function hostOf(authority: string): string {
  return authority.replace(/^[^@]*@/, '').replace(/:[^:@\]]*$/, '')
}

/** Whether `text` has a scheme (`https:`, `mailto:`). */
export function isAbsoluteUri(text: string): boolean {
  return parseUri(text).scheme !== undefined
}

/** `text` normalised: percent-encoded where it must be, `.` and `..` resolved, empty query and fragment gone. */
export function normalizeUri(text: string): string {
  if (PLAIN_PATH.test(text) || PLAIN_URL.test(text)) return text
  const { scheme, authority, path, query, fragment } = parseUri(text.trim())
  let uri = ''
  if (scheme !== undefined) uri += `${scheme.toLowerCase()}:`
  if (authority !== undefined) uri += `//${normalizeAuthority(authority, scheme)}`
  uri += path === '' && authority !== undefined ? '/' : normalizePath(path)
  if (query !== undefined && query !== '') {
    uri += `?${query
      .split('&')
      .map((pair) => normalizeComponent(pair, NOT_QUERY))
      .join('&')}`
  }
  if (fragment !== undefined && fragment !== '') uri += `#${normalizeComponent(fragment, NOT_QUERY)}`
  return uri
}

const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http', '80'],
  ['https', '443'],
  ['ftp', '21'],
])

function normalizeAuthority(authority: string, scheme: string | undefined): string {
  const port = /:([^:@\]]*)$/.exec(authority)?.[1]
  const user = /^[^@]*@/.exec(authority)?.[0] ?? ''
  const host = hostOf(authority).toLowerCase()
  const ascii = /[^\0-\x7f]/.test(host) ? toAscii(host) : host
  const shown =
    port === undefined || port === '' || port === DEFAULT_PORTS.get(scheme?.toLowerCase() ?? '')
      ? ''
      : `:${port}`
  return user + ascii + shown
}

/** The host in Punycode. */
function toAscii(host: string): string {
  return URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`).hostname : host
}

function normalizePath(path: string): string {
  const segments = path.split('/').map((segment) => normalizeComponent(segment, NOT_PATH))
  return removeDotSegments(segments)
}

/** RFC 3986, 5.2.4: `..` beyond the root is dropped; double slashes stay. */
function removeDotSegments(segments: readonly string[]): string {
  const out: string[] = []
  segments.forEach((segment, index) => {
    const last = index === segments.length - 1
    if (segment === '.') {
      if (last) out.push('')
    } else if (segment === '..') {
      if (out.length > 1 || (out.length === 1 && out[0] !== '')) out.pop()
      if (last) out.push('')
    } else out.push(segment)
  })
  return out.join('/')
}

/** `%41` is a letter again, compatibility characters are composed (NFKC), and all but what `unsafe` spares is encoded. */
function normalizeComponent(text: string, unsafe: RegExp): string {
  if (!unsafe.test(text)) return text
  const decoded = text.includes('%') ? unescapePercent(text) : text
  let out = ''
  for (const char of decoded.normalize('NFKC')) out += unsafe.test(char) ? percent(char) : char
  return out
}

/** Jekyll's `uri_escape`: everything that may stand in some part of a URL stays. */
export function escapeUri(text: string): string {
  return normalizeComponent(text, NOT_URI)
}

function percent(char: string): string {
  let out = ''
  for (const byte of new TextEncoder().encode(char))
    out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return out
}

/** Percent-encoded UTF-8 decoded; what is not UTF-8 stays encoded. */
function unescapePercent(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))
    const decoded = new TextDecoder().decode(bytes)
    return decoded.includes('\ufffd') ? run : decoded
  })
}
