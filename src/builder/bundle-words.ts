/** What Bundler's files say of the Jekyll a site is built with. */
import type { BundleWords } from '../site/index.ts'
import { hasBundle, readBundle } from './theme/gemfile.ts'

/** The words of the Gemfile and Gemfile.lock in `source`, else in `cwd`, where Bundler looks for `jekyll build --source docs`. */
export function bundleWords(source: string, cwd: string): BundleWords {
  const { hasLock, conflicted, locked, requirements } = readBundle(hasBundle(source) ? source : cwd)
  return { locked: hasLock ? locked : undefined, conflicted, requirements }
}
