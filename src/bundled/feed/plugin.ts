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
  type GeneratorContext,
  hasUrl,
  isTruthy,
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
import { feedOptions, isOff, postsPath, SETTINGS } from './options.ts'

const NAME = 'jekyll-feed'

/** Tags that may name a file; Jekyll's plugin passes over the others. */
const TAG = /^\w+$/

function generate(site: Site, ctx: GeneratorContext): Site {
  if (isOff(site.config)) {
    ctx.info('Jekyll Feed:', 'Skipping feed generation in development')
    return site
  }
  const { collections, tags } = feedOptions(site.config)
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
  const used = tags === undefined ? [] : usedTags(site)
  if (tags !== undefined && used.length > 0) {
    const { path, only = used, except } = tags()
    for (const tag of only) {
      if (except.includes(tag) || !TAG.test(tag)) continue
      ctx.info('Jekyll Feed:', `Generating feed for posts tagged ${tag}`)
      add(`${path}${tag}.xml`, 'posts', null, tag)
    }
  }
  const warning = strictTemplateWarning(site.config.data.get('liquid'), NAME, 'feed.xml')
  if (warning !== undefined && pages.length > 0) ctx.warn(warning)
  return addPages(site, pages)
}

/** The tags of all posts, in their order. */
function usedTags(site: Site): readonly string[] {
  const all = new Set<string>()
  for (const doc of documentsOf(site))
    if (doc.collection === 'posts') for (const tag of listOf(doc.data.get('tags'))) all.add(rubyToS(tag))
  return [...all]
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
        const services = servicesOf(ctx)
        const { site, absoluteUrl } = services
        const written = site.config.data.get('feed')
        if (written === false)
          services.raise('FalseClass does not have #dig method', 'write a hash as `feed`')
        const path = postsPath(site.config)
        const { data } = site.config
        const title = [data.get('title'), data.get('name')].find(isTruthy)
        const href = absoluteUrl(path)
        const attribute = !isTruthy(title) ? '' : ` title="${escapeXmlAttribute(toText(title))}"`
        return `<link type="application/atom+xml" rel="alternate" href="${href}"${attribute} />`
      },
    }),
  ],
})
