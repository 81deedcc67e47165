/**
 * jekyll-titles-from-headings 0.5: a page without a title takes the heading it begins with.
 * https://github.com/benbalter/jekyll-titles-from-headings
 */
import {
  type Document,
  definePlugin,
  type GeneratorContext,
  hasGem,
  isMarkdown,
  isTruthy,
  mapRenderables,
  type Page,
  rubyToS,
  type Site,
  titleFromSlug,
  type Value,
  withBody,
} from '../../plugin-api.ts'
import { SETTINGS, titlesFromHeadingsOptions } from './options.ts'

const NAME = 'jekyll-titles-from-headings'

/** A heading of the first three levels, or a line underlined, at the very start. */
const ATX = /^\s*#{1,3}\s+(.*)/
const SETEXT = /^\s*(.*)\r?\n[-=]+[ \t]*(?:\r?\n|$)/

function generate(site: Site, ctx: GeneratorContext): Site {
  const options = titlesFromHeadingsOptions(site.config)
  if (!options.enabled) return site
  const closes = hasGem(site.config.reference, NAME, '0.5.4')
  const give = <T extends Document | Page>(doc: T): T => {
    if (!isMarkdown(site.config, doc.file.path)) return doc
    const atx = ATX.exec(doc.body)
    const found = atx ?? SETEXT.exec(doc.body)
    const heading = (closes && atx !== null ? withoutClosing(atx[1] ?? '') : found?.[1]) ?? ''
    const title = found === null ? '' : plainText(ctx.markdownify(withoutFootnotes(heading)))
    if (found === null || title === '') return doc
    const own = doc.data.get('strip_title')
    const titled = { ...doc, data: new Map(doc.data).set('title', title) }
    return (own === undefined || own === null ? options.stripTitle : isTruthy(own))
      ? stripped(site, titled, found[0].length)
      : titled
  }
  return mapRenderables(site, {
    page: (page) => (hasTitle(page.data.get('title')) ? page : give(page)),
    ...(options.collections ? { document: (doc: Document) => (isOwnTitle(doc) ? doc : give(doc)) } : {}),
  })
}

function hasTitle(title: Value): boolean {
  return title !== null && title !== undefined
}

/** Whether a document's title is not just what its file's name gives. */
function isOwnTitle(doc: Document): boolean {
  const title = doc.data.get('title')
  return hasTitle(title) && rubyToS(title) !== titleFromSlug(doc.slug)
}

/** `doc` without the first `length` characters of its text, and with an excerpt of what is left. */
function stripped<T extends Document | Page>(site: Site, doc: T, length: number): T {
  return withBody(site, doc, doc.body.slice(length).replace(/^\s+/, ''))
}

/** A heading without the `#` it ends with, if they stand apart: since 0.5.4. */
function withoutClosing(text: string): string {
  const end = text.trimEnd()
  let at = end.length
  while (at > 0 && end[at - 1] === '#') at--
  const closed = at < end.length && at > 0 && /\s/.test(end[at - 1] ?? '')
  return closed ? end.slice(0, at).trimEnd() : text
}

function withoutFootnotes(text: string): string {
  return text.replace(/\[\^[^\]]+\]/g, '')
}

/** The text of a piece of HTML on one line, its entities as they are. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

export const titlesFromHeadings = definePlugin({
  name: NAME,
  priority: 'lowest',
  settings: SETTINGS,
  generate,
})
