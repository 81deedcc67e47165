/**
 * The plugins a site brings along: files of `_plugins`, npm packages that `plugins` names, those of `whirl.config`. The
 * bundled ones need no loading. Ruby there is named, with what it seems to do: it is not run.
 */
import fs from 'node:fs'
import path from 'node:path'
import { BuildError, type Diagnostic, rubyToS, type Value } from '../base/index.ts'
import {
  bundledPlugin,
  checkedPlugin,
  clashes,
  fromValue,
  isBuiltIn,
  looksLikePlugin,
  type Plugin,
  type PluginOrigin,
  pluginOptions,
  pluginsFor,
  wantedPlugins,
} from '../plugins/index.ts'
import type { Config } from '../site/index.ts'
import { cacheDirectory } from './cache-directory.ts'
import { isOwnFile, moduleFault, placeInTrace, shownPath } from './module-fault.ts'
import { type RubyFile, readRuby, rubyStandIn, rubyWarning } from './ruby-plugin.ts'
import { createModuleRunner, type ModuleRunner } from './run-module.ts'
import type { SiteScript } from './site-script.ts'

export interface LoadedPlugins {
  readonly plugins: readonly Plugin[]
  readonly diagnostics: readonly Diagnostic[]
  /** files of the site that were run, absolute: when one changes, the plugins are to be loaded again */
  readonly files: readonly string[]
}

/** Told when a plugin of the site begins and ends its work: what watches for one that never ends. */
export interface PluginWatch {
  started(plugin: string, at: string): void
  ended(): void
}

export interface LoadOptions {
  /** names of the plugins that the theme depends on */
  readonly theme?: readonly string[]
  readonly script?: SiteScript
  readonly watch?: PluginWatch
}

const LOADABLE = /\.(?:ts|mts|js|mjs)$/
const ASIDE = /\.(?:d\.m?ts|(?:test|spec)\.m?[jt]s)$/

/**
 * Loads what `config` asks for, and the plugins that the theme depends on; with `safe` nothing of the site. Rejects with a
 * BuildError for a plugin that is not there, in Jekyll's words, and for one that cannot be loaded.
 */
export async function loadPlugins(config: Config, options: LoadOptions = {}): Promise<LoadedPlugins> {
  const { theme = [], script } = options
  if (config.safe) return { plugins: pluginsFor(config, { theme }), diagnostics: [], files: [] }
  const names = wantedPlugins(config).filter((name) => bundledPlugin(name) === undefined && !isBuiltIn(name))
  const files = pluginFiles(config)
  const scripts = files.filter((file) => !file.endsWith('.rb'))
  const loading = new Loading(config, options, names)
  const packages = new Map<string, readonly Plugin[]>()
  for (const name of names) {
    const found = await loading.package(name)
    if (found !== undefined) packages.set(name, found)
  }
  const found: Plugin[] = []
  for (const file of scripts) found.push(...(await loading.file(file)))
  if (script !== undefined) found.push(...(await loading.script(script)))
  const ruby = files
    .filter((file) => file.endsWith('.rb'))
    .map((file) => readRuby(shownPath(config.source, file), fs.readFileSync(file, 'utf8')))
  const plugins = pluginsFor(config, { found, packages, theme })
  return {
    plugins: [...plugins, ...standIn(config, ruby, plugins)],
    diagnostics: [...clashes(plugins), ...(ignoresRuby(config) ? [] : ruby.map(rubyWarning))],
    files: [...new Set([...scripts, ...loading.files(), ...(script?.files ?? [])])],
  }
}

function ignoresRuby({ data }: Config): boolean {
  return data.get('ignore_ruby_plugins') === true
}

function standIn(config: Config, ruby: readonly RubyFile[], plugins: readonly Plugin[]): readonly Plugin[] {
  const plugin = rubyStandIn(ruby, plugins, ignoresRuby(config))
  return plugin === undefined ? [] : [plugin]
}

/** The directories of `plugins_dir`, absolute. */
export function pluginDirectories({ data, source }: Config): readonly string[] {
  const given = data.get('plugins_dir')
  const directories = Array.isArray(given) ? (given as readonly Value[]) : [given]
  return directories
    .filter((directory) => directory !== null && directory !== undefined)
    .map((directory) => path.resolve(source, rubyToS(directory)))
}

/** The files of the plugin directories, sorted; none where a directory is missing. */
function pluginFiles(config: Config): readonly string[] {
  return pluginDirectories(config).flatMap((root) => {
    if (!fs.existsSync(root)) return []
    return fs
      .readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.split(path.sep).includes('node_modules'))
      .filter((name) => (LOADABLE.test(name) && !ASIDE.test(name)) || name.endsWith('.rb'))
      .sort()
      .map((name) => path.join(root, name))
  })
}

/** One loading of a site's plugins; what runs modules is made when the first is to be run. */
class Loading {
  readonly #config: Config
  readonly #options: LoadOptions
  readonly #packages: readonly string[]
  readonly #directories: readonly string[]
  #runner: ModuleRunner | undefined

