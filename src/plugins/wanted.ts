/** Which plugins a configuration asks for. */
import { BuildError, nearest } from '../base/index.ts'
import type { Config } from '../site/index.ts'
import type { Plugin } from './api.ts'
import { BUILT_IN } from './built-in.ts'
import { gemAdvice } from './known-gems.ts'

/** Names in `plugins`, in order, each once; with `safe` only those of `whitelist`. */
export function wantedPlugins(config: Config): readonly string[] {
  return allowed(config, config.plugins.names)
}

function allowed({ safe, plugins }: Config, names: readonly string[]): readonly string[] {
  const unique = [...new Set(names)]
  if (!safe) return unique
  const whitelist = new Set(plugins.whitelist)
  return unique.filter((name) => whitelist.has(name))
}

/** Of what the Gemfile's group `:jekyll_plugins` names, what neither `plugins` names nor the program has itself. */
export function gemfileGems(config: Config, bundled: readonly Plugin[]): readonly string[] {
  // What GitHub Pages' gem brings is the program's; a theme has no code to load.
  const own = new Set(['github-pages', ...config.plugins.names, ...bundled.map(({ name }) => name)])
  return config.gemfilePlugins.filter(
    (name) => !own.has(name) && !BUILT_IN.has(name) && !name.startsWith('jekyll-theme-'),
  )
}

/** Whether naming `name` is right and asks for nothing. */
export function isBuiltIn(name: string): boolean {
  return BUILT_IN.has(name)
}

/** Where plugins come from. */
interface PluginSources {
  /** those that come with the program */
  readonly bundled?: readonly Plugin[]
  /** loaded from the site's files; they come before bundled ones of the same name */
  readonly found?: readonly Plugin[]
  /** loaded from packages, by the name of the package, which need not be the plugin's */
  readonly packages?: ReadonlyMap<string, readonly Plugin[]>
  /** names of those the theme depends on */
  readonly theme?: readonly string[]
}

/**
 * The plugins of a site in Jekyll's order: the theme's, those in the site's files, those `config` names. Throws a
 * BuildError in Jekyll's words for those that are not there, and for two of the site's with one name.
 */
export function pluginsFor(
  config: Config,
  { bundled = [], found = [], packages = new Map(), theme = [] }: PluginSources,
): readonly Plugin[] {
  const own = new Map<string, Plugin>()
  for (const plugin of found) {
    const other = own.get(plugin.name)
    if (other !== undefined && other !== plugin) throw sameName(other, plugin)
    own.set(plugin.name, plugin)
  }
  const named = wantedPlugins(config)
  const absent = new Set<string>()
  // Not all that a Gemfile names is a plugin, or for building.
  const ofGemfile = config.gemfilePlugins.filter((name) => !named.includes(name))
  const pick = (name: string): readonly Plugin[] => {
    const plugin =
      own.get(name) ?? (packages.has(name) ? undefined : bundled.find((each) => each.name === name))
    if (plugin !== undefined) return [plugin]
    const loaded = packages.get(name)
    if (loaded === undefined && !BUILT_IN.has(name) && !ofGemfile.includes(name)) absent.add(name)
    return loaded ?? []
  }
  const unnamed = found.filter((plugin) => !named.includes(plugin.name))
  const first = [...config.gemfilePlugins, ...allowed(config, theme)]
  const plugins = [...new Set([...first.flatMap(pick), ...unnamed, ...named.flatMap(pick)])]
  if (absent.size > 0) throw missingPlugins([...absent].map((name) => missing(name, bundled)))
  return plugins
}

function sameName(a: Plugin, b: Plugin): BuildError {
  const files = [a, b].map((plugin) => plugin.origin?.file ?? 'the configuration')
  return new BuildError([
    {
      code: 'plugins/name-clash',
      severity: 'error',
      message: `Two plugins are called '${a.name}': ${files.join(' and ')}.`,
      help: 'give one of them another `name`',
      trail: [],
    },
  ])
}

function missing(name: string, bundled: readonly Plugin[]): MissingPlugin {
  const names = bundled.map((plugin) => plugin.name).sort()
  const near = nearest(name, names)
  const advice = near === undefined ? gemAdvice(name) : undefined
  const help =
    near !== undefined
      ? `did you mean '${near}'?`
      : advice === undefined
        ? `no npm package of the site has that name: install it with npm, or take it out of \`plugins\`. There are ${names.join(', ')}`
        : `it is a gem that is not on this machine: ${advice}, or take it out of \`plugins\``
  return { name, code: 'missing', help }
}

/** A plugin that cannot be had; `code` is the second half of the diagnostic's. */
export interface MissingPlugin {
  readonly name: string
  readonly code: string
  readonly help: string
}

/** The error of plugins that cannot be had: the first in Jekyll's words, which end there, the others after it. */
export function missingPlugins(all: readonly MissingPlugin[]): BuildError {
  return new BuildError(
    all.map(({ name, code, help }, index) => ({
      code: `plugins/${code}`,
      severity: 'error',
      topic: 'Dependency Error:',
      message:
        index > 0
          ? `${name} is missing, too.`
          : `Yikes! It looks like you don't have ${name} or one of its dependencies installed. In order to use Jekyll as ` +
            `currently configured, you'll need to install this gem.\n\nThe error message was: 'cannot load such file -- ${name}'`,
      help,
      trail: [],
    })),
  )
}
