/** Ruby's encodings, as far as they show: see `emit-encodings.ts`. */
import { Drop } from './types.ts'
import { isPlainObject } from './values.ts'

/**
 * Where the encoding of a filter's result comes from: its input's text ('kept', and 'asked' where the filter wants to know
 * it), the first of what it joins ('joined'), its argument's ('given'), either, by which of the two it is ('chosen'), the
 * strings of its input ('items'), its input's item where it has but one ('sole'); a text is US-ASCII whatever its input with
 * 'ascii'.
 * Without any of them a text is UTF-8.
 */
export type Encoding = 'kept' | 'joined' | 'asked' | 'given' | 'chosen' | 'items' | 'sole' | 'ascii'

const KEPT =
  'append capitalize downcase escape escape_once h lstrip newline_to_br remove remove_first remove_last replace replace_first replace_last rstrip slice split strip strip_html strip_newlines truncate truncatewords upcase url_encode'
const ITEMS = 'compact concat first last reverse sort sort_natural uniq'

export const ENCODINGS: ReadonlyMap<string, Encoding> = new Map<string, Encoding>([
  ...KEPT.split(' ').map((name): [string, Encoding] => [name, 'kept']),
  ...ITEMS.split(' ').map((name): [string, Encoding] => [name, 'items']),
  ['join', 'joined'],
  ['base64_decode', 'ascii'],
  ['base64_encode', 'ascii'],
  ['base64_url_safe_decode', 'ascii'],
  ['base64_url_safe_encode', 'ascii'],
  ['prepend', 'given'],
  ['default', 'chosen'],
  ['date', 'chosen'],
])

/** Whether the text of `value` is US-ASCII; `strings`: whether the strings in it are. */
export function asciiOf(value: unknown, strings: boolean): boolean {
  // What is not ASCII makes a text UTF-8, and that it stays when it is taken out.
  if (typeof value === 'string') return strings && isAscii(value)
  // What a list within a list begins with counts for nothing.
  if (Array.isArray(value)) {
    const [first] = value
    if (value.length === 0 || Array.isArray(first)) return true
    // Ruby inspects a text as UTF-8, whatever its own encoding.
    return typeof first !== 'string' && asciiOf(first, strings)
  }
  if (value instanceof Map) return value.size === 0 || typeof value.keys().next().value !== 'string'
  if (isPlainObject(value)) return Object.keys(value).length === 0
  return !(value instanceof Drop)
}

/** Whether the only item of the list `value` has a US-ASCII text; that of a Hash stands under the key 0. */
export function soleAscii(value: unknown, strings: boolean): boolean {
  if (Array.isArray(value)) return value.length === 1 && asciiOf(value[0], strings)
  return value instanceof Map && value.size === 1 && asciiOf(value.get(0) ?? null, strings)
}

/** Whether all characters of `text` are ASCII. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}
