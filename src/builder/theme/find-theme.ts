/**
 * Where a theme lies on this machine. First found is taken: the folder `theme_dir`, `vendor/`, the program's own, an npm
 * package, an installed gem, one that was fetched before and is locked. `remote_theme` (with its plugin) goes before
 * `theme`, as jekyll-remote-theme puts it in its place.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Diagnostic, isTruthy, rubyInspect, type Value } from '../../base/index.ts'
import { type Gate, openGate } from '../../files/index.ts'
import { REMOTE_THEME, wantedPlugins } from '../../plugins/index.ts'
import type { ThemeSource } from '../../read/index.ts'
import type { Config } from '../../site/index.ts'
import { siteGate } from '../source-tree.ts'
import { installedGem } from './gem-places.ts'
import { bundleOf } from './gemfile.ts'
import { readLock } from './lock-file.ts'
import { isFolderName, remoteOrder } from './remote-name.ts'
import { themeSettings } from './settings.ts'
import { cachedTheme, themeCacheOf } from './theme-cache.ts'
import { missingTheme, notOnPages, notText, refused, unusedRemote } from './theme-faults.ts'
import { isTheme, themeAt } from './theme-folder.ts'
import type { FoundTheme, ThemeOrder, ThemeSearch } from './types.ts'

/** The theme that the configuration names; undefined when it names none. Throws a `BuildError` when it is not there. */
export function findTheme(config: Config, search: ThemeSearch): FoundTheme {
  const found = locateTheme(config, search)
  if (found.wanted !== undefined) throw missingTheme(found.wanted)
  return found
}

/** As `findTheme`, but names a theme that would have to be fetched. Throws a `BuildError` for what can be none. */
export function locateTheme(config: Config, search: ThemeSearch): FoundTheme {
  const named = namedTheme(config)
  const { diagnostics } = named
  const gate = search.gate ?? siteGate(config)
  if (named.folder !== undefined)
    return { theme: givenTheme(config, named.name, named.folder, gate), diagnostics, ...siteTheme(named) }
  const { order } = named
  if (order === undefined) return { theme: undefined, diagnostics }
  const found =
    order.kind === 'gem' ? gemTheme(order.name, config, search, gate) : remoteTheme(order.name, config, gate)
  if (found !== undefined) {
    const { theme, warning } = found
    return {
      theme,
      diagnostics: warning === undefined ? diagnostics : [...diagnostics, warning],
      ...siteTheme(named),
    }
  }
  const theme = lockedTheme(order, config, search, gate)
  return { theme, diagnostics, ...siteTheme(named), ...(theme === undefined ? { wanted: order } : {}) }
}

