/** Which Gemfile a site is built with, as Bundler looks for it. */
import path from 'node:path'
import { type Gate, openGate } from '../../files/index.ts'
import { bundlerSetting } from './bundler-setting.ts'
import { type Bundle, hasBundle, readBundle, readBundleAt } from './gemfile.ts'

interface BundleSearch {
  /** absolute */
  readonly source: string
  /** absolute; where relative names start */
  readonly cwd: string
  readonly home: string | undefined
  readonly variables: Readonly<Record<string, string | undefined>>
  /** whether files outside of `source` are left alone: `gate` is fenced then */
  readonly safe: boolean
  /** to the files of `source` */
  readonly gate: Gate
}

/**
 * What Bundler's files say: those that `BUNDLE_GEMFILE` leads to; else those of the site, else of the current folder, where
 * Bundler looks for `jekyll build --source docs`. As for `bundle exec`, `.bundle/config` goes before the environment, and
 * that before `~/.bundle/config`; a file that is not there says nothing.
 */
export function findBundle(search: BundleSearch): Bundle {
  const { source, cwd, safe, gate } = search
  const root = safe || hasBundle(source, gate) ? source : cwd
  const named = namedGemfile(search, root)
  return named === undefined ? readBundle(root, gate) : readBundleAt(named, gate)
}

function namedGemfile({ cwd, home, variables, gate }: BundleSearch, root: string): string | undefined {
  const isIgnored = Boolean(variables.BUNDLE_IGNORE_CONFIG)
  const settingIn = (folder: string | undefined, by: Gate): string | undefined =>
    isIgnored || folder === undefined
      ? undefined
      : bundlerSetting(by, path.join(folder, 'config'), 'BUNDLE_GEMFILE')
  const machine = openGate('/')
  const elsewhere = variables.BUNDLE_APP_CONFIG
  const name =
    (elsewhere
      ? settingIn(path.resolve(cwd, elsewhere), machine)
      : settingIn(path.join(root, '.bundle'), gate)) ||
    variables.BUNDLE_GEMFILE ||
    settingIn(home === undefined ? undefined : path.join(home, '.bundle'), machine)
  if (name === undefined) return undefined
  const file = path.resolve(cwd, name)
  if (gate.kindOf(file) === 'file') return file
  gate.passOver(file)
  return undefined
}
