/** Folders and files as WASI has them: looked up when somebody asks, changed where that is allowed, and one folder in memory. */
import type { SystemFiles } from './system-files.ts'
import type { Directory, Fd, File, Inode, WasiShim } from './wasi-shim.ts'

/** The folder in memory, where Ruby puts what is temporary. */
const TEMPORARY = 'ruby-temporary'

const ALL_RIGHTS = (1n << 30n) - 1n

/** The folder of everything; `temporary` is the one in memory. */
export function rootOf(shim: WasiShim, files: SystemFiles, temporary: Directory): Fd {
  const root = new shim.PreopenDirectory('/', new Map())
  root.dir = folderAt(shim, files, '/', new Map([[TEMPORARY, temporary]]))
  const { wasi } = shim
  /** What `change` did to the place; in memory it is `own` that changes it. */
  const changed = <Result>(
    place: string,
    change: (path: string) => void,
    own: () => Result,
    made: (code: number) => Result,
  ): Result => {
    const path = absolute(place)
    if (path === undefined) return made(wasi.ERRNO_INVAL)
    if (path.startsWith(`/${TEMPORARY}/`)) return own()
    if (!files.mayChange(path)) return made(refused(shim, files, path))
    try {
      change(path)
      return made(wasi.ERRNO_SUCCESS)
    } catch (error) {
      return made(codeOf(shim, error))
    }
  }
  const plain = (code: number): number => code
  const inMemory = new shim.OpenDirectory(root.dir)
  Object.assign(root, {
    fd_fdstat_get() {
      const fdstat = new wasi.Fdstat(wasi.FILETYPE_DIRECTORY, 0)
      // Without rights of its own it would be asked to open files with none, and never say for what.
      fdstat.fs_rights_base = fdstat.fs_rights_inherited = ALL_RIGHTS
      return { ret: wasi.ERRNO_SUCCESS, fdstat }
    },
    path_filestat_set_times: (_: number, place: string, __: bigint, mtime: bigint, kind: number) =>
      changed(
        place,
        (path) => files.setTime(path, kind & wasi.FSTFLAGS_MTIM ? Number(mtime) / 1e6 : undefined),
        () => wasi.ERRNO_SUCCESS,
        plain,
      ),
    path_create_directory: (place: string) =>
      changed(
        place,
        (path) => files.makeDirectory(path),
        () => inMemory.path_create_directory(place),
        plain,
      ),
    path_remove_directory: (place: string) =>
      changed(
        place,
        (path) => files.remove(path),
        () => inMemory.path_remove_directory(place),
        plain,
      ),
    path_unlink_file: (place: string) =>
      changed(
        place,
        (path) => files.remove(path),
        () => inMemory.path_unlink_file(place),
        plain,
      ),
    path_unlink(place: string) {
      // The first half of giving another name, which only files can have.
      let found: Inode | null = null
      return changed(
        place,
        (path) => {
          if (files.kindOf(path) === 'directory') throw Object.assign(new Error(), { code: 'EPERM' })
          found = new shim.File(files.read(path))
          files.remove(path)
        },
        () => inMemory.path_unlink(place),
        (ret) => ({ ret, inode_obj: found }),
      )
    },
    path_link: (place: string, inode: Inode, isFolder: boolean) =>
      changed(
        place,
        (path) => files.write(path, (inode as File).data),
        () => inMemory.path_link(place, inode, isFolder),
        plain,
      ),
  } satisfies Partial<Fd>)
  return root
}

/** The absolute path of what is named below the root; undefined for what leads above it. */
function absolute(place: string): string | undefined {
  const parts: string[] = []
  for (const part of place.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return `/${parts.join('/')}`
}

function refused({ wasi }: WasiShim, files: SystemFiles, path: string): number {
  return files.kindOf(path) === undefined ? wasi.ERRNO_ROFS : wasi.ERRNO_PERM
}

/** What WASI has for an error of the system. */
function codeOf({ wasi }: WasiShim, error: unknown): number {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return wasi.ERRNO_PERM
    case 'ENOENT':
      return wasi.ERRNO_NOENT
    case 'EEXIST':
      return wasi.ERRNO_EXIST
    case 'ENOTDIR':
      return wasi.ERRNO_NOTDIR
    case 'EISDIR':
      return wasi.ERRNO_ISDIR
    case 'ENOTEMPTY':
      return wasi.ERRNO_NOTEMPTY
    case 'ENOSPC':
      return wasi.ERRNO_NOSPC
    case 'EFBIG':
      return wasi.ERRNO_FBIG
  }
  if (code === undefined) throw error
  return wasi.ERRNO_IO
}

