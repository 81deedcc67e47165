/** `feed:` in the configuration. */
import {
  type Config,
  fieldOf,
  firstPresent,
  hasGem,
  isTruthy,
  listOf,
  type PluginSettings,
  rubyToS,
  schema,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'

const { bare, count, either, flag, hash, list, text } = schema

export interface FeedOptions {
  /** by label, the posts last where they are not named; a list of collections, or a hash of them */
  readonly collections: ReadonlyMap<string, CollectionOptions>
  /** true, or `only`, `except` and `path`; undefined: no feeds of tags */
  readonly tags: TagOptions | undefined
  /** `icon` and `logo` of the site, which a feed shows since 0.18 */
  readonly images: Readonly<Record<string, unknown>>
  /** how many entries */
  readonly limit: number
  /** whether the full texts are left out; the last of a document's own word and this that is not blank counts */
  readonly excerptOnly: unknown
  /** whether there are no feeds in development */
  readonly offInDevelopment: boolean
}

interface CollectionOptions {
  readonly path: string
  readonly categories: readonly string[]
}

export interface TagOptions {
  readonly path: string
  readonly only: readonly string[]
  readonly except: readonly string[]
}

const PATH = 'feed.xml'
const TAG_PATH = '/feed/by_tag/'
const LIMIT = 10

const NAMES = list('names')

export const SETTINGS: PluginSettings = {
  config: {
    feed: hash('jekyll-feed', {
      path: text('where the feed of the posts goes', { default: PATH }),
      posts_limit: count('how many entries', { default: LIMIT, minimum: 0 }),
      excerpt_only: flag('no full texts', { default: false }),
      icon: text('picture of the site'),
      logo: text('wide picture of the site'),
      categories: list('categories with a feed of their own'),
      collections: either('collections with a feed of their own', { type: 'array' }, bare('object')),
      tags: either(
        'feeds of tags',
        bare('boolean'),
        hash('which', {
          path: text('where they go', { default: TAG_PATH }),
          only: NAMES,
          except: NAMES,
        }),
      ),
      disable_in_development: flag('make none in development', { default: false }),
    }),
  },
  frontMatter: { feed: hash('jekyll-feed', { excerpt_only: flag('no full text') }) },
}

export function feedOptions(config: Config): FeedOptions {
  const feed = settingsOf(config, 'feed')
  const path = isTruthy(feed.get('path')) ? rubyToS(feed.get('path')) : PATH
  const collections = new Map<string, CollectionOptions>()
  const given = feed.get('collections')
  const add = (label: string, meta: unknown): void => {
    const own = fieldOf(meta, 'path')
    const fallback = label === 'posts' ? path : `/feed/${label}.xml`
    const categories = listOf(fieldOf(meta, 'categories')).map((name) => toText(name))
    collections.set(label, {
      path: isTruthy(own) ? toText(own) : fallback,
      categories: [...new Set(categories)],
    })
  }
  if (given instanceof Map) for (const [label, meta] of given) add(rubyToS(label as Value), meta)
  else for (const label of listOf(given)) add(rubyToS(label), null)
  if (!collections.has('posts')) add('posts', new Map([['categories', feed.get('categories')]]))
  return {
    collections,
    tags: tagOptions(feed.get('tags')),
    images: hasGem(config.reference, 'jekyll-feed', '0.18')
      ? { icon: feed.get('icon'), logo: feed.get('logo') }
      : {},
    limit: Math.max(0, Math.trunc(Number(toText(firstPresent(feed.get('posts_limit'), LIMIT)))) || 0),
    excerptOnly: feed.get('excerpt_only') ?? null,
    offInDevelopment: feed.get('disable_in_development') === true,
  }
}

function tagOptions(tags: Value): TagOptions | undefined {
  if (!isTruthy(tags)) return undefined
  const words = (key: string): readonly string[] => listOf(fieldOf(tags, key)).map((tag) => toText(tag))
  const path = tags instanceof Map ? tags.get('path') : null
  return {
    path: isTruthy(path) ? rubyToS(path as Value) : TAG_PATH,
    only: words('only'),
    except: words('except'),
  }
}

/** The path of the feed of the posts, as `feed_meta` links it. */
export function postsPath({ collections }: FeedOptions): string {
  return collections.get('posts')?.path ?? PATH
}