interface NamedTheme {
  readonly name: string
  /** absolute */
  readonly folder?: string
  readonly order?: ThemeOrder
  /** whether `remote_theme` names it */
  readonly remote?: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** What the configuration says. */
function namedTheme(config: Config): NamedTheme {
  const { name: named, remote, directory } = themeSettings(config)
  const usesRemote = remote !== undefined && wantedPlugins(config).includes(REMOTE_THEME)
  if (remote !== undefined && !usesRemote) {
    const { diagnostics, ...theme } = namedBy(config, named, directory, false)
    return { ...theme, diagnostics: [unusedRemote(config, remote), ...diagnostics] }
  }
  return namedBy(config, usesRemote ? remote : named, directory, usesRemote)
}

/** The theme `name`, in the folder `directory` where there is one. */
function namedBy(
  { source }: Config,
  name: Value,
  directory: string | undefined,
  usesRemote: boolean,
): NamedTheme {
  if (directory !== undefined) {
    const folder = path.resolve(source, directory)
    return {
      name: typeof name === 'string' ? name : path.basename(folder),
      folder,
      remote: usesRemote,
      diagnostics: [],
    }
  }
  if (!isTruthy(name)) return { name: '', diagnostics: [] }
  if (typeof name !== 'string') return { name: '', diagnostics: [notText(name)] }
  if (!usesRemote) return { name, order: { kind: 'gem', name }, diagnostics: [] }
  if (isFolderName(name)) {
    const folder = path.resolve(source, name)
    return { name: path.basename(folder), folder, remote: true, diagnostics: [] }
  }
  const order = remoteOrder(name)
  if (order === undefined)
    throw refused(
      'remote-name',
      `${rubyInspect(name)} is not a valid remote theme`,
      'write `remote_theme: owner/repository`, with `@` and a branch, tag or commit behind it',
    )
  return { name: order.name, order, remote: true, diagnostics: [] }
}

/** jekyll-remote-theme sets `site.theme` to the name of the theme's repository. */
function siteTheme({ name, remote }: NamedTheme): { siteTheme?: string } {
  return remote === true ? { siteTheme: name.split('/').at(-1) ?? name } : {}
}

/** The folder that `theme_dir` or `remote_theme` names. In safe mode only one of the site. */
function givenTheme(config: Config, name: string, folder: string, gate: Gate): ThemeSource {
  const kind = gate.kindOf(folder)
  const why =
    kind === null
      ? 'it does not exist'
      : kind === 'outside'
        ? 'it lies outside the site, which safe mode forbids'
        : isTheme(folder, gate)
          ? undefined
          : 'it has neither _layouts nor _includes, _sass or assets'
  if (why !== undefined)
    throw refused(
      'folder',
      `The ${name} theme could not be found. Looked in ${folder}: ${why}.`,
      'correct `theme_dir`',
    )
  return themeAt(name, folder, config, { from: 'folder', gate })
}

interface LocalTheme {
  readonly theme: ThemeSource
  readonly warning?: Diagnostic
}

function gemTheme(name: string, config: Config, search: ThemeSearch, gate: Gate): LocalTheme | undefined {
  if (!isGemName(name)) return undefined
  const { source } = config
  const vendored = path.join(source, 'vendor', name)
  if (isTheme(vendored, gate)) return { theme: themeAt(name, vendored, config, { from: 'vendor', gate }) }
  const machine = openGate('/')
  const own = builtInTheme(name, machine)
  if (own !== undefined && config.githubPages) throw notOnPages(name)
  if (own !== undefined) return { theme: themeAt(name, own, config, { from: 'program', gate: machine }) }
  const packaged = path.join(source, 'node_modules', name)
  if (isTheme(packaged, gate)) return { theme: themeAt(name, packaged, config, { from: 'package', gate }) }
  const bundle = bundleOf(config, search)
  const beside = bundle.folders.get(name)
  if (beside !== undefined && isTheme(beside, gate))
    return { theme: themeAt(name, beside, config, { from: 'folder', gate }) }
  const gem = installedGem(name, source, gate, bundle, search)
  if (gem === undefined) return undefined
  if (gem.gate.kindOf(gem.folder) !== 'directory') {
    gem.gate.passOver(gem.folder)
    return undefined
  }
  const theme = themeAt(name, gem.folder, config, { from: 'gem', gate: gem.gate })
  const locked = bundle.locked.get(name)
  return locked === undefined || locked === gem.version
    ? { theme }
    : { theme, warning: other(name, gem.version, locked, config.githubPages) }
}

function remoteTheme(name: string, config: Config, gate: Gate): LocalTheme | undefined {
  const names = [name, name.split('/').at(-1) ?? name]
  const places = names.map((each) => path.join(config.source, 'vendor', each))
  const folder = places.find((each) => isTheme(each, gate))
  return folder === undefined ? undefined : { theme: themeAt(name, folder, config, { from: 'vendor', gate }) }
}

/** A theme fetched before, as the lock has it; not when Gemfile.lock names another version by now. */
function lockedTheme(
  order: ThemeOrder,
  config: Config,
  search: ThemeSearch,
  gate: Gate,
): ThemeSource | undefined {
  if (order.kind === 'gem' && !isGemName(order.name)) throw missingTheme(order)
  const locked = readLock(config.source, gate).get(order.kind === 'gem' ? order.name : order.key)
  if (locked === undefined) return undefined
  if (locked.kind === 'gem') {
    const asked = bundleOf(config, search).locked.get(order.name)
    if (asked !== undefined && asked !== locked.version) return undefined
  }
  return cachedTheme(themeCacheOf(search, config), order, locked, config)
}

/** Whether the theme `name` comes with the program. */
export function isProgramTheme(name: string): boolean {
  return isGemName(name) && builtInTheme(name, openGate('/')) !== undefined
}

/** A theme that comes with the program, beside its bundle or its sources. */
function builtInTheme(name: string, gate: Gate): string | undefined {
  return ['../themes', '../../themes', '../../../themes']
    .map((up) => path.join(fileURLToPath(new URL(up, import.meta.url)), name))
    .find((each) => isTheme(each, gate))
}

/** A name never leads out of where gems lie. */
function isGemName(name: string): boolean {
  return /^[\w.-]+$/.test(name) && !/^\.+$/.test(name)
}

function other(name: string, installed: string, locked: string, pages: boolean): Diagnostic {
  return {
    code: 'theme/other-version',
    severity: 'warning',
    message: `${pages ? 'GitHub Pages has' : 'Gemfile.lock names'} ${name} ${locked}; the installed ${installed} is used.`,
    help: `gem install ${name} -v ${locked}`,
    trail: [],
  }
}
