/** Lists of paths in a configuration, as `include` and `exclude` are written. */
import { globMatches, listOf, rubyToS, type Value } from '../base/index.ts'

/** Whether `path` (relative to the source) matches one of `patterns` or begins with it: `LICENSE` has `LICENSE.md`, too. */
export function matchesEntry(patterns: Value, path: string): boolean {
  return listOf(patterns).some((pattern) => {
    const text = rubyToS(pattern).replace(/^\//, '')
    return globMatches(text, path) || path.startsWith(text)
  })
}
