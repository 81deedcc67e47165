/** `pagination:` and `autopages:` in the configuration. */
import {
  type Config,
  deepMerge,
  fieldOf,
  type Hash,
  isHash,
  isTruthy,
  type Page,
  type PluginSettings,
  schema,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { AUTOPAGES_KEYS, type AutopagesOptions, autopagesOptions } from './autopages-options.ts'

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
  readonly title: string
  /** at most so many pages; 0: all */
  readonly limit: number
  readonly offset: number
  readonly sortField: string
  readonly sortReverse: boolean
  /** collections, comma-separated; `all` */
  readonly collection: string
  /** every document must have these; compared in small letters */
  readonly category: string
  readonly tag: string
  readonly locale: string
  readonly before: number
  readonly after: number
  /** as written: Jekyll's plugin names a page after it even where it is not set */
  readonly indexpage: string
  readonly extension: string
}

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
  collection: text('which, or `all`', { default: DEFAULTS.collection }),
  per_page: count('items per page', { default: DEFAULTS.per_page, minimum: 1 }),
  permalink: text('address of further pages', { default: DEFAULTS.permalink }),
  title: text('title of further pages', { default: DEFAULTS.title }),
  limit: count('pages at most; 0 for no limit', { default: DEFAULTS.limit }),
  sort_field: text('what orders', { default: DEFAULTS.sort_field }),
  sort_reverse: flag('the last first', { default: DEFAULTS.sort_reverse }),
  offset: count('items left out at the start', { default: DEFAULTS.offset }),
  category: text('which, or `posts`'),
  tag: text('which'),
  locale: text('which'),
  indexpage: text('file name of each page'),
  extension: text('extension of each page', { default: DEFAULTS.extension }),
  trail: hash('page numbers around the present one', {
    before: count('before', { default: DEFAULTS.trail.before }),
    after: count('after', { default: DEFAULTS.trail.after }),
  }),
  legacy: flag('has no effect', { default: DEFAULTS.legacy }),
})

export const SETTINGS: PluginSettings = {
  config: { pagination: PAGINATION, ...AUTOPAGES_KEYS },
  frontMatter: { pagination: PAGINATION },
}

export function paginateV2Options(config: Config): PaginateV2Options {
  const settings = settingsOf(config, 'pagination')
  const shown = new Map<Value, Value>(Object.entries({ ...DEFAULTS, trail: null }))
  shown.set('trail', new Map<Value, Value>(Object.entries(DEFAULTS.trail)))
  return {
    enabled: settings.get('enabled') === true,
    autopages: autopagesOptions(config),
    of(page) {
      const own = page.data.get('pagination')
      if (fieldOf(own, 'enabled') !== true) return undefined
      return paginationOf(isHash(own) ? deepMerge(settings, own) : settings)
    },
    shown: deepMerge(shown, settings),
  }
}

function paginationOf(settings: Hash): Pagination {
  const text = (key: string, fallback = ''): string =>
    isTruthy(settings.get(key)) ? toText(settings.get(key)) : fallback
  const number = (value: unknown, fallback: number): number =>
    isTruthy(value) ? Number.parseInt(toText(value), 10) || 0 : fallback
  return {
    perPage: number(settings.get('per_page'), DEFAULTS.per_page),
    permalink: text('permalink', DEFAULTS.permalink),
    title: text('title', DEFAULTS.title),
    limit: number(settings.get('limit'), DEFAULTS.limit),
    offset: number(settings.get('offset'), DEFAULTS.offset),
    sortField: text('sort_field', DEFAULTS.sort_field),
    sortReverse: settings.get('sort_reverse') === true,
    collection: text('collection', DEFAULTS.collection),
    category: text('category'),
    tag: text('tag'),
    locale: text('locale'),
    before: number(fieldOf(settings.get('trail'), 'before'), DEFAULTS.trail.before),
    after: number(fieldOf(settings.get('trail'), 'after'), DEFAULTS.trail.after),
    indexpage: text('indexpage'),
    extension: text('extension', DEFAULTS.extension),
  }
}
