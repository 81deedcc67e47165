/** `jekyll-archives:` in the configuration. */
import {
  type Config,
  deepMerge,
  type Hash,
  isHash,
  isList,
  isTruthy,
  type PluginSettings,
  rubyToS,
  schema,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { archivesVersion } from './versions.ts'

const { bare, either, hash, mapping, text } = schema

const KINDS = ['year', 'month', 'day', 'tag', 'category'] as const
export type Kind = (typeof KINDS)[number]

export interface ArchivesOptions {
  /** whether `years`, `tags` and so on get pages: all of them, or those that are listed */
  wants(name: string): boolean
  readonly layout: Readonly<Record<Kind, Value>>
  readonly permalink: Readonly<Record<Kind, string>>
  /** how the names of tags and categories become part of an address */
  readonly slugMode: string
  /** what templates find in the place of the configuration's own hash */
  readonly shown: Hash
}

const LAYOUT = 'archive'
const SLUG_MODE = 'default'
const PERMALINKS: Readonly<Record<Kind, string>> = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
}

/** What the plugin fills its settings up with, in its order. */
const DEFAULTS: Hash = new Map<Value, Value>([
  ['layout', LAYOUT],
  ['enabled', []],
  ['permalinks', new Map(Object.entries(PERMALINKS))],
])

export const KEY = 'jekyll-archives'

export const SETTINGS: PluginSettings = {
  config: {
    [KEY]: hash('jekyll-archives', {
      enabled: either(
        'which archives',
        bare('string'),
        { type: 'array', items: { type: 'string' } },
        bare('boolean'),
      ),
      layout: text('layout of all', { default: LAYOUT }),
      layouts: mapping('layout by kind', { type: 'string' }),
      permalinks: mapping('address by kind', { type: 'string' }, { default: PERMALINKS }),
      slug_mode: text('how names become addresses (since 2.3)', { default: SLUG_MODE }),
    }),
  },
}

/** undefined where the configuration has something else than a hash: then there are no archives. */
export function archivesOptions(config: Config): ArchivesOptions | undefined {
  const written = config.data.get(KEY)
  if (!isHash(written) && config.data.has(KEY)) return undefined
  const own = deepMerge(new Map(DEFAULTS), isHash(written) ? written : new Map())
  const enabled = own.get('enabled')
  const all = enabled === true || enabled === 'all'
  const names = new Set(isList(enabled) ? enabled.filter((name) => typeof name === 'string') : [])
  const layouts = hashOf(own.get('layouts'))
  const permalinks = hashOf(own.get('permalinks'))
  const mode = archivesVersion(config).slugMode ? own.get('slug_mode') : undefined
  return {
    wants: (name) => all || names.has(name),
    layout: byKind((kind) => (isTruthy(layouts.get(kind)) ? layouts.get(kind) : own.get('layout'))),
    permalink: byKind((kind) => toText(permalinks.get(kind))),
    slugMode: isTruthy(mode) ? rubyToS(mode as Value) : SLUG_MODE,
    shown: own,
  }
}

function byKind<T>(read: (kind: Kind) => T): Record<Kind, T> {
  return Object.fromEntries(KINDS.map((kind) => [kind, read(kind)])) as Record<Kind, T>
}

function hashOf(value: Value): Hash {
  return isHash(value) ? value : new Map()
}
