/** Filters of text. All take anything and work on its `to_s`. */
import { lstrip, rstrip, strip } from '../characters.ts'
import { Fault } from '../faults.ts'
import { characters } from '../lookup.ts'
import { toIndex, toInteger } from '../numbers.ts'
import { toS } from '../to-text.ts'
import type { FilterDefinition } from '../types.ts'
import { checkLength, isPlainObject, LONGEST_LIST } from '../values.ts'
import { filter } from './input.ts'

/** Lower case without JavaScript's rule for a sigma at a word's end, which Ruby does not have. */
function downcase(value: string): string {
  return value.includes('Σ')
    ? value
        .split('Σ')
        .map((part) => part.toLowerCase())
        .join('σ')
    : value.toLowerCase()
}

/** Ruby's `capitalize`: the first character in title case, the rest in lower case. */
function capitalize(value: string): string {
  if (value === '') return ''
  const first = String.fromCodePoint(value.codePointAt(0)!)
  return titlecase(first) + downcase(value.slice(first.length))
}

/** Where title case is neither upper case nor its first letter with the rest in lower case. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ...['ǄǅǆǅǇǈǉǈǊǋǌǋǱǲǳǲ'].flatMap((row) =>
    [0, 4, 8, 12].flatMap((at) => [0, 1, 2].map((i): [string, string] => [row[at + i]!, row[at + 3]!])),
  ),
  ['ŉ', 'ʼN'],
  ['ᾳ', 'ᾼ'],
  ['ῃ', 'ῌ'],
  ['ῳ', 'ῼ'],
])

function titlecase(char: string): string {
  const known = TITLES.get(char)
  if (known !== undefined) return known
  const code = char.codePointAt(0)!
  // Greek letters with an iota below have a capital of their own; Georgian has none in titles.
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8)
  if (code >= 0x10d0 && code <= 0x10ff) return char
  const upper = char.toUpperCase()
  return upper.length > char.length ? upper[0]! + upper.slice(1).toLowerCase() : upper
}

/** Characters `start` to `end` of `value`, counted in code points. */
function sliceCharacters(value: string, start: number, end: number): string {
  if (characters(value) === value.length) return value.slice(start, end)
  return Array.from(value).slice(start, end).join('')
}

function truncate(input: unknown, length: unknown, ending: unknown): unknown {
  if (input === null || input === undefined) return null
  const value = toS(input)
  const limit = toIndex(length)
  const tail = toS(ending)
  if (characters(value) <= limit) return value
  return sliceCharacters(value, 0, Math.max(0, limit - characters(tail))) + tail
}

function truncateWords(input: unknown, count: unknown, ending: unknown): unknown {
  if (input === null || input === undefined) return null
  const value = toS(input)
  const given = toInteger(count)
  const limit = Number(given) <= 0 ? 1 : Number(given)
  if (limit >= 2 ** 31 - 1) throw new Fault(`integer ${given} too big for truncatewords`)
  // Ruby's `split(' ', limit + 1)`: the last piece holds the rest.
  const words: string[] = []
  let at = 0
  while (at < value.length) {
    while (at < value.length && isAwkSpace(value.charCodeAt(at))) at++
    if (at === value.length) {
      // Spaces behind the last word make an empty piece, which counts while pieces are limited.
      if (words.length > 0) words.push('')
      break
    }
    if (words.length === limit) {
      words.push(value.slice(at))
      break
    }
    const start = at
    while (at < value.length && !isAwkSpace(value.charCodeAt(at))) at++
    words.push(value.slice(start, at))
  }
  if (words.length <= limit) return value
  return words.slice(0, limit).join(' ') + toS(ending)
}

/** What Ruby's `split(' ')` splits at: ASCII whitespace and NUL. */
function isAwkSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0
}

/** How many pieces `pattern` makes of a text, at most. */
function pieces(value: string, pattern: string): number {
  if (value.length <= LONGEST_LIST) return value.length
  if (pattern === '') return value.length
  let count = 1
  for (let at = value.indexOf(pattern); at !== -1; at = value.indexOf(pattern, at + pattern.length)) count++
  return count
}

