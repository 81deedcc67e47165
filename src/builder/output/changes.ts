/**
 * How an output becomes the new one: what is removed and what is moved into place. Made as one list before anything changes, so
 * that it can be written down first, and whoever finds it written down can finish what a process began that was killed.
 */
import fs from 'node:fs'
import { isCode, makeDirectory } from '../../files/index.ts'

/** Paths are relative to the destination, names to the stage. */
export interface Changes {
  /** directories of both, by name in the stage and path, that change places */
  readonly swaps: readonly Move[]
  readonly staleFiles: readonly string[]
  /** the deepest first */
  readonly staleDirectories: readonly string[]
  /** directories that are new */
  readonly directories: readonly Move[]
  readonly files: readonly Move[]
}

export type Move = readonly [name: string, path: string]

/** The name in the stage of the directory that the one called `name` has replaced. */
export function replacedName(name: string): string {
  return `${name}-old`
}

/** Directories of the destination in which a name comes or goes. */
export function touchedDirectories(changes: Changes): ReadonlySet<string> {
  const { swaps, staleFiles, staleDirectories, directories, files } = changes
  const moved = [...swaps, ...directories, ...files].map(([, path]) => path)
  const touched = new Set<string>()
  for (const paths of [moved, staleFiles, staleDirectories])
    for (const path of paths) touched.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
  return touched
}

/** How many steps they are. One alone is done or not done. */
export function stepsOf({ swaps, staleFiles, staleDirectories, directories, files }: Changes): number {
  return 2 * swaps.length + staleFiles.length + staleDirectories.length + directories.length + files.length
}

/**
 * Makes `changes`, from `stage`. What a process before has done of them is left out where it may have: `resuming`. Throws what
 * the system refuses.
 */
export function makeChanges(destination: string, stage: string, changes: Changes, resuming = false): void {
  const isDone = (name: string): boolean => resuming && !exists(`${stage}/${name}`)
  for (const [name, path] of changes.swaps) {
    if (isDone(name)) continue
    swap(`${stage}/${name}`, `${destination}/${path}`, `${stage}/${replacedName(name)}`)
  }
  for (const path of changes.staleFiles) removeFile(`${destination}/${path}`)
  for (const path of changes.staleDirectories) removeDirectory(`${destination}/${path}`)
  for (const [name, path] of changes.directories)
    if (!isDone(name)) moveDirectory(`${stage}/${name}`, `${destination}/${path}`)
  for (const [name, path] of changes.files)
    if (!isDone(name)) rename(`${stage}/${name}`, `${destination}/${path}`)
}

/** Puts the directory `made` at `place`, and what was there, if it still is, at `replaced`. */
function swap(made: string, place: string, replaced: string): void {
  try {
    if (exists(place)) fs.renameSync(place, replaced)
  } catch (error) {
    // Another file system begins there.
    if (!isCode(error, 'EBUSY') && !isCode(error, 'EXDEV')) throw error
    replaceContents(made, place)
    return
  }
  fs.renameSync(made, place)
}

/** Has the directory `to` hold what `from` holds, and nothing else. */
function replaceContents(from: string, to: string): void {
  const made = new Map(fs.readdirSync(from, { withFileTypes: true }).map((entry) => [entry.name, entry]))
  for (const entry of fs.readdirSync(to, { withFileTypes: true }))
    if (made.get(entry.name)?.isDirectory() !== entry.isDirectory())
      fs.rmSync(`${to}/${entry.name}`, { recursive: true, force: true })
  for (const [name, entry] of made)
    if (!entry.isDirectory()) rename(`${from}/${name}`, `${to}/${name}`)
    else {
      makeDirectory(`${to}/${name}`)
      replaceContents(`${from}/${name}`, `${to}/${name}`)
    }
  fs.rmdirSync(from)
}

function exists(place: string): boolean {
  return fs.lstatSync(place, { throwIfNoEntry: false }) !== undefined
}

/** Somebody may have removed it already, or made something else of the place. */
function removeFile(path: string): void {
  try {
    fs.unlinkSync(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].some((code) => isCode(error, code))) return
    // As some systems say of a directory.
    if (!isCode(error, 'EPERM') || !fs.lstatSync(path).isDirectory()) throw error
  }
}

/** The same, or somebody has put something into it. */
function removeDirectory(path: string): void {
  try {
    fs.rmdirSync(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].some((code) => isCode(error, code))) throw error
  }
}

/** Renames a directory; where somebody just made the same one, or another file system begins, what is in it. */
export function moveDirectory(from: string, to: string): void {
  try {
    move(from, to)
    return
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EXDEV'].some((code) => isCode(error, code))) throw error
  }
  makeDirectory(to)
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const one = entry.isDirectory() ? moveDirectory : rename
    one(`${from}/${entry.name}`, `${to}/${entry.name}`)
  }
  fs.rmdirSync(from)
}

/** Renames a file; where another file system begins, a copy of it. */
function rename(from: string, to: string): void {
  try {
    move(from, to)
    return
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error
  }
  const copy = `${to.slice(0, to.lastIndexOf('/'))}/.whirl-copy`
  const { atime, mtime } = fs.statSync(from)
  fs.copyFileSync(from, copy)
  fs.utimesSync(copy, atime, mtime)
  fs.renameSync(copy, to)
  fs.unlinkSync(from)
}

/** Renames; where somebody just took away the directory above, makes that again. */
function move(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
    makeDirectory(to.slice(0, to.lastIndexOf('/')))
    fs.renameSync(from, to)
  }
}
