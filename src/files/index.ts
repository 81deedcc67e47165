/** The gate to the files of a site: what may be read, and how. */

export { changedAt } from './changed-at.ts'
export { diskTree } from './disk-tree.ts'
export { futurePlace } from './future-place.ts'
export { copyFile, type Gate, openGate } from './gate.ts'
export { readGiven } from './given-file.ts'
export { makeDirectory } from './make-directory.ts'
export { isCode } from './read-error.ts'
export { type IsSettled, settledFiles } from './settled-files.ts'
export {
  type Entry,
  type EntryKind,
  type FileContents,
  type FileStat,
  type FileTree,
  looksAs,
  ReadError,
  treeOver,
  withListing,
} from './tree.ts'
export { keepOwn, replaceOwn, writeOwn } from './write-file.ts'
