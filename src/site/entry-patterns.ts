/**
 * Lists of paths in a configuration, as `include` and `exclude` are written: by wildcards (a star crosses slashes), by
 * prefix (`LICENSE` has `LICENSE.md`, too) and, with a slash at the end, for directories only. Observed in Jekyll 4.3.1.
 */
import { fnmatch, hasGlob } from '../base/index.ts'

interface EntryPattern {
  /** with one leading slash */
  readonly text: string
  readonly wild: boolean
}

export function entryPatterns(written: readonly string[]): readonly EntryPattern[] {
  return written.map((pattern) => {
    const text = pattern.replace(/^\/+/, '')
    return { text: `/${text}`, wild: hasGlob(text) }
  })
}

/** Whether `entry` (relative to the source) matches one of `patterns`; `isDirectory` is asked of it. */
export function matchesPatterns(
  patterns: readonly EntryPattern[],
  entry: string,
  isDirectory: (path: string) => boolean,
): boolean {
  const path = `/${entry}`
  return patterns.some(({ text, wild }) => {
    if (path.startsWith(text)) return true
    if (wild && fnmatch(text, path)) return true
    return (
      text.endsWith('/') && text.length === path.length + 1 && text.startsWith(path) && isDirectory(entry)
    )
  })
}
