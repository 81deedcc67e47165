/**
 * Lax scanning: what Liquid's forgiving parser takes for a value, an argument, an attribute.
 *
 * A fragment is a quoted string, or a run of characters other than whitespace, comma, pipe and quotes in which whole
 * quoted strings may stand. A quote without its partner belongs to no fragment. Each scanner is linear: a quote that
 * has no partner is the last of its kind.
 */
import { isSpace, isWord, skipSpace, skipWord } from './characters.ts'

/** The end of the quoted string that starts at `at`, or -1. */
function quotedEnd(text: string, at: number): number {
  const close = text.indexOf(text[at]!, at + 1)
  return close < 0 ? -1 : close + 1
}

/** The end of the fragment that starts exactly at `at`, or -1. */
export function fragmentEnd(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first === 34 || first === 39) return quotedEnd(text, at)
  return runEnd(text, at)
}

/** The end of a run of plain characters and quoted strings from `at`, or -1 when there is none. */
function runEnd(text: string, at: number): number {
  const start = at
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 34 || code === 39) {
      const end = quotedEnd(text, at)
      if (end < 0) break
      at = end
    } else if (isSpace(code) || code === 44 || code === 124) break
    else at++
  }
  return at === start ? -1 : at
}

/** The end of one or more fragments in a row from `at`, or -1. */
export function fragmentsEnd(text: string, at: number): number {
  return runEnd(text, at)
}

/** The first fragment at or after `at`: its start and end, or undefined. */
export function findFragment(text: string, at: number): readonly [number, number] | undefined {
  for (; at < text.length; at++) {
    const end = fragmentEnd(text, at)
    if (end >= 0) return [at, end]
  }
  return undefined
}

/** All `key: value` pairs in `text`, wherever they stand (`limit:2 offset: x`). */
export function attributes(text: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  let at = 0
  while (at < text.length) {
    if (!isWord(text.charCodeAt(at))) {
      at++
      continue
    }
    let end = at
    while (end < text.length && (isWord(text.charCodeAt(end)) || text.charCodeAt(end) === 45)) end++
    const colon = skipSpace(text, end)
    if (text.charCodeAt(colon) === 58) {
      const value = skipSpace(text, colon + 1)
      const valueEnd = fragmentEnd(text, value)
      if (valueEnd >= 0) {
        found.push([text.slice(at, end), text.slice(value, valueEnd)])
        at = valueEnd
        continue
      }
    }
    at = end
  }
  return found
}

/** One filter as lax scanning sees it. */
interface LaxFilter {
  readonly name: string
  /** texts of expressions, with the keyword when there is one */
  readonly args: readonly { readonly key: string | undefined; readonly text: string }[]
}

/** The filters in the text after the first pipe. Each run of fragments, spaces and commas is one filter. */
export function laxFilters(text: string, at: number): LaxFilter[] {
  const filters: LaxFilter[] = []
  while (at < text.length) {
    const start = at
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (isSpace(code) || code === 44) at++
      else {
        const end = fragmentEnd(text, at)
        if (end < 0) break
        at = end
      }
    }
    if (at > start) {
      const filter = laxFilter(text.slice(start, at))
      if (filter !== undefined) filters.push(filter)
    } else at++
  }
  return filters
}

function laxFilter(text: string): LaxFilter | undefined {
  let at = 0
  while (at < text.length && !isWord(text.charCodeAt(at))) at++
  if (at === text.length) return undefined
  const name = text.slice(at, skipWord(text, at))
  const args: { key: string | undefined; text: string }[] = []
  at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code !== 58 && code !== 44) {
      at++
      continue
    }
    // (: or ,) then perhaps `key:` then a fragment; without the fragment the key may itself be one
    const start = skipSpace(text, at + 1)
    const wordEnd = skipWord(text, start)
    let end = -1
    if (wordEnd > start) {
      const colon = skipSpace(text, wordEnd)
      if (text.charCodeAt(colon) === 58) end = fragmentEnd(text, skipSpace(text, colon + 1))
    }
    if (end < 0) end = fragmentEnd(text, start)
    if (end < 0) {
      at++
      continue
    }
    args.push(argument(text.slice(start, end)))
    at = skipSpace(text, end)
  }
  return { name, args }
}

/** `key: value` when the whole text is that, else a plain argument. */
function argument(text: string): { key: string | undefined; text: string } {
  if (isWord(text.charCodeAt(0))) {
    let end = 1
    while (end < text.length && (isWord(text.charCodeAt(end)) || text.charCodeAt(end) === 45)) end++
    const colon = skipSpace(text, end)
    if (text.charCodeAt(colon) === 58) {
      const value = skipSpace(text, colon + 1)
      if (fragmentEnd(text, value) === text.length || runEnd(text, value) === text.length)
        return { key: text.slice(0, end), text: text.slice(value) }
    }
  }
  return { key: undefined, text }
}
