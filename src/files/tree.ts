/**
 * Where a site is read from: the disk, or a text (tests). Synchronous, as the whole reader is: with one call per
 * directory and one per file there is nothing to wait for side by side.
 *
 * Paths are relative to the root, posix, without a leading slash; '' is the root itself.
 */
import type { Diagnostic } from '../base/index.ts'

export interface FileTree {
  /** absolute */
  readonly root: string
  /** What a directory holds, in the file system's own order; empty when it is none. */
  list(directory: string): readonly Entry[]
  /** What `path` is after following links; null when there is nothing. */
  kindOf(path: string): EntryKind | null
  /** Size and time of a file. Throws ReadError. */
  stat(path: string): FileStat
  /** A whole file. Throws ReadError. */
  read(path: string): FileContents
  /** Its first `length` bytes (fewer when it is shorter). Throws ReadError. */
  head(path: string, length: number): Uint8Array
  /** The absolute path with all links followed; null when it leads nowhere. */
  realPath(path: string): string | null
  /** Notes that `path` was wanted and is not read: it leads out, or is no file. */
  passOver(path: string): void
  /** A warning for each link or file that was passed over, and that no call before has told. */
  passedOver(): readonly Diagnostic[]
}

/** `tree`, whose directories hold what `list` says. */
export function withListing(tree: FileTree, list: FileTree['list']): FileTree {
  return treeOver(tree, { list })
}

/** `tree`, of which `other` does some things in another way. */
export function treeOver(tree: FileTree, other: Partial<FileTree>): FileTree {
  return {
    root: tree.root,
    list: (directory) => tree.list(directory),
    kindOf: (path) => tree.kindOf(path),
    stat: (path) => tree.stat(path),
    read: (path) => tree.read(path),
    head: (path, length) => tree.head(path, length),
    realPath: (path) => tree.realPath(path),
    passOver: (path) => tree.passOver(path),
    passedOver: () => tree.passedOver(),
    ...other,
  }
}

/**
 * 'other' is what can be neither read nor walked: a pipe, a socket, a device. 'outside' is behind a link that leads out of
 * a tree that may not be left.
 */
export type EntryKind = 'file' | 'directory' | 'other' | 'outside'

export interface Entry {
  readonly name: string
  /** after following a link; a link that leads nowhere is a file that cannot be read */
  readonly kind: EntryKind
  readonly link: boolean
}

export interface FileStat {
  readonly size: number
  /** milliseconds since the epoch, with fraction */
  readonly mtime: number
  /** what tells it from other files, and from itself as it was; undefined where a tree has no such thing */
  readonly identity?: FileIdentity
}

/** Numbers that the system gives a file. Whoever sets its times or puts another in its place changes one of them. */
interface FileIdentity {
  readonly device: number
  readonly inode: number
  /** when anything of it was changed, in milliseconds since the epoch */
  readonly changed: number
}

/** Whether a file that looks like `one` is surely as it was when it looked like `other`. */
export function looksAs({ size, mtime, identity }: FileStat, other: FileStat): boolean {
  return (
    identity !== undefined &&
    identity.changed === other.identity?.changed &&
    identity.inode === other.identity.inode &&
    identity.device === other.identity.device &&
    mtime === other.mtime &&
    size === other.size
  )
}

export interface FileContents extends FileStat {
  readonly bytes: Uint8Array
}

/** A file that cannot be read; `message` is worded as Ruby's: `No such file or directory @ rb_sysopen - /a/b`. */
export class ReadError extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** absolute */
    readonly path: string,
  ) {
    super(message)
  }
}
