/**
 * The one way to files that a site, its theme or its packages name.
 *
 * Only files and directories are read: a pipe, a socket or a device may have no end. What is opened is looked at once it
 * is open, so that nothing takes its place between the look and the reading. A fenced gate leaves nothing through that
 * lies outside of its root once all links are followed, however it is named.
 */
import fs from 'node:fs'
import { type Diagnostic, isInside } from '../base/index.ts'
import { LARGEST } from './largest.ts'
import { type PassedOver, passedOverWarning } from './passed-over.ts'
import { isCode, readError, tooLarge } from './read-error.ts'
import { type Entry, type EntryKind, type FileContents, type FileStat, ReadError } from './tree.ts'

export interface GateOptions {
  /** whether what lies outside of the root is closed */
  readonly fenced: boolean
  /** what the root is, for messages */
  readonly of: 'site' | 'theme'
}

/** Paths are absolute. A gate remembers what it passed over, to be told once. */
export interface Gate {
  /** As the tree's of these names. */
  list(directory: string): readonly Entry[]
  kindOf(place: string): EntryKind | null
  stat(file: string): FileStat
  read(file: string): FileContents
  head(file: string, length: number): Uint8Array
  realPath(place: string): string | null
  passOver(place: string): void
  passedOver(): readonly Diagnostic[]
  /** The text of `file`; undefined, and passed over if it is there, where there is none to be read. */
  text(file: string): string | undefined
  /** The names in `directory`; none where there is none, or none to be read. */
  names(directory: string): readonly string[]
  /** Writes a file, over the one that is there; a link is not followed. Throws ReadError, for a place outside too. */
  write(file: string, bytes: Uint8Array): void
  /** Makes a directory in one that is there. Throws ReadError. */
  makeDirectory(place: string): void
  /** Removes a file, or a directory with nothing in it. Throws ReadError. */
  remove(place: string): void
  /** Sets the time of the last change, in milliseconds since the epoch; a link is not followed. Throws ReadError. */
  setTime(place: string, mtime: number): void
}

/** A gate to the files of the directory `root` (absolute), and without a fence to all that it names. */
export function openGate(root: string, { fenced = false, of = 'site' }: Partial<GateOptions> = {}): Gate {
  return new DiskGate(root, of, fenced ? (realPathOf(root) ?? root) : undefined)
}

class DiskGate implements Gate {
  /** why places were passed over, by what is to be named */
  readonly #passedOver = new Map<string, PassedOver>()
  #told = 0

  constructor(
    private readonly root: string,
    private readonly of: GateOptions['of'],
    /** the real root of a fenced gate */
    private readonly fence: string | undefined,
  ) {}

  list(directory: string): readonly Entry[] {
    try {
      return this.#in(directory, (place) => this.#entries(place, directory)) ?? []
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return []
      throw readError(error, directory, 'dir_initialize')
    }
  }

