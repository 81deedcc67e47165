/** Facts that hold without a look at them, because the documents that they are about are as in the build before. */
import { digest } from '../../base/index.ts'
import type { Facts } from '../../render/index.ts'
import type { DocId, Renderable, Site } from '../../site/index.ts'
import type { Traces } from './trace.ts'

/** Whether collections and pages list the same documents. */
function sameLists(site: Site, before: Site): boolean {
  if (site.collections.size !== before.collections.size) return false
  if (!sameItems(site.pages, before.pages, ({ id }, other) => id === other.id)) return false
  return [...site.collections].every(([name, { label, documents }]) => {
    const old = before.collections.get(name)
    return old?.label === label && sameItems(documents, old.documents, (id, other) => id === other)
  })
}

function sameItems<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return one.length === other.length && one.every((item, index) => same(item, other[index]!))
}

/**
 * Whether the fact of that name (render/reads.ts), which held in the build of `before`, surely holds for `site`, made by
 * the same process under the same settings. Never true of facts that change from document to document.
 */
export function untouchedFacts(site: Site, before: Site, facts: Facts): (name: string) => boolean {
  const changed = new Map<DocId, Renderable>()
  const old = before.renderables.entries()
  let ordered = site.renderables.size === before.renderables.size
  for (const [id, doc] of site.renderables) {
    const [oldId, oldDoc] = old.next().value ?? []
    if (oldId !== id) {
      ordered = false
      break
    }
    if (oldDoc !== doc) changed.set(id, doc)
  }
  if (!ordered || !sameLists(site, before)) return () => false
  const sameFields = [...changed].every(([id, doc]) => {
    const oldDoc = before.renderables.get(id)
    const digest = facts.fields(doc)
    return oldDoc !== undefined && digest !== null && digest === facts.fields(oldDoc)
  })
  return untouched(
    (id) => changed.has(id),
    () => sameFields,
    site.config === before.config,
  )
}

/** Names what the collections and the pages of `site` list, and in which order. */
export function listsOf({ renderables, collections, pages }: Site): string {
  const lists = [...collections.values()].map(({ name, label, documents }) => [name, label, documents])
  return digest(JSON.stringify([[...renderables.keys()], lists, pages.map(({ id }) => id)]))
}

/**
 * The same where the build before was another process's, which left `traces` and called its lists `lists`: a document is
 * as it was where its trace says so.
 */
export function untouchedSince(
  site: Site,
  traces: Traces,
  lists: string | undefined,
  facts: Facts,
): (name: string) => boolean {
  if (lists === undefined || lists !== listsOf(site)) return () => false
  const isChanged = (id: DocId): boolean => {
    const doc = site.renderables.get(id)
    return doc === undefined || facts.own(doc) !== traces.get(id)?.own
  }
  let none: boolean | undefined
  const sameFields = (): boolean => (none ??= ![...site.renderables.keys()].some(isChanged))
  return untouched(isChanged, sameFields, false)
}

/** `isChanged`: whether a document's fields may be others; `sameFields`: whether all are the same. */
function untouched(
  isChanged: (id: DocId) => boolean,
  sameFields: () => boolean,
  sameSettings: boolean,
): (name: string) => boolean {
  return (name) => {
    // Every document has some of these: no text is made for them.
    if (name.startsWith('next:') || name.startsWith('previous:')) return true
    if (name.startsWith(FIELDS)) return sameFields() || !isChanged(name.slice(FIELDS.length))
    switch (name.slice(0, name.indexOf(':'))) {
      case 'fields of all':
      case 'terms':
        return sameFields()
      case 'documents':
      case 'newest posts':
      case 'pages':
        return true
      case 'setting':
      case 'settings':
        return sameSettings
      default:
        return false
    }
  }
}

const FIELDS = 'fields:'
