/** Finding things in a site by what tags call them. The tables are made when first needed. */
import { type CalendarDate, extname, fields } from '../base/index.ts'
import type { Document, Site } from '../site/index.ts'
import { staticPath } from './static-path.ts'

export interface SiteLookup {
  /** the url of the page, document or static file at a site path */
  url(path: string): string | undefined
  /** the post named `folder/2024-01-02-slug` */
  post(name: string): Document | undefined
  /** the post of that day with that slug */
  postOf(date: CalendarDate, slug: string): Document | undefined
}

/** Lookup tables of `site`, made when first needed. */
export function createLookup(site: Site): SiteLookup {
  let urls: ReadonlyMap<string, string> | undefined
  let posts: ReadonlyMap<string, Document> | undefined
  let days: ReadonlyMap<string, Document> | undefined
  return {
    url: (path) => (urls ??= urlsByPath(site)).get(path),
    post: (name) => (posts ??= indexPosts(site, nameOf)).get(name),
    postOf: (date, slug) =>
      (days ??= indexPosts(site, dayAndSlug)).get(`${date.year}-${date.month}-${date.day} ${slug}`),
  }
}

/** The first of several things at one path wins: pages, then static files, then documents, as Jekyll walks them. */
function urlsByPath(site: Site): Map<string, string> {
  const urls = new Map<string, string>()
  const add = (path: string, url: string) => {
    if (!urls.has(path)) urls.set(path, url)
  }
  for (const page of site.pages) add(page.file.path, page.url)
  for (const file of site.staticFiles) {
    add(staticPath(file), file.url)
    add(file.file.path, file.url)
  }
  for (const doc of site.renderables.values()) if (doc.kind === 'document') add(doc.file.path, doc.url)
  return urls
}

function indexPosts(site: Site, keyOf: (post: Document) => string): Map<string, Document> {
  const index = new Map<string, Document>()
  for (const id of site.collections.get('posts')?.documents ?? []) {
    const post = site.renderables.get(id)
    if (post?.kind === 'document' && !index.has(keyOf(post))) index.set(keyOf(post), post)
  }
  return index
}

function nameOf(post: Document): string {
  const { path } = post.file
  return path.slice(0, path.length - extname(path).length).replace(/(^|\/)_(?:posts|drafts)\//, '$1')
}

function dayAndSlug(post: Document): string {
  const { year, month, day } = fields(post.date)
  return `${year}-${month}-${day} ${post.slug}`
}
