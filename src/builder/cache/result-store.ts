import type { ResultStore } from '../../render/index.ts'
import type { CacheStore } from './types.ts'

/** Half of a character, which does not come back out of UTF-8. */
export const HALF_CHARACTER = /\p{Surrogate}/u

/** What rendering keeps, as texts in `store`. */
export function resultStore(store: CacheStore): ResultStore {
  const place = (kind: string, key: string): string => `${kind}\0${key}`
  return {
    recall: (kind, key) => store.get(place(kind, key))?.toString('utf8'),
    keep(kind, key, text) {
      if (!HALF_CHARACTER.test(text)) store.put(place(kind, key), text)
    },
  }
}
