/**
 * The configuration: Jekyll's defaults, under the site's files, under the command line; then the few settings that are
 * not what they seem (`exclude` adds to the defaults, `collections` may be a list and always has posts, `permalink`
 * names a style), the checks, and typed fields for what the program itself reads.
 */
import {
  BuildError,
  cleanPath,
  type Diagnostic,
  type Hash,
  isHash,
  isInside,
  isKnownZone,
  isList,
  isTruthy,
  joinPath,
  listOrNone,
  rubyInspect,
  rubyToS,
  sanitizedPath,
  type Value,
  type Zone,
} from '../base/index.ts'
import { type BundleWords, type ChosenReference, chooseReference } from './choose-reference.ts'
import { checkKinds, checkLabels, checkMetadata, textCollections } from './config-kinds.ts'
import { DEFAULT_EXCLUDES, defaultConfig } from './default-config.ts'
import { jekyll3Config, modernSettings, pagesConfig, refusedPlugins } from './github-pages-config.ts'
import { hashField, textField } from './hash-fields.ts'
import { type JekyllRules, jekyllRules } from './jekyll-rules.ts'
import { deepMerge } from './merge.ts'
import { postTemplate } from './permalink.ts'
import { permalinkSetting } from './settings/permalink.ts'
import { settingsOf } from './settings/settings.ts'
import type { Config } from './types.ts'
import { union } from './word-lists.ts'

/** What the configuration needs to know of the world. */
interface Surroundings {
  /** absolute; relative `source` and `destination` start here */
  readonly cwd: string
  /** `JEKYLL_ENV` */
  readonly environment?: string | undefined
  /** all variables of the environment */
  readonly variables?: Readonly<Record<string, string | undefined>> | undefined
  /** where times are shown unless `timezone` says otherwise */
  readonly zone: Zone
  /** what `~/` means */
  readonly home?: string | undefined
  /** what Bundler's files say the site is built with; undefined where they are left alone */
  readonly bundle?: BundleWords | undefined
}

/**
 * The configuration of a site. `files` is what its configuration files hold, merged; `given` comes from the command line
 * and wins. Returns warnings; throws a BuildError for values Jekyll refuses.
 */
export function configFrom(
  files: Hash,
  given: Hash,
  { cwd, environment = 'development', variables = {}, zone, home, bundle }: Surroundings,
): { config: Config; chosen: ChosenReference; diagnostics: readonly Diagnostic[] } {
  const chosen = chooseReference({ flag: given.get('compat'), setting: files.get('compat'), bundle })
  // Which Jekyll the command line asks for is not a setting that templates see.
  const overrides: Hash = new Map([...given].filter(([key]) => key !== 'compat'))
  const { reference, githubPages, diagnostics: doubts } = chosen
  if (doubts.some(({ severity }) => severity === 'error')) throw new BuildError(doubts)
  const rules = jekyllRules(reference.jekyll)
  const settings = rules.oldSettings ? modernSettings(files) : { files, diagnostics: [] }
  for (const settled of [settings.files, overrides]) checkKinds(settled)
  const merged = mergedConfig(rules, githubPages, settings.files, overrides, environment)
  const guarded = isTruthy(given.get('safe') ?? null)
  /** Whether it is the site's files that say it. */
  const isSites = (key: string): boolean =>
    (given.get(key) ?? null) === null && (settings.files.get(key) ?? null) !== null
  const directory = (key: string, fallback: string): string => {
    // Templates see a directory as it was written, and where it was not, whole.
    if ((overrides.get(key) ?? settings.files.get(key) ?? null) === null && merged.get(key) === '')
      merged.set(key, absolute(fallback, cwd, home))
    return absolute(textField(merged, key, ''), cwd, home)
  }
  // Which file a profile goes to only the command line says.
  if (guarded && isSites('profile')) merged.set('profile', isTruthy(merged.get('profile')))
  const source = directory('source', '')
  const destination = directory('destination', '_site')
  if (rules.addsExcludes) addDefaultExcludes(merged)
  addPosts(merged)
  const diagnostics: Diagnostic[] = [...doubts, ...settings.diagnostics]
  if (githubPages) diagnostics.push(...refusedPlugins(merged))
  else diagnostics.push(...ownWhitelist(settings.files, overrides))
  const timezone = isTruthy(merged.get('timezone')) ? textField(merged, 'timezone', '') : ''
  if (timezone !== '' && !isKnownZone(timezone)) diagnostics.push(unknownZone(timezone))
  const gemfilePlugins = githubPages || isTruthy(merged.get('safe')) ? [] : (bundle?.plugins ?? [])
  if (!gemfilePlugins.includes('jekyll-paginate')) diagnostics.push(...paginationWarning(merged))
  diagnostics.push(...searchWarning(merged), ...textCollections(merged))
  const config: Config = {
    data: merged,
    source,
    destination,
    cacheDir: sanitizedPath(source, textField(merged, 'cache_dir', '.jekyll-cache')),
    layoutsDir: inSource(merged, 'layouts_dir'),
    includesDir: inSource(merged, 'includes_dir'),
    dataDir: inSource(merged, 'data_dir'),
    collectionsDir: inSource(merged, 'collections_dir'),
    postsBelow: postsBelow(merged),
    timezone: timezone === '' ? zone.name : timezone,
    future: isTruthy(merged.get('future')),
    unpublished: isTruthy(merged.get('unpublished')),
    showDrafts: isTruthy(merged.get('show_drafts')),
    limitPosts: limitPosts(merged.get('limit_posts')),
    safe: isTruthy(merged.get('safe')),
    guarded,
    gemfilePlugins,
    ownDestination: isSites('destination') || isInside(source, destination),
    strictFrontMatter: isTruthy(merged.get('strict_front_matter')),
    environment,
    variables,
    reference,
    githubPages,
    rules,
    ...settingsOf(merged),
  }
  return { config, chosen, diagnostics }
}

