/** What Bundler's files say of the Jekyll a site is built with. */
import fs from 'node:fs'
import path from 'node:path'
import type { BundleWords } from '../site/index.ts'
import { hasBundle, readBundle, readBundleAt } from './theme/gemfile.ts'

/**
 * The words of the Gemfile that `named` (`BUNDLE_GEMFILE`) leads to, and of its lock; else of those in `source`, else in
 * `cwd`, where Bundler looks for `jekyll build --source docs`.
 */
export function bundleWords(source: string, cwd: string, named = ''): BundleWords {
  const file = path.resolve(cwd, named)
  const isNamed = named !== '' && fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true
  const { lock, locked, requirements } = isNamed
    ? readBundleAt(file)
    : readBundle(hasBundle(source) ? source : cwd)
  return {
    locked: lock?.text === undefined ? undefined : locked,
    conflicted: lock?.conflicted ?? false,
    requirements,
    ...(lock?.useless === undefined ? {} : { useless: `${lock.name} ${lock.useless}` }),
  }
}
