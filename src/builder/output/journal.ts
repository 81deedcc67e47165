/**
 * The changes of an output, written down in their stage before the first is made. A process that is killed before that has
 * changed nothing, and its stage is thrown away; of one that is killed later the next one makes the rest.
 *
 * Nothing is synced: that would take longer than a small build, for each file that it writes. What is promised is for the end of
 * a process, not of the machine. When that loses its power, what was written last may be lost; the next build compares what
 * it finds with what it wants, as always.
 */
import fs from 'node:fs'
import { type Changes, type Move, makeChanges, touchedDirectories } from './changes.ts'
import { isStage, removeStage } from './stages.ts'

const NAME = 'journal'

/** Writes `changes` down in `stage`. */
export function writeJournal(stage: string, changes: Changes): void {
  const descriptor = fs.openSync(`${stage}/${NAME}`, 'wx')
  try {
    fs.writeFileSync(descriptor, JSON.stringify({ inode: fs.fstatSync(descriptor).ino, changes }))
  } finally {
    fs.closeSync(descriptor)
  }
}

/** Takes the journal of `stage` away: its changes are made. */
export function removeJournal(stage: string): void {
  fs.unlinkSync(`${stage}/${NAME}`)
}

/** The stages that lie in `destination`. */
export function stagesIn(destination: string): readonly string[] {
  try {
    return fs.readdirSync(destination).filter(isStage)
  } catch {
    return []
  }
}

/**
 * Finishes what builds began in `destination` that were killed, and removes their stages. Only for who holds the lock: then all
 * stages there are left over.
 */
export function settleStages(destination: string): void {
  for (const name of stagesIn(destination)) {
    const stage = `${destination}/${name}`
    const changes = readJournal(stage)
    try {
      if (changes !== undefined && isHonest(destination, changes))
        makeChanges(destination, stage, changes, true)
    } catch {
      // What the system refuses now it refused before; the next build makes what can be made.
    }
    removeStage(stage)
  }
}

/** The changes written down in `stage`; undefined where they are not, not to their end, or elsewhere: it is a copy. */
function readJournal(stage: string): Changes | undefined {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = fs.constants
  let descriptor: number | undefined
  try {
    descriptor = fs.openSync(`${stage}/${NAME}`, O_RDONLY | O_NONBLOCK | O_NOFOLLOW)
    const stat = fs.fstatSync(descriptor)
    if (!stat.isFile()) return undefined
    const read = JSON.parse(fs.readFileSync(descriptor, 'utf8')) as {
      inode?: unknown
      changes?: unknown
    } | null
    return read?.inode === stat.ino && isChanges(read.changes) ? read.changes : undefined
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor)
  }
}

function isChanges(value: unknown): value is Changes {
  if (typeof value !== 'object' || value === null) return false
  const { swaps, staleFiles, staleDirectories, directories, files } = value as Partial<
    Record<string, unknown>
  >
  return (
    [swaps, directories, files].every((moves) => Array.isArray(moves) && moves.every(isMove)) &&
    [staleFiles, staleDirectories].every((paths) => Array.isArray(paths) && paths.every(isPath))
  )
}

function isMove(value: unknown): value is Move {
  return Array.isArray(value) && value.length === 2 && /^\d+$/.test(String(value[0])) && isPath(value[1])
}

function isPath(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    !value.split('/').some((part) => part === '' || part === '.' || part === '..')
  )
}

/** Whether all of it happens in the destination: what lies there anybody may have put there, links too. */
function isHonest(destination: string, changes: Changes): boolean {
  const root = fs.realpathSync(destination)
  for (const directory of touchedDirectories(changes)) {
    const place = directory === '' ? root : `${root}/${directory}`
    // One that is not there yet is made, in one that is.
    if (fs.existsSync(place) && fs.realpathSync(place) !== place) return false
    if (!fs.existsSync(place) && !isHonestAbove(root, directory)) return false
  }
  return true
}

function isHonestAbove(root: string, directory: string): boolean {
  for (let slash = directory.lastIndexOf('/'); slash > 0; slash = directory.lastIndexOf('/', slash - 1)) {
    const place = `${root}/${directory.slice(0, slash)}`
    if (fs.existsSync(place)) return fs.realpathSync(place) === place
  }
  return true
}
