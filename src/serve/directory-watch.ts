/**
 * Tells of changes below directories, by what the system tells of each directory about the files in it, as Linux does: one
 * watch for a directory, none for a file, and no look at the other files of a directory in which one changed. Of a directory
 * that came, went or was replaced, all files are told.
 */
import fs from 'node:fs'
import path from 'node:path'
import { epochMilliseconds, isInside } from '../base/index.ts'

interface DirectoryWatchOptions {
  /** absolute directories; links to directories and files below them are followed */
  readonly paths: readonly string[]
  /** absolute path -> whether to leave it (and all below it) alone */
  readonly ignored: (path: string) => boolean
  /** told of each file and directory that came, went or changed */
  readonly note: (path: string) => void
  readonly onError: (error: Error) => void
}

interface Watched {
  watcher: fs.FSWatcher
  /** tells it from another directory in its place */
  readonly identity: string
  /** with links followed */
  readonly real: string
  /** what is in it */
  readonly names: Set<string>
}

/** Milliseconds by which a file system may be behind the clock. */
const INEXACT = 3000

/** Paths told at once that are as many as a system may have kept only a part of: Linux queues 16,384 events. */
const MANY = 1000

export class DirectoryWatch {
  readonly #options: DirectoryWatchOptions
  readonly #directories = new Map<string, Watched>()
  /** files behind links */
  readonly #files = new Map<string, fs.FSWatcher>()
  /** when all was looked at */
  #since = epochMilliseconds()
  #told = 0

  constructor(options: DirectoryWatchOptions) {
    this.#options = options
    for (const place of options.paths) this.#add(place, false)
  }

