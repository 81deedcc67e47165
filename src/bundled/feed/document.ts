/**
 * The text of an Atom feed, as jekyll-feed 0.17 prints it: on one line, each part only where there is something to say.
 * Where the attribution plugin is in use, entries also name all their authors, their rights and the feed they are from.
 */
import {
  asTag,
  escapeXmlAttribute,
  escapeXmlText,
  fieldOf,
  firstPresent,
  isBlank,
  isTruthy,
  listOf,
  type RenderContext,
  servicesOf,
  type TagDefinition,
  toOutput,
  toText,
} from '../../plugin-api.ts'
import { type FeedOptions, feedOptions } from './options.ts'

const MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'

/** `{% feed_document %}`: the whole body of the page of a feed, which says in its front matter what it is a feed of. */
export const feedDocument: TagDefinition = asTag({
  name: 'feed_document',
  parse: () => null,
  render: (_state, ctx) => feedText(writerFor(ctx)),
})

/** What the parts of a feed are written with. */
interface FeedWriter {
  readonly ctx: RenderContext
  readonly options: FeedOptions
  readonly site: unknown
  readonly page: unknown
  /** a filter on a value, as text */
  text(value: unknown, ...filters: readonly string[]): string
  filter(name: string, value: unknown, ...args: readonly unknown[]): unknown
  /** `<name>value</name>`, escaped; nothing when there is no value */
  element(name: string, value: unknown): string
}

function writerFor(ctx: RenderContext): FeedWriter {
  const { filter, site } = servicesOf(ctx)
  const text = (value: unknown, ...filters: readonly string[]): string =>
    toText(filters.reduce((current, name) => filter(ctx, name, current), value))
  return {
    ctx,
    options: feedOptions(site.config),
    site: ctx.get('site'),
    page: ctx.get('page'),
    text,
    filter: (name, value, ...args) => filter(ctx, name, value, ...args),
    element: (name, value) => (isTruthy(value) ? `<${name}>${text(value, 'xml_escape')}</${name}>` : ''),
  }
}

/** A language in an attribute. */
function language({ options, text }: FeedWriter, value: unknown): string {
  return options.escapes ? text(value, 'xml_escape') : toOutput(value)
}

/** A section of text as it is. */
function cdata({ options }: FeedWriter, written: string): string {
  return `<![CDATA[${options.escapes ? written.replaceAll(']]>', ']]]]><![CDATA[>') : written}]]>`
}

function feedText(writer: FeedWriter): string {
  const { site, page, text, element } = writer
  const own = fieldOf(page, 'feed_language')
  const of = (key: string): unknown => firstPresent(fieldOf(own, key), fieldOf(site, key))
  const url = text(fieldOf(page, 'url'), 'absolute_url')
  const lang = of('lang')
  const style = isTruthy(fieldOf(page, 'xsl'))
    ? `<?xml-stylesheet type="text/xml" href="${text('/feed.xslt.xml', 'absolute_url')}"?>`
    : ''
  const title = feedTitle(writer)
  return [
    `<?xml version="1.0" encoding="utf-8"?>${style}<feed xmlns="http://www.w3.org/2005/Atom" `,
    isTruthy(lang) ? `xml:lang="${language(writer, lang)}">` : '>',
    `<generator uri="https://jekyllrb.com/" version="${toText(fieldOf(writer.ctx.get('jekyll'), 'version'))}">Jekyll</generator>`,
    `<link href="${url}" rel="self" type="application/atom+xml" />`,
    `<link href="${text(firstPresent(fieldOf(own, 'home'), '/'), 'absolute_url')}" rel="alternate" type="text/html" `,
    isTruthy(lang) ? `hreflang="${language(writer, lang)}" />` : '/>',
    `<updated>${text(of('time'), 'date_to_xmlschema')}</updated>`,
    `<id>${text(url, 'xml_escape')}</id>`,
    isTruthy(title) ? `<title type="html">${text(title, 'smartify', 'xml_escape')}</title>` : '',
    element('subtitle', of('description')),
    ...Object.entries(writer.options.images).map(([name, path]) =>
      isTruthy(path) ? element(name, text(path, 'absolute_url')) : '',
    ),
    feedAuthor(writer),
    feedRights(writer),
    ...entriesOf(writer).map((post) => entry(writer, post)),
    '</feed>',
  ].join('')
}

/** The site's title, with the collection and the category where the feed is of one. */
function feedTitle({ site, page, text }: FeedWriter): unknown {
  const own = fieldOf(fieldOf(page, 'feed_language'), 'title')
  let title = firstPresent(own, fieldOf(site, 'title'), fieldOf(site, 'name'))
  const collection = fieldOf(page, 'collection')
  const category = fieldOf(page, 'category')
  if (collection !== 'posts') title = `${text(title)} | ${text(collection, 'capitalize')}`
  return isTruthy(category) ? `${text(title)} | ${text(category, 'capitalize')}` : title
}

/** The newest documents of what the page is a feed of. */
function entriesOf({ ctx, site, page, options, filter }: FeedWriter): readonly unknown[] {
  const tag = fieldOf(page, 'tags')
  const category = fieldOf(page, 'category')
  const source = isTruthy(tag)
    ? fieldOf(fieldOf(site, 'tags'), String(tag))
    : fieldOf(site, toText(fieldOf(page, 'collection')))
  if (source === null || source === undefined) ctx.fail('Cannot sort a null object.')
  let posts = listOf(source as never) as readonly unknown[]
  if (isTruthy(category)) posts = filter('where', posts, 'categories', category) as readonly unknown[]
  const language = fieldOf(fieldOf(page, 'feed_language'), 'lang')
  if (isTruthy(language)) posts = filter('where', posts, 'lang', language) as readonly unknown[]
  if (!isTruthy(fieldOf(site, 'show_drafts'))) posts = posts.filter((post) => fieldOf(post, 'draft') !== true)
  const sorted = (filter('sort', posts, 'date') as readonly unknown[]).toReversed()
  return sorted.slice(0, options.limit ?? ctx.fail('invalid integer'))
}

