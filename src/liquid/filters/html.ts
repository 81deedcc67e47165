/** Filters that escape, encode and strip. */
import { escapeHtml, escapeHtmlOnce, isNil } from '../../base/index.ts'
import { Fault } from '../faults.ts'
import { toS } from '../to-text.ts'
import type { FilterDefinition } from '../types.ts'
import { filter } from './input.ts'

const encoder = new TextEncoder()
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Ruby's `CGI.escape`. */
function urlEncode(value: string): string {
  if (/^[A-Za-z0-9_.~-]*$/.test(value)) return value
  let out = ''
  for (const byte of encoder.encode(value)) {
    if (byte === 32) out += '+'
    else if (
      (byte >= 97 && byte <= 122) ||
      (byte >= 64 + 1 && byte <= 90) ||
      (byte >= 48 && byte <= 57) ||
      byte === 95 ||
      byte === 46 ||
      byte === 45 ||
      byte === 126
    )
      out += String.fromCharCode(byte)
    else out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return out
}

/** Ruby's `CGI.unescape`. Throws a Fault when the bytes are no UTF-8. */
function urlDecode(value: string): string {
  if (!/[%+]/.test(value)) return value
  const bytes: number[] = []
  const source = encoder.encode(value)
  for (let i = 0; i < source.length; i++) {
    const byte = source[i]!
    if (byte === 43) bytes.push(32)
    else if (byte === 37) {
      const pair = String.fromCharCode(source[i + 1] ?? 0, source[i + 2] ?? 0)
      if (/^[0-9a-fA-F]{2}$/.test(pair)) {
        bytes.push(Number.parseInt(pair, 16))
        i += 2
      } else bytes.push(byte)
    } else bytes.push(byte)
  }
  try {
    return strictDecoder.decode(Uint8Array.from(bytes))
  } catch {
    throw new Fault('invalid byte sequence in UTF-8')
  }
}

const BLOCKS: readonly (readonly [string, string])[] = [
  ['<script', '</script>'],
  ['<!--', '-->'],
  ['<style', '</style>'],
]

/** Without scripts, styles, comments and tags. Linear: an opening whose end is missing is looked for once. */
export function stripHtml(value: string): string {
  if (!value.includes('<')) return value
  const blocks = value.includes('<!--') || value.includes('<s')
  return stripTags(blocks ? stripBlocks(value) : value)
}

function stripBlocks(value: string): string {
  const open = BLOCKS.map(() => true)
  let out = ''
  let from = 0
  let at = value.indexOf('<')
  while (at >= 0) {
    let end = -1
    for (const [index, [start, close]] of BLOCKS.entries()) {
      if (!open[index] || !value.startsWith(start, at)) continue
      const found = value.indexOf(close, at + start.length)
      if (found < 0) open[index] = false
      else end = found + close.length
      break
    }
    if (end < 0) at = value.indexOf('<', at + 1)
    else {
      out += value.slice(from, at)
      from = end
      at = value.indexOf('<', end)
    }
  }
  return out + value.slice(from)
}

function stripTags(value: string): string {
  let out = ''
  let from = 0
  for (;;) {
    const start = value.indexOf('<', from)
    const end = start < 0 ? -1 : value.indexOf('>', start)
    if (end < 0) return out + value.slice(from)
    out += value.slice(from, start)
    from = end + 1
  }
}

function base64(value: string): string {
  const bytes = encoder.encode(value)
  let binary = ''
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(binary)
}

function unbase64(value: string, filterName: string): string {
  if (value.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
    throw new Fault(`invalid base64 provided to ${filterName}`)
  const binary = atob(value)
  return decoder.decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)))
}

const escaping = filter(0, 0, (_ctx, input) => (isNil(input) ? null : escapeHtml(toS(input))))

export const HTML_FILTERS: Readonly<Record<string, FilterDefinition>> = {
  escape: escaping,
  h: escaping,
  escape_once: filter(0, 0, (_ctx, input) => escapeHtmlOnce(toS(input))),
  url_encode: filter(0, 0, (_ctx, input) => (isNil(input) ? null : urlEncode(toS(input)))),
  url_decode: filter(0, 0, (_ctx, input) => (isNil(input) ? null : urlDecode(toS(input)))),
  strip_html: filter(0, 0, (_ctx, input) => stripHtml(toS(input))),
  newline_to_br: filter(0, 0, (_ctx, input) => toS(input).replace(/\r?\n/g, '<br />\n')),
  base64_encode: filter(0, 0, (_ctx, input) => base64(toS(input))),
  base64_decode: filter(0, 0, (_ctx, input) => unbase64(toS(input), 'base64_decode')),
  base64_url_safe_encode: filter(0, 0, (_ctx, input) =>
    base64(toS(input)).replaceAll('+', '-').replaceAll('/', '_'),
  ),
  base64_url_safe_decode: filter(0, 0, (_ctx, input) => {
    const value = toS(input).replaceAll('-', '+').replaceAll('_', '/')
    const padded = value.endsWith('=') ? value : value.padEnd(Math.ceil(value.length / 4) * 4, '=')
    return unbase64(padded, 'base64_url_safe_decode')
  }),
}
