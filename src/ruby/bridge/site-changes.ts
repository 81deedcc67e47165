/** What plugins in Ruby made of the site, as a site. */
import { type Hash, isHash } from '../../base/index.ts'
import { withBody, withFrontMatter, withPages } from '../../plugins/index.ts'
import type { Page, Renderable, Site } from '../../site/index.ts'
import { pageOf, snapshot } from './site-answers.ts'
import { fromWire, type Held, type Wire } from './wire.ts'

/** What was changed of a document or page; absent where nothing was. */
interface DocumentChanges {
  readonly data?: Wire
  readonly content?: string
}

interface SiteChanges {
  readonly documents: Readonly<Record<string, DocumentChanges>>
  /** the pages there are now: by id, or what one is made of; absent where nobody asked for them */
  readonly pages?: readonly (string | { readonly made: Wire })[]
  /** paths of the static files there are now */
  readonly static_files?: readonly string[]
  readonly data?: Wire
  readonly config?: Wire
}

/** `site` with what Ruby said, as `whirl_changes` of the layer has it: a hash on the wire. */
export function changedSite(site: Site, wire: Wire, held: Held): Site {
  const changes = record(wire) as unknown as SiteChanges
  let result = changedDocuments(site, changes.documents, held)
  if (changes.pages !== undefined) result = changedPages(result, changes.pages, held)
  const files = changes.static_files
  if (files !== undefined && files.length !== result.staticFiles.length) {
    const stay = new Set(files)
    result = { ...result, staticFiles: result.staticFiles.filter(({ file }) => stay.has(`/${file.path}`)) }
  }
  if (changes.config !== undefined) {
    const config = fromWire(changes.config, held, () => null)
    if (isHash(config)) result = { ...result, config: { ...result.config, data: config as Hash } }
  }
  if (changes.data === undefined) return result
  const data = fromWire(changes.data, held, shownOf(site))
  return { ...result, data: data as Site['data'] }
}

/** `doc` with what Ruby said of it; itself where that is nothing. */
export function changedDocument<Doc extends Renderable>(
  site: Site,
  doc: Doc,
  wire: Wire | undefined,
  held: Held,
): Doc {
  if (wire === null || wire === undefined) return doc
  return withChanges(site, doc, record(wire) as DocumentChanges, held)
}

function withChanges<Doc extends Renderable>(
  site: Site,
  doc: Doc,
  { data, content }: DocumentChanges,
  held: Held,
): Doc {
  const values = data === undefined ? undefined : fromWire(data, held, shownOf(site))
  const changed = isHash(values) ? withFrontMatter(doc, values) : doc
  return content === undefined ? changed : withBody(site, changed, content)
}

function changedDocuments(site: Site, documents: SiteChanges['documents'], held: Held): Site {
  const entries = Object.entries(record(documents as unknown as Wire))
  if (entries.length === 0) return site
  const renderables = new Map(site.renderables)
  for (const [id, changes] of entries) {
    const doc = site.renderables.get(id)
    if (doc !== undefined)
      renderables.set(id, withChanges(site, doc, record(changes as Wire) as DocumentChanges, held))
  }
  const pages = site.pages.map((page) => renderables.get(page.id) as Page)
  return { ...site, renderables, pages }
}

function changedPages(site: Site, listed: readonly (string | { readonly made: Wire })[], held: Held): Site {
  const same = listed.length === site.pages.length && listed.every((entry, i) => entry === site.pages[i]?.id)
  if (same) return site
  const pages = listed.flatMap((entry): Page[] => {
    if (typeof entry !== 'string') return [pageOf(site, made(entry), held)]
    const page = site.renderables.get(entry)
    return page?.kind === 'page' ? [page] : []
  })
  return withPages(site, pages)
}

function made(entry: { readonly made: Wire }): Wire {
  return record(entry as unknown as Wire).made as Wire
}

/** What stands in data for a document with an id. */
function shownOf(site: Site): (id: string) => unknown {
  return (id) => {
    const doc = site.renderables.get(id)
    return doc === undefined ? null : snapshot(doc)
  }
}

/** A hash with names for keys, as Ruby's wire has it, as an object. */
function record(wire: Wire): Record<string, unknown> {
  if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) return {}
  if (!('$' in wire)) return wire as unknown as Record<string, unknown>
  const items = wire.of as readonly unknown[]
  const result: Record<string, unknown> = {}
  for (let i = 0; i < items.length; i += 2) result[String(items[i])] = items[i + 1]
  return result
}
