/**
 * How an output becomes the new one: what is removed and what is moved into place. Made as one list before anything changes, so
 * that it can be written down first, and whoever finds it written down can finish what a process began that was killed.
 */
import fs from 'node:fs'
import { isCode, makeDirectory } from '../make-directory.ts'

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
function replacedName(name: string): string {
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
    const replaced = `${stage}/${replacedName(name)}`
    if (!resuming || exists(`${destination}/${path}`)) fs.renameSync(`${destination}/${path}`, replaced)
    fs.renameSync(`${stage}/${name}`, `${destination}/${path}`)
  }
  for (const path of changes.staleFiles) removeFile(`${destination}/${path}`)
  for (const path of changes.staleDirectories) removeDirectory(`${destination}/${path}`)
  for (const [name, path] of changes.directories)
    if (!isDone(name)) moveDirectory(`${stage}/${name}`, `${destination}/${path}`)
  for (const [name, path] of changes.files)
    if (!isDone(name)) rename(`${stage}/${name}`, `${destination}/${path}`)
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

/** Renames a directory; where somebody just made the same one, what is in it. */
export function moveDirectory(from: string, to: string): void {
  try {
    rename(from, to)
    return
  } catch (error) {
    if (!isCode(error, 'ENOTEMPTY') && !isCode(error, 'EEXIST')) throw error
  }
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const move = entry.isDirectory() ? moveDirectory : rename
    move(`${from}/${entry.name}`, `${to}/${entry.name}`)
  }
  fs.rmdirSync(from)
}

/** Renames; where somebody just took away the directory above, makes that again. */
function rename(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
    makeDirectory(to.slice(0, to.lastIndexOf('/')))
    fs.renameSync(from, to)
  }
}
