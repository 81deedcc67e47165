/** `autopages:` in the configuration. */
import {
  type Config,
  fieldOf,
  type Hash,
  isHash,
  isList,
  isTruthy,
  schema,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { hashSetting, textSetting, wrongSetting } from './wrong-setting.ts'

const { bare, flag, hash, list, text } = schema

export interface AutopagesOptions {
  readonly enabled: boolean
  /** Stops where what is written is neither a hash nor a text. */
  makes(kind: AutopageKind): boolean
  /** asked for where there is a name to make a page for */
  of(kind: AutopageKind): AutopageOptions
}

/** How the pages of one kind are made. */
export interface AutopageOptions {
  /** files of layouts: each gives a page for each name */
  readonly layouts: readonly string[]
  /** title and permalink; a layout's front matter goes over them */
  readonly settings: Hash
  /** how a name becomes part of an address */
  readonly slugMode: string
  readonly cased: boolean
}

/** One kind of autopages: how the plugin makes them where the configuration says nothing. */
export interface AutopageKind {
  /** below `autopages:` in the configuration */
  readonly key: 'tags' | 'categories' | 'collections'
  /** what stands for the name in titles and permalinks */
  readonly token: string
  /** what `pagination:` of such a page filters by */
  readonly filter: 'tag' | 'category' | 'collection'
  readonly layout: string
  readonly title: string
  readonly permalink: string
}

export const KINDS: readonly AutopageKind[] = [
  {
    key: 'tags',
    token: ':tag',
    filter: 'tag',
    layout: 'autopage_tags.html',
    title: 'Posts tagged with :tag',
    permalink: '/tag/:tag',
  },
  {
    key: 'categories',
    token: ':cat',
    filter: 'category',
    layout: 'autopage_category.html',
    title: 'Posts in category :cat',
    permalink: '/category/:cat',
  },
  {
    key: 'collections',
    token: ':coll',
    filter: 'collection',
    layout: 'autopage_collection.html',
    title: 'Posts in collection :coll',
    permalink: '/collection/:coll',
  },
]

const SLUG_MODE = 'none'

export const AUTOPAGES_KEYS: schema.Keys = {
  autopages: hash('jekyll-paginate-v2: pages for tags, categories and collections', {
    enabled: flag('turn it on', { default: false }),
    ...Object.fromEntries(
      KINDS.map(({ key, layout, title, permalink }) => [
        key,
        hash(`pages for ${key}`, {
          enabled: flag('turn them off with false', { default: true }),
          layouts: list('files of layouts', bare('string'), { default: [layout] }),
          title: text('title of each', { default: title }),
          permalink: text('address of each', { default: permalink }),
          slugify: hash('how names become addresses', {
            mode: text('as the filter slugify has it', { default: SLUG_MODE }),
            cased: flag('keep capital letters', { default: false }),
          }),
        }),
      ]),
    ),
  }),
}

function ownHash(key: string, written: Value): Hash {
  return isHash(written) ? written : wrongSetting(key, written, 'a hash, as `{enabled: false}`', 'autopages')
}

function layoutsOf(written: Value, layout: string): readonly string[] {
  if (written === null || written === undefined) return [layout]
  if (!isList(written)) return wrongSetting('layouts', written, 'a list of files', 'autopages')
  return written.map((file) => textSetting('layouts', file))
}

export function autopagesOptions(config: Config): AutopagesOptions {
  const settings = hashSetting(config, 'autopages')
  return {
    enabled: isTruthy(settings.get('enabled')),
    makes({ key }) {
      const written = settings.get(key)
      // Ruby finds no `enabled` in a text.
      if (typeof written === 'string') return false
      // nil leaves the default as it is.
      return written === undefined || written === null || ownHash(key, written).get('enabled') !== false
    },
    of({ key, layout }) {
      const written = settings.get(key)
      const own: Hash = written === undefined || written === null ? new Map() : ownHash(key, written)
      const mode = fieldOf(own.get('slugify'), 'mode')
      return {
        layouts: layoutsOf(own.get('layouts'), layout),
        settings: own,
        slugMode: isTruthy(mode) ? toText(mode) : SLUG_MODE,
        cased: isTruthy(fieldOf(own.get('slugify'), 'cased')),
      }
    },
  }
}
