/** Sites made of sites: pages added, documents and pages changed. */
import { type Hash, isHash } from '../base/index.ts'
import {
  changeData,
  type Document,
  excerptFrom,
  type Page,
  type Renderable,
  type Site,
  type StaticFile,
} from '../site/index.ts'
import { hashOf } from './to-value.ts'

/** `site` with `pages` behind its own. */
export function addPages(site: Site, pages: readonly Page[]): Site {
  return pages.length === 0 ? site : withPages(site, [...site.pages, ...pages])
}

/** `site` with these pages and no others. Pages of one id get ids of their own. */
export function withPages(site: Site, pages: readonly Page[]): Site {
  const renderables = new Map<string, Renderable>()
  for (const [id, doc] of site.renderables) if (doc.kind === 'document') renderables.set(id, doc)
  const listed = pages.map((page) => {
    let { id } = page
    for (let n = 2; renderables.has(id); n++) id = `${page.id}#${n}`
    const result = id === page.id ? page : { ...page, id }
    renderables.set(id, result)
    return result
  })
  return { ...site, renderables, pages: listed }
}

/** `site` with what `change` makes of each document and page; what it returns as it was stays. */
export function mapRenderables(
  site: Site,
  change: { document?(doc: Document): Document; page?(page: Page): Page },
): Site {
  const renderables = new Map<string, Renderable>()
  for (const [id, doc] of site.renderables) {
    if (doc.kind === 'document') renderables.set(id, change.document?.(doc) ?? doc)
    else renderables.set(id, change.page?.(doc) ?? doc)
  }
  const pages = site.pages.map((page) => renderables.get(page.id) as Page)
  return { ...site, renderables, pages }
}

/** The documents of a site as Jekyll walks them: collection by collection. */
export function documentsOf(site: Site): Document[] {
  const documents: Document[] = []
  for (const { documents: ids } of site.collections.values())
    for (const id of ids) {
      const doc = site.renderables.get(id)
      if (doc?.kind === 'document') documents.push(doc)
    }
  return documents
}

/** `site` without some of its static files. */
export function withoutFiles(site: Site, gone: ReadonlySet<StaticFile>): Site {
  return { ...site, staticFiles: site.staticFiles.filter((file) => !gone.has(file)) }
}

/** `site` with `values` in `site.data`, over what data files have under these keys. */
export function addData(site: Site, values: Hash | Readonly<Record<string, unknown>>): Site {
  return { ...site, data: new Map([...(isHash(site.data) ? site.data : []), ...hashOf(values)]) }
}

/**
 * A document or page with `values` in its front matter, over what it has under these keys, and with what follows from
 * them: layout, date, URL and the like, as when a plugin of Jekyll's changes `data`.
 */
export function withFrontMatter<Doc extends Renderable>(
  doc: Doc,
  values: Hash | Readonly<Record<string, unknown>>,
): Doc {
  return changeData(doc, new Map([...doc.data, ...hashOf(values)]))
}

/** A document or page with another text; what has an excerpt gets one of that text. */
export function withBody<Doc extends Renderable>(site: Site, doc: Doc, body: string): Doc {
  if (doc.excerpt === null) return { ...doc, body }
  const setting = (key: string) => doc.data.get(key)
  return { ...doc, body, excerpt: excerptFrom(site, { setting, body, path: doc.file.path }, () => {}) }
}
