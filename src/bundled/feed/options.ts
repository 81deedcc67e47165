/** `feed:` in the configuration. */
import {
  BuildError,
  type Config,
  firstPresent,
  type Hash,
  hasGem,
  isHash,
  isList,
  isTruthy,
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
  /** true, or `only`, `except` and `path`, read where there are posts with tags; undefined: no feeds of tags */
  readonly tags: (() => TagOptions) | undefined
  /** whether languages are escaped, and what ends a CDATA section in texts, as since 0.18 */
  readonly escapes: boolean
  /** `icon` and `logo` of the site, which a feed shows since 0.18 */
  readonly images: Readonly<Record<string, unknown>>
  /** how many entries; undefined: what is written is no whole number, and Liquid stops where it is asked */
  readonly limit: number | undefined
  /** whether the full texts are left out; the last of a document's own word and this that is not blank counts */
  readonly excerptOnly: unknown
}

interface CollectionOptions {
  readonly path: string
  readonly categories: readonly string[]
}

interface TagOptions {
  readonly path: string
  readonly only: readonly string[] | undefined
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

/** Whether there are no feeds in development: asked first, and then nothing else is. */
export function isOff(config: Config): boolean {
  return (
    config.environment === 'development' && isTruthy(settingsOf(config, 'feed').get('disable_in_development'))
  )
}

export function feedOptions(config: Config): FeedOptions {
  const feed = writtenFeed(config)
  const collections = new Map<string, CollectionOptions>()
  const given = feed.get('collections')
  const metas = new Map<string, Hash>()
  if (isHash(given))
    for (const [label, meta] of given)
      metas.set(rubyToS(label), isHash(meta) ? meta : stop(`collections: ${rubyToS(label)}`, meta, 'a hash'))
  else if (isList(given)) for (const label of given) metas.set(rubyToS(label), new Map())
  if (!metas.has('posts')) metas.set('posts', new Map())
  for (const [label, meta] of metas) {
    const own = (key: 'path' | 'categories'): Value =>
      label === 'posts' && !isTruthy(meta.get(key)) ? feed.get(key) : meta.get(key)
    const path = own('path')
    collections.set(label, {
      path: isTruthy(path) ? pathOf(path) : label === 'posts' ? `/${PATH}` : `/feed/${label}.xml`,
      categories: [...new Set(categoriesOf(own('categories')))],
    })
  }
  const since018 = hasGem(config.reference, 'jekyll-feed', '0.18')
  return {
    collections,
    tags: isTruthy(feed.get('tags')) ? () => tagOptions(feed.get('tags')) : undefined,
    escapes: since018,
    images: since018 ? { icon: feed.get('icon'), logo: feed.get('logo') } : {},
    limit: limitOf(toText(firstPresent(feed.get('posts_limit'), LIMIT))),
    excerptOnly: feed.get('excerpt_only') ?? null,
  }
}

function limitOf(written: string): number | undefined {
  return /^[+-]?\d+$/.test(written) ? Math.max(0, Number(written)) : undefined
}

function pathOf(value: Value): string {
  return typeof value === 'string' ? value : stop('path', value, 'a text')
}

function categoriesOf(value: Value): readonly string[] {
  if (!isTruthy(value)) return []
  const list = isHash(value) ? [...value] : value
  return isList(list) ? list.map((name) => toText(name)) : stop('categories', value, 'a list')
}

function stop(setting: string, value: Value, wanted: string): never {
  throw new BuildError([
    {
      code: 'feed/wrong-setting',
      severity: 'error',
      topic: 'Jekyll Feed:',
      message: `'${setting}' is ${rubyToS(value) || 'empty'}, not ${wanted}.`,
      help: `write ${wanted} there, in \`feed\` of the configuration`,
      settings: [{ keys: [...new Set(['feed', ...setting.split(': ')])] }, { keys: ['feed'] }],
      trail: [],
    },
  ])
}

function tagOptions(tags: Value): TagOptions {
  if (!isHash(tags) && tags !== true && typeof tags !== 'string') stop('tags', tags, 'true or a hash')
  const own: Hash = isHash(tags) ? tags : new Map()
  const words = (key: 'only' | 'except'): readonly string[] | undefined => {
    const value = own.get(key)
    if (!isTruthy(value)) return undefined
    return isList(value) ? value.map((tag) => toText(tag)) : stop(`tags: ${key}`, value, 'a list')
  }
  const path = own.get('path')
  return {
    path: isTruthy(path) ? rubyToS(path) : TAG_PATH,
    only: words('only'),
    except: words('except') ?? [],
  }
}

/**
 * The path of the feed of the posts, as `feed_meta` links it; the other collections' are not asked for. What the posts'
 * collection says counts once feeds are made.
 */
export function postsPath(config: Config): string {
  const feed = writtenFeed(config)
  const collections = isOff(config) ? null : feed.get('collections')
  const posts = isHash(collections) ? collections.get('posts') : undefined
  const path = [feed.get('path'), isHash(posts) ? posts.get('path') : undefined].find(isTruthy)
  return path === undefined ? `/${PATH}` : pathOf(path)
}

function writtenFeed(config: Config): Hash {
  const written = config.data.get('feed')
  if (isTruthy(written) && !isHash(written)) stop('feed', written, 'a hash')
  return settingsOf(config, 'feed')
}
