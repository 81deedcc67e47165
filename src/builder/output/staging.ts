/**
 * Makes the new files of an output beside the old ones, and moves them into place.
 *
 * Every file is made once. A directory that is not there yet is made complete in the stage and renamed as a whole, and so
 * is a destination that is not there: its stage stands beside it, and one rename makes it the output. A file of a directory
 * that is there is renamed by itself, but where most of a directory changes that is made anew. What is to be moved is written down first (journal.ts).
 */
import fs from 'node:fs'
import { isCode, makeDirectory } from '../../files/index.ts'
import {
  type Changes,
  type Move,
  makeChanges,
  moveDirectory,
  replacedName,
  stepsOf,
  touchedDirectories,
} from './changes.ts'
import { removeJournal, writeJournal } from './journal.ts'
import type { Existing } from './output.ts'
import { newStage } from './stages.ts'
import { type Swapped, topOf } from './swapped-directories.ts'

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
  /** name in the stage of each directory that is new, by its path in the destination */
  readonly #directories = new Map<string, string>()
  /** the same of each file that is moved by itself */
  readonly #files = new Map<string, string>()
  #serial = 0
  /** whether the journal has to be followed to its end */
  #begun = false

  /** Makes the stage. */
  constructor(destination: string, existing: Existing) {
    this.#destination = destination
    this.#existing = existing
    this.#whole = fs.lstatSync(destination, { throwIfNoEntry: false }) === undefined
    const parent = this.#whole ? destination.slice(0, destination.lastIndexOf('/')) : destination
    this.#root = `${parent}/${newStage()}`
    try {
      makeDirectory(this.#root)
    } catch (error) {
      throw this.#named(error)
    }
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

  /**
   * Removes `stale` and moves everything into place; `swaps` is asked which directories change as a whole. Answers which files
   * look otherwise since, moved or linked by themselves. Where the system refuses something half way, the stage stays for
   * whoever can finish.
   */
  replace(
    stale: readonly string[],
    swaps: (changed: readonly string[]) => readonly Swapped[],
  ): readonly string[] {
    if (this.#whole) {
      moveDirectory(this.#root, this.#destination)
      return []
    }
    const swapped = swaps([...this.#directories.keys(), ...this.#files.keys()])
    const made = new Map(swapped.map((each) => [each.top, this.#madeAnew(each)]))
    const changes = this.#changes(stale, made)
    // One question for each directory, one file for the journal; then a rename for each file, new directory or old one that is
    // replaced, and a removal for each that is stale.
    for (const directory of touchedDirectories(changes)) this.#checkRights(directory)
    const several = stepsOf(changes) > 1
    if (several) this.#write(changes)
    this.#begun = several
    makeChanges(this.#destination, this.#root, changes)
    this.#removeReplaced(changes)
    if (several) removeJournal(this.#root)
    fs.rmdirSync(this.#root)
    return [...this.#files.keys(), ...swapped.flatMap(({ top, staying }) => (made.get(top) ? staying : []))]
  }

  discard(): void {
    if (!this.#begun) fs.rmSync(this.#root, { recursive: true, force: true })
  }

  /** Makes a directory as it is to be, of links to what stays and of what is new; answers its name. */
  #madeAnew({ top, directories, staying }: Swapped): string | undefined {
    const name = `${this.#serial++}`
    const below = (path: string): string => `${this.#root}/${name}${path.slice(top.length)}`
    makeDirectory(`${this.#root}/${name}`)
    for (const path of directories) makeDirectory(below(path))
    try {
      for (const path of staying) fs.linkSync(`${this.#destination}/${path}`, below(path))
    } catch {
      // Not every file system has links, or room for one more: its files are moved by themselves.
      fs.rmSync(`${this.#root}/${name}`, { recursive: true, force: true })
      return undefined
    }
    for (const places of [this.#directories, this.#files])
      for (const [path, place] of places)
        if (topOf(path) === top) fs.renameSync(`${this.#root}/${place}`, below(path))
    return name
  }

  #changes(stale: readonly string[], made: ReadonlyMap<string, string | undefined>): Changes {
    const isSwapped = (path: string): boolean => made.get(topOf(path) ?? '') !== undefined
    const moves = (places: ReadonlyMap<string, string>): Move[] =>
      [...places].flatMap(([path, name]) => (isSwapped(path) ? [] : [[name, path]]))
    const { directories } = this.#existing
    const left = stale.filter((path) => !isSwapped(path))
    return {
      swaps: [...made].flatMap(([top, name]) => (name === undefined ? [] : [[name, top]])),
      staleFiles: left.filter((path) => !directories.has(path)),
      staleDirectories: left.filter((path) => directories.has(path)),
      directories: moves(this.#directories),
      files: moves(this.#files),
    }
  }

  /** Removes the directories that others have replaced. What is in them is known, and need not be asked for. */
  #removeReplaced({ swaps }: Changes): void {
    if (swaps.length === 0) return
    const places = new Map(swaps.map(([name, top]) => [top, `${this.#root}/${replacedName(name)}`]))
    const placeOf = (path: string): string | undefined => {
      const place = places.get(topOf(path) ?? path)
      return place === undefined ? undefined : `${place}${path.slice((topOf(path) ?? path).length)}`
    }
    const { files, directories } = this.#existing
    try {
      for (const path of files) {
        const place = topOf(path) === undefined ? undefined : placeOf(path)
        if (place !== undefined) fs.unlinkSync(place)
      }
      for (const path of [...directories].sort((a, b) => b.length - a.length)) {
        const place = placeOf(path)
        if (place !== undefined) fs.rmdirSync(place)
      }
    } catch {
      // Another program has put something there.
      for (const place of places.values()) fs.rmSync(place, { recursive: true, force: true })
    }
  }

  /** Throws what the system would throw half way. */
  #checkRights(directory: string): void {
    if (!this.#existing.directories.has(directory)) return
    try {
      fs.accessSync(`${this.#destination}/${directory}`, fs.constants.W_OK)
    } catch (error) {
      // Another program has removed it, or made something else of the place.
      if (!isCode(error, 'ENOENT') && !isCode(error, 'ENOTDIR')) throw error
    }
  }

  #write(changes: Changes): void {
    try {
      writeJournal(this.#root, changes)
    } catch (error) {
      throw this.#named(error)
    }
  }

  /** `error` with the destination as its path: no place of the stage means anything to anybody. */
  #named(error: unknown): unknown {
    const isOwn = error instanceof Error && (!('path' in error) || String(error.path).startsWith(this.#root))
    return isOwn ? Object.assign(error, { path: this.#destination }) : error
  }

  #placeFor(path: string): string {
    if (this.#whole) return this.#below(this.#root, path)
    const top = this.#newDirectory(path)
    if (top === undefined) {
      // What the file system refuses as a name it must refuse now, while the output is as it was.
      if (!this.#existing.files.has(path)) this.#look(path)
      const name = `${this.#serial++}`
      this.#files.set(path, name)
      return `${this.#root}/${name}`
    }
    let name = this.#directories.get(top)
    if (name === undefined) {
      this.#look(top)
      name = `${this.#serial++}`
      makeDirectory(`${this.#root}/${name}`)
      this.#directories.set(top, name)
    }
    if (path.length > SURELY_SHORT) this.#look(path)
    return this.#below(`${this.#root}/${name}`, path.slice(top.length + 1))
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