  constructor(config: Config, options: LoadOptions, packages: readonly string[]) {
    this.#config = config
    this.#options = options
    this.#packages = packages
    this.#directories = [config.source, ...pluginDirectories(config)]
  }

  files(): readonly string[] {
    return this.#runner?.files() ?? []
  }

  /** The plugins of the npm package `name`; undefined when it is not installed. */
  async package(name: string): Promise<readonly Plugin[] | undefined> {
    // Without a directory of packages there is none: most sites.
    if (!hasPackages(this.#config.source)) return undefined
    const file = this.#modules().packageFile(name)
    if (file === undefined) return undefined
    const directory = path.dirname(file)
    const owns = (place: string): boolean => place.startsWith(`${directory}${path.sep}`)
    return await this.#plugins(file, name, name, owns)
  }

  /** The plugins of a file; none where it only has parts that others import. */
  async file(file: string): Promise<readonly Plugin[]> {
    const { source } = this.#config
    const shown = shownPath(source, file)
    return await this.#plugins(file, shown, stem(file), (place) => isOwnFile(this.#directories, place))
  }

  async script({ file, plugins }: SiteScript): Promise<readonly Plugin[]> {
    const { source } = this.#config
    const shown = path.basename(file)
    const origin = this.#origin(shown, (place) => isOwnFile(this.#directories, place))
    const found: Plugin[] = []
    for (const entry of plugins) {
      try {
        found.push(...listed(await entry).map((each) => checkedPlugin(each, origin)))
      } catch (error) {
        throw moduleFault(source, 'A plugin of', shown, error)
      }
    }
    return found
  }

  async #plugins(
    file: string,
    shown: string,
    name: string,
    owns: (place: string) => boolean,
  ): Promise<readonly Plugin[]> {
    const origin = this.#origin(shown, owns)
    origin.started('its loading')
    try {
      const loaded = await this.#modules().run(file)
      const given = defaultOf(loaded)
      if (given === undefined) {
        if (isPart(loaded)) return []
        throw noPlugin(shown, loaded)
      }
      const made = typeof given === 'function' ? await this.#make(given, name) : await given
      return listed(made).map((each) => checkedPlugin(each, origin))
    } catch (error) {
      throw moduleFault(this.#config.source, 'The plugin', shown, error, owns)
    } finally {
      origin.ended()
    }
  }

  /** Calls the function that makes a plugin, with what the configuration has under the plugin's name. */
  async #make(given: unknown, name: string): Promise<unknown> {
    const options = fromValue(pluginOptions(this.#config, name))
    return await (given as (options: unknown) => unknown)(options)
  }

  #origin(file: string, owns: (place: string) => boolean): PluginOrigin {
    const { source } = this.#config
    const { watch } = this.#options
    return {
      file,
      placeOf: (error) => placeInTrace(source, error, owns),
      started: (at) => watch?.started(file, at),
      ended: () => watch?.ended(),
    }
  }

  #modules(): ModuleRunner {
    const cache = cacheDirectory(this.#config)
    this.#runner ??= createModuleRunner({
      source: this.#config.source,
      directories: this.#directories,
      cache: cache === undefined ? undefined : `${cache}/modules`,
      packages: this.#packages,
    })
    return this.#runner
  }
}

/** Whether the site, or a directory above it, has npm packages. */
export function hasPackages(source: string): boolean {
  for (let directory = source; ; directory = path.dirname(directory)) {
    if (fs.existsSync(path.join(directory, 'node_modules'))) return true
    if (path.dirname(directory) === directory) return false
  }
}

/** What a module exports as its plugin: its default, or the whole of a CommonJS module that looks like one. */
function defaultOf(loaded: unknown): unknown {
  if (typeof loaded === 'function') return loaded
  if (typeof loaded !== 'object' || loaded === null) return undefined
  const given = (loaded as { readonly default?: unknown }).default
  return given ?? (looksLikePlugin(loaded) ? loaded : undefined)
}

/** Whether a module has exports of its own and none of them is a plugin: others import it. */
function isPart(loaded: unknown): boolean {
  if (typeof loaded !== 'object' || loaded === null) return false
  const exported = Object.values(loaded)
  return exported.length > 0 && !exported.some(looksLikePlugin)
}

function listed(made: unknown): readonly unknown[] {
  return Array.isArray(made) ? (made as readonly unknown[]) : [made]
}

function stem(file: string): string {
  return path.basename(file).replace(LOADABLE, '')
}

function noPlugin(shown: string, loaded: unknown): BuildError {
  const named =
    typeof loaded === 'object' && loaded !== null
      ? Object.entries(loaded).find(([, value]) => looksLikePlugin(value))?.[0]
      : undefined
  return new BuildError([
    {
      code: 'plugins/not-loaded',
      severity: 'error',
      message: `The plugin ${shown} exports no plugin.`,
      help:
        named === undefined
          ? 'write `export default definePlugin({ name: … })`'
          : `'${named}' looks like one: write \`export default ${named}\``,
      trail: [],
    },
  ])
}
