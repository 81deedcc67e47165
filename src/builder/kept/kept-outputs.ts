/** Which result lies in which file of a destination, and how that file looked when it was written. */
import type { CacheStore } from '../cache/types.ts'
import type { Output } from '../output/output.ts'

export interface KeptOutputs {
  /** Whether the file at `path` still is as a build left it that wrote the result `key` there. */
  holds(path: string, key: string): boolean
  /** Notes that the file at `path` now holds the result `key`. */
  wrote(path: string, key: string): void
  /** Says that all files of the last build hold what they held, but for those that are asked about or written. */
  othersHold(): void
  /** All files that hold a result, once they are where they belong. With `othersHold`, those of the last build, changed. */
  written(): Map<string, WrittenFile>
  /** whether files hold other results than after the build before */
  readonly isNews: boolean
  /** Keeps what was noted, if there is news, and forgets all other files. */
  save(isNews: boolean): void
}

/** What lies in a file: a result, and how the file looked then; undefined where that cannot be told. */
export type WrittenFile = readonly [key: string, stamp: string | undefined]

/** The files of `output`, which is the directory `destination`; `last` is what the build before wrote, where this process knows. */
export function keptOutputs(
  store: CacheStore,
  destination: string,
  output: Output,
  last: Map<string, WrittenFile> | undefined,
): KeptOutputs {
  const name = `outputs ${destination}`
  const before = last ?? parse(store.get(name))
  const now = new Map<string, WrittenFile>()
  let isNews = false
  let all = now
  return {
    holds(path, key) {
      const known = before.get(path)
      if (known === undefined || known[0] !== key || known[1] !== output.stamp(path)) return false
      now.set(path, known)
      return true
    },
    wrote(path, key) {
      isNews = true
      now.set(path, [key, undefined])
    },
    othersHold() {
      all = before
    },
    written() {
      for (const [path, file] of now) {
        const [key, known] = file
        all.set(path, known === undefined ? [key, output.stamp(path)] : file)
      }
      return all
    },
    get isNews() {
      return isNews || all.size !== before.size
    },
    save(hasNews) {
      if (!hasNews) {
        store.touch(name)
        return
      }
      const rows = [...all].flatMap(([path, [key, stamp]]) =>
        stamp === undefined ? [] : [[path, key, stamp]],
      )
      store.put(name, JSON.stringify(rows))
    },
  }
}

function parse(bytes: Buffer | undefined): Map<string, WrittenFile> {
  if (bytes === undefined) return new Map()
  const rows = JSON.parse(bytes.toString('utf8')) as [string, string, string][]
  return new Map(rows.map(([path, key, stamp]) => [path, [key, stamp]]))
}
