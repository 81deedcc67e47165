/** Runs the modules of a site's plugins and takes what they export for plugins. */
import path from 'node:path'
import { BuildError } from '../../base/index.ts'
import { openGate } from '../../files/index.ts'
import {
  checkedPlugin,
  fromValue,
  looksLikePlugin,
  type Plugin,
  type PluginOrigin,
  pluginOptions,
} from '../../plugins/index.ts'
import type { Config } from '../../site/index.ts'
import { cacheDirectory } from '../cache/cache-directory.ts'
import { isOwnFile, moduleFault, placeInTrace, shownPath } from './module-fault.ts'
import { createModuleRunner, type ModuleRunner } from './run-module.ts'
import type { SiteScript } from './site-script.ts'

/** Told when a plugin of the site begins and ends its work: what watches for one that never ends. */
export interface PluginWatch {
  started(plugin: string, at: string): void
  ended(): void
}

/** One loading of a site's plugins; what runs modules is made when the first is to be run. */
export class PluginModules {
  readonly #config: Config
  readonly #watch: PluginWatch | undefined
  readonly #packages: readonly string[]
  readonly #directories: readonly string[]
  readonly #packageMains: string[] = []
  #runner: ModuleRunner | undefined

  /** @param directories of plugins, absolute @param packages names of those that are plugins */
  constructor(
    config: Config,
    directories: readonly string[],
    packages: readonly string[],
    watch: PluginWatch | undefined,
  ) {
    this.#config = config
    this.#directories = [config.source, ...directories]
    this.#packages = packages
    this.#watch = watch
  }

  files(): readonly string[] {
    return this.#runner?.files() ?? []
  }

  /** main files of the packages that were loaded; absolute */
  packageMains(): readonly string[] {
    return this.#packageMains
  }

  /** The plugins of the npm package `name`; undefined when it is not installed. */
  async package(name: string): Promise<readonly Plugin[] | undefined> {
    // Without a directory of packages there is none: most sites.
    if (!hasPackages(this.#config.source)) return undefined
    const file = this.#modules().packageFile(name)
    if (file === undefined) return undefined
    this.#packageMains.push(file)
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
    const watch = this.#watch
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
  const gate = openGate('/')
  for (let directory = source; ; directory = path.dirname(directory)) {
    if (gate.kindOf(path.join(directory, 'node_modules')) !== null) return true
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
  return path.basename(file).replace(/\.m?[jt]s$/, '')
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
