/** Lists of paths in a configuration, as `include` and `exclude` are written. */
import { basename, globMatches, listOf, rubyToS, type Value } from '../base/index.ts'

/** Whether `path` (relative to the source), its name or a directory above it matches one of `patterns`. */
export function matchesEntry(patterns: Value, path: string): boolean {
  return listOf(patterns).some((pattern) => {
    const text = rubyToS(pattern).replace(/^\//, '').replace(/\/$/, '')
    return globMatches(text, path) || globMatches(text, basename(path)) || path.startsWith(`${text}/`)
  })
}
