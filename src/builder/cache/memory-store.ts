import type { CacheStore } from './types.ts'

/** A store that ends with the process. Those longest out of use go first when `limitBytes` is reached. */
export function memoryStore(limitBytes: number): CacheStore {
  // In the order of use.
  const entries = new Map<string, Buffer>()
  let size = 0
  const remove = (key: string): Buffer | undefined => {
    const bytes = entries.get(key)
    if (bytes === undefined) return undefined
    entries.delete(key)
    size -= bytes.length
    return bytes
  }
  const add = (key: string, bytes: Buffer): void => {
    entries.set(key, bytes)
    size += bytes.length
  }
  const use = (key: string): Buffer | undefined => {
    const bytes = remove(key)
    if (bytes !== undefined) add(key, bytes)
    return bytes
  }
  return {
    get: use,
    touch: (key) => void use(key),
    put(key, content) {
      remove(key)
      const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
      if (bytes.length > limitBytes) return
      add(key, bytes)
      for (const oldest of entries.keys()) {
        if (size <= limitBytes) break
        remove(oldest)
      }
    },
    save: () => {},
  }
}
