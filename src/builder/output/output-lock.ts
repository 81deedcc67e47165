/**
 * One build at a time changes a destination. Whoever looks at what lies there and then changes it holds a lock meanwhile; the
 * others wait their turn, for as long as files are written and no longer: rendering needs no lock.
 *
 * The lock is a file in the destination, or beside it where there is none yet. It names its holder, for those who wait; that of
 * a process that is no more is taken over, as are copies of a lock.
 */
import fs from 'node:fs'
import {
  BuildError,
  epochMilliseconds,
  sha256,
  timeFromMilliseconds,
  timeToS,
  zoneFor,
} from '../../base/index.ts'
import { isCode, makeDirectory } from '../../files/index.ts'
import { type Holder, isThere, parseHolder, thisProcess } from './lock-holder.ts'

const LOCK = '.whirl-lock'

/** Milliseconds between two looks at another's lock, */
const PAUSE = 10
/** after which one says what one waits for, */
const PATIENCE = 1000
/** after which one gives up, */
const LIMIT = 90_000
/** after which a lock of another machine, of whose processes nothing can be known, is taken over, */
const FOREIGN = 60_000
/** and one whose file says nothing: whoever made it was killed before it wrote. */
const UNWRITTEN = 5000

export interface OutputLock {
  /** how the destination looked before; undefined where there was none */
  readonly before: fs.Stats | undefined
  release(): void
}

/** Whether a build's lock has this name. */
export function isLock(name: string): boolean {
  return name.startsWith(LOCK)
}

/**
 * The lock of `destination`, once nobody else has it; `told` hears of a long wait. Undefined where no file can be made: nothing
 * can be changed there either. Throws a BuildError where another process does not let go.
 */
export function lockOutput(
  destination: string,
  told: (topic: string, message: string) => void = () => {},
): OutputLock | undefined {
  const began = epochMilliseconds()
  let said = false
  for (;;) {
    const found = attempt(destination)
    if (found === undefined || 'release' in found) return found
    const { place, holder } = found
    const waited = epochMilliseconds() - began
    if (waited > LIMIT) throw refusal(destination, place, holder)
    if (waited > PATIENCE && !said) {
      told('Waiting:', `for ${nameOf(holder)}, which is writing to ${destination}.`)
      said = true
    }
    pause()
  }
}

/** The lock of `destination`, where nobody has it and it can be made. */
export function lockIfFree(destination: string): OutputLock | undefined {
  const found = attempt(destination)
  return found !== undefined && 'release' in found ? found : undefined
}

/** The lock, or who has it; undefined where none can be made. */
function attempt(destination: string): OutputLock | FoundLock | undefined {
  for (;;) {
    const before = fs.statSync(destination, { throwIfNoEntry: false })
    const place = lockPlace(destination, before)
    const made = make(place)
    const inside = place === `${destination}/${LOCK}`
    if (made === 'cannot be' || (made === 'no folder' && (!inside || fs.existsSync(destination))))
      return undefined
    if (made === 'no folder') continue
    if (made !== 'is there') {
      // Meanwhile another may have made the destination, or removed it: the lock is elsewhere now.
      if (lockPlace(destination, fs.statSync(destination, { throwIfNoEntry: false })) === place)
        return { before, release: made }
      made()
      continue
    }
    const other = readLock(place)
    if (other === undefined) continue
    if (!isFree(other)) return { ...other, place }
    if (!takeAway(place)) return undefined
  }
}

/** Throws where it is there already, however many try at once. */
function openNew(place: string): number {
  try {
    return fs.openSync(place, 'wx')
  } catch (error) {
    if (!isCode(error, 'ENOENT') || place.endsWith(`/${LOCK}`)) throw error
    // Beside a destination whose parents are not there either.
    makeDirectory(place.slice(0, place.lastIndexOf('/')))
    return fs.openSync(place, 'wx')
  }
}

interface FoundLock extends LockFile {
  readonly place: string
}

interface LockFile {
  readonly inode: number
  readonly modified: number
  /** undefined where the file says nothing */
  readonly holder: Holder | undefined
}

