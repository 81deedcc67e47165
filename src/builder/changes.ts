/** Which documents of a site are others than in the build before, where all of them are in their places. */
import type { DocId, Site } from '../site/index.ts'

export interface Changes {
  /** the site of the build before, which lists the same documents in the same order */
  readonly before: Site
  /** those that may be others than they were; all other ones are the same objects */
  readonly documents: ReadonlySet<DocId>
}

/** What changed in `site` since the build of `before`, made by the same process; undefined where documents came, went or moved. */
export function changesSince(site: Site, before: Site): Changes | undefined {
  if (site.renderables.size !== before.renderables.size || !sameLists(site, before)) return undefined
  const documents = new Set<DocId>()
  const old = before.renderables.entries()
  for (const [id, doc] of site.renderables) {
    const [oldId, oldDoc] = old.next().value ?? []
    if (oldId !== id) return undefined
    if (oldDoc !== doc) documents.add(id)
  }
  return { before, documents }
}

/** Whether collections and pages list the same documents. */
function sameLists(site: Site, before: Site): boolean {
  if (!sameItems(site.pages, before.pages, ({ id }, other) => id === other.id)) return false
  if (site.collections === before.collections) return true
  if (site.collections.size !== before.collections.size) return false
  return [...site.collections].every(([name, { label, documents }]) => {
    const old = before.collections.get(name)
    return old?.label === label && sameItems(documents, old.documents, (id, other) => id === other)
  })
}

function sameItems<T>(one: readonly T[], other: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (one === other) return true
  return one.length === other.length && one.every((item, index) => same(item, other[index]!))
}