/** A folder whose entries are looked up when somebody asks; `own` are in it besides. */
function folderAt(
  shim: WasiShim,
  files: SystemFiles,
  path: string,
  own?: ReadonlyMap<string, Directory>,
): Directory {
  const made = new shim.Directory(new Entries(shim, files, path, own) as Map<string, Inode>)
  made.create_entry_for_path = (place, isFolder) => {
    const target = absolute(`${path}/${place}`) as string
    const [first = '', ...rest] = target.slice(1).split('/')
    const memory = own?.get(first)
    if (memory !== undefined) return memory.create_entry_for_path(rest.join('/'), isFolder)
    if (!files.mayChange(target)) return { ret: shim.wasi.ERRNO_ROFS, entry: null }
    try {
      if (isFolder) files.makeDirectory(target)
      else files.write(target, new Uint8Array())
    } catch (error) {
      return { ret: codeOf(shim, error), entry: null }
    }
    return {
      ret: shim.wasi.ERRNO_SUCCESS,
      entry: isFolder ? folderAt(shim, files, target) : fileAt(shim, files, target),
    }
  }
  made.path_open = () => {
    const open = new shim.OpenDirectory(made)
    // Asked for one entry after the other, each time from the start.
    let entries: readonly [string, Inode][] | undefined
    open.fd_readdir_single = (cookie) => {
      const { wasi } = shim
      if (cookie === 0n || entries === undefined) entries = [...made.contents]
      if (cookie < 2n) {
        const dirent = new wasi.Dirent(
          cookie + 1n,
          made.ino,
          cookie === 0n ? '.' : '..',
          wasi.FILETYPE_DIRECTORY,
        )
        return { ret: wasi.ERRNO_SUCCESS, dirent }
      }
      const entry = entries[Number(cookie) - 2]
      if (entry === undefined) return { ret: wasi.ERRNO_SUCCESS, dirent: null }
      const [name, { ino }] = entry
      const type = entry[1] instanceof shim.Directory ? wasi.FILETYPE_DIRECTORY : wasi.FILETYPE_REGULAR_FILE
      return { ret: wasi.ERRNO_SUCCESS, dirent: new wasi.Dirent(cookie + 1n, ino, name, type) }
    }
    return { ret: shim.wasi.ERRNO_SUCCESS, fd_obj: open }
  }
  return made
}

/** A file that is read when somebody asks for what is in it, and written once it is closed. */
function fileAt(shim: WasiShim, files: SystemFiles, path: string): File {
  const { wasi } = shim
  const made = new shim.File([])
  let bytes: Uint8Array | undefined
  Object.defineProperty(made, 'data', {
    get: () => (bytes ??= files.read(path)),
    set: (changed: Uint8Array) => {
      bytes = changed
    },
  })
  made.stat = () => {
    const { size, mtime } =
      bytes === undefined ? files.stat(path) : { size: bytes.length, mtime: files.stat(path).mtime }
    const stat = new wasi.Filestat(made.ino, wasi.FILETYPE_REGULAR_FILE, BigInt(size))
    const time = BigInt(Math.round(mtime * 1e6))
    const { write_bytes: write } = stat
    // The package writes times a few bytes before where they belong.
    stat.write_bytes = (view, at) => {
      write.call(stat, view, at)
      view.setBigUint64(at + 32, BigInt(size), true)
      for (const field of [40, 48, 56]) view.setBigUint64(at + field, time, true)
    }
    return stat
  }
  const open = (flags: number, rights: bigint, openFlags: number): Opened => {
    const empties = (flags & wasi.OFLAGS_TRUNC) !== 0
    const writes = empties || (rights & BigInt(wasi.RIGHTS_FD_WRITE)) !== 0n
    if (writes && !files.mayChange(path)) return { ret: wasi.ERRNO_PERM, fd_obj: null }
    try {
      // What is added to is a copy: nobody else's bytes change.
      if (writes) made.data = empties ? new Uint8Array() : made.data.slice()
    } catch (error) {
      return { ret: codeOf(shim, error), fd_obj: null }
    }
    const file = new shim.OpenFile(made)
    if ((openFlags & wasi.FDFLAGS_APPEND) !== 0) file.fd_seek(0n, wasi.WHENCE_END)
    if (writes)
      file.fd_close = () => {
        try {
          files.write(path, made.data)
          return wasi.ERRNO_SUCCESS
        } catch (error) {
          return codeOf(shim, error)
        }
      }
    return { ret: wasi.ERRNO_SUCCESS, fd_obj: file }
  }
  // The package's types know of no file that cannot be opened; its code does.
  made.path_open = open as File['path_open']
  return made
}

interface Opened {
  readonly ret: number
  readonly fd_obj: Fd | null
}

class Entries extends Map<string, Inode> {
  readonly #shim: WasiShim
  readonly #files: SystemFiles
  readonly #path: string
  readonly #own: ReadonlyMap<string, Directory> | undefined

  constructor(shim: WasiShim, files: SystemFiles, path: string, own?: ReadonlyMap<string, Directory>) {
    super()
    this.#shim = shim
    this.#files = files
    this.#path = path === '/' ? '' : path
    this.#own = own
  }

  override get size(): number {
    return [...this.entries()].length
  }

  override get(name: string): Inode | undefined {
    const own = this.#own?.get(name)
    if (own !== undefined) return own
    const kind = this.#files.kindOf(`${this.#path}/${name}`)
    return kind === undefined ? undefined : this.#at(name, kind)
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined
  }

  override *entries(): MapIterator<[string, Inode]> {
    for (const { name, kind } of this.#files.list(this.#path === '' ? '/' : this.#path))
      yield [name, this.#at(name, kind)]
    return undefined
  }

  override [Symbol.iterator](): MapIterator<[string, Inode]> {
    return this.entries()
  }

  override set(): this {
    return this
  }

  override delete(): boolean {
    return false
  }

  #at(name: string, kind: 'file' | 'directory'): Inode {
    const path = `${this.#path}/${name}`
    return kind === 'directory'
      ? folderAt(this.#shim, this.#files, path)
      : fileAt(this.#shim, this.#files, path)
  }
}
