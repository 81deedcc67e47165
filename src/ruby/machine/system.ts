/**
 * What Ruby has of the system: files below some folders, to be read; the clock; random numbers; lines it prints. The adapter
 * of @bjorn3/browser_wasi_shim, which has WASI in JavaScript.
 */
import type * as Shim from '@bjorn3/browser_wasi_shim'
import { packageFile, requireBeside } from '../../base/index.ts'
import type { MachineHost } from './machine.ts'

/** Folders and files, by absolute path. */
export interface SystemFiles {
  /** what is there for Ruby; undefined for nothing */
  kindOf(path: string): 'file' | 'directory' | undefined
  /** names in a directory */
  list(path: string): readonly string[]
  read(path: string): Uint8Array
  /** of a file: bytes; milliseconds since the epoch */
  stat(path: string): { readonly size: number; readonly mtime: number }
}

interface SystemOptions {
  readonly files: SystemFiles
  /** a line that Ruby printed */
  print(line: string): void
}

/** Whether the package is installed. */
export function hasSystem(): boolean {
  try {
    packageFile('@bjorn3/browser_wasi_shim')
    return true
  } catch {
    return false
  }
}

/** The functions of WASI over `options`. */
export function systemFor(options: SystemOptions): Omit<MachineHost, 'answer'> {
  const shim = requireBeside<typeof Shim>('@bjorn3/browser_wasi_shim', '@bjorn3/browser_wasi_shim')
  const lines = (): Shim.Fd => shim.ConsoleStdout.lineBuffered(options.print)
  const root = new shim.PreopenDirectory('/', new Map())
  root.dir = directory(shim, options.files, '/')
  const readOnly = shim.wasi.ERRNO_ROFS
  Object.assign(root, {
    path_create_directory: () => readOnly,
    path_link: () => readOnly,
    path_remove_directory: () => readOnly,
    path_unlink: () => ({ ret: readOnly, inode_obj: null }),
    path_unlink_file: () => readOnly,
  } satisfies Partial<Shim.Fd>)
  const wasi = new shim.WASI(
    ['ruby'],
    [],
    [new shim.OpenFile(new shim.File([], { readonly: true })), lines(), lines(), root],
    // Otherwise it writes what it does to the console.
    { debug: false },
  )
  return {
    system: wasi.wasiImport,
    attach: (instance) => {
      wasi.inst = instance as typeof wasi.inst
    },
  }
}

/** A directory whose entries are looked up when somebody asks, and in which nothing can be made. */
function directory(shim: typeof Shim, files: SystemFiles, path: string): Shim.Directory {
  const made = new shim.Directory(new Entries(shim, files, path) as Map<string, Shim.Inode>)
  made.create_entry_for_path = () => ({ ret: shim.wasi.ERRNO_ROFS, entry: null })
  return made
}

/** A file that is read when somebody asks for what is in it. */
function file(shim: typeof Shim, files: SystemFiles, path: string): Shim.File {
  const made = new shim.File([], { readonly: true })
  let bytes: Uint8Array | undefined
  Object.defineProperty(made, 'data', { get: () => (bytes ??= files.read(path)) })
  made.stat = () => {
    const { size, mtime } = files.stat(path)
    const stat = new shim.wasi.Filestat(made.ino, shim.wasi.FILETYPE_REGULAR_FILE, BigInt(size))
    stat.mtim = BigInt(Math.round(mtime * 1e6))
    return stat
  }
  return made
}

class Entries extends Map<string, Shim.Inode> {
  readonly #shim: typeof Shim
  readonly #files: SystemFiles
  readonly #path: string

  constructor(shim: typeof Shim, files: SystemFiles, path: string) {
    super()
    this.#shim = shim
    this.#files = files
    this.#path = path === '/' ? '' : path
  }

  override get size(): number {
    return this.#names().length
  }

  override get(name: string): Shim.Inode | undefined {
    const path = `${this.#path}/${name}`
    switch (this.#files.kindOf(path)) {
      case undefined:
        return undefined
      case 'directory':
        return directory(this.#shim, this.#files, path)
      case 'file':
        return file(this.#shim, this.#files, path)
    }
  }

  override has(name: string): boolean {
    return this.#files.kindOf(`${this.#path}/${name}`) !== undefined
  }

  override *entries(): MapIterator<[string, Shim.Inode]> {
    for (const name of this.#names()) {
      const entry = this.get(name)
      if (entry !== undefined) yield [name, entry]
    }
    return undefined
  }

  override set(): this {
    return this
  }

  override delete(): boolean {
    return false
  }

  #names(): readonly string[] {
    const names = this.#files.list(this.#path === '' ? '/' : this.#path)
    return names.filter((name) => this.has(name))
  }
}
