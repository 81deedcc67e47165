/**
 * jekyll-feed 0.17: an Atom feed of the posts, and of other collections, categories and tags where the configuration
 * asks for them. https://github.com/jekyll/jekyll-feed
 */
import {
  addPages,
  asTag,
  type Config,
  definePlugin,
  documentsOf,
  escapeXmlAttribute,
  fieldOf,
  firstPresent,
  type GeneratorContext,
  hasUrl,
  isBlank,
  isTruthy,
  listOf,
  makePage,
  type Page,
  rubyToS,
  type Site,
  servicesOf,
  settingsOf,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { feedDocument } from './document.ts'

const NAME = 'jekyll-feed'

/** `feed:` in the configuration. */
interface Options {
  /** where the feed of the posts goes */
  readonly path: string
  /** a list of collections, or a hash of them with `path` and `categories` each */
  readonly collections: ReadonlyMap<string, CollectionOptions>
  /** true, or `only`, `except` and `path`; undefined: no feeds of tags */
  readonly tags: TagOptions | undefined
}

interface CollectionOptions {
  readonly path: string
  readonly categories: readonly string[]
}

interface TagOptions {
  readonly path: string
  readonly only: readonly string[]
  readonly except: readonly string[]
}

const defaults = { path: 'feed.xml', tagPath: '/feed/by_tag/' } as const

/** Tags that may name a file; Jekyll's plugin passes over the others. */
const TAG = /^\w+$/

function optionsOf(config: Config): Options {
  const feed = settingsOf(config, 'feed')
  const path = isTruthy(feed.get('path')) ? rubyToS(feed.get('path')) : defaults.path
  const collections = new Map<string, CollectionOptions>()
  const given = feed.get('collections')
  const add = (label: string, meta: unknown): void => {
    const own = fieldOf(meta, 'path')
    const fallback = label === 'posts' ? path : `/feed/${label}.xml`
    const categories = listOf(fieldOf(meta, 'categories') as Value).map((name) => rubyToS(name))
    collections.set(label, {
      path: isTruthy(own) ? toText(own) : fallback,
      categories: [...new Set(categories)],
    })
  }
  if (given instanceof Map) for (const [label, meta] of given) add(rubyToS(label as Value), meta)
  else for (const label of listOf(given)) add(rubyToS(label), null)
  if (!collections.has('posts')) add('posts', new Map([['categories', feed.get('categories')]]))
  return { path, collections, tags: tagOptions(feed.get('tags')) }
}

function tagOptions(tags: Value): TagOptions | undefined {
  if (!isTruthy(tags)) return undefined
  const words = (key: string): readonly string[] =>
    listOf(fieldOf(tags, key) as Value).map((tag) => rubyToS(tag))
  const path = tags instanceof Map ? tags.get('path') : null
  return {
    path: isTruthy(path) ? rubyToS(path as Value) : defaults.tagPath,
    only: words('only'),
    except: words('except'),
  }
}

/** The path of the feed of the posts, as `feed_meta` links it. */
function mainPath(config: Config): string {
  return optionsOf(config).collections.get('posts')?.path ?? defaults.path
}

function generate(site: Site, ctx: GeneratorContext): Site {
  const isOff = settingsOf(site.config, 'feed').get('disable_in_development') === true
  if (isOff && site.config.environment === 'development') {
    ctx.info('Jekyll Feed:', 'Skipping feed generation in development')
    return site
  }
  const { collections, tags } = optionsOf(site.config)
  const pages: Page[] = []
  const add = (path: string, collection: string, category: string | null, tag: string | null): void => {
    const full = path.startsWith('/') ? path : `/${path}`
    if (hasUrl(site, full)) return
    pages.push(feedPage(site, full, collection, category, tag))
  }
  for (const [label, { path, categories }] of collections) {
    ctx.info('Jekyll Feed:', `Generating feed for ${label}`)
    add(path, label, null, null)
    for (const category of categories) {
      const prefix = label === 'posts' ? '/feed' : `/feed/${label}`
      add(`${prefix}/${category}.xml`, label, category, null)
    }
  }
  if (tags !== undefined)
    for (const tag of feedTags(site, tags)) {
      ctx.info('Jekyll Feed:', `Generating feed for posts tagged ${tag}`)
      add(`${tags.path}${tag}.xml`, 'posts', null, tag)
    }
  return addPages(site, pages)
}

/** The tags of all posts, in the order of the posts, that may and shall have a feed. */
function feedTags(site: Site, { only, except }: TagOptions): readonly string[] {
  const all = new Set<string>()
  for (const doc of documentsOf(site))
    if (doc.collection === 'posts') for (const tag of listOf(doc.data.get('tags'))) all.add(rubyToS(tag))
  const wanted = only.length === 0 ? [...all] : only
  return wanted.filter((tag) => !except.includes(tag) && TAG.test(tag))
}

function feedPage(
  site: Site,
  path: string,
  collection: string,
  category: string | null,
  tag: string | null,
): Page {
  return makePage(site, {
    path: path.slice(1),
    name: path,
    body: '{% feed_document %}',
    generatedBy: NAME,
    data: new Map<Value, Value>([
      ['layout', null],
      ['sitemap', false],
      ['xsl', hasUrl(site, '/feed.xslt.xml')],
      ['collection', collection],
      ['category', category],
      ['tags', tag],
    ]),
  })
}

export const feed = definePlugin({
  name: NAME,
  priority: 'lowest',
  generate,
  tags: [
    feedDocument,
    asTag({
      name: 'feed_meta',
      parse: () => null,
      render(_state, ctx) {
        const { site, absoluteUrl } = servicesOf(ctx)
        const path = mainPath(site.config)
        const { data } = site.config
        const title = firstPresent(data.get('title'), data.get('name'))
        const href = absoluteUrl(path)
        const attribute = isBlank(title) ? '' : ` title="${escapeXmlAttribute(toText(title))}"`
        return `<link type="application/atom+xml" rel="alternate" href="${href}"${attribute} />`
      },
    }),
  ],
})
