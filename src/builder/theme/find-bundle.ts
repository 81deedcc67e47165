/** Which Gemfile a site is built with, as Bundler looks for it. */
import fs from 'node:fs'
import path from 'node:path'
import { isInside } from '../../base/index.ts'
import { bundlerSetting } from './bundler-setting.ts'
import { type Bundle, hasBundle, readBundle, readBundleAt } from './gemfile.ts'

interface BundleSearch {
  /** absolute */
  readonly source: string
  /** absolute; where relative names start */
  readonly cwd: string
  readonly home: string | undefined
  readonly variables: Readonly<Record<string, string | undefined>>
  /** whether files outside of `source` are left alone */
  readonly safe: boolean
}

/**
 * What Bundler's files say: those that `BUNDLE_GEMFILE` leads to; else those of the site, else of the current folder, where
 * Bundler looks for `jekyll build --source docs`. As for `bundle exec`, `.bundle/config` goes before the environment, and
 * that before `~/.bundle/config`; a file that is not there says nothing.
 */
export function findBundle(search: BundleSearch): Bundle {
  const { source, cwd, safe } = search
  const root = safe || hasBundle(source) ? source : cwd
  const named = namedGemfile(search, root)
  return named === undefined ? readBundle(root) : readBundleAt(named)
}

function namedGemfile(
  { source, cwd, home, variables, safe }: BundleSearch,
  root: string,
): string | undefined {
  const isIgnored = Boolean(variables.BUNDLE_IGNORE_CONFIG)
  const settingIn = (folder: string | undefined): string | undefined =>
    isIgnored || folder === undefined
      ? undefined
      : bundlerSetting(path.join(folder, 'config'), 'BUNDLE_GEMFILE')
  const own = variables.BUNDLE_APP_CONFIG || path.join(root, '.bundle')
  const name =
    settingIn(path.resolve(cwd, own)) ||
    variables.BUNDLE_GEMFILE ||
    settingIn(home === undefined ? undefined : path.join(home, '.bundle'))
  if (name === undefined) return undefined
  const file = path.resolve(cwd, name)
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined
  return safe && !isInside(fs.realpathSync(source), fs.realpathSync(file)) ? undefined : file
}
