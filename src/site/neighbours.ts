/** `page.previous` and `page.next`. */
import type { DocId, Site } from './types.ts'

interface Neighbours {
  readonly previous: DocId | null
  readonly next: DocId | null
}

/** For every document of every collection the one before and the one after it in its collection. */
export function neighbours(site: Site): ReadonlyMap<DocId, Neighbours> {
  const all = new Map<DocId, Neighbours>()
  for (const { documents } of site.collections.values()) {
    documents.forEach((id, index) => {
      all.set(id, { previous: documents[index - 1] ?? null, next: documents[index + 1] ?? null })
    })
  }
  return all
}
