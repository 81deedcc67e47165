/** `pagination:` and `autopages:` in the configuration. */
import {
  type Config,
  deepMerge,
  type Hash,
  isHash,
  isList,
  isNil,
  isTruthy,
  type Page,
  type PluginSettings,
  rubyToS,
  schema,
  settingOf,
  type Value,
} from '../../plugin-api.ts'
import { AUTOPAGES_KEYS, type AutopagesOptions, autopagesOptions } from './autopages-options.ts'
import {
  hashSetting,
  inFrontMatter,
  splitText,
  stop,
  textSetting,
  wholeNumber,
  wrongSetting,
} from './wrong-setting.ts'

const { count, flag, hash, text } = schema

export interface PaginateV2Options {
  readonly enabled: boolean
  readonly autopages: AutopagesOptions
  /** how a page is paginated whose front matter says `pagination: {enabled: true}`; undefined for all others */
  of(page: Page): Pagination | undefined
  /** what `pagination` of an autopage has, before its own words */
  readonly shown: Hash
}

/** `pagination:` in the configuration, and over it in a page's front matter. */
export interface Pagination {
  readonly perPage: number
  /** where later pages go, below the page's own directory */
  readonly permalink: string
  /** of later pages; asked where there is one, as a value of another kind stops the build only then */
  title(): string
  /** at most so many pages; 0: all */
  readonly limit: number
  /** undefined: as the documents stand, and `offset` and `sort_reverse` do nothing */
  readonly sortField: string | undefined
  readonly sortReverse: boolean
  /** left out of the end of what is sorted, before it is turned round */
  readonly offset: number
  /** names of collections; `all` */
  readonly collections: readonly string[]
  /** every document must have these, as they are written */
  readonly filters: Readonly<Record<Filter, Value>>
  /** numbers of pages around the present one, asked where there are several; undefined: no trail */
  trail(): Trail | undefined
  /** name of each page's file, without its extension; '' where none is set: then addresses end in a slash */
  readonly indexName: string
  /** with its dot */
  readonly extension: string
}

interface Trail {
  readonly before: number
  readonly after: number
}

/** What documents are filtered by, in the plugin's order. */
export const FILTERS = ['category', 'tag', 'locale'] as const
export type Filter = (typeof FILTERS)[number]

/** What the plugin fills `pagination:` up with, in its order. */
const DEFAULTS = {
  enabled: false,
  collection: 'posts',
  offset: 0,
  per_page: 10,
  permalink: '/page:num/',
  title: ':title - page :num',
  page_num: 1,
  sort_reverse: false,
  sort_field: 'date',
  limit: 0,
  trail: { before: 0, after: 0 },
  indexpage: null,
  extension: 'html',
  debug: false,
  legacy: false,
} as const

const PAGINATION = hash('jekyll-paginate-v2', {
  enabled: flag('turn it on', { default: DEFAULTS.enabled }),
  debug: flag('has no effect', { default: DEFAULTS.debug }),
  collection: text('which, or `all` for all but posts', { default: DEFAULTS.collection }),
  per_page: count('items per page', { default: DEFAULTS.per_page, minimum: 1 }),
  permalink: text('address of further pages', { default: DEFAULTS.permalink }),
  title: text('title of further pages', { default: DEFAULTS.title }),
  limit: count('pages at most; 0 for no limit', { default: DEFAULTS.limit }),
  sort_field: text('what orders', { default: DEFAULTS.sort_field }),
  sort_reverse: flag('the last first', { default: DEFAULTS.sort_reverse }),
  offset: count('items left out at the end of the order, before sort_reverse', { default: DEFAULTS.offset }),
  category: text('which; `posts` for all'),
  tag: text('which'),
  locale: text('which'),
  indexpage: text('file name of each page'),
  extension: text('extension of each page', { default: DEFAULTS.extension }),
  trail: hash('page numbers around the present one', {
    before: count('before', { default: DEFAULTS.trail.before }),
    after: count('after', { default: DEFAULTS.trail.after }),
  }),
  legacy: flag('stops the build', { default: DEFAULTS.legacy }),
})