/** Ruby's `split(pattern)`: one space means runs of whitespace, nothing means characters; empty ends are dropped. */
export function split(value: string, pattern: string): string[] {
  if (value === '') return []
  let parts: string[]
  if (pattern === ' ') {
    parts = []
    let at = 0
    while (at < value.length) {
      while (at < value.length && isAwkSpace(value.charCodeAt(at))) at++
      const start = at
      while (at < value.length && !isAwkSpace(value.charCodeAt(at))) at++
      if (at > start) checkLength(parts.push(value.slice(start, at)))
    }
    return parts
  }
  checkLength(pieces(value, pattern))
  parts = pattern === '' ? Array.from(value) : value.split(pattern)
  while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop()
  return parts
}

/** Ruby's `slice(offset, length)` on a list of which `size` are; undefined where it gives nil. */
function bounds(size: number, offset: number, length: number): readonly [number, number] | undefined {
  const start = offset < 0 ? size + offset : offset
  if (start < 0 || start > size || length < 0) return undefined
  return [start, Math.min(size, start + length)]
}

function slice(input: unknown, offset: unknown, length: unknown): unknown {
  const start = toInteger(offset)
  const size = length === null || length === undefined || length === false ? 1 : toInteger(length)
  const from = machineInteger(start)
  const count = machineInteger(size)
  if (Array.isArray(input)) {
    const found = bounds(input.length, from, count)
    return found === undefined ? [] : input.slice(found[0], found[1])
  }
  const value = toS(input)
  const found = bounds(characters(value), from, count)
  return found === undefined ? '' : sliceCharacters(value, found[0], found[1])
}

/** Ruby takes no bignum for an index. */
function machineInteger(value: number | bigint): number {
  if (typeof value === 'bigint' && (value >= 1n << 63n || value < -(1n << 63n))) throw new Fault('internal')
  return Number(value)
}

/**
 * The text that replaces `match`: Ruby's escapes `\0` and `\&` (the match), `` \` `` and `\'` (what is around it), `\\`, and
 * `\1` to `\9` and `\+` (nothing, for there are no groups).
 */
function expandReplacement(replacement: string, value: string, at: number, match: string): string {
  if (!replacement.includes('\\')) return replacement
  let out = ''
  for (let i = 0; i < replacement.length; i++) {
    const char = replacement[i]!
    const next = replacement[i + 1]
    if (char !== '\\' || next === undefined) {
      out += char
      continue
    }
    i++
    if (next === '0' || next === '&') out += match
    else if (next === '`') out += value.slice(0, at)
    else if (next === "'") out += value.slice(at + match.length)
    else if (next === '\\') out += '\\'
    else if ((next >= '1' && next <= '9') || next === '+') continue
    else if (next === 'k' && replacement[i + 1] === '<' && replacement.includes('>', i))
      throw new Fault('internal')
    else out += `\\${next}`
  }
  return out
}

function replaceAll(value: string, pattern: string, replacement: string): string {
  if (pattern === '') {
    let out = expandReplacement(replacement, value, 0, '')
    let at = 0
    for (const char of value) {
      at += char.length
      out += char + expandReplacement(replacement, value, at, '')
    }
    return out
  }
  if (!replacement.includes('\\')) return joinedAnew(value, pattern, replacement)
  let out = ''
  let from = 0
  for (;;) {
    const at = value.indexOf(pattern, from)
    if (at < 0) return out + value.slice(from)
    out += value.slice(from, at) + expandReplacement(replacement, value, at, pattern)
    from = at + pattern.length
  }
}

/** Pieces are joined so many at a time: V8 makes a tree of texts added one by one, and walks it all to flatten it. */
const BLOCK = 64

