/** Lists of paths in a configuration, as `include` and `exclude` are written. */
import { globMatches, listOf, type Value } from '../base/index.ts'

/**
 * Whether `path` (relative to the source) matches one of `patterns` or begins with it: `LICENSE` has `LICENSE.md`, too.
 * What is not text among them matches nothing.
 */
export function matchesEntry(patterns: Value, path: string): boolean {
  return listOf(patterns).some((pattern) => {
    if (typeof pattern !== 'string') return false
    const text = pattern.replace(/^\//, '')
    return globMatches(text, path) || path.startsWith(text)
  })
}