  /** What `use` makes of `directory`, by a name that stays the one it had at the look; undefined where that is outside. */
  #in<T>(directory: string, use: (place: string) => T): T | undefined {
    if (this.fence === undefined) return use(directory)
    const open = fs.openSync(directory, DIRECTORY)
    try {
      const real = realPathOfOpen(open, directory)
      if (real !== undefined && isInside(this.fence, real)) return use(nameOfOpen(open) ?? real)
      this.passOver(directory)
      return undefined
    } finally {
      fs.closeSync(open)
    }
  }

  /** What `directory`, which is called `shown`, holds. */
  #entries(directory: string, shown: string): Entry[] {
    const open = fs.opendirSync(directory, { bufferSize: 512 })
    try {
      const entries: Entry[] = []
      for (let entry = open.readSync(); entry !== null; entry = open.readSync())
        entries.push(this.#entry(entry, shown))
      return entries
    } finally {
      open.closeSync()
    }
  }

  #entry(entry: fs.Dirent, directory: string): Entry {
    const { name } = entry
    if (entry.isFile()) return { name, kind: 'file', link: false }
    if (entry.isDirectory()) return { name, kind: 'directory', link: false }
    if (!entry.isSymbolicLink() && !isUnknown(entry)) return { name, kind: 'other', link: false }
    const kind = this.kindOf(directory.endsWith('/') ? directory + name : `${directory}/${name}`) ?? 'file'
    return { name, kind, link: entry.isSymbolicLink() }
  }

  kindOf(place: string): EntryKind | null {
    try {
      if (this.fence === undefined) return kindOf(fs.statSync(place, { throwIfNoEntry: false }))
      const real = realPathOf(place)
      if (real === null) return null
      return isInside(this.fence, real) ? kindOf(fs.statSync(real, { throwIfNoEntry: false })) : 'outside'
    } catch (error) {
      if (isCode(error, 'ELOOP') || isCode(error, 'ENOTDIR') || isCode(error, 'EACCES')) return null
      throw readError(error, place, 'rb_file_s_stat')
    }
  }

  stat(file: string): FileStat {
    try {
      if (this.fence === undefined) return statOf(fs.statSync(file))
      return this.#with(file, (open) => statOf(fs.fstatSync(open)))
    } catch (error) {
      throw readError(error, file, 'rb_file_s_mtime')
    }
  }

  read(file: string): FileContents {
    try {
      return this.#with(file, (open) => {
        const stats = fs.fstatSync(open)
        if (!stats.isFile()) throw notAFile(stats, file)
        if (stats.size > LARGEST) throw tooLarge(file)
        return { bytes: readAll(open, stats.size), ...statOf(stats) }
      })
    } catch (error) {
      throw readError(error, file, 'rb_sysopen')
    }
  }

  head(file: string, length: number): Uint8Array {
    try {
      return this.#with(file, (open) => {
        const bytes = new Uint8Array(length)
        return bytes.subarray(0, fs.readSync(open, bytes, 0, length, null))
      })
    } catch (error) {
      throw readError(error, file, 'rb_sysopen')
    }
  }

  /** What `use` makes of the file once it is open. It lies inside of the fence; what it is `use` must see. */
  #with<T>(file: string, use: (open: number) => T): T {
    // Whoever opens a pipe to read it waits for somebody to write.
    const open = fs.openSync(file, READ)
    try {
      if (this.fence !== undefined && !isInside(this.fence, realPathOfOpen(open, file) ?? '')) {
        this.passOver(file)
        throw new ReadError(`Permission denied @ rb_sysopen - ${file}`, 'EACCES', file)
      }
      return use(open)
    } finally {
      fs.closeSync(open)
    }
  }

  realPath(place: string): string | null {
    return realPathOf(place)
  }

  text(file: string): string | undefined {
    try {
      const { buffer, byteOffset, length } = this.read(file).bytes
      return Buffer.from(buffer, byteOffset, length).toString('utf8')
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      this.passOver(file)
      return undefined
    }
  }

  names(directory: string): readonly string[] {
    try {
      return this.#in(directory, (place) => fs.readdirSync(place)) ?? []
    } catch {
      return []
    }
  }

  write(file: string, bytes: Uint8Array): void {
    this.#change(file, 'rb_sysopen', (name) => {
      const open = fs.openSync(name, WRITE)
      try {
        const stats = fs.fstatSync(open)
        if (!stats.isFile()) throw notAFile(stats, file)
        fs.ftruncateSync(open)
        fs.writeFileSync(open, bytes)
      } finally {
        fs.closeSync(open)
      }
    })
  }

  makeDirectory(place: string): void {
    this.#change(place, 'dir_s_mkdir', (name) => fs.mkdirSync(name))
  }

  remove(place: string): void {
    this.#change(place, 'apply2files', (name) => {
      if (fs.lstatSync(name).isDirectory()) fs.rmdirSync(name)
      else fs.unlinkSync(name)
    })
  }

  setTime(place: string, mtime: number): void {
    this.#change(place, 'apply2files', (name) => fs.lutimesSync(name, mtime / 1000, mtime / 1000))
  }

  /** Has `change` do something to what has the last name of `place`, in the directory that is there now. */
  #change(place: string, call: string, change: (name: string) => void): void {
    const slash = place.lastIndexOf('/')
    try {
      const done = this.#in(place.slice(0, slash) || '/', (directory) => {
        change(`${directory}/${place.slice(slash + 1)}`)
        return true
      })
      if (done === undefined) throw new ReadError(`Permission denied @ ${call} - ${place}`, 'EACCES', place)
    } catch (error) {
      throw readError(error, place, call)
    }
  }

  passOver(place: string): void {
    const why = this.#whyNot(place)
    if (why === undefined) return
    const named = why === 'outside' ? this.#linkOut(place) : place
    if (!this.#passedOver.has(named)) this.#passedOver.set(named, why)
  }

  /** Undefined for what is not there, and for what the system does not let us read. */
  #whyNot(place: string): PassedOver | undefined {
    try {
      const kind = this.kindOf(place)
      if (kind === 'other' || kind === 'outside') return kind
      return kind === 'file' && fs.statSync(place).size > LARGEST ? 'large' : undefined
    } catch {
      return undefined
    }
  }

  passedOver(): readonly Diagnostic[] {
    const all = [...this.#passedOver]
    const fresh = all.slice(this.#told)
    this.#told = all.length
    return fresh.map(([place, why]) => passedOverWarning(this.root, this.of, place, why))
  }

  /** The first link on the way from the root to `place` that leads out. */
  #linkOut(place: string): string {
    if (!isInside(this.root, place)) return place
    for (
      let slash = place.indexOf('/', this.root.length + 1);
      slash > 0;
      slash = place.indexOf('/', slash + 1)
    ) {
      const above = place.slice(0, slash)
      if (this.kindOf(above) === 'outside') return above
    }
    return place
  }
}

