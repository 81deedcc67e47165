import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { BytesCache } from '../plugins/index.ts'
import type { Config } from '../site/index.ts'
import { cacheDirectory } from './cache-directory.ts'

/** Files of their own in the cache directory. What cannot be written is not kept: a cache is never needed. */
export function bytesCache(config: Config): BytesCache {
  const directory = cacheDirectory(config)
  if (directory === undefined) return { get: () => undefined, put: () => {} }
  const place = (key: string): string => path.join(directory, 'plugins', path.basename(key))
  return {
    get(key) {
      try {
        return fs.readFileSync(place(key))
      } catch {
        return undefined
      }
    },
    put(key, bytes) {
      const file = place(key)
      try {
        fs.mkdirSync(path.dirname(file), { recursive: true })
        // Other builds may write the same entry: none sees a part of it.
        const staged = `${file}.${randomUUID()}`
        fs.writeFileSync(staged, bytes)
        fs.renameSync(staged, file)
      } catch {
        // Read-only sources are built like any other.
      }
    },
  }
}
