/** What Bundler's files say of the Jekyll a site is built with. */
import type { BundleWords } from '../site/index.ts'
import { readBundle } from './theme/gemfile.ts'

/** The words of the Gemfile and Gemfile.lock in `source`. */
export function bundleWords(source: string): BundleWords {
  const { hasLock, conflicted, locked, requirements } = readBundle(source)
  return { locked: hasLock ? locked : undefined, conflicted, requirements }
}
