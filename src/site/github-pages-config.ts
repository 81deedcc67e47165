/** The configuration that GitHub Pages makes of a site's. */
import { type Diagnostic, type Hash, listOrNone, rubyToS, type Value } from '../base/index.ts'
import { defaultConfig } from './default-config.ts'
import {
  JEKYLL_3_EXCLUDES,
  PAGES_COMMONMARK,
  PAGES_DEFAULTS,
  PAGES_OVERRIDES,
  PAGES_PLUGINS,
  PAGES_PRODUCTION_DEFAULTS,
} from './github-pages.ts'
import { deepMerge } from './merge.ts'
import { union } from './word-lists.ts'

/** Jekyll 3.10's defaults. */
export function jekyll3Config(): Map<Value, Value> {
  const defaults = defaultConfig('', '')
  defaults.set('exclude', [...JEKYLL_3_EXCLUDES])
  return defaults
}

/** Old names of settings, which Jekyll 3 still takes. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['gems', 'plugins'],
  ['layouts', 'layouts_dir'],
  ['data_source', 'data_dir'],
])

/**
 * What a site's files say, with the settings that Jekyll 3 still takes as Jekyll 4 wants them: old names, which win over the new ones, and lists
 * written as one text. Each comes with Jekyll's warning.
 */
export function modernSettings(files: Hash): { files: Hash; diagnostics: readonly Diagnostic[] } {
  const settings = new Map(files)
  const diagnostics: Diagnostic[] = []
  for (const [old, name] of RENAMED) {
    if (!settings.has(old)) continue
    settings.set(name, settings.get(old) ?? null)
    settings.delete(old)
    diagnostics.push(
      deprecation(
        `The '${old}' configuration option has been renamed to '${name}'. Please update your config file accordingly.`,
      ),
    )
  }
  for (const key of ['include', 'exclude']) {
    const value = settings.get(key)
    if (typeof value !== 'string') continue
    settings.set(
      key,
      value.split(',').map((word) => word.trim()),
    )
    diagnostics.push(
      deprecation(
        `The '${key}' configuration option must now be specified as an array, but you specified a string. For now, ` +
          "we've treated the string you provided as a list of comma-separated values.",
      ),
    )
  }
  return { files: settings, diagnostics }
}

/**
 * `site`, Jekyll's defaults under the site's files under the command line, as GitHub Pages builds it: under it what
 * Pages has as default, over it what Pages does not leave to the site. `given` is what the site itself says.
 */
export function pagesConfig(site: Hash, given: Hash, environment: string): Map<Value, Value> {
  const defaults =
    environment === 'development' ? PAGES_DEFAULTS : deepMerge(PAGES_DEFAULTS, PAGES_PRODUCTION_DEFAULTS)
  const config = deepMerge(defaults, site)
  if (given.has('theme')) config.set('theme', given.get('theme') ?? null)
  if (isDefaultExclude(config.get('exclude'))) config.set('exclude', [...JEKYLL_3_EXCLUDES, 'CNAME'])
  const pages = deepMerge(config, PAGES_OVERRIDES)
  const markdown = rubyToS(pages.get('markdown') ?? null).toLowerCase()
  if (markdown === 'gfm') {
    pages.set('markdown', 'CommonMarkGhPages')
    pages.set('commonmark', PAGES_COMMONMARK)
  } else if (markdown !== 'kramdown' && markdown !== 'commonmarkghpages') pages.set('markdown', 'kramdown')
  pages.set('plugins', pagesPlugins(pages))
  return pages
}

function pagesPlugins(config: Hash): readonly Value[] {
  const own = config.get('plugins')
  const plugins = union(listOrNone(own), PAGES_PLUGINS)
  return config.has('remote_theme') ? union(plugins, ['jekyll-remote-theme']) : plugins
}

function isDefaultExclude(value: Value | undefined): boolean {
  return (
    Array.isArray(value) &&
    value.length === JEKYLL_3_EXCLUDES.length &&
    JEKYLL_3_EXCLUDES.every((entry, i) => value[i] === entry)
  )
}

/** A warning for each plugin that the site names and Pages does not have. */
export function refusedPlugins(config: Hash): readonly Diagnostic[] {
  const allowed = new Set(listOrNone(config.get('whitelist')).map(rubyToS))
  const named = listOrNone(config.get('plugins'))
  return named
    .map(rubyToS)
    .filter((name) => !allowed.has(name))
    .map((name) => ({
      code: 'site/pages-plugin',
      severity: 'warning',
      topic: 'GitHub Pages:',
      message: `${name} is not among the plugins that GitHub Pages runs; it is left out.`,
      help: 'take it out of `plugins`, or build with `--compat jekyll`',
      trail: [],
    }))
}

function deprecation(message: string): Diagnostic {
  return { code: 'site/old-setting', severity: 'warning', topic: 'Deprecation:', message, trail: [] }
}
