/** Lists of paths in a configuration, as `include` and `exclude` are written. */
import { listOf, type Value } from '../base/index.ts'
import { entryPatterns, matchesPatterns } from '../site/index.ts'

/**
 * Whether the file at `path` (relative to the source) matches one of `patterns` or begins with it: `LICENSE` has
 * `LICENSE.md`, too. What is not text among them matches nothing.
 */
export function matchesEntry(patterns: Value, path: string): boolean {
  const texts = listOf(patterns).filter((pattern) => typeof pattern === 'string')
  return matchesPatterns(entryPatterns(texts), path, () => false)
}