/** Something else has the lock's name. */
const NO_LOCK: LockFile = { inode: 0, modified: 0, holder: undefined }

/** More than a lock ever has. */
const MOST_BYTES = 1000

function lockPlace(destination: string, found: fs.Stats | undefined): string {
  if (found?.isDirectory()) return `${destination}/${LOCK}`
  const slash = destination.lastIndexOf('/')
  const name = destination.slice(slash + 1)
  return `${destination.slice(0, slash)}/${LOCK}-${name.length > 50 ? sha256(name) : name}`
}

/** Makes the lock; answers how it is released. */
function make(place: string): (() => void) | 'is there' | 'no folder' | 'cannot be' {
  let descriptor: number
  try {
    descriptor = openNew(place)
  } catch (error) {
    if (isCode(error, 'EEXIST')) return 'is there'
    return isCode(error, 'ENOENT') ? 'no folder' : 'cannot be'
  }
  try {
    const { ino } = fs.fstatSync(descriptor)
    fs.writeSync(descriptor, JSON.stringify(thisProcess(ino)))
    return () => removeIf(place, ino)
  } catch {
    fs.rmSync(place, { force: true })
    return 'cannot be'
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Neither follows a link nor waits for a pipe: what lies in a destination anybody may have put there. */
function readLock(place: string): LockFile | undefined {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = fs.constants
  let descriptor: number
  try {
    descriptor = fs.openSync(place, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    if (isCode(error, 'EACCES')) return { inode: 0, modified: epochMilliseconds(), holder: undefined }
    return NO_LOCK
  }
  try {
    const stat = fs.fstatSync(descriptor)
    if (!stat.isFile()) return NO_LOCK
    const text = Buffer.alloc(MOST_BYTES)
    const length = fs.readSync(descriptor, text)
    return { inode: stat.ino, modified: stat.mtimeMs, holder: parseHolder(text.toString('utf8', 0, length)) }
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Whether nobody holds it any more. */
function isFree({ inode, modified, holder }: LockFile): boolean {
  // Clocks go back, too.
  const age = Math.abs(epochMilliseconds() - modified)
  if (holder === undefined) return age > UNWRITTEN
  return holder.inode !== inode || !(isThere(holder) ?? age <= FOREIGN)
}

/**
 * Removes a lock that nobody holds; answers whether to try again. One at a time does so, and looks once more before: else the
 * second would remove the lock that the first has made since.
 */
function takeAway(place: string): boolean {
  const guard = `${place}-taken`
  try {
    fs.closeSync(fs.openSync(guard, 'wx'))
  } catch (error) {
    if (!isCode(error, 'EEXIST')) return false
    const stat = fs.lstatSync(guard, { throwIfNoEntry: false })
    if (stat !== undefined && Math.abs(epochMilliseconds() - stat.mtimeMs) > UNWRITTEN) return remove(guard)
    pause()
    return true
  }
  try {
    const now = readLock(place)
    return now === undefined || !isFree(now) || remove(place)
  } finally {
    remove(guard)
  }
}

/** Whether it is gone. */
function remove(place: string): boolean {
  try {
    fs.rmSync(place, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}

/** Another may have taken it for abandoned. */
function removeIf(place: string, inode: number): void {
  try {
    if (fs.lstatSync(place).ino === inode) fs.unlinkSync(place)
  } catch {
    // It was removed with the whole destination.
  }
}

/** Writing is synchronous, and so is waiting for it. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
}

function nameOf(holder: Holder | undefined): string {
  if (holder === undefined) return 'another process'
  const since = timeToS(timeFromMilliseconds(holder.since, zoneFor('UTC')))
  const where = isThere(holder) === undefined ? ' of another machine' : ''
  return `process ${holder.pid}${where} since ${since}`
}

function refusal(destination: string, place: string, holder: Holder | undefined): BuildError {
  return new BuildError([
    {
      code: 'build/locked',
      severity: 'error',
      message: `The destination ${destination} is being written to by ${nameOf(holder)}.`,
      help: `wait for it or end it; if it is no build at all, remove ${place}`,
      trail: [],
    },
  ])
}
