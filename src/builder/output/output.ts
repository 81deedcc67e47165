/**
 * Where a build's files go. Putting stages a file; nothing of the old output changes before `commit`, which removes
 * what is stale and moves the staged files into place. A build that fails before that leaves the output as it was.
 * Two implementations: the disk (disk-output.ts) and memory (below), for tests and for programs that embed Whirl.
 */
import type { SiteFile } from '../../site/index.ts'
import type { CacheStore } from '../cache/types.ts'

/** What lies in the destination now; paths relative to it, posix. Links count as files, they are never followed. */
export interface Existing {
  readonly files: ReadonlySet<string>
  readonly directories: ReadonlySet<string>
}

export interface Output {
  existing(): Existing
  /** Finishes what a build began that was killed while it changed the output: it is then the old one or the new one. */
  settle(): void
  /**
   * Begins a build, once no other one writes there; `told` hears where that takes long. Takes from `store` what earlier builds
   * know of this output, and keeps with the commit what this one does. With `rooms`, directories, files are copied only that
   * lie in one of them once links are followed. Ends with `commit` or `rollback`. Throws a BuildError
   * where another process does not end.
   */
  begin(store: CacheStore, told?: (topic: string, message: string) => void, rooms?: readonly string[]): void
  /**
   * How the file at `path` looks from outside, as this build put or found it there: another one looks otherwise. Undefined
   * where there is none, or none can tell.
   */
  stamp(path: string): string | undefined
  /** Stages `text`, or its bytes in UTF-8, for `path`; false when that is what lies there already. */
  putText(path: string, text: string | Uint8Array): boolean
  /** Stages `bytes` for `path`; false when they lie there already. */
  putBytes(path: string, bytes: Uint8Array): boolean
  /** Stages a copy of `file`, with its time to the second as Jekyll keeps it; false when it lies there already. */
  putFile(path: string, file: SiteFile): boolean
  /**
   * Removes `stale` (files, then directories from the deepest) and moves all staged files into place. `ours` are the paths of
   * all files that the build wants there: what else stays is somebody else's.
   */
  commit(stale: readonly string[], ours?: { has(path: string): boolean }): void
  /** Forgets what was staged. */
  rollback(): void
}

/** An output that lives in a map: path to text or bytes, or to the static file to be copied. */
export interface MemoryOutput extends Output {
  readonly contents: ReadonlyMap<string, string | Uint8Array | SiteFile>
}

export function memoryOutput(): MemoryOutput {
  const contents = new Map<string, string | Uint8Array | SiteFile>()
  const staged = new Map<string, string | Uint8Array | SiteFile>()
  return {
    contents,
    stamp: () => undefined,
    existing: () => ({ files: new Set(contents.keys()), directories: new Set() }),
    settle: () => {},
    begin: () => {},
    putText(path, written) {
      const text = typeof written === 'string' ? written : Buffer.from(written).toString('utf8')
      if (contents.get(path) === text) return false
      staged.set(path, text)
      return true
    },
    putBytes(path, bytes) {
      const old = contents.get(path)
      if (old instanceof Uint8Array && Buffer.compare(old, bytes) === 0) return false
      staged.set(path, bytes)
      return true
    },
    putFile(path, file) {
      const old = contents.get(path)
      if (
        typeof old === 'object' &&
        !(old instanceof Uint8Array) &&
        old.mtime === file.mtime &&
        old.size === file.size
      )
        return false
      staged.set(path, file)
      return true
    },
    commit(stale) {
      for (const path of stale) contents.delete(path)
      for (const [path, content] of staged) contents.set(path, content)
      staged.clear()
    },
    rollback: () => staged.clear(),
  }
}
