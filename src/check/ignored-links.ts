/** Links that `check: ignore` leaves alone. */
import { globMatches } from '../base/index.ts'

/** Whether one of `patterns` is or fits `url`. A `*` of an address stands for anything, slashes too. */
export function isIgnored(url: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => pattern === url || globMatches(pattern, url) || starMatches(pattern, url))
}

function starMatches(pattern: string, url: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (!url.startsWith(first)) return false
  let at = first.length
  for (const [i, part] of rest.entries()) {
    if (i === rest.length - 1) return url.length - part.length >= at && url.endsWith(part)
    const found = url.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return at === url.length
}
