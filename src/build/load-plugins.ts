/**
 * The plugins a site brings along: files of `_plugins` and npm packages that `plugins` names. The bundled ones need no
 * loading. Ruby there is named, with what it seems to do: it is not run. `ignore_ruby_plugins: true` leaves it unnamed.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { BuildError, type Diagnostic, rubyToS, type Value } from '../base/index.ts'
import { bundledPlugin, type Plugin, pluginsFor, wantedPlugins } from '../plugins/index.ts'
import type { Config } from '../site/index.ts'
import { rubyPluginWarning } from './ruby-plugin.ts'

export interface LoadedPlugins {
  readonly plugins: readonly Plugin[]
  readonly diagnostics: readonly Diagnostic[]
}

const LOADABLE = /\.(?:ts|mts|js|mjs)$/
const TYPED = /\.m?ts$/

/**
 * Loads what `config` asks for, and the plugins called `theme`, which the theme depends on; with `safe` nothing of the
 * site. Throws a BuildError for a plugin that is not there, in Jekyll's words, and for one that cannot be loaded.
 */
export async function loadPlugins(config: Config, theme: readonly string[] = []): Promise<LoadedPlugins> {
  const found: Plugin[] = []
  const diagnostics: Diagnostic[] = []
  for (const name of wantedPlugins(config)) {
    if (bundledPlugin(name) !== undefined) continue
    const file = packageFile(config.source, name)
    if (file !== undefined) found.push(await loadFile(file, name))
  }
  if (!config.safe) {
    const ignoresRuby = config.data.get('ignore_ruby_plugins') === true
    for (const file of pluginFiles(config)) {
      const shown = path.relative(config.source, file).split(path.sep).join('/')
      if (!file.endsWith('.rb')) found.push(await loadFile(file, shown))
      else if (!ignoresRuby) diagnostics.push(rubyPluginWarning(shown, fs.readFileSync(file, 'utf8')))
    }
  }
  return { plugins: pluginsFor(config, { found, theme }), diagnostics }
}

/** The files of the plugin directories, sorted; none where a directory is missing. */
function pluginFiles({ data, source }: Config): readonly string[] {
  const given = data.get('plugins_dir')
  const directories = Array.isArray(given) ? (given as readonly Value[]) : [given]
  return directories.flatMap((directory) => {
    if (directory === null || directory === undefined) return []
    const root = path.resolve(source, rubyToS(directory))
    if (!fs.existsSync(root)) return []
    return fs
      .readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => (LOADABLE.test(name) && !name.endsWith('.d.ts')) || name.endsWith('.rb'))
      .sort()
      .map((name) => path.join(root, name))
  })
}

/** The main file of an npm package of the site; undefined when it has none of that name. */
function packageFile(source: string, name: string): string | undefined {
  try {
    return createRequire(path.join(source, 'package.json')).resolve(name)
  } catch {
    return undefined
  }
}

async function loadFile(file: string, shown: string): Promise<Plugin> {
  let loaded: { readonly default?: unknown }
  try {
    loaded = (await import(pathToFileURL(file).href)) as { readonly default?: unknown }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const typed = TYPED.test(file) && /Unknown file extension/.test(reason)
    throw refuse(
      shown,
      `cannot be loaded: ${reason}`,
      typed
        ? 'this version of Node does not run TypeScript: use Node 22.18 or later, or write the plugin as .mjs'
        : 'run it with node to see more',
    )
  }
  const plugin = loaded.default
  if (typeof plugin !== 'object' || plugin === null || typeof (plugin as Plugin).name !== 'string')
    throw refuse(shown, 'exports no plugin.', 'write `export default definePlugin({ name: … })`')
  return plugin as Plugin
}

function refuse(shown: string, what: string, help: string): BuildError {
  return new BuildError([
    {
      code: 'plugins/not-loaded',
      severity: 'error',
      message: `The plugin ${shown} ${what}`,
      help,
      trail: [],
    },
  ])
}
