/** Reading texts, numbers, addresses and hashes that people wrote, where anything may stand in place of anything. */
import { type Hash, isHash, rubyToS, type Value } from '../../plugin-api.ts'
import { kindOf, type Report } from './problem.ts'

export const NO_FIELDS: Hash = new Map()

/** The text under `key`; null when there is none. Numbers and booleans read as they print; lists and hashes are faults. */
export function textAt(hash: Hash, key: string, report: Report): string | null {
  const value = hash.get(key)
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (Array.isArray(value) || isHash(value)) {
    report(wrongType(key, 'a text', value))
    return null
  }
  return rubyToS(value)
}

/** As `textAt`, with line ends and runs of blanks as one blank: for names and titles. */
export function lineAt(hash: Hash, key: string, report: Report): string | null {
  const text = textAt(hash, key, report)
  return text === null ? null : text.replace(/\s+/g, ' ')
}

export function wrongType(key: string, wanted: string, value: Value): Parameters<Report>[0] {
  return {
    code: 'attribution/wrong-type',
    message: `\`${key}\` should be ${wanted}, not ${kindOf(value)}.`,
    help: `write ${wanted} there, or leave the key out`,
    at: [key],
  }
}

/** A positive number under `key`: `120`, `"120"`, `120px`. */
export function sizeAt(hash: Hash, key: string, report: Report): number | null {
  const value = hash.get(key)
  if (value === null || value === undefined) return null
  const number = typeof value === 'string' ? Number.parseFloat(value) : Number(value)
  if (Number.isFinite(number) && number > 0) return number
  report(wrongType(key, 'a number of pixels', value))
  return null
}

export function booleanAt(hash: Hash, key: string): boolean | null {
  const value = hash.get(key)
  return typeof value === 'boolean' ? value : null
}

/** The hash under `key`; an empty one, and a fault told, when something else stands there. */
export function hashAt(hash: Hash, key: string, report: Report): Hash {
  const value = hash.get(key)
  if (isHash(value)) return value
  if (value !== null && value !== undefined && value !== false) report(wrongType(key, 'a hash', value))
  return NO_FIELDS
}

/**
 * An address that may stand in a link: http(s), mailto, or a path of the site. Null for anything else, `javascript:`
 * first of all.
 */
export function safeUrl(text: string): string | null {
  const url = text.replace(/[\t\n\r]/g, '').trim()
  if (/^https?:\/\/[^/\s]/i.test(url) || /^mailto:[^\s]+@[^\s]+$/i.test(url)) return encoded(url)
  if (url.startsWith('//')) return encoded(`https:${url}`)
  return url.startsWith('/') || url.startsWith('#') ? encoded(url) : null
}

/** `url` with the characters percent-encoded that stand in no URL (RFC 3986). */
function encoded(url: string): string {
  return url.replace(/[\s"<>\\^`{|}]/g, (char) => encodeURIComponent(char))
}

/** The address under `key`. A host without a scheme (`acme.example/blog`) gets https. */
export function urlAt(hash: Hash, key: string, report: Report): string | null {
  const text = textAt(hash, key, report)
  if (text === null) return null
  const url = safeUrl(text) ?? (/^[a-z\d-]+(\.[a-z\d-]+)+(\/\S*)?$/i.test(text) ? `https://${text}` : null)
  if (url === null)
    report({
      code: 'attribution/bad-url',
      message: `\`${key}\` is not an address of the web: '${text}'.`,
      help: 'write an address that begins with https:// or a path of the site that begins with /',
      at: [key],
    })
  return url
}
