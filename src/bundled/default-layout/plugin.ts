/**
 * jekyll-default-layout: Markdown pages and posts that name no layout get `home`, `page` or `post`, or `default`,
 * whichever the site has. Since 0.2 documents of other collections get the layout named like the collection, and
 * `html_pages` brings HTML in. https://github.com/benbalter/jekyll-default-layout
 */
import {
  type Document,
  definePlugin,
  extname,
  hasGem,
  isMarkdown,
  mapRenderables,
  type Page,
  type Site,
  withFrontMatter,
} from '../../plugin-api.ts'
import { htmlPages, SETTINGS } from './options.ts'

const NAME = 'jekyll-default-layout'

function generate(site: Site): Site {
  const isNew = hasGem(site.config.reference, NAME, '0.2')
  const isHtml = isNew && htmlPages(site.config) ? (path: string) => extname(path) === '.html' : () => false
  const give = <T extends Document | Page>(doc: T, wanted: readonly string[]): T => {
    if (doc.data.has('layout')) return doc
    if (!isMarkdown(site.config, doc.file.path) && !isHtml(doc.file.path)) return doc
    const layout = wanted.find((name) => site.layouts.has(name))
    return layout === undefined ? doc : withFrontMatter(doc, { layout })
  }
  return mapRenderables(site, {
    document: (doc) =>
      doc.collection === 'posts'
        ? give(doc, ['post', 'default'])
        : isNew
          ? give(doc, [doc.collection, 'default'])
          : doc,
    page: (page) => give(page, page.url === '/' ? ['home', 'page', 'default'] : ['page', 'default']),
  })
}

export const defaultLayout = definePlugin({ name: NAME, settings: SETTINGS, priority: 'lowest', generate })
