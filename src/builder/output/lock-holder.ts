/** The process that holds a lock, as the lock's file tells of it, and whether it still is there. */
import fs from 'node:fs'
import { hostname } from 'node:os'
import { kill, pid } from 'node:process'
import { epochMilliseconds, onFirstUse } from '../../base/index.ts'

export interface Holder {
  readonly pid: number
  /** when it was started, in the system's words; '' where that cannot be asked. Numbers come again, this does not. */
  readonly started: string
  /** this running of this system, and the container: elsewhere the number says nothing */
  readonly machine: string
  /** the file's own number: a copy has another */
  readonly inode: number
  /** milliseconds since the epoch */
  readonly since: number
}

/** This process, as the holder of the lock in the file with this number. */
export function thisProcess(inode: number): Holder {
  return { pid, started: ownStart(), machine: thisMachine(), inode, since: epochMilliseconds() }
}

/** What the text of a lock's file says; undefined where it says nothing of the kind. */
export function parseHolder(text: string): Holder | undefined {
  try {
    const read = JSON.parse(text) as Partial<Holder> | null
    const { pid: number, started, machine, inode, since } = read ?? {}
    if (typeof number !== 'number' || typeof inode !== 'number' || typeof since !== 'number') return undefined
    if (!Number.isInteger(number) || number <= 0) return undefined
    if (typeof started !== 'string' || typeof machine !== 'string') return undefined
    return { pid: number, started, machine, inode, since }
  } catch {
    return undefined
  }
}

/** Whether the process still runs; undefined where that cannot be known, on another machine. */
export function isThere(holder: Holder): boolean | undefined {
  if (holder.machine !== thisMachine()) return undefined
  return isRunning(holder.pid) && (holder.started === '' || startOf(holder.pid) === holder.started)
}

/** Whether this system has a process with this number. */
export function isRunning(number: number): boolean {
  try {
    kill(number, 0)
    return true
  } catch (error) {
    // Another user's runs, too.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** Where there is no /proc, the name has to do. */
const thisMachine = onFirstUse(() => {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    return `${boot} ${fs.readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
})

const ownStart = onFirstUse(() => startOf(pid))

/** The twenty-second field of proc(5)'s `stat`. The second, in brackets, may hold anything. */
function startOf(number: number): string {
  try {
    const text = fs.readFileSync(`/proc/${number}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
