import type { BytesCache } from '../plugins/index.ts'
import type { CacheStore } from './cache/types.ts'

/** What plugins keep, under keys that no other part of a build has. */
export function bytesCache(store: CacheStore): BytesCache {
  const place = (key: string): string => `plugin\0${key}`
  return {
    get: (key) => store.get(place(key)),
    put: (key, bytes) => store.put(place(key), bytes),
  }
}
