/** `jekyll-archives:` in the configuration. */
import {
  type Config,
  fieldOf,
  isTruthy,
  listOf,
  type PluginSettings,
  rubyToS,
  schema,
  settingsOf,
  toText,
} from '../../plugin-api.ts'

const { bare, either, hash, mapping, text } = schema

const KINDS = ['year', 'month', 'day', 'tag', 'category'] as const
export type Kind = (typeof KINDS)[number]

export interface ArchivesOptions {
  /** whether `years`, `tags` and so on get pages: all of them, or those that are listed */
  wants(name: string): boolean
  readonly layout: Readonly<Record<Kind, string>>
  readonly permalink: Readonly<Record<Kind, string>>
  /** how the names of tags and categories become part of an address */
  readonly slugMode: string
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

const KEY = 'jekyll-archives'

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
      slug_mode: text('how names become addresses', { default: SLUG_MODE }),
    }),
  },
}

export function archivesOptions(config: Config): ArchivesOptions {
  const own = settingsOf(config, KEY)
  const enabled = own.get('enabled')
  const all = enabled === true || enabled === 'all'
  const names = new Set(listOf(enabled).map((name) => rubyToS(name)))
  const byKind = (read: (kind: Kind) => unknown): Record<Kind, string> =>
    Object.fromEntries(KINDS.map((kind) => [kind, toText(read(kind))])) as Record<Kind, string>
  const mode = own.get('slug_mode')
  return {
    wants: (name) => all || names.has(name),
    layout: byKind((kind) => [fieldOf(own.get('layouts'), kind), own.get('layout'), LAYOUT].find(isTruthy)),
    permalink: byKind((kind) => [fieldOf(own.get('permalinks'), kind), PERMALINKS[kind]].find(isTruthy)),
    slugMode: isTruthy(mode) ? rubyToS(mode) : SLUG_MODE,
  }
}
