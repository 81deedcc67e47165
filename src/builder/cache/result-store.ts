import type { ResultStore } from '../../render/index.ts'
import type { CacheStore } from './types.ts'

/** Whether `text` comes back out of UTF-8 as it is: half a character does not. */
export function isWhole(text: string): boolean {
  return text.isWellFormed()
}

/** What rendering keeps, as texts in `store`. */
export function resultStore(store: CacheStore): ResultStore {
  const place = (kind: string, key: string): string => `${kind}\0${key}`
  return {
    recall: (kind, key) => store.get(place(kind, key))?.toString('utf8'),
    keep(kind, key, text) {
      if (isWhole(text)) store.put(place(kind, key), text)
    },
  }
}
