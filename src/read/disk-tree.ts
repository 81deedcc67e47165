/** A site on the disk. */
import fs from 'node:fs'
import path from 'node:path'
import {
  type Entry,
  type EntryKind,
  type FileContents,
  type FileStat,
  type FileTree,
  ReadError,
} from './tree.ts'

/** The tree below the directory `root`. Directories keep the order the file system gives, as Jekyll's do. */
export function diskTree(root: string): FileTree {
  const absolute = path.resolve(root)
  return new DiskTree(absolute, absolute === '/' ? '/' : `${absolute}/`)
}

class DiskTree implements FileTree {
  constructor(
    readonly root: string,
    private readonly prefix: string,
  ) {}

  list(directory: string): readonly Entry[] {
    const at = this.prefix + directory
    let open: fs.Dir
    try {
      open = fs.opendirSync(at, { bufferSize: 512 })
    } catch (error) {
      if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return []
      throw readError(error, at, 'dir_initialize')
    }
    try {
      const entries: Entry[] = []
      for (let entry = open.readSync(); entry !== null; entry = open.readSync()) {
        entries.push(this.entry(entry, directory))
      }
      return entries
    } catch (error) {
      throw readError(error, at, 'dir_initialize')
    } finally {
      open.closeSync()
    }
  }

  private entry(entry: fs.Dirent, directory: string): Entry {
    const { name } = entry
    if (entry.isFile()) return { name, kind: 'file', link: false }
    if (entry.isDirectory()) return { name, kind: 'directory', link: false }
    if (!entry.isSymbolicLink() && !isUnknown(entry)) return { name, kind: 'other', link: false }
    const kind = this.kindOf(directory === '' ? name : `${directory}/${name}`) ?? 'file'
    return { name, kind, link: entry.isSymbolicLink() }
  }

  kindOf(file: string): EntryKind | null {
    try {
      const stats = fs.statSync(this.prefix + file, { throwIfNoEntry: false })
      if (stats === undefined) return null
      return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other'
    } catch (error) {
      if (isCode(error, 'ELOOP') || isCode(error, 'ENOTDIR') || isCode(error, 'EACCES')) return null
      throw readError(error, this.prefix + file, 'rb_file_s_stat')
    }
  }

  stat(file: string): FileStat {
    const at = this.prefix + file
    try {
      const { size, mtimeMs } = fs.statSync(at)
      return { size, mtime: mtimeMs }
    } catch (error) {
      throw readError(error, at, 'rb_file_s_mtime')
    }
  }

  read(file: string): FileContents {
    const at = this.prefix + file
    try {
      const fd = fs.openSync(at, 'r')
      try {
        const stats = fs.fstatSync(fd)
        return { bytes: readAll(fd, stats), size: stats.size, mtime: stats.mtimeMs }
      } finally {
        fs.closeSync(fd)
      }
    } catch (error) {
      throw readError(error, at, 'rb_sysopen')
    }
  }

  head(file: string, length: number): Uint8Array {
    const at = this.prefix + file
    try {
      const fd = fs.openSync(at, 'r')
      try {
        const bytes = new Uint8Array(length)
        return bytes.subarray(0, fs.readSync(fd, bytes, 0, length, null))
      } finally {
        fs.closeSync(fd)
      }
    } catch (error) {
      throw readError(error, at, 'rb_sysopen')
    }
  }

  realPath(file: string): string | null {
    try {
      return fs.realpathSync.native(this.prefix + file)
    } catch {
      return null
    }
  }
}

/** Some file systems do not tell kinds. */
function isUnknown(entry: fs.Dirent): boolean {
  return !entry.isFIFO() && !entry.isSocket() && !entry.isBlockDevice() && !entry.isCharacterDevice()
}

/** A pipe or a growing file has no size to trust: what comes is read until nothing does. */
function readAll(fd: number, stats: fs.Stats): Uint8Array {
  if (!stats.isFile()) return fs.readFileSync(fd)
  const bytes = Buffer.allocUnsafe(stats.size)
  let filled = 0
  while (filled < bytes.length) {
    const count = fs.readSync(fd, bytes, filled, bytes.length - filled, null)
    if (count === 0) break
    filled += count
  }
  return bytes.subarray(0, filled)
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

const TEXTS: Readonly<Record<string, string>> = {
  ENOENT: 'No such file or directory',
  EACCES: 'Permission denied',
  EPERM: 'Operation not permitted',
  EISDIR: 'Is a directory',
  ENOTDIR: 'Not a directory',
  ELOOP: 'Too many levels of symbolic links',
  EMFILE: 'Too many open files',
  ENAMETOOLONG: 'File name too long',
  EIO: 'Input/output error',
}

function readError(error: unknown, at: string, call: string): Error {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error as Error
  const text = TEXTS[error.code] ?? error.message
  return new ReadError(`${text} @ ${call} - ${at}`, error.code, at)
}
