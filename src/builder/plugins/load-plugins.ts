/**
 * The plugins a site brings along: files of `_plugins`, npm packages that `plugins` names, those of `whirl.config`. The
 * bundled ones need no loading. Ruby there is run where its package is installed, and else named, with what it seems to do.
 */
import path from 'node:path'
import type { Diagnostic } from '../../base/index.ts'
import type { Gate } from '../../files/index.ts'
import {
  clashes,
  gemAdvice,
  gemfileGems,
  isBuiltIn,
  leftOutPlugins,
  type Plugin,
  pluginsFor,
  wantedPlugins,
} from '../../plugins/index.ts'
import type { RubyLog, StartRubyProcess, StartRubyThread } from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { siteGate } from '../source-tree.ts'
import type { ThemeFetching } from '../theme/fetching.ts'
import { themeSettings } from '../theme/settings.ts'
import { type FetchedGems, fetchGems, NO_GEMS, requiredIn } from './fetch-gems.ts'
import { fetchGemfileGems, folderForBundler, notRun } from './gemfile-gems.ts'
import { packageFiles } from './package-files.ts'
import { pluginDirectories, rubyFiles, scriptFiles } from './plugin-files.ts'
import { PluginModules, type PluginWatch } from './plugin-modules.ts'
import { rubyGems } from './ruby-gems.ts'
import { type RubyFile, rubyStandIn, rubyWarning } from './ruby-plugin.ts'
import { runRuby, runsRuby } from './ruby-plugins.ts'
import type { SiteScript } from './site-script.ts'

export interface LoadedPlugins {
  readonly plugins: readonly Plugin[]
  readonly diagnostics: readonly Diagnostic[]
  /** files of the site that were run, absolute: when one changes, the plugins are to be loaded again */
  readonly files: readonly string[]
  /** files of packages that they may be made of, absolute: packages are loaded once by a process */
  readonly packageFiles: readonly string[]
  /** ends what plugins have running besides this process */
  end(): void
}

export interface LoadOptions {
  /** those that come with the program */
  readonly bundled?: readonly Plugin[]
  /** names of the plugins that the theme depends on */
  readonly theme?: readonly string[]
  readonly script?: SiteScript
  readonly watch?: PluginWatch
  /** for the lines of the log that plugins write while they are loaded and run */
  readonly log?: RubyLog
  /** false: Ruby is not run, as where its package is missing */
  readonly ruby?: boolean
  /** how gems of plugins in Ruby are fetched; undefined: not at all */
  readonly fetching?: ThemeFetching
  /** starts a Ruby of the machine, for sites that want one */
  readonly startRuby?: StartRubyProcess
  /** starts the thread of a Ruby that is WebAssembly; undefined: it runs in the build's own, with less of a stack */
  readonly rubyThread?: StartRubyThread
}

/**
 * Loads what `config` asks for, and the plugins that the theme depends on; with `safe` nothing of the site. Rejects with a
 * BuildError for a plugin that is not there, in Jekyll's words, and for one that cannot be loaded.
 */
export async function loadPlugins(config: Config, options: LoadOptions = {}): Promise<LoadedPlugins> {
  const { bundled = [], theme = [], script } = options
  if (config.safe)
    return {
      plugins: pluginsFor(config, { bundled, theme }),
      diagnostics: leftOutPlugins(config, bundled, theme),
      files: [],
      packageFiles: [],
      end() {},
    }
  const names = wantedPlugins(config).filter(
    (name) => !bundled.some((plugin) => plugin.name === name) && !isBuiltIn(name),
  )
  const gate = siteGate(config)
  const scripts = scriptFiles(config, gate)
  const loading = new PluginModules(config, pluginDirectories(config), names, options.watch)
  const packages = new Map<string, readonly Plugin[]>()
  for (const name of names) {
    const found = await loading.package(name)
    if (found !== undefined) packages.set(name, found)
  }
  const found: Plugin[] = []
  for (const file of scripts) found.push(...(await loading.file(file)))
  if (script !== undefined) found.push(...(await loading.script(script)))
  const ruby = rubyFiles(config, gate)
  const { log = () => {}, watch, ruby: runs = true } = options
  const themeName = themeSettings(config).name
  const ofGemfile = gemfileGems(config, bundled).filter((name) => name !== themeName)
  const fetched = await fetchMissing(config, gate, { ofGemfile, names, packages, ruby, options })
  const gems = rubyGems(config, gate, fetched.folders)
  const ofGems = names.filter((name) => !packages.has(name) && gems.folderWith(name) !== undefined)
  // Asked last: the question loads what runs Ruby.
  const inRuby = runs && ofGems.length > 0 && runsRuby(config) ? ofGems : []
  const there = ofGemfile.filter((name) => folderForBundler(gems, name) !== undefined)
  const first = runs && there.length > 0 && runsRuby(config) ? there : []
  const { startRuby, rubyThread } = options
  const run = runs
    ? runRuby(config, ruby, { first, names: inRuby, gems, log, watch, start: startRuby, thread: rubyThread })
    : undefined
  // What is in Ruby has its parts in the one plugin that runs it.
  for (const name of inRuby) packages.set(name, [])
  if (run !== undefined) found.push(...run.plugins)
  const left = run === undefined ? ruby : []
  const plugins = pluginsFor(config, { bundled, found, packages, theme })
  const loaded = [
    ...new Set([
      ...scripts,
      ...(run === undefined ? [] : rubyPaths(config, ruby)),
      ...loading.files(),
      ...(script?.files ?? []),
    ]),
  ]
  return {
    plugins: [...plugins, ...standIn(config, left, plugins)],
    diagnostics: [
      ...gate.passedOver(),
      ...fetched.diagnostics,
      ...clashes(plugins),
      ...notRunOf(
        ofGemfile.filter((name) => !first.includes(name) && !plugins.some((each) => each.name === name)),
        fetched.diagnostics,
      ),
      ...(config.plugins.ignoresRuby ? [] : left.map(rubyWarning)),
      ...oddLimit(config),
      ...(run === undefined ? [] : [...run.diagnostics, ...oddRuby(config)]),
    ],
    files: loaded,
    end: () => run?.end(),
    packageFiles:
      loaded.length + packages.size === 0 ? [] : packageFiles(config.source, loading.packageMains()),
  }
}