/**
 * Copies the file `from` to `to`, which is made; with `rooms`, directories, only where it lies in one of them once links are
 * followed: it is looked at once it is open. Throws what the system throws.
 */
export function copyFile(from: string, to: string, rooms?: readonly string[]): void {
  if (rooms === undefined) {
    fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE)
    return
  }
  const open = fs.openSync(from, READ)
  try {
    const real = realPathOfOpen(open, from)
    if (real === undefined || !rooms.some((room) => isInside(realPathOf(room) ?? room, real)))
      throw Object.assign(new Error('EACCES'), { code: 'EACCES', path: from })
    if (!fs.fstatSync(open).isFile())
      throw Object.assign(new Error('Neither a file nor a directory'), { code: 'EINVAL', path: from })
    fs.copyFileSync(nameOfOpen(open) ?? real, to, fs.constants.COPYFILE_FICLONE)
  } finally {
    fs.closeSync(open)
  }
}

const { O_RDONLY, O_WRONLY, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_DIRECTORY } = fs.constants
const WRITE = O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK
const READ = O_RDONLY | O_NONBLOCK
const DIRECTORY = READ | O_DIRECTORY

function realPathOf(place: string): string | null {
  try {
    return fs.realpathSync.native(place)
  } catch {
    return null
  }
}

/** A name of what is open, whatever comes where it was. Only Linux has them. */
function nameOfOpen(open: number): string | undefined {
  return HAS_NAMES ? `/proc/self/fd/${open}` : undefined
}

const HAS_NAMES = fs.existsSync('/proc/self/fd')

/** Where what was opened as `place` lies; undefined where something else has come there since. */
function realPathOfOpen(open: number, place: string): string | undefined {
  const name = nameOfOpen(open)
  if (name !== undefined) return fs.readlinkSync(name)
  const real = fs.realpathSync.native(place)
  const [here, there] = [fs.fstatSync(open), fs.statSync(real)]
  return here.ino === there.ino && here.dev === there.dev ? real : undefined
}

function statOf({ size, mtimeMs, dev, ino, ctimeMs }: fs.Stats): FileStat {
  return { size, mtime: mtimeMs, identity: { device: dev, inode: ino, changed: ctimeMs } }
}

function kindOf(stats: fs.Stats | undefined): EntryKind | null {
  if (stats === undefined) return null
  return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other'
}

function notAFile(stats: fs.Stats, file: string): ReadError {
  return stats.isDirectory()
    ? new ReadError(`Is a directory @ rb_sysopen - ${file}`, 'EISDIR', file)
    : new ReadError(`Neither a file nor a directory @ rb_sysopen - ${file}`, 'EINVAL', file)
}

/** Some file systems do not tell kinds. */
function isUnknown(entry: fs.Dirent): boolean {
  return !entry.isFIFO() && !entry.isSocket() && !entry.isBlockDevice() && !entry.isCharacterDevice()
}

/** A file that grows or shrinks meanwhile has the size it had: what is there of it is read. */
function readAll(open: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size)
  let filled = 0
  while (filled < bytes.length) {
    const count = fs.readSync(open, bytes, filled, bytes.length - filled, null)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}