/** A warning for plugins that the site wants and allows itself, and the command line's list does not have. */
function ownWhitelist(files: Hash, given: Hash): readonly Diagnostic[] {
  if (!given.has('whitelist')) return []
  const textsOf = (hash: Hash, key: string): readonly string[] => listOrNone(hash.get(key)).map(rubyToS)
  const [own, allowed] = [textsOf(files, 'whitelist'), textsOf(given, 'whitelist')]
  const left = textsOf(files, 'plugins').filter((name) => own.includes(name) && !allowed.includes(name))
  if (left.length === 0) return []
  return [
    {
      code: 'site/own-whitelist',
      severity: 'warning',
      topic: 'Safe mode:',
      message: "The site's own `whitelist` does not count: the command line says what may run.",
      trail: [],
    },
  ]
}

/** Defaults under `files` under `overrides`; on GitHub Pages with its own above and below. */
function mergedConfig(
  { addsExcludes }: JekyllRules,
  githubPages: boolean,
  files: Hash,
  overrides: Hash,
  environment: string,
): Map<Value, Value> {
  const defaults = addsExcludes ? defaultConfig('', '') : jekyll3Config()
  const site = deepMerge(deepMerge(defaults, files), overrides)
  if (!githubPages) return site
  return pagesConfig(site, deepMerge(files, overrides), environment)
}

/** The whole of a path: `~/` is the home directory, other relative ones start at `cwd`. */
function absolute(path: string, cwd: string, home: string | undefined): string {
  if (home !== undefined && (path === '~' || path.startsWith('~/'))) return cleanPath(home + path.slice(1))
  return cleanPath(path.startsWith('/') ? path : joinPath(cwd, path))
}

/** A directory of the source, relative to it: `..` stops at the source. */
function inSource(data: Hash, key: string): string {
  const given = data.get(key)
  const path = cleanPath(`/${Array.isArray(given) ? '' : textField(data, key, '')}`)
  return path.slice(1)
}

function postsBelow(data: Hash): string {
  const given = data.get('collections_dir')
  const written = isList(given) && given.length === 0 ? '' : textField(data, 'collections_dir', '')
  return written === '' ? '' : `/${written}`
}

function addDefaultExcludes(data: Map<Value, Value>): void {
  data.set('exclude', union(listOrNone(data.get('exclude')), DEFAULT_EXCLUDES))
}