function entry(writer: FeedWriter, post: unknown): string {
  const { options, text } = writer
  const of = (key: string): unknown => fieldOf(post, key)
  const url = text(of('url'), 'absolute_url')
  const title = text(of('title'), 'smartify', 'strip_html', 'normalize_whitespace', 'xml_escape')
  const excerptOnly = firstPresent(fieldOf(of('feed'), 'excerpt_only'), options.excerptOnly)
  const content = isTruthy(excerptOnly)
    ? ''
    : `<content type="html" xml:base="${text(url, 'xml_escape')}">${cdata(writer, text(of('content'), 'strip'))}</content>`
  const updated = firstPresent(of('last_modified_at'), of('date'))
  return [
    isTruthy(of('lang')) ? `<entry xml:lang="${language(writer, of('lang'))}">` : '<entry>',
    `<title type="html">${title}</title>`,
    `<link href="${url}" rel="alternate" type="text/html" title="${title}" />`,
    `<published>${text(of('date'), 'date_to_xmlschema')}</published>`,
    `<updated>${text(updated, 'date_to_xmlschema')}</updated>`,
    `<id>${text(of('id'), 'absolute_url', 'xml_escape')}</id>`,
    content,
    ...people(writer, post),
    ...categoriesOf(writer, post),
    summary(writer, post),
    image(writer, post),
    '</entry>',
  ].join('')
}

function postAuthor(writer: FeedWriter, post: unknown): string {
  const { site } = writer
  const named = firstPresent(
    fieldOf(post, 'author'),
    fieldOf(fieldOf(post, 'authors'), 0),
    fieldOf(site, 'author'),
  )
  const known = typeof named === 'string' ? fieldOf(fieldOf(fieldOf(site, 'data'), 'authors'), named) : null
  return authorElement(writer, firstPresent(known, named))
}

/** The site's author; with attribution its key stands for the person. */
function feedAuthor(writer: FeedWriter): string {
  const known = toText(fieldOf(atomOf(writer.page), 'authors'))
  const author = fieldOf(writer.site, 'author')
  return known || (isTruthy(author) ? authorElement(writer, author) : '')
}

/** Rights to the feed itself. */
function feedRights({ page }: FeedWriter): string {
  return toText(fieldOf(atomOf(page), 'rights'))
}

/** Who wrote an entry; with attribution also who holds its rights, and where it is from. */
function people(writer: FeedWriter, post: unknown): readonly string[] {
  const atom = atomOf(post)
  if (!isTruthy(atom)) return [postAuthor(writer, post)]
  const { site, page, text } = writer
  const self = text(fieldOf(page, 'url'), 'absolute_url')
  const title = text(feedTitle(writer), 'smartify', 'strip_html', 'normalize_whitespace')
  // So that those who put entries of many feeds together can still say where each is from (RFC 4287, 4.2.11).
  const source = [
    `<source><id>${escapeXmlText(self)}</id>`,
    `<title type="html">${escapeXmlText(title)}</title>`,
    `<updated>${text(fieldOf(site, 'time'), 'date_to_xmlschema')}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXmlAttribute(self)}" /></source>`,
  ]
  const people = toText(fieldOf(atom, 'authors')) || postAuthor(writer, post)
  return [people, toText(fieldOf(atom, 'rights')), source.join('')]
}

/** What the plugin `attribution` says of a page in Atom's words; nil where it is not in use. */
function atomOf(page: unknown): unknown {
  return fieldOf(fieldOf(page, 'attribution'), 'atom')
}

/** A person: a hash with `name`, `email` and `uri`, or just a name. */
function authorElement({ text, element }: FeedWriter, author: unknown): string {
  const present = (key: string): unknown => {
    const value = fieldOf(author, key)
    return isBlank(value) ? null : value
  }
  const name = firstPresent(fieldOf(author, 'name'), author, '')
  return `<author><name>${text(name, 'xml_escape')}</name>${element('email', present('email'))}${element('uri', present('uri'))}</author>`
}

function categoriesOf({ text }: FeedWriter, post: unknown): readonly string[] {
  const one = fieldOf(post, 'category')
  const terms = isTruthy(one) ? [one] : listOf(fieldOf(post, 'categories') as never)
  const tags = listOf(fieldOf(post, 'tags') as never)
  return [...terms, ...tags].map((term) => `<category term="${text(term, 'xml_escape')}" />`)
}

function summary(writer: FeedWriter, post: unknown): string {
  const words = firstPresent(fieldOf(post, 'description'), fieldOf(post, 'excerpt'))
  if (!isTruthy(words) || words === '') return ''
  const written = writer.text(words, 'strip_html', 'normalize_whitespace')
  return `<summary type="html">${cdata(writer, written)}</summary>`
}

function image({ text }: FeedWriter, post: unknown): string {
  const given = firstPresent(fieldOf(fieldOf(post, 'image'), 'path'), fieldOf(post, 'image'))
  if (!isTruthy(given)) return ''
  const written = text(given)
  const url = text(written.includes('://') ? written : text(written, 'absolute_url'), 'xml_escape')
  return (
    `<media:thumbnail ${MEDIA} url="${url}" />` + `<media:content medium="image" url="${url}" ${MEDIA} />`
  )
}
