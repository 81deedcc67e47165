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
  const names = listOf(config.data.get('plugins')).map((name) => rubyToS(name))
  const unique = [...new Set(names)]
  if (!config.safe) return unique
  const allowed = new Set(listOf(config.data.get('whitelist')).map((name) => rubyToS(name)))
  return unique.filter((name) => allowed.has(name))
}

/**
 * The plugins `config` names, in its order, then those that its theme needs. `found` are those loaded from the site and from packages, which come before
 * the bundled ones of the same name. Throws a BuildError in Jekyll's words for one that is not there.
 */
export function pluginsFor(
  config: Config,
  found: readonly Plugin[] = [],
  forTheme: readonly string[] = [],
): readonly Plugin[] {
  const own = new Map(found.map((plugin) => [plugin.name, plugin]))
  const plugins: Plugin[] = []
  for (const name of new Set([...wantedPlugins(config), ...forTheme])) {
    const plugin = own.get(name) ?? bundledPlugin(name)
    own.delete(name)
    if (plugin !== undefined) plugins.push(plugin)
    else if (!BUILT_IN.has(name)) throw missing(name)
  }
  return [...plugins, ...own.values()]
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