/** `collections` as a hash with `posts` first, written, under the template that `permalink` means. */
function addPosts(data: Map<Value, Value>): void {
  const given = data.get('collections')
  const collections = new Map<Value, Value>([['posts', null]])
  if (isList(given)) {
    checkLabels(given)
    for (const label of given) collections.set(label, new Map())
  } else if (isHash(given)) {
    checkMetadata(given)
    for (const [label, metadata] of given) collections.set(label, metadata)
  } else if (given !== null && given !== undefined)
    throw refuse(
      'site/invalid-configuration',
      `'collections' should be set as a hash or an array, but was: ${rubyInspect(given)}.`,
      'write it as `collections:` with one indented `name:` per collection',
    )
  const posts = new Map(hashField(collections, 'posts'))
  posts.set('output', true)
  if (!isTruthy(posts.get('permalink'))) posts.set('permalink', postTemplate(permalinkSetting(data)))
  collections.set('posts', posts)
  data.set('collections', collections)
}

function limitPosts(value: Value): number {
  const limit = typeof value === 'number' ? value : Number.parseFloat(rubyToS(value)) || 0
  if (limit < 0)
    throw refuse(
      'site/invalid-configuration',
      'limit_posts must be a non-negative number',
      '0 means all posts',
    )
  return limit
}

function refuse(code: string, message: string, help: string): BuildError {
  return new BuildError([{ code, severity: 'error', message, help, trail: [] }])
}

function unknownZone(name: string): Diagnostic {
  return {
    code: 'site/unknown-timezone',
    severity: 'warning',
    message: `The timezone '${name}' is not known: times are shown in UTC.`,
    help: 'use a name of the tz database, such as Europe/Paris',
    trail: [],
  }
}

/** Latent semantic indexing is not there. */
function searchWarning(data: Hash): readonly Diagnostic[] {
  if (!isTruthy(data.get('lsi'))) return []
  return [
    {
      code: 'site/lsi',
      severity: 'warning',
      topic: 'Warning:',
      message: '`lsi: true` has no effect: related posts are the most recent ones.',
      help: 'take `lsi` out of the configuration',
      trail: [],
    },
  ]
}

/** Jekyll 4 has pagination in a plugin only, and says so to sites that ask for it without. */
function paginationWarning(data: Hash): readonly Diagnostic[] {
  const plugins = listOrNone(data.get('plugins'))
  if (!isTruthy(data.get('paginate')) || plugins.includes('jekyll-paginate')) return []
  return [
    {
      code: 'site/pagination-without-plugin',
      severity: 'warning',
      topic: 'Deprecation:',
      message:
        "You appear to have pagination turned on, but you haven't included the `jekyll-paginate` gem. Ensure you " +
        'have `plugins: [jekyll-paginate]` in your configuration file.',
      trail: [],
    },
  ]
}

/** Whether `value`, which a plugin made, has what typed settings are made of. */
export function isConfig(value: unknown): value is Config {
  return typeof value === 'object' && value !== null && isHash((value as Partial<Config>).data)
}

/** `config` with `changes` among its settings, for templates and for the program. */
export function withSettings(config: Config, changes: Hash): Config {
  return withData(config, new Map([...config.data, ...changes]))
}

/** `config` with the settings of `data` in place of its own. */
function withData(config: Config, data: Hash): Config {
  return { ...config, data, ...settingsOf(data) }
}

/** `config` with its typed settings read anew where its hash is not that of `before`: generators change only the hash. */
export function withOwnSettings(config: Config, before: Config): Config {
  return config.data === before.data ? config : withData(config, config.data)
}

/** `config` with `entry` left out of the site. */
export function withExclude(config: Config, entry: string): Config {
  const excluded = config.data.get('exclude')
  if (!isList(excluded)) return config
  return withSettings(config, new Map([['exclude', [...excluded, entry]]]))
}

/**
 * `config` over the settings of a theme's `_config.yml`. What Jekyll itself has a default for (`exclude`, `defaults`,
 * `baseurl`…) a theme cannot set.
 */
export function overThemeConfig(config: Config, theme: Hash): Config {
  const own = defaultConfig('', '')
  const settings = new Map([...theme].filter(([key]) => !own.has(key)))
  return withData(config, deepMerge(settings, config.data))
}