export const SETTINGS: PluginSettings = {
  config: { pagination: PAGINATION, ...AUTOPAGES_KEYS },
  frontMatter: { pagination: PAGINATION },
}

export function paginateV2Options(config: Config): PaginateV2Options {
  const settings = hashSetting(config, 'pagination')
  const shown = new Map<Value, Value>(Object.entries({ ...DEFAULTS, trail: null }))
  shown.set('trail', new Map<Value, Value>(Object.entries(DEFAULTS.trail)))
  const all = deepMerge(shown, settings)
  if (!isNil(config.data.get('paginate')) || isTruthy(settings.get('legacy'))) refuseOldSettings(config)
  return {
    enabled: isTruthy(all.get('enabled')),
    autopages: autopagesOptions(config),
    of(page) {
      const own = settingOf(page, 'pagination')
      if (!isHash(own) || !isTruthy(own.get('enabled'))) return undefined
      const within = <T>(work: () => T): T => inFrontMatter(page.file.path, work)
      const read = within(() => paginationOf(deepMerge(all, own)))
      return { ...read, title: () => within(read.title), trail: () => within(read.trail) }
    },
    shown: all,
  }
}

/** What jekyll-paginate understands cannot be set beside this plugin, which once understood it too. */
function refuseOldSettings(config: Config): never {
  const help =
    'take `paginate`, `paginate_path` and `legacy` out of the configuration; `pagination: {per_page: …}` says it'
  return isNil(config.data.get('pagination')) || isNil(config.data.get('paginate'))
    ? stop(
        'Legacy jekyll-paginate configuration compatibility mode has expired. Please upgrade to jekyll-paginate-v2 configuration.',
        help,
        [{ keys: ['pagination', 'legacy'] }, { keys: ['paginate'] }],
      )
    : stop(
        "The new jekyll-paginate-v2 and the old jekyll-paginate logic cannot both be configured in the site config at the same time. Please disable the old 'paginate:' config settings by either omitting the values or setting them to 'paginate:off'.",
        help,
        [{ keys: ['paginate'] }],
      )
}

function paginationOf(settings: Hash): Pagination {
  const number = (key: string): number => wholeNumber(key, settings.get(key))
  const text = (key: string): string => textSetting(key, settings.get(key))
  const sortField = settings.get('sort_field')
  const sorts = isTruthy(sortField)
  return {
    perPage: number('per_page') || wrongSetting('per_page', settings.get('per_page'), 'a number above 0'),
    permalink: text('permalink'),
    title: () => text('title'),
    limit: isTruthy(settings.get('limit')) ? number('limit') : DEFAULTS.limit,
    sortField: sorts ? rubyToS(sortField) : undefined,
    sortReverse: isTruthy(settings.get('sort_reverse')),
    offset: sorts ? Math.max(0, number('offset')) : 0,
    collections: collectionNames(settings.get('collection')),
    filters: {
      category: settings.get('category'),
      tag: settings.get('tag'),
      locale: settings.get('locale'),
    },
    trail: () => trailOf(settings.get('trail')),
    indexName: isNil(settings.get('indexpage')) ? '' : fileName(text('indexpage')),
    extension: `.${rubyToS(settings.get('extension')).replace(/^\./, '')}`,
  }
}

function collectionNames(setting: Value): readonly string[] {
  const names = typeof setting === 'string' ? splitText(setting, /[;,\s]/) : setting
  if (!isList(names)) return wrongSetting('collection', setting, 'the name of a collection')
  return names.map((name) => textSetting('collection', name).toLowerCase().trim())
}

function fileName(setting: string): string {
  const name = splitText(setting, /\./)[0]
  return name ?? wrongSetting('indexpage', setting, 'the name of a file')
}

function trailOf(setting: Value): Trail | undefined {
  if (!isTruthy(setting)) return undefined
  if (!isHash(setting) && typeof setting !== 'string')
    return wrongSetting('trail', setting, 'a hash of `before` and `after`')
  const count = (key: string): number =>
    isHash(setting) ? Math.max(0, wholeNumber(`trail: ${key}`, setting.get(key))) : 0
  const trail = { before: count('before'), after: count('after') }
  return trail.before + trail.after > 0 ? trail : undefined
}
