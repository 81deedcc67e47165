/** `page.previous` and `page.next`. */
import type { DocId, Site } from './types.ts'

export interface Neighbours {
  readonly previous: DocId | null
  readonly next: DocId | null
}

/** For every document of every collection the one before and the one after it in its collection. */
export function neighbours({ collections, renderables }: Site): ReadonlyMap<DocId, Neighbours> {
  const all = new Map<DocId, Neighbours>()
  for (const collection of collections.values()) {
    const ids = collection.documents.filter((id) => renderables.has(id))
    ids.forEach((id, index) => {
      all.set(id, { previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null })
    })
  }
  return all
}
