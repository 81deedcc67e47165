/**
 * The destination on disk.
 *
 * Staged files lie in one flat directory inside the destination (so that a rename reaches every place without
 * copying): a build that stops half way, or a full disk, leaves the old files untouched and one directory that the
 * next build removes. Nothing is followed or removed outside the destination.
 */
import fs from 'node:fs'
import { isCode, makeDirectory } from '../make-directory.ts'
import type { Existing, Output } from './output.ts'

/** Name of the directory of staged files, the process's number behind it. */
const STAGE = '.whirl-stage-'

/**
 * `destination` must be absolute. `stageName` tells builds of the same destination apart. `whole` runs the moment in which
 * the old output becomes the new one: it must not be stopped half way.
 */
export function diskOutput(
  destination: string,
  stageName: string,
  whole: (run: () => void) => void = (run) => run(),
): Output {
  const stage = `${destination}/${STAGE}${stageName}`
  /** path below the destination -> number of its staged file */
  const staged = new Map<string, number>()
  let present: Existing | undefined
  let serial = 0

  const existing = (): Existing => (present ??= listTree(destination))
  const putBytes = (path: string, bytes: Uint8Array): boolean => {
    if (existing().files.has(path) && sameBytes(`${destination}/${path}`, bytes)) return false
    staging(path, (at) => fs.writeFileSync(at, bytes))
    return true
  }
  /** Runs `write` with the place of a staged file; an error names the file it stands for. */
  const staging = (path: string, write: (at: string) => void): void => {
    const at = `${stage}/${serial}`
    try {
      if (serial === 0) makeDirectory(stage)
      staged.set(path, serial++)
      write(at)
    } catch (error) {
      if (error instanceof Error && 'path' in error && error.path === at)
        error.path = `${destination}/${path}`
      if (error instanceof Error && 'dest' in error && error.dest === at)
        error.dest = `${destination}/${path}`
      throw error
    }
  }
  return {
    existing,
    putText: (path, text) => putBytes(path, Buffer.from(text, 'utf8')),
    putBytes,
    putFile(path, file) {
      const source = `${file.root}/${file.path}`
      const seconds = Math.floor(file.mtime / 1000)
      if (existing().files.has(path)) {
        const old = fs.lstatSync(`${destination}/${path}`)
        if (old.isFile() && old.size === file.size && Math.floor(old.mtimeMs / 1000) === seconds) return false
      }
      staging(path, (at) => {
        fs.copyFileSync(source, at, fs.constants.COPYFILE_FICLONE)
        fs.utimesSync(at, seconds, seconds)
      })
      return true
    },
    commit: (stale) => whole(() => replace(stale)),
    rollback() {
      if (serial > 0) fs.rmSync(stage, { recursive: true, force: true })
      forget()
    },
  }

  function replace(stale: readonly string[]): void {
    // A site of no files makes no directory, as in Jekyll.
    if (staged.size > 0) makeDirectory(destination)
    const { directories } = existing()
    for (const path of stale) {
      if (directories.has(path)) fs.rmdirSync(`${destination}/${path}`)
      else fs.unlinkSync(`${destination}/${path}`)
    }
    const made = new Set(['', ...[...directories].filter((path) => !stale.includes(path))])
    for (const [path, number] of staged) {
      const slash = path.lastIndexOf('/')
      const directory = slash === -1 ? '' : path.slice(0, slash)
      if (!made.has(directory)) {
        makeDirectory(`${destination}/${directory}`)
        made.add(directory)
      }
      fs.renameSync(`${stage}/${number}`, `${destination}/${path}`)
    }
    if (serial > 0) fs.rmdirSync(stage)
    forget()
  }

  function forget(): void {
    staged.clear()
    serial = 0
    present = undefined
  }
}

/** Files and directories below `root`, other builds' stages left out while they are in use by nobody but us. */
function listTree(root: string): Existing {
  const files = new Set<string>()
  const directories = new Set<string>()
  const visit = (below: string): void => {
    for (const entry of readDirectory(below === '' ? root : `${root}/${below}`)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (entry.isDirectory()) {
        directories.add(path)
        visit(path)
      } else files.add(path)
    }
  }
  visit('')
  return { files, directories }
}

function readDirectory(path: string): fs.Dirent[] {
  try {
    return fs.readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}

function sameBytes(path: string, bytes: Uint8Array): boolean {
  const descriptor = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  try {
    const stat = fs.fstatSync(descriptor)
    if (!stat.isFile() || stat.size !== bytes.length) return false
    const old = Buffer.allocUnsafe(stat.size)
    let read = 0
    while (read < old.length) {
      const got = fs.readSync(descriptor, old, read, old.length - read, read)
      if (got === 0) return false
      read += got
    }
    return old.equals(bytes)
  } finally {
    fs.closeSync(descriptor)
  }
}
