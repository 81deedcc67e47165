/** Which result lies in which file of a destination, and how that file looked when it was written. */
import type { CacheStore } from '../cache/types.ts'
import type { Output } from '../output/output.ts'

export interface KeptOutputs {
  /** Whether the file at `path` still is as a build left it that wrote the result `key` there. */
  holds(path: string, key: string): boolean
  /** Notes that the file at `path` now holds the result `key`. */
  wrote(path: string, key: string): void
  /** Keeps what was noted, and forgets all other files. */
  save(): void
}

/** The files of `output`, which is the directory `destination`. */
export function keptOutputs(store: CacheStore, destination: string, output: Output): KeptOutputs {
  const name = `outputs ${destination}`
  const before = parse(store.get(name))
  const now = new Map<string, readonly [key: string, stamp: string | undefined]>()
  return {
    holds(path, key) {
      const known = before.get(path)
      if (known === undefined || known[0] !== key || known[1] !== output.stamp(path)) return false
      now.set(path, known)
      return true
    },
    wrote(path, key) {
      now.set(path, [key, undefined])
    },
    save() {
      const rows: (readonly [string, string, string])[] = []
      for (const [path, [key, known]] of now) {
        const stamp = known ?? output.stamp(path)
        if (stamp !== undefined) rows.push([path, key, stamp])
      }
      store.put(name, Buffer.from(JSON.stringify(rows)))
    },
  }
}

function parse(bytes: Buffer | undefined): ReadonlyMap<string, readonly [key: string, stamp: string]> {
  if (bytes === undefined) return new Map()
  const rows = JSON.parse(bytes.toString('utf8')) as [string, string, string][]
  return new Map(rows.map(([path, key, stamp]) => [path, [key, stamp]]))
}
