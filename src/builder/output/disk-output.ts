/**
 * The destination on disk.
 *
 * New files are made in a stage on the same file system, so that a rename reaches every place without copying: a build
 * that stops half way, or a full disk, leaves the old files untouched and a directory that the next build removes. Nothing
 * is followed or removed outside the destination.
 */
import fs from 'node:fs'
import { isCode } from '../make-directory.ts'
import { copyChecks } from './copy-checks.ts'
import type { Existing, Output } from './output.ts'
import { isStage, removeAbandoned } from './stages.ts'
import { Staging } from './staging.ts'

/**
 * `destination` must be absolute. `whole` runs the moment in which the old output becomes the new one: it must not be
 * stopped half way.
 */
export function diskOutput(destination: string, whole: (run: () => void) => void = (run) => run()): Output {
  const copies = copyChecks(destination)
  let present: Existing | undefined
  let staging: Staging | undefined

  const existing = (): Existing => (present ??= listTree(destination))
  const stage = (path: string, write: (place: string) => void): true => {
    staging ??= new Staging(destination, existing())
    staging.file(path, write)
    return true
  }
  return {
    existing,
    remember: copies.remember,
    stamp: (path) => stampOf(`${destination}/${path}`),
    putText(path, text) {
      if (existing().files.has(path) && sameBytes(`${destination}/${path}`, Buffer.from(text, 'utf8')))
        return false
      return stage(path, (place) => fs.writeFileSync(place, text, 'utf8'))
    },
    putBytes(path, bytes) {
      if (existing().files.has(path) && sameBytes(`${destination}/${path}`, bytes)) return false
      return stage(path, (place) => fs.writeFileSync(place, bytes))
    },
    putFile(path, file) {
      if (existing().files.has(path) && copies.isCopy(path, file)) return false
      return stage(path, (place) => {
        copies.copying(path, file)
        fs.copyFileSync(`${file.root}/${file.path}`, place, fs.constants.COPYFILE_FICLONE)
        const seconds = Math.floor(file.mtime / 1000)
        fs.utimesSync(place, seconds, seconds)
      })
    },
    commit: (stale) => whole(() => replace(stale)),
    rollback() {
      staging?.discard()
      forget()
    },
  }

  function replace(stale: readonly string[]): void {
    staging?.check(new Set(stale))
    const { directories } = existing()
    for (const path of stale)
      if (directories.has(path)) removeDirectory(`${destination}/${path}`)
      else removeFile(`${destination}/${path}`)
    staging?.move()
    copies.copied()
    removeAbandoned(destination)
    removeAbandoned(destination.slice(0, destination.lastIndexOf('/')))
    forget()
  }

  function forget(): void {
    staging = undefined
    present = undefined
  }
}

/** Files and directories below `root`, without builds' stages. */
function listTree(root: string): Existing {
  const files = new Set<string>()
  const directories = new Set<string>()
  const visit = (below: string): void => {
    for (const entry of readDirectory(below === '' ? root : `${root}/${below}`)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (!entry.isDirectory()) files.add(path)
      else if (below !== '' || !isStage(entry.name)) {
        directories.add(path)
        visit(path)
      }
    }
  }
  visit('')
  return { files, directories }
}

/** Size, place on the disk, and when the file was last written. */
function stampOf(path: string): string | undefined {
  const stat = fs.lstatSync(path, { bigint: true, throwIfNoEntry: false })
  return stat?.isFile() ? `${stat.size} ${stat.ino} ${stat.mtimeNs}` : undefined
}

function readDirectory(path: string): fs.Dirent[] {
  try {
    return fs.readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}

/** Another build may have removed it already, or made something else of the place. */
function removeFile(path: string): void {
  try {
    fs.unlinkSync(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].some((code) => isCode(error, code))) throw error
  }
}

/** The same, or another build has put something into it. */
function removeDirectory(path: string): void {
  try {
    fs.rmdirSync(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST'].some((code) => isCode(error, code))) throw error
  }
}

/** What cannot be read is written anew, and a link is not followed. */
function openFile(path: string): number | undefined {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = fs.constants
  try {
    return fs.openSync(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  } catch {
    return undefined
  }
}

function sameBytes(path: string, bytes: Uint8Array): boolean {
  const descriptor = openFile(path)
  if (descriptor === undefined) return false
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
