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
  mapRenderables,
  type Page,
  type Site,
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
    const titled =
      found === null
        ? doc
        : {
            ...doc,
            data: new Map(doc.data).set('title', withoutFootnotes(plainText(ctx.markdownify(heading)))),
          }
    return strips(doc, options.stripTitle) ? stripped(site, titled, found?.[0].length ?? 0) : titled
  }
  // A document always has a title, of its file's name if need be: whether it is its own is not asked.
  return mapRenderables(site, {
    page: (page) => (hasTitle(page.data.get('title')) ? page : give(page)),
    ...(options.collections ? { document: (doc: Document) => (doc.write ? give(doc) : doc) } : {}),
  })
}

function hasTitle(title: Value): boolean {
  return title !== null && title !== undefined
}

/** Whether the heading goes: what a page says is heard, not what defaults say for it. */
function strips(doc: Document | Page, otherwise: boolean): boolean {
  const isOwn = doc.data.has(STRIP_TITLE) && !(doc.kind === 'page' && doc.defaulted?.includes(STRIP_TITLE))
  return isOwn ? doc.data.get(STRIP_TITLE) === true : otherwise
}

const STRIP_TITLE = 'strip_title'

/**
 * `doc` without the first `length` characters of its text and the blanks around it; a document's excerpt is made again,
 * until 0.5.4 a post's only.
 */
function stripped<T extends Document | Page>(site: Site, doc: T, length: number): T {
  const body = doc.body.slice(length).replace(/^\s+/, '').trimEnd()
  const excerpted =
    doc.kind === 'document' && (doc.collection === 'posts' || hasGem(site.config.reference, NAME, '0.5.4'))
  if (!excerpted) return { ...doc, body }
  // It takes the place of what front matter has, too.
  const data = new Map(doc.data)
  data.delete('excerpt')
  const anew = withBody(site, { ...doc, data, excerpt: '' }, body)
  return anew.excerpt === null ? { ...doc, body } : anew
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
  return text.replace(/\[\^[^\]]*\]/g, '')
}

/** The text of a piece of HTML on one line, its entities as they are. */
function plainText(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, '')
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
