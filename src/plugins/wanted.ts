/** Which plugins a configuration asks for. */
import { BuildError, rubyToS, type Value } from '../base/index.ts'
import type { Config } from '../site/index.ts'
import type { Plugin } from './api.ts'
import { bundledNames, bundledPlugin } from './registry.ts'

/** Plugins of Jekyll's world whose work the program does by itself: naming them is no mistake and loads nothing. */
const BUILT_IN: ReadonlySet<string> = new Set([
  'jekyll-commonmark',
  'jekyll-compose',
  'jekyll-sass-converter',
  'jekyll-watch',
  'kramdown',
  'kramdown-parser-gfm',
  'rouge',
  'webrick',
])

/** Names in `plugins`, in order, each once; with `safe` only those of `whitelist`. */
export function wantedPlugins(config: Config): readonly string[] {
  return allowed(
    config,
    listOf(config.data.get('plugins')).map((name) => rubyToS(name)),
  )
}

function allowed(config: Config, names: readonly string[]): readonly string[] {
  const unique = [...new Set(names)]
  if (!config.safe) return unique
  const whitelist = new Set(listOf(config.data.get('whitelist')).map((name) => rubyToS(name)))
  return unique.filter((name) => whitelist.has(name))
}

/** Where plugins come from besides the bundled ones. */
export interface PluginSources {
  /** loaded from the site and from packages; they come before bundled ones of the same name */
  readonly found?: readonly Plugin[]
  /** names of those the theme depends on */
  readonly theme?: readonly string[]
}

/**
 * The plugins of a site in Jekyll's order: the theme's, those in the site's files, those `config` names. Throws a
 * BuildError in Jekyll's words for one that is not there.
 */
export function pluginsFor(
  config: Config,
  { found = [], theme = [] }: PluginSources = {},
): readonly Plugin[] {
  const own = new Map(found.map((plugin) => [plugin.name, plugin]))
  const named = wantedPlugins(config)
  const pick = (name: string): readonly Plugin[] => {
    const plugin = own.get(name) ?? bundledPlugin(name)
    if (plugin === undefined && !BUILT_IN.has(name)) throw missing(name)
    return plugin === undefined ? [] : [plugin]
  }
  const unnamed = found.filter((plugin) => !named.includes(plugin.name))
  return [...new Set([...allowed(config, theme).flatMap(pick), ...unnamed, ...named.flatMap(pick)])]
}

function missing(name: string): BuildError {
  return new BuildError([
    {
      code: 'plugins/missing',
      severity: 'error',
      topic: 'Dependency Error:',
      message:
        `Yikes! It looks like you don't have ${name} or one of its dependencies installed. In order to use Jekyll as ` +
        `currently configured, you'll need to install this gem.\n\nThe error message was: 'cannot load such file -- ${name}'`,
      help: `take it out of \`plugins\`, or write it in TypeScript in _plugins; there are ${bundledNames().join(', ')}`,
      trail: [],
    },
  ])
}

function listOf(value: Value): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : []
}