/** Warnings for those of `names`, of the Gemfile's group, that are plugins by their names and not `told` of yet. */
function notRunOf(names: readonly string[], told: readonly Diagnostic[]): readonly Diagnostic[] {
  return names.flatMap((name) => {
    const advice = gemAdvice(name)
    const isTold = told.some(({ message }) => message.startsWith(`${name}, `))
    return advice === undefined || isTold ? [] : [notRun(name, advice)]
  })
}

interface Missing {
  /** of the Gemfile's group of plugins */
  readonly ofGemfile: readonly string[]
  /** in `plugins`, and not part of the program */
  readonly names: readonly string[]
  /** those that npm packages are */
  readonly packages: ReadonlyMap<string, unknown>
  readonly ruby: readonly RubyFile[]
  readonly options: LoadOptions
}

/** Fetches the gems that the site's plugins in Ruby lack, where they run in the Ruby that has no gems of its own. */
async function fetchMissing(
  config: Config,
  gate: Gate,
  { ofGemfile, names, packages, ruby, options }: Missing,
): Promise<FetchedGems> {
  const { fetching, bundled = [], ruby: runs = true } = options
  const wanted = [...names.filter((name) => !packages.has(name)), ...requiredIn(ruby)]
  if (fetching === undefined || !runs || wanted.length + ofGemfile.length === 0 || config.plugins.nativeRuby)
    return NO_GEMS
  const gems = rubyGems(config, gate)
  const missing = wanted.filter((name) => gems.folderWith(name) === undefined)
  const first = ofGemfile.filter((name) => folderForBundler(gems, name) === undefined)
  if (missing.length + first.length === 0 || !runsRuby(config)) return NO_GEMS
  const own = new Set(bundled.map(({ name }) => name))
  const request = { gate, fetching, isThere: (name: string) => own.has(name) || gems.has(name) }
  const before = await fetchGemfileGems(config, first, request)
  const rest = await fetchGems(config, missing, request)
  return {
    folders: new Map([...before.folders, ...rest.folders]),
    diagnostics: [...before.diagnostics, ...rest.diagnostics],
  }
}

/** A warning where `plugin_time_limit` is not a number of seconds. */
function oddLimit({ plugins }: Config): readonly Diagnostic[] {
  if (plugins.oddTimeLimit === undefined) return []
  return [
    {
      code: 'plugins/time-limit',
      severity: 'warning',
      topic: 'Plugins:',
      message: `'plugin_time_limit' should be a number of seconds, but was: ${plugins.oddTimeLimit}. There is no limit.`,
      trail: [],
    },
  ]
}

/** A warning where `ruby` is a text that names none. */
function oddRuby({ plugins }: Config): readonly Diagnostic[] {
  if (plugins.oddRuby === undefined) return []
  return [
    {
      code: 'plugins/which-ruby',
      severity: 'warning',
      topic: 'Plugins:',
      message: `'ruby' should be wasm or native, but was: ${plugins.oddRuby}. It is taken for wasm.`,
      trail: [],
    },
  ]
}

function rubyPaths({ source }: Config, files: readonly RubyFile[]): readonly string[] {
  return files.map((file) => path.resolve(source, file.source.path))
}

function standIn(config: Config, ruby: readonly RubyFile[], plugins: readonly Plugin[]): readonly Plugin[] {
  const plugin = rubyStandIn(ruby, plugins, config.plugins.ignoresRuby)
  return plugin === undefined ? [] : [plugin]
}
