/**
 * Makes the new files of an output beside the old ones, and moves them into place.
 *
 * Every file is made once. A directory that is not there yet is made complete in the stage and renamed as a whole, and so
 * is a destination that is not there: its stage stands beside it, and one rename makes it the output. A file of a directory
 * that is there is renamed by itself.
 */
import fs from 'node:fs'
import { isCode, makeDirectory } from '../make-directory.ts'
import type { Existing } from './output.ts'
import { newStage } from './stages.ts'

/** Paths longer than this may be too long where they go though they are not where they are made. */
const SURELY_SHORT = 1024

export class Staging {
  readonly #destination: string
  readonly #existing: Existing
  /** whether the stage becomes the destination */
  readonly #whole: boolean
  readonly #root: string
  /** directories made in the stage */
  readonly #made = new Set<string>()
  /** place in the stage of each directory that is new, by its path in the destination */
  readonly #directories = new Map<string, string>()
  /** place in the stage of each file that is moved by itself, by its path in the destination */
  readonly #files = new Map<string, string>()
  #serial = 0

  /** Makes the stage. */
  constructor(destination: string, existing: Existing) {
    this.#destination = destination
    this.#existing = existing
    this.#whole = fs.lstatSync(destination, { throwIfNoEntry: false }) === undefined
    const parent = this.#whole ? destination.slice(0, destination.lastIndexOf('/')) : destination
    this.#root = `${parent}/${newStage()}`
    makeDirectory(this.#root)
  }

  /**
   * Runs `write` with the place where the file is made that goes to `path`; answers what was made. An error names the
   * file it is about.
   */
  file(path: string, write: (place: string) => void): fs.Stats {
    try {
      const place = this.#placeFor(path)
      write(place)
      return fs.lstatSync(place)
    } catch (error) {
      const file = `${this.#destination}/${path}`
      // What fails while a file is open has no name.
      if (error instanceof Error && 'errno' in error && !('path' in error))
        Object.assign(error, { path: file })
      if (error instanceof Error && 'path' in error && this.#holds(error.path)) error.path = file
      if (error instanceof Error && 'dest' in error && this.#holds(error.dest)) error.dest = file
      throw error
    }
  }

  /** Moves everything into place; answers which files were moved by themselves. */
  move(): readonly string[] {
    if (this.#whole) {
      moveDirectory(this.#root, this.#destination)
      return []
    }
    for (const [path, place] of this.#directories) moveDirectory(place, `${this.#destination}/${path}`)
    for (const [path, place] of this.#files) rename(place, `${this.#destination}/${path}`)
    fs.rmdirSync(this.#root)
    return [...this.#files.keys()]
  }

  discard(): void {
    fs.rmSync(this.#root, { recursive: true, force: true })
  }

  #placeFor(path: string): string {
    if (this.#whole) return this.#below(this.#root, path)
    const top = this.#newDirectory(path)
    if (top === undefined) {
      // What the file system refuses as a name it must refuse now, while the output is as it was.
      if (!this.#existing.files.has(path)) this.#look(path)
      const place = `${this.#root}/${this.#serial++}`
      this.#files.set(path, place)
      return place
    }
    let place = this.#directories.get(top)
    if (place === undefined) {
      this.#look(top)
      place = `${this.#root}/${this.#serial++}`
      makeDirectory(place)
      this.#directories.set(top, place)
    }
    if (path.length > SURELY_SHORT) this.#look(path)
    return this.#below(place, path.slice(top.length + 1))
  }

  /** The highest directory above `path` that is not in the destination. */
  #newDirectory(path: string): string | undefined {
    const { directories } = this.#existing
    const last = path.lastIndexOf('/')
    if (last === -1 || directories.has(path.slice(0, last))) return undefined
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const directory = path.slice(0, slash)
      if (!directories.has(directory)) return directory
    }
    return undefined
  }

  /** The place of `path` below `root`, with the directories above it made. */
  #below(root: string, path: string): string {
    this.#makeAbove(root, path)
    return `${root}/${path}`
  }

  #makeAbove(root: string, path: string): void {
    const slash = path.lastIndexOf('/')
    const directory = `${root}/${path.slice(0, slash)}`
    if (slash === -1 || this.#made.has(directory)) return
    this.#makeAbove(root, path.slice(0, slash))
    makeDirectory(directory)
    this.#made.add(directory)
  }

  #look(path: string): void {
    try {
      fs.lstatSync(`${this.#destination}/${path}`, { throwIfNoEntry: false })
    } catch (error) {
      // A file that is stale stands where a directory goes.
      if (!isCode(error, 'ENOTDIR')) throw error
    }
  }

  #holds(place: unknown): boolean {
    return typeof place === 'string' && place.startsWith(`${this.#root}/`)
  }
}

/** Renames a directory; where another build just made the same one, what is in it. */
function moveDirectory(from: string, to: string): void {
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

/** Renames; where another build just took away the directory above, makes that again. */
function rename(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
    makeDirectory(to.slice(0, to.lastIndexOf('/')))
    fs.renameSync(from, to)
  }
}
