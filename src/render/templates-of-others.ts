/**
 * Jekyll keeps the template of a body by the path of its page, and `path:` in front matter is that path: of several pages
 * that share one, and of a document that stands there, the first that is rendered lends its template to the others.
 */
import {
  type Config,
  type DocId,
  hasLiquid,
  type Page,
  type Renderable,
  runsLiquid,
  type Site,
} from '../site/index.ts'

/** Whose template is run, for those that have another's. */
export function templatesOfOthers(site: Site): ReadonlyMap<DocId, Renderable> {
  const lent = new Map<DocId, Renderable>()
  if (!site.pages.some((page) => givenPath(page) !== undefined)) return lent
  const first = new Map<string, Renderable>()
  // in the order in which they are rendered
  for (const { documents } of site.collections.values())
    for (const id of documents) {
      const doc = site.renderables.get(id)
      if (doc !== undefined && usesLiquid(doc, site)) first.set(doc.file.path, doc)
    }
  for (const page of site.pages) {
    if (!usesLiquid(page, site)) continue
    const path = givenPath(page) ?? page.file.path
    const lender = first.get(path)
    if (lender === undefined) first.set(path, page)
    else lent.set(page.id, lender)
  }
  return lent
}

function givenPath(page: Page): string | undefined {
  const path = page.data.get('path')
  return typeof path === 'string' ? path : undefined
}

const YAML: ReadonlySet<string> = new Set(['.yml', '.yaml'])

/** Documents that are data files, and those that say so, are left alone. */
export function usesLiquid(doc: Renderable, { config }: { readonly config: Pick<Config, 'rules'> }): boolean {
  if (!runsLiquid(doc, config.rules) || !hasLiquid(doc.body)) return false
  return doc.kind === 'page' || !YAML.has(doc.ext)
}
