/** What plugins in Ruby made of the site, as a site. */
import { type Hash, isHash } from '../../base/index.ts'
import { withBody, withPages } from '../../plugins/index.ts'
import { type Page, type Renderable, type Site, withOwnSettings } from '../../site/index.ts'
import { mentioned, withValues } from './holdings.ts'
import { type Listed, partsIn, record, withDocuments, withFiles } from './made.ts'
import { pageOf, shownOf, withUrl } from './site-answers.ts'
import { fromWire, type Held, type Wire } from './wire.ts'

/** What was changed of a document or page; absent where nothing was. */
interface DocumentChanges {
  readonly data?: Wire
  readonly content?: string
  readonly url?: string
}

interface SiteChanges {
  readonly documents: Readonly<Record<string, DocumentChanges>>
  /** the pages there are now: by id, or what one is made of; absent where nobody asked for them */
  readonly pages?: readonly Listed[]
  /** documents there are now, by the label of the collection, where they are others than before */
  readonly collections?: Wire
  /** the static files there are now: paths, or what one is made of */
  readonly static_files?: readonly Listed[]
  readonly data?: Wire
  readonly config?: Wire
}

/** `site` with what Ruby said, as `whirl_changes` of the layer has it: a hash on the wire. */
export function changedSite(site: Site, wire: Wire, held: Held): Site {
  const changes = record(wire) as unknown as SiteChanges
  let result = changedDocuments(site, changes.documents, held)
  if (changes.pages !== undefined) result = changedPages(result, changes.pages, held)
  if (changes.collections !== undefined)
    for (const [label, listed] of Object.entries(record(changes.collections)))
      result = withDocuments(result, label, listed as readonly Listed[], held)
  if (changes.static_files !== undefined) result = withFiles(result, changes.static_files, held)
  if (changes.config !== undefined) {
    const data = fromWire(changes.config, held, () => null)
    if (isHash(data))
      result = {
        ...result,
        config: withOwnSettings({ ...result.config, data: data as Hash }, result.config),
      }
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
  { data, content, url }: DocumentChanges,
  held: Held,
): Doc {
  const values = data === undefined ? undefined : fromWire(data, held, mentioned(site))
  const own = isHash(values) ? withValues(doc, values) : doc
  const changed = url === undefined ? own : withUrl(own, url)
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

function changedPages(site: Site, listed: readonly Listed[], held: Held): Site {
  const same = listed.length === site.pages.length && listed.every((entry, i) => entry === site.pages[i]?.id)
  if (same) return site
  const pages = listed.flatMap((entry): Page[] => {
    if (typeof entry !== 'string') return [pageOf(site, partsIn(entry), held)]
    const page = site.renderables.get(entry)
    return page?.kind === 'page' ? [page] : []
  })
  return withPages(site, pages)
}
