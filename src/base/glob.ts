/**
 * Ruby's `File.fnmatch` and, by text, what `Dir.glob` selects. Patterns come from users: matching keeps one place to
 * go back to per kind of star, so its time is at most the product of the two lengths.
 */
import { expandBraces } from './braces.ts'

interface GlobOptions {
  /** `*`, `?` and sets stop at a slash, and `**` followed by a slash crosses directories (FNM_PATHNAME) */
  readonly pathname?: boolean
  /** wildcards match a leading dot (FNM_DOTMATCH) */
  readonly dotmatch?: boolean
  /** `{a,b}` (FNM_EXTGLOB) */
  readonly extglob?: boolean
  readonly casefold?: boolean
}

/**
 * Ruby's `File.fnmatch(pattern, path)`. Without options `*` crosses slashes and a dot that starts the path must be
 * written; a backslash takes the next character as it is.
 */
export function fnmatch(pattern: string, path: string, options: GlobOptions = {}): boolean {
  const patterns = options.extglob ? expandBraces(pattern) : [pattern]
  const subject = options.casefold ? path.toLowerCase() : path
  return patterns.some((one) => {
    const cased = options.casefold ? one.toLowerCase() : one
    return options.pathname
      ? matchPath(cased, subject, options.dotmatch ?? false)
      : matchSegment(cased, subject, options.dotmatch ?? false)
  })
}

/**
 * Whether `Dir.glob(pattern)` selects the relative `path`: braces, `**` over directories, hidden files only where the
 * pattern writes their dot.
 */
export function globMatches(pattern: string, path: string): boolean {
  return fnmatch(pattern, path, { pathname: true, extglob: true })
}

/** Whether the text has a character `fnmatch` or `Dir.glob` gives a meaning. */
export function hasGlob(text: string): boolean {
  return /[*?[{\\]/.test(text)
}

/** Directory by directory; `**` as a whole directory stands for any number of them, none of them hidden. */
function matchPath(pattern: string, path: string, dotmatch: boolean): boolean {
  const wanted = pattern.split('/')
  const given = path.split('/')
  let w = 0
  let g = 0
  let starAt = -1
  let retry = 0
  for (;;) {
    // `**` crosses directories only with more of the pattern behind it.
    if (wanted[w] === '**' && w < wanted.length - 1) {
      while (wanted[w + 1] === '**' && w + 1 < wanted.length - 1) w++
      starAt = w
      retry = g
      w++
      continue
    }
    if (w < wanted.length && g < given.length && matchSegment(wanted[w] ?? '', given[g] ?? '', dotmatch)) {
      w++
      g++
      if (w === wanted.length && g === given.length) return true
      continue
    }
    if (starAt === -1 || retry >= given.length - 1) return false
    if (!dotmatch && given[retry]?.startsWith('.')) return false
    retry++
    g = retry
    w = starAt + 1
  }
}

/** One segment (or, without FNM_PATHNAME, the whole path): `*`, `?`, sets. */
function matchSegment(pattern: string, text: string, dotmatch: boolean): boolean {
  if (text.startsWith('.') && !dotmatch && !/^\\?\./.test(pattern)) return false
  const chars = [...text]
  let p = 0
  let t = 0
  let starAt = -1
  let retry = 0
  for (;;) {
    const char = pattern[p]
    if (char === '*') {
      while (pattern[p] === '*') p++
      starAt = p
      retry = t
      if (p === pattern.length) return true
      continue
    }
    // A backslash at the end stands for nothing.
    if (t === chars.length && (p === pattern.length || pattern.slice(p) === '\\')) return true
    const next = p < pattern.length && t < chars.length ? matchOne(pattern, p, chars[t] ?? '') : -1
    if (next !== -1) {
      p = next
      t++
      continue
    }
    if (starAt === -1 || retry >= chars.length) return false
    retry++
    t = retry
    p = starAt
  }
}

/** The place in `pattern` behind the one thing at `p` if that matches `char`, else -1. */
function matchOne(pattern: string, p: number, char: string): number {
  const head = pattern[p]
  if (head === '?') return p + 1
  if (head === '[') return matchSet(pattern, p, char)
  const from = head === '\\' ? p + 1 : p
  if (from === pattern.length) return -1
  const literal = String.fromCodePoint(pattern.codePointAt(from) ?? 0)
  return literal === char ? from + literal.length : -1
}

/** `[abc]`, `[a-z]`, `[!a]`, `[^a]`; a set that is not closed matches nothing. */
function matchSet(pattern: string, start: number, char: string): number {
  let p = start + 1
  const negated = pattern[p] === '!' || pattern[p] === '^'
  if (negated) p++
  let found = false
  const code = char.codePointAt(0) ?? 0
  const read = (): number => {
    if (pattern[p] === '\\' && p + 1 < pattern.length) p++
    const value = pattern.codePointAt(p) ?? -1
    p += value > 0xffff ? 2 : 1
    return value
  }
  while (pattern[p] !== ']') {
    if (p >= pattern.length) return -1
    const low = read()
    let high = low
    if (pattern[p] === '-' && pattern[p + 1] !== ']' && p + 1 < pattern.length) {
      p++
      high = read()
    }
    if (code >= low && code <= high) found = true
  }
  return found !== negated ? p + 1 : -1
}
