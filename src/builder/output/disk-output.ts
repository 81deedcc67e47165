/**
 * The destination on disk.
 *
 * New files are made in a stage on the same file system, so that a rename reaches every place without copying: a build
 * that stops half way, or a full disk, leaves the old files untouched and a directory that the next build removes. One that is
 * killed while it moves them the next command finishes. Nothing is followed or removed outside the destination.
 */
import fs from 'node:fs'
import { copyFile, isCode } from '../../files/index.ts'
import type { SiteFile } from '../../site/index.ts'
import { copyChecks } from './copy-checks.ts'
import { settleStages, stagesIn } from './journal.ts'
import type { Existing, Output } from './output.ts'
import { lockOutput, type OutputLock } from './output-lock.ts'
import { isOwnName } from './own-names.ts'
import { settleOutput } from './settle-output.ts'
import { removeAbandoned } from './stages.ts'
import { Staging } from './staging.ts'
import { stampAfterMove, stampOf } from './stamp.ts'
import { type Swapped, swappedDirectories } from './swapped-directories.ts'

interface DiskOutputOptions {
  /** runs the moment in which the old output becomes the new one: it must not be stopped half way */
  readonly whole?: (run: () => void) => void
  /** whether only builds change the directory: what lies there is then looked at once, and again after one of another process */
  readonly alone?: boolean
}

/** `destination` must be absolute. */
export function diskOutput(
  destination: string,
  { whole = (run) => run(), alone = false }: DiskOutputOptions = {},
): Output {
  const copies = copyChecks(destination)
  let present: Existing | undefined
  let staging: Staging | undefined
  /** how files looked when this build wrote or read them; another may have put others there since */
  const seen = new Map<string, string | undefined>()
  const staged: string[] = []
  /** how the directory looked when this process was done with it */
  let root: string | undefined
  let lock: OutputLock | undefined
  /** directories from which files may be copied; undefined: any */
  let rooms: readonly string[] | undefined

  const existing = (): Existing => (present ??= look())
  const isThere = (path: string, content: string | Uint8Array): boolean => {
    if (!existing().files.has(path)) return false
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    const stat = statIfSame(`${destination}/${path}`, bytes)
    if (stat !== undefined) seen.set(path, stampOf(stat))
    return stat !== undefined
  }
  const stage = (path: string, write: (place: string) => void): fs.Stats => {
    staging ??= new Staging(destination, existing())
    const stat = staging.file(path, write)
    staged.push(path)
    seen.set(path, stampOf(stat))
    return stat
  }
  const write = (path: string, content: string | Uint8Array): true => {
    stage(path, (place) => fs.writeFileSync(place, content, 'utf8'))
    return true
  }
  return {
    existing,
    begin(store, told, only) {
      rooms = only
      lock = lockOutput(destination, told)
      // Another build makes its lock there, and whoever took the directory away took what is known of it, too.
      const { before } = lock ?? {}
      if (!alone || before === undefined || root !== stampOf(before)) {
        seen.clear()
        present = undefined
      }
      copies.remember(store)
    },
    stamp(path) {
      if (seen.has(path)) return seen.get(path)
      const stat = fs.lstatSync(`${destination}/${path}`, { throwIfNoEntry: false })
      const stamp = stat?.isFile() ? stampOf(stat) : undefined
      if (alone) seen.set(path, stamp)
      return stamp
    },
    putText: (path, text) => !isThere(path, text) && write(path, text),
    putBytes: (path, bytes) => !isThere(path, bytes) && write(path, bytes),
    putFile(path, file) {
      if (existing().files.has(path) && copies.isCopy(path, file)) return false
      const source = copies.source(file)
      copies.copied(
        path,
        source,
        stage(path, (place) => copySource(file, place, rooms)),
      )
      return true
    },
    settle: () => settleOutput(destination),
    commit(stale, ours = new Set()) {
      whole(() => replace(stale, ours))
      release()
    },
    rollback() {
      staging?.discard()
      for (const path of staged) seen.delete(path)
      forget()
      present = undefined
      release()
    },
  }

  function release(): void {
    lock?.release()
    lock = undefined
    const now = alone ? fs.statSync(destination, { throwIfNoEntry: false }) : undefined
    root = now === undefined ? undefined : stampOf(now)
  }

  /** What lies there, once what a build left is done that was killed: one look for that, then one at each directory. */
  function look(): Existing {
    if (lock !== undefined && stagesIn(destination).length > 0) settleStages(destination)
    return listTree(destination)
  }

  function replace(stale: readonly string[], ours: { has(path: string): boolean }): void {
    // What is removed needs a stage for its journal, too.
    if (stale.length > 0) staging ??= new Staging(destination, existing())
    // A server writes what is read by one browser, and has no time for more.
    const swaps = (changed: readonly string[]): readonly Swapped[] =>
      alone ? [] : swappedDirectories(existing(), changed, new Set(stale), ours)
    for (const path of staging?.replace(stale, swaps) ?? []) see(path)
    copies.keep((path) => seen.get(path))
    removeAbandoned(destination.slice(0, destination.lastIndexOf('/')))
    present = alone ? changed(existing(), stale, staged) : undefined
    if (alone) for (const path of stale) seen.delete(path)
    forget()
  }

  /** Looks at a file that was renamed or linked by itself, which changes how it looks. */
  function see(path: string): void {
    if (!seen.has(path)) return
    const before = seen.get(path)
    const stat = fs.lstatSync(`${destination}/${path}`, { throwIfNoEntry: false })
    const now = stat === undefined || before === undefined ? undefined : stampAfterMove(before, stat)
    seen.set(path, now)
  }

  function forget(): void {
    staging = undefined
    staged.length = 0
  }
}

