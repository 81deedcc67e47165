/**
 * Whether a static file in the output is still a copy of its source.
 *
 * A copy has its source's size, and its time to the second. That does not make it the same: a file may be written twice in
 * one second, and archives set times as they please. So contents decide. To read both files of every pair in every build
 * would cost more than all else, so how both looked when they were the same is remembered. A source changed in the second of
 * the copy is not: it may change once more and look the same.
 */
import fs from 'node:fs'
import type { SiteFile } from '../../site/index.ts'
import type { CacheStore } from '../cache/types.ts'
import { stampOf } from './stamp.ts'

interface CopyChecks {
  /** Takes what earlier builds remembered of this output, and keeps what this one does. */
  remember(store: CacheStore): void
  /** Whether the file at `path` of the output is a copy of `file`. */
  isCopy(path: string, file: SiteFile): boolean
  /** How the source of a copy looks; to be asked before it is made. Throws where there is none, or no file. */
  source(file: SiteFile): fs.Stats
  /** Notes the copy that goes to `path`, by how its source looked and how it was made. */
  copied(path: string, source: fs.Stats, made: fs.Stats): void
  /** Keeps what is known of all copies; `stamp` tells how those made now look in their places. */
  keep(stamp: (path: string) => string | undefined): void
}

/** Bytes compared at once. */
const CHUNK = 64 * 1024

export function copyChecks(destination: string): CopyChecks {
  const key = `copies\0${destination}`
  /** looks of source and copy, by the path of the copy */
  let known: ReadonlyMap<string, string> = new Map()
  const looks = new Map<string, string>()
  /** how the sources of the copies of this build looked */
  const made = new Map<string, string>()
  let kept: CacheStore | undefined
  return {
    remember(store) {
      kept = store
      known = parse(store.get(key))
    },
    isCopy(path, file) {
      const place = `${destination}/${path}`
      const copy = fs.lstatSync(place, { throwIfNoEntry: false })
      if (copy === undefined || !copy.isFile() || copy.size !== file.size) return false
      if (Math.floor(copy.mtimeMs / 1000) !== Math.floor(file.mtime / 1000)) return false
      const from = sourceOf(file)
      const source = fs.statSync(from, { throwIfNoEntry: false })
      if (source === undefined || !source.isFile()) return false
      const look = lookOf(stampOf(source), stampOf(copy))
      if (known.get(path) !== look) {
        if (!sameContents(from, place)) return false
        if (!isSettled(source, copy)) return true
      }
      looks.set(path, look)
      return true
    },
    source(file) {
      const from = sourceOf(file)
      const source = fs.statSync(from)
      if (source.isFile()) return source
      throw Object.assign(new Error('Neither a file nor a directory'), {
        code: source.isDirectory() ? 'EISDIR' : 'EINVAL',
        path: from,
      })
    },
    copied(path, source, copy) {
      if (isSettled(source, copy)) made.set(path, stampOf(source))
    },
    keep(stamp) {
      for (const [path, source] of made) {
        const copy = stamp(path)
        if (copy !== undefined) looks.set(path, lookOf(source, copy))
      }
      if (looks.size > 0) kept?.put(key, JSON.stringify([...looks]))
      looks.clear()
      made.clear()
    },
  }
}

function sourceOf({ root, path }: SiteFile): string {
  return `${root}/${path}`
}

function lookOf(source: string, copy: string): string {
  return `${source} ${copy}`
}

/** Whether a later change of `source` shows in its times. Some file systems count seconds. */
function isSettled(source: fs.Stats, copy: fs.Stats): boolean {
  return Math.floor(source.ctimeMs / 1000) < Math.floor(copy.ctimeMs / 1000)
}

function sameContents(one: string, other: string): boolean {
  const opened: number[] = []
  try {
    for (const place of [one, other])
      opened.push(fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK))
    const [first = -1, second = -1] = opened
    const [a, b] = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)]
    for (let at = 0; ; ) {
      const length = fs.readSync(first, a, 0, CHUNK, at)
      if (!readsSame(second, a.subarray(0, length), b, at)) return false
      if (length === 0) return true
      at += length
    }
  } catch {
    // Copying makes of it what can be made.
    return false
  } finally {
    for (const descriptor of opened) fs.closeSync(descriptor)
  }
}

/** Whether a file has these bytes at `at`; where there are none, whether it ends there. */
function readsSame(descriptor: number, bytes: Buffer, into: Buffer, at: number): boolean {
  if (bytes.length === 0) return fs.readSync(descriptor, into, 0, 1, at) === 0
  let filled = 0
  while (filled < bytes.length) {
    const got = fs.readSync(descriptor, into, filled, bytes.length - filled, at + filled)
    if (got === 0) return false
    filled += got
  }
  return bytes.equals(into.subarray(0, filled))
}

function parse(bytes: Buffer | undefined): ReadonlyMap<string, string> {
  if (bytes === undefined) return new Map()
  const pairs: readonly [string, string][] = JSON.parse(bytes.toString('utf8'))
  return new Map(pairs)
}