/** `value.replaceAll(pattern, () => replacement)`, which takes V8 several times as long where there are many matches. */
function joinedAnew(value: string, pattern: string, replacement: string): string {
  let at = value.indexOf(pattern)
  if (at < 0) return value
  let out = ''
  let block: string[] = []
  let from = 0
  for (; at >= 0; at = value.indexOf(pattern, from)) {
    block.push(value.slice(from, at))
    from = at + pattern.length
    if (block.length < BLOCK) continue
    out += block.join(replacement) + replacement
    block = []
  }
  block.push(value.slice(from))
  return out + block.join(replacement)
}

function replaceFirst(value: string, pattern: string, replacement: string): string {
  const at = value.indexOf(pattern)
  if (at < 0) return value
  return (
    value.slice(0, at) + expandReplacement(replacement, value, at, pattern) + value.slice(at + pattern.length)
  )
}

function replaceLast(value: string, pattern: string, replacement: string): string {
  const at = value.lastIndexOf(pattern)
  return at < 0 ? value : value.slice(0, at) + replacement + value.slice(at + pattern.length)
}

/** Without line ends (`\r\n` or `\n`). */
function stripNewlines(value: string): string {
  let at = value.indexOf('\n')
  if (at < 0) return value
  let out = ''
  let from = 0
  for (; at >= 0; at = value.indexOf('\n', from)) {
    out += value.slice(from, at > from && value.charCodeAt(at - 1) === 13 ? at - 1 : at)
    from = at + 1
  }
  return out + value.slice(from)
}

export function useDefault(input: unknown, fallback: unknown, options: unknown): unknown {
  const allowFalse = options instanceof Map ? options.get('allow_false') : undefined
  const missing =
    allowFalse !== undefined && allowFalse !== null && allowFalse !== false
      ? input === null || input === undefined
      : input === null || input === undefined || input === false
  return missing || isEmpty(input) ? fallback : input
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0
  if (value instanceof Map) return value.size === 0
  return isPlainObject(value) && Object.keys(value).length === 0
}

export const STRING_FILTERS: Readonly<Record<string, FilterDefinition>> = {
  append: filter(1, 1, (_ctx, input, other) => toS(input) + toS(other)),
  prepend: filter(1, 1, (_ctx, input, other) => toS(other) + toS(input)),
  upcase: filter(0, 0, (_ctx, input) => toS(input).toUpperCase()),
  downcase: filter(0, 0, (_ctx, input) => downcase(toS(input))),
  capitalize: filter(0, 0, (_ctx, input) => capitalize(toS(input))),
  strip: filter(0, 0, (_ctx, input) => strip(toS(input))),
  lstrip: filter(0, 0, (_ctx, input) => lstrip(toS(input))),
  rstrip: filter(0, 0, (_ctx, input) => rstrip(toS(input))),
  strip_newlines: filter(0, 0, (_ctx, input) => stripNewlines(toS(input))),
  split: filter(1, 1, (_ctx, input, pattern) => split(toS(input), toS(pattern))),
  slice: filter(1, 2, (_ctx, input, offset, length) => slice(input, offset, length)),
  truncate: filter(0, 2, (_ctx, input, length = 50, ending = '...') => truncate(input, length, ending)),
  truncatewords: filter(0, 2, (_ctx, input, count = 15, ending = '...') =>
    truncateWords(input, count, ending),
  ),
  replace: filter(1, 2, (_ctx, input, pattern, by = '') => replaceAll(toS(input), toS(pattern), toS(by))),
  replace_first: filter(1, 2, (_ctx, input, pattern, by = '') =>
    replaceFirst(toS(input), toS(pattern), toS(by)),
  ),
  replace_last: filter(2, 2, (_ctx, input, pattern, by) => replaceLast(toS(input), toS(pattern), toS(by))),
  remove: filter(1, 1, (_ctx, input, pattern) => replaceAll(toS(input), toS(pattern), '')),
  remove_first: filter(1, 1, (_ctx, input, pattern) => replaceFirst(toS(input), toS(pattern), '')),
  remove_last: filter(1, 1, (_ctx, input, pattern) => replaceLast(toS(input), toS(pattern), '')),
  default: filter(0, 2, (_ctx, input, fallback = '', options = undefined) =>
    useDefault(input, fallback, options),
  ),
}
