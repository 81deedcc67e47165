/**
 * Ruby's `File.fnmatch` and, by text, what `Dir.glob` selects. Patterns come from users: matching keeps one place to
 * go back to per kind of star, so its time is at most the product of the two lengths.
 */

export interface GlobOptions {
  /** `*`, `?` and sets stop at a slash, and `**` followed by a slash crosses directories (FNM_PATHNAME) */
  readonly pathname?: boolean
  /** wildcards match a leading dot (FNM_DOTMATCH) */
  readonly dotmatch?: boolean
  /** `{a,b}` (FNM_EXTGLOB) */
  readonly extglob?: boolean
  readonly casefold?: boolean
}

/** What braces may multiply to; beyond, the pattern counts as plain text. */
const MAX_ALTERNATIVES = 1000

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

/** `a{b,c{d,e}}` as `ab`, `acd`, `ace`. Unbalanced braces stay. */
export function expandBraces(pattern: string): string[] {
  const done: string[] = []
  const open = [pattern]
  for (let one = open.shift(); one !== undefined; one = open.shift()) {
    const parts = firstBraces(one)
    if (parts === undefined) done.push(one)
    else open.unshift(...parts)
    if (done.length + open.length > MAX_ALTERNATIVES) return [pattern]
  }
  return done
}

function firstBraces(pattern: string): string[] | undefined {
  let start = -1
  let depth = 0
  let cut = 0
  const choices: string[] = []
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]
    if (char === '\\') i++
    else if (char === '{') {
      if (depth++ === 0) {
        start = i
        cut = i + 1
      }
    } else if (char === ',' && depth === 1) {
      choices.push(pattern.slice(cut, i))
      cut = i + 1
    } else if (char === '}' && depth > 0 && --depth === 0) {
      choices.push(pattern.slice(cut, i))
      return choices.map((choice) => pattern.slice(0, start) + choice + pattern.slice(i + 1))
    }
  }
  return undefined
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