  /** What was told so far has been taken; where that was much, all is looked at again, as some may not have been told. */
  taken(): void {
    const before = this.#since
    const many = this.#told > MANY
    this.#since = epochMilliseconds()
    this.#told = 0
    if (!many) return
    for (const [place, { names }] of [...this.#directories])
      if (this.#directories.has(place)) this.#lookAgain(place, names, before)
    this.#told = 0
  }

  close(): void {
    for (const { watcher } of this.#directories.values()) watcher.close()
    for (const watcher of this.#files.values()) watcher.close()
    this.#directories.clear()
    this.#files.clear()
  }

  #note(place: string): void {
    this.#told++
    this.#options.note(place)
  }

  /** Watches what is at `place`, and tells of it and all below it with `isNews`. */
  #add(place: string, isNews: boolean): void {
    if (this.#options.ignored(place)) return
    const link = lookOf(place)
    if (link === undefined) return
    const stat = link.isSymbolicLink() ? lookBehind(place) : link
    if (isNews) this.#note(place)
    if (stat?.isDirectory()) this.#addDirectory(place, stat, link.isSymbolicLink(), isNews)
    else if (stat !== undefined && link.isSymbolicLink()) this.#addFile(place)
  }

  #addDirectory(place: string, stat: fs.Stats, isLink: boolean, isNews: boolean): void {
    try {
      const real = fs.realpathSync(place)
      if (isLink && this.#leadsBack(place, real)) return
      const watcher = this.#watch(place)
      const names = new Set<string>()
      this.#directories.set(place, { watcher, identity: identityOf(stat), real, names })
      // Read once it is watched: what comes from now on is told.
      for (const entry of fs.readdirSync(place, { withFileTypes: true })) {
        const { name } = entry
        if (isAside(name)) continue
        names.add(name)
        if (isNews || !entry.isFile()) this.#add(path.join(place, name), isNews)
      }
    } catch (error) {
      this.#failed(error)
    }
  }

  #watch(directory: string): fs.FSWatcher {
    const watcher = fs.watch(directory, (_, name) => this.#happened(directory, name))
    watcher.on('error', (error) => this.#failed(error))
    return watcher
  }

  /** Whether the directory `real`, to which the link `place` leads, holds the link: whoever followed it would never end. */
  #leadsBack(place: string, real: string): boolean {
    for (let above = path.dirname(place); ; above = path.dirname(above)) {
      const watched = this.#directories.get(above)
      if (watched === undefined) return false
      if (isInside(real, watched.real)) return true
    }
  }

  #addFile(place: string): void {
    try {
      const watcher = fs.watch(place, () => {
        this.#note(place)
        // Another file may lie there now.
        watcher.close()
        this.#files.delete(place)
        if (lookBehind(place) !== undefined) this.#addFile(place)
      })
      watcher.on('error', (error) => this.#failed(error))
      this.#files.set(place, watcher)
    } catch (error) {
      this.#failed(error)
    }
  }

  /** Something happened to what is called `name` in `directory`. */
  #happened(directory: string, name: string | null): void {
    const watched = this.#directories.get(directory)
    if (watched === undefined) return
    const { names } = watched
    if (name !== null && isAside(name)) return
    // Of what happens to itself, a directory tells under its own name.
    const ofItself = name === path.basename(directory) && !names.has(name)
    if (name !== null && !(ofItself && lookOf(path.join(directory, name)) === undefined)) {
      this.#lookAt(directory, name, names)
      return
    }
    try {
      // What is watched may be one that is gone, and another lies there.
      const watcher = this.#watch(directory)
      watched.watcher.close()
      watched.watcher = watcher
    } catch (error) {
      this.#failed(error)
    }
    this.#lookAgain(directory, names, this.#since)
  }

  #lookAt(directory: string, name: string, names: Set<string>): void {
    const place = path.join(directory, name)
    if (this.#options.ignored(place)) return
    const stat = lookOf(place)
    if (stat === undefined) {
      // Some files go before anybody looks.
      if (names.delete(name)) this.#remove(place)
      return
    }
    const known = this.#directories.get(place)
    if (!names.has(name) || known === undefined || !stat.isDirectory()) {
      names.add(name)
      if (known !== undefined || this.#files.has(place)) this.#remove(place)
      this.#add(place, true)
    } else if (known.identity !== identityOf(stat)) {
      this.#remove(place)
      this.#add(place, true)
    } else this.#lookAgain(place, known.names, this.#since)
  }

  /** Tells what came, went or changed after `since` in a directory that is the same. */
  #lookAgain(directory: string, names: Set<string>, since: number): void {
    let there: readonly string[]
    try {
      there = fs.readdirSync(directory)
    } catch (error) {
      this.#failed(error)
      return
    }
    const here = new Set(there)
    for (const name of [...names]) if (!here.has(name)) this.#lookAt(directory, name, names)
    for (const name of there) {
      if (isAside(name)) continue
      const place = path.join(directory, name)
      const stat = lookOf(place)
      const isSame = names.has(name) && (stat === undefined || stat.ctimeMs < since - INEXACT)
      const known = this.#directories.get(place)
      if (!isSame && (known === undefined || !stat?.isDirectory() || known.identity !== identityOf(stat)))
        this.#lookAt(directory, name, names)
    }
  }

  /** Tells of `place` and all that was below it, and watches none of it any more. */
  #remove(place: string): void {
    this.#note(place)
    this.#files.get(place)?.close()
    this.#files.delete(place)
    const watched = this.#directories.get(place)
    if (watched === undefined) return
    watched.watcher.close()
    this.#directories.delete(place)
    for (const name of watched.names) {
      const below = path.join(place, name)
      if (!this.#options.ignored(below)) this.#remove(below)
    }
  }

  /** What is gone is told by the directory that it was in. */
  #failed(error: unknown): void {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return
    this.#options.onError(error instanceof Error ? error : new Error(String(error)))
  }
}

/** What lies at `place`; undefined where that is nothing, or cannot be known. */
function lookOf(place: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(place, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** The same with links followed; undefined too where one leads nowhere, or to itself. */
function lookBehind(place: string): fs.Stats | undefined {
  try {
    return fs.statSync(place, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

function identityOf({ dev, ino }: fs.Stats): string {
  return `${dev} ${ino}`
}

/** Whether it is what editors keep beside a file: a swap file or a backup. */
function isAside(name: string): boolean {
  if (name.endsWith('~')) return true
  if (name.endsWith('.swp') || name.endsWith('.swx')) return name.lastIndexOf('.', name.length - 5) !== -1
  const temporary = name.indexOf('.subl')
  return temporary !== -1 && name.includes('.tmp', temporary)
}
