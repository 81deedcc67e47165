/** The files that Ruby is given. */

/** Folders and files, by absolute path. What changes them throws as Node's `fs` does. */
export interface SystemFiles {
  /** what is there for Ruby; undefined for nothing */
  kindOf(path: string): 'file' | 'directory' | undefined
  /** what a directory holds that is there for Ruby */
  list(path: string): readonly SystemEntry[]
  read(path: string): Uint8Array
  /** of a file: bytes; milliseconds since the epoch */
  stat(path: string): { readonly size: number; readonly mtime: number }
  /** whether `write`, `makeDirectory` and `remove` may change what has this name */
  mayChange(path: string): boolean
  write(path: string, bytes: Uint8Array): void
  makeDirectory(path: string): void
  /** removes a file, or a directory with nothing in it */
  remove(path: string): void
  /** the time of a file's last change, in milliseconds since the epoch; undefined for now */
  setTime(path: string, mtime: number | undefined): void
}

interface SystemEntry {
  readonly name: string
  readonly kind: 'file' | 'directory'
}
