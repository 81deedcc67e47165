/**
 * jekyll-default-layout 0.1: Markdown pages and posts that name no layout get `home`, `page` or `post`, or `default`,
 * whichever the site has. https://github.com/benbalter/jekyll-default-layout
 */
import {
  type Document,
  definePlugin,
  isMarkdown,
  mapRenderables,
  type Page,
  type Site,
  withFrontMatter,
} from '../../plugin-api.ts'

function generate(site: Site): Site {
  const give = <T extends Document | Page>(doc: T, wanted: readonly string[]): T => {
    if (doc.data.has('layout') || !isMarkdown(site.config, doc.file.path)) return doc
    const layout = wanted.find((name) => site.layouts.has(name))
    return layout === undefined ? doc : withFrontMatter(doc, { layout })
  }
  return mapRenderables(site, {
    document: (doc) => (doc.collection === 'posts' ? give(doc, ['post', 'default']) : doc),
    page: (page) => give(page, page.url === '/' ? ['home', 'page', 'default'] : ['page', 'default']),
  })
}

export const defaultLayout = definePlugin({ name: 'jekyll-default-layout', priority: 'lowest', generate })
