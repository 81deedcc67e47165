/** Finding things in a site by what tags call them. The tables are made when first needed. */
import { type CalendarDate, extname, fields } from '../base/index.ts'
import type { Document, Renderable, Site, StaticFile } from '../site/index.ts'
import { staticPath } from './static-path.ts'

export interface SiteLookup {
  /** the page, document or static file at a site path */
  file(path: string): Renderable | StaticFile | undefined
  /** the static file with this address, without `baseurl` */
  copied(url: string): StaticFile | undefined
  /** the post named `folder/2024-01-02-slug` */
  post(name: string): Document | undefined
  /** the post of that day with that slug */
  postOf(date: CalendarDate, slug: string): Document | undefined
}

/** Lookup tables of `site`, made when first needed. */
export function createLookup(site: Site): SiteLookup {
  let files: ReadonlyMap<string, Renderable | StaticFile> | undefined
  let copied: ReadonlyMap<string, StaticFile> | undefined
  let posts: ReadonlyMap<string, Document> | undefined
  let days: ReadonlyMap<string, Document> | undefined
  return {
    file: (path) => (files ??= filesByPath(site)).get(path),
    copied: (url) => (copied ??= copiedByUrl(site)).get(url),
    post: (name) => (posts ??= indexPosts(site, nameOf)).get(name),
    postOf: (date, slug) =>
      (days ??= indexPosts(site, dayAndSlug)).get(`${date.year}-${date.month}-${date.day} ${slug}`),
  }
}

/** The first of several things at one path wins: pages, then static files, then documents, as Jekyll walks them. */
function filesByPath(site: Site): Map<string, Renderable | StaticFile> {
  const files = new Map<string, Renderable | StaticFile>()
  const add = (path: string, file: Renderable | StaticFile) => {
    if (!files.has(path)) files.set(path, file)
  }
  for (const page of site.pages) add(page.file.path, page)
  for (const file of site.staticFiles) {
    if (!file.write) continue
    add(staticPath(file), file)
    add(file.file.path, file)
  }
  for (const doc of site.renderables.values())
    if (doc.kind === 'document' && doc.write) add(doc.file.path, doc)
  return files
}

function copiedByUrl(site: Site): ReadonlyMap<string, StaticFile> {
  const files = [...site.staticFiles, ...[...site.collections.values()].flatMap((each) => each.staticFiles)]
  return new Map(files.filter((file) => file.write).map((file) => [file.url, file]))
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
