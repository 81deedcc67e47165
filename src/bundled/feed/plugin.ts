/**
 * jekyll-feed 0.17: an Atom feed of the posts, and of other collections, categories and tags where the configuration
 * asks for them. https://github.com/jekyll/jekyll-feed
 */
import {
  addPages,
  asTag,
  definePlugin,
  documentsOf,
  escapeXmlAttribute,
  firstPresent,
  type GeneratorContext,
  hasUrl,
  isBlank,
  listOf,
  makePage,
  type Page,
  rubyToS,
  type Site,
  servicesOf,
  strictTemplateWarning,
  toText,
  type Value,
} from '../../plugin-api.ts'
import { feedDocument } from './document.ts'
import { feedOptions, postsPath, SETTINGS, type TagOptions } from './options.ts'

const NAME = 'jekyll-feed'

/** Tags that may name a file; Jekyll's plugin passes over the others. */
const TAG = /^\w+$/

function generate(site: Site, ctx: GeneratorContext): Site {
  const { collections, tags, offInDevelopment } = feedOptions(site.config)
  if (offInDevelopment && site.config.environment === 'development') {
    ctx.info('Jekyll Feed:', 'Skipping feed generation in development')
    return site
  }
  const pages: Page[] = []
  const add = (path: string, collection: string, category: string | null, tag: string | null): void => {
    const full = path.startsWith('/') ? path : `/${path}`
    if (hasUrl(site, full)) return
    pages.push(feedPage(site, path, collection, category, tag))
  }
  for (const [label, { path, categories }] of collections) {
    ctx.info('Jekyll Feed:', `Generating feed for ${label}`)
    for (const category of categories) {
      const prefix = label === 'posts' ? '/feed' : `/feed/${label}`
      add(`${prefix}/${category}.xml`, label, category, null)
    }
    add(path, label, null, null)
  }
  if (tags !== undefined)
    for (const tag of feedTags(site, tags)) {
      ctx.info('Jekyll Feed:', `Generating feed for posts tagged ${tag}`)
      add(`${tags.path}${tag}.xml`, 'posts', null, tag)
    }
  const warning = strictTemplateWarning(site.config.data.get('liquid'), NAME, 'feed.xml')
  if (warning !== undefined && pages.length > 0) ctx.warn(warning)
  return addPages(site, pages)
}

/** The tags that may and shall have a feed: of all posts, in their order, or those asked for; none where no post has one. */
function feedTags(site: Site, { only, except }: TagOptions): readonly string[] {
  const all = new Set<string>()
  for (const doc of documentsOf(site))
    if (doc.collection === 'posts') for (const tag of listOf(doc.data.get('tags'))) all.add(rubyToS(tag))
  if (all.size === 0) return []
  return (only ?? [...all]).filter((tag) => !except.includes(tag) && TAG.test(tag))
}

function feedPage(
  site: Site,
  path: string,
  collection: string,
  category: string | null,
  tag: string | null,
): Page {
  return makePage(site, {
    path: path.replace(/^\//, ''),
    name: path,
    body: '{% feed_document %}',
    shown: '',
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
  settings: SETTINGS,
  generate,
  tags: [
    feedDocument,
    asTag({
      name: 'feed_meta',
      parse: () => null,
      render(_state, ctx) {
        const { site, absoluteUrl } = servicesOf(ctx)
        const path = postsPath(feedOptions(site.config), site.config)
        const { data } = site.config
        const title = firstPresent(data.get('title'), data.get('name'))
        const href = absoluteUrl(path)
        const attribute = isBlank(title) ? '' : ` title="${escapeXmlAttribute(toText(title))}"`
        return `<link type="application/atom+xml" rel="alternate" href="${href}"${attribute} />`
      },
    }),
  ],
})