/** What lies there after `stale` went and `staged` came; the same object where nothing came or went. */
function changed(before: Existing, stale: readonly string[], staged: readonly string[]): Existing {
  if (stale.length === 0 && staged.every((path) => before.files.has(path))) return before
  const files = new Set(before.files)
  const directories = new Set(before.directories)
  for (const path of stale) if (!directories.delete(path)) files.delete(path)
  for (const path of staged) {
    files.add(path)
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const above = path.slice(0, slash)
      if (directories.has(above)) break
      directories.add(above)
    }
  }
  return { files, directories }
}

/** Files and directories below `root`, without what builds make for themselves. */
function listTree(root: string): Existing {
  const files = new Set<string>()
  const directories = new Set<string>()
  const visit = (below: string): void => {
    for (const entry of readDirectory(below === '' ? root : `${root}/${below}`)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (below === '' && isOwnName(entry.name)) continue
      if (!entry.isDirectory()) files.add(path)
      else {
        directories.add(path)
        visit(path)
      }
    }
  }
  visit('')
  return { files, directories }
}

function copySource(
  { root, path, mtime }: SiteFile,
  place: string,
  rooms: readonly string[] | undefined,
): void {
  copyFile(`${root}/${path}`, place, rooms)
  const seconds = Math.floor(mtime / 1000)
  fs.utimesSync(place, seconds, seconds)
}

function readDirectory(path: string): fs.Dirent[] {
  try {
    return fs.readdirSync(path, { withFileTypes: true })
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}

/** The size of the file at `path`; undefined where nobody can tell, or something else is there. */
function sizeOf(path: string): number | undefined {
  try {
    const stat = fs.lstatSync(path)
    return stat.isFile() ? stat.size : undefined
  } catch {
    return undefined
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

/** What the file at `path` is, if these are its bytes. One of another length, as most that changed are, is not opened. */
function statIfSame(path: string, bytes: Uint8Array): fs.Stats | undefined {
  const descriptor = sizeOf(path) === bytes.length ? openFile(path) : undefined
  if (descriptor === undefined) return undefined
  try {
    const stat = fs.fstatSync(descriptor)
    if (!stat.isFile() || stat.size !== bytes.length) return undefined
    const old = Buffer.allocUnsafe(stat.size)
    let read = 0
    while (read < old.length) {
      const got = fs.readSync(descriptor, old, read, old.length - read, read)
      if (got === 0) return undefined
      read += got
    }
    return old.equals(bytes) ? stat : undefined
  } finally {
    fs.closeSync(descriptor)
  }
}
