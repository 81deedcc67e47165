/**
 * `whirl.config.ts` (or `.mts`, `.js`, `.mjs`) in the source: a configuration that is a program. Its settings lie under
 * those of `_config.yml`, which Jekyll reads too; its plugins join those that `_config.yml` names. With `safe` it is
 * not run.
 */
import path from 'node:path'
import { BuildError, type Hash, isHash, isList, type Value } from '../../base/index.ts'
import type { Gate } from '../../files/index.ts'
import { type PluginEntry, toValue } from '../../plugins/index.ts'
import { type Config, deepMerge } from '../../site/index.ts'
import { cacheDirectory } from '../cache/cache-directory.ts'
import { isOwnFile, moduleFault, placeInTrace } from './module-fault.ts'
import { createModuleRunner } from './run-module.ts'

export interface SiteScript {
  /** absolute */
  readonly file: string
  /** settings by their names in `_config.yml`; `plugins` are the names among its plugins */
  readonly settings: Hash
  /** its plugins, unchecked: objects, lists of them, promises */
  readonly plugins: readonly unknown[]
  /** the file and what of the site it imports, absolute */
  readonly files: readonly string[]
}

const NAMES = ['whirl.config.ts', 'whirl.config.mts', 'whirl.config.js', 'whirl.config.mjs']

/** The name of the file in `source`; undefined when there is none. The first of several counts. */
export function siteScriptName(source: string, gate: Gate): string | undefined {
  return NAMES.find((name) => {
    const file = path.join(source, name)
    const kind = gate.kindOf(file)
    if (kind === 'other' || kind === 'outside') gate.passOver(file)
    return kind === 'file'
  })
}

/** Runs the file `name` of the site of `config`. Throws a BuildError for one that fails or exports no configuration. */
export function runSiteScript(config: Config, name: string): SiteScript {
  const { source, environment } = config
  const file = path.join(source, name)
  const cache = cacheDirectory(config)
  const runner = createModuleRunner({ source, cache: cache === undefined ? undefined : `${cache}/modules` })
  let given: unknown
  try {
    const loaded = runner.runNow(file) as { readonly default?: unknown }
    given = loaded.default ?? loaded
    if (typeof given === 'function') given = (given as (context: object) => unknown)({ environment })
  } catch (error) {
    throw moduleFault(source, 'The configuration', name, error)
  }
  if (given instanceof Promise)
    throw refuse(
      `The configuration ${name} is asynchronous.`,
      'a plugin in its `plugins` may be a promise; everything else must be there at once',
    )
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw refuse(
      `The configuration ${name} exports no configuration.`,
      'write `export default defineConfig({ plugins: [ … ] })`',
    )
  const { plugins, ...rest } = given as Readonly<Record<string, unknown>>
  const entries = entriesOf(plugins, name)
  const names = entries.filter((entry) => typeof entry === 'string')
  return {
    file,
    settings: settingsOf(config, name, rest, names),
    plugins: entries.filter((entry) => typeof entry !== 'string'),
    files: [...new Set([file, ...runner.files()])],
  }
}

/** The entries of `plugins` in one list; what is left out with `condition && plugin` is left out. */
function entriesOf(plugins: unknown, name: string): readonly PluginEntry[] {
  if (plugins === undefined || plugins === null) return []
  if (!Array.isArray(plugins))
    throw refuse(`The configuration ${name} has \`plugins\` that are no list.`, 'write plugins: [ … ]')
  return (plugins as readonly PluginEntry[]).flatMap((entry) =>
    Array.isArray(entry)
      ? entriesOf(entry, name)
      : entry === undefined || entry === null || entry === false
        ? []
        : [entry],
  )
}

function settingsOf(
  { source }: Config,
  name: string,
  given: Readonly<Record<string, unknown>>,
  plugins: readonly Value[],
): Hash {
  for (const key of ['source', 'safe', 'config'])
    if (given[key] !== undefined)
      throw refuse(
        `The configuration ${name} sets \`${key}\`, which is settled before it is read.`,
        `give it on the command line${key === 'safe' ? ' or in _config.yml' : ''}`,
      )
  try {
    const settings = toValue(given)
    return new Map<Value, Value>([
      ...(isHash(settings) ? settings : []),
      ...(plugins.length === 0 ? [] : [['plugins', plugins] as const]),
    ])
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const place = placeInTrace(source, error, (file) => isOwnFile([source], file))
    throw refuse(
      `The configuration ${name} has a setting that is not a plain data: ${error.message.replace(/^the data\./, '')}.`,
      'settings are what `_config.yml` could hold; what does something belongs into a plugin',
      place,
    )
  }
}

function refuse(message: string, help: string, place: object = {}): BuildError {
  return new BuildError([
    { code: 'build/site-script', severity: 'error', message, help, ...place, trail: [] },
  ])
}

/** The settings of `_config.yml` over those of the script; of plugins both count. */
export function overScript(files: Hash, { settings }: SiteScript): Hash {
  const merged = deepMerge(settings, files)
  const both = [files.get('plugins'), settings.get('plugins')]
  if (both.every(isList)) merged.set('plugins', [...new Set(both.flat())])
  return merged
}
