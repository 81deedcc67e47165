/**
 * A JSON Feed 1.1 of the newest posts at `feed.json`, beside the Atom feed and with the same entries. Whirl's own;
 * https://www.jsonfeed.org/version/1.1/
 */
import {
  addPages,
  asTag,
  definePlugin,
  escapeXmlAttribute,
  fieldOf,
  firstPresent,
  hasUrl,
  isBlank,
  isTruthy,
  listOf,
  makePage,
  type RenderContext,
  type Site,
  servicesOf,
  type TagDefinition,
  toText,
  type Value,
  withoutFootnotes,
} from '../../plugin-api.ts'
import { jsonFeedOptions, SETTINGS } from './options.ts'

const NAME = 'json-feed'

/** The type of a link to the feed: `{% json_feed_meta %}` in a page's head. */
const meta: TagDefinition = asTag({
  name: 'json_feed_meta',
  parse: () => null,
  render(_state, ctx) {
    const { site, absoluteUrl } = servicesOf(ctx)
    const { data } = site.config
    const title = firstPresent(data.get('title'), data.get('name'))
    const attribute = isBlank(title) ? '' : ` title="${escapeXmlAttribute(toText(title))}"`
    return `<link type="application/feed+json" rel="alternate" href="${absoluteUrl(jsonFeedOptions(site.config).path)}"${attribute}>`
  },
})

/** Where the feed is, for links in a page: `{% json_feed_path %}`. */
const path: TagDefinition = asTag({
  name: 'json_feed_path',
  parse: () => null,
  render: (_state, ctx) => jsonFeedOptions(servicesOf(ctx).site.config).path,
})

const feed: TagDefinition = asTag({
  name: 'json_feed_document',
  parse: () => null,
  render: (_state, ctx) => `${JSON.stringify(feedOf(ctx), null, 1)}\n`,
})

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined }
type JsonObject = Readonly<Record<string, Json | undefined>>

function feedOf(ctx: RenderContext): JsonObject {
  const site = ctx.get('site')
  const { site: model, absoluteUrl } = servicesOf(ctx)
  const { limit } = jsonFeedOptions(model.config)
  const page = ctx.get('page')
  // That of one language, on a site in several.
  const own = fieldOf(page, 'feed_language')
  const language = fieldOf(own, 'lang')
  const of = (key: string): unknown => firstPresent(fieldOf(own, key), fieldOf(site, key))
  const icon = of('icon') ?? of('logo')
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: toText(firstPresent(of('title'), of('name'), '')),
    home_page_url: absoluteUrl(toText(firstPresent(fieldOf(own, 'home'), '/'))),
    feed_url: absoluteUrl(toText(fieldOf(page, 'url'))),
    description: present(of('description')),
    icon: isBlank(icon) ? undefined : addressOf(ctx, icon),
    language: present(of('lang')),
    authors: authorsOf(ctx, fieldOf(of('attribution'), 'authors'), of('author')),
    items: listOf(of('posts') as Value)
      .filter((post) => fieldOf(post, 'draft') !== true)
      .filter((post) => !isTruthy(language) || fieldOf(post, 'lang') === language)
      .slice(0, limit)
      .map((post) => itemOf(ctx, post)),
  }
}

function itemOf(ctx: RenderContext, post: unknown): JsonObject {
  const of = (key: string): unknown => fieldOf(post, key)
  const { filter, absoluteUrl } = servicesOf(ctx)
  const date = (value: unknown): string | undefined =>
    isTruthy(value) ? toText(filter(ctx, 'date_to_xmlschema', value)) : undefined
  const url = absoluteUrl(toText(of('url')))
  const image = firstPresent(fieldOf(of('image'), 'path'), of('image'), of('social_card'))
  const summary = firstPresent(of('description'), of('excerpt'))
  const plain = isBlank(summary)
    ? ''
    : toText(filter(ctx, 'strip_html', withoutFootnotes(toText(summary))))
        .replace(/\s+/g, ' ')
        .trim()
  const tags = [...listOf(of('categories') as Value), ...listOf(of('tags') as Value)].map((tag) =>
    toText(tag),
  )
  return {
    id: url,
    url,
    title: toText(filter(ctx, 'strip_html', of('title'))),
    content_html: toText(of('content')).trim(),
    summary: present(plain),
    image: isBlank(image) ? undefined : addressOf(ctx, image),
    date_published: date(of('date')),
    date_modified: date(of('last_modified_at')),
    authors: authorsOf(ctx, fieldOf(of('attribution'), 'authors'), of('author')),
    tags: tags.length === 0 ? undefined : [...new Set(tags)],
    language: present(of('lang')),
    _attribution: attributionOf(of('attribution')),
  }
}

/** An extension of ours, whose name the format reserves with its underscore: whose work it was, and how to reuse it. */
function attributionOf(attribution: unknown): JsonObject | undefined {
  if (!isTruthy(attribution)) return undefined
  const license = fieldOf(attribution, 'license')
  const employers = listOf(fieldOf(attribution, 'employers') as Value).map((each) =>
    toText(fieldOf(each, 'name')),
  )
  return {
    license: present(firstPresent(fieldOf(license, 'url'), fieldOf(license, 'name'))),
    employers: employers.length === 0 ? undefined : employers,
    credit: present(fieldOf(fieldOf(attribution, 'cite'), 'text')),
  }
}

/** The authors that the attribution plugin knows, else a person of front matter or configuration. */
function authorsOf(ctx: RenderContext, known: unknown, plain: unknown): readonly JsonObject[] | undefined {
  const people = listOf((isBlank(known) ? plain : known) as Value).filter((person) => !isBlank(person))
  const authors = people.map((person) => {
    const name = toText(firstPresent(fieldOf(person, 'name'), typeof person === 'string' ? person : ''))
    const url = firstPresent(fieldOf(person, 'url'), fieldOf(person, 'uri'))
    const avatar = fieldOf(person, 'avatar')
    return {
      name: present(name),
      url: isBlank(url) ? undefined : addressOf(ctx, url),
      avatar: isBlank(avatar) ? undefined : addressOf(ctx, avatar),
    }
  })
  return authors.length === 0 ? undefined : authors
}

function present(value: unknown): string | undefined {
  return isBlank(value) ? undefined : toText(value)
}

function addressOf(ctx: RenderContext, value: unknown): string {
  const text = toText(value)
  return /^[a-z][a-z\d+.-]*:/i.test(text) ? text : servicesOf(ctx).absoluteUrl(text)
}

function generate(site: Site): Site {
  const { path } = jsonFeedOptions(site.config)
  if (hasUrl(site, path)) return site
  const data = new Map<Value, Value>([
    ['layout', null],
    ['render_with_liquid', true],
    ['sitemap', false],
  ])
  return addPages(site, [
    makePage(site, {
      path: path.slice(1),
      name: path,
      body: '{% json_feed_document %}',
      shown: '',
      generatedBy: NAME,
      data,
    }),
  ])
}

export const jsonFeed = definePlugin({
  name: NAME,
  priority: 'lowest',
  settings: SETTINGS,
  generate,
  tags: [meta, path, feed],
})
