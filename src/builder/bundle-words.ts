/** What Bundler's files say of the Jekyll a site is built with. */
import { relativePath } from '../base/index.ts'
import type { BundleWords } from '../site/index.ts'
import type { Bundle } from './theme/gemfile.ts'

/** The words of `bundle`, whose lock file is named relative to `source`. */
export function bundleWords({ lock, locked, requirements, plugins }: Bundle, source: string): BundleWords {
  if (lock === undefined) return { requirements, plugins }
  const { file, text, line, fault } = lock
  const words = { path: relativePath(source, file), text, line, versions: locked }
  return { lock: fault === undefined ? words : { ...words, fault }, requirements, plugins }
}
