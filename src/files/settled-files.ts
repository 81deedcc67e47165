/** What time it is to the file system that a directory lies on, whose clock dates its files. */
import fs from 'node:fs'
import { makeDirectory } from './make-directory.ts'
import type { FileStat } from './tree.ts'

/** How long a file must have lain there before its look tells that it is the same one, in milliseconds. */
const FINE = 100
const COARSE = 4000

/** Where another machine may change files, and the system tells of it when it likes: NFS, SMB and CIFS, FUSE, 9p, AFS, Ceph. */
const SHARED: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x5346414f, 0x00c36400,
])

/** Whether the file looked as it does long enough to look otherwise once anybody has changed it. */
export type IsSettled = (file: FileStat) => boolean

/**
 * What is settled now, on the file system of `directory`, which is made; elsewhere nothing is. Undefined where nobody can tell:
 * the directory cannot be made or changed, or lies on another machine.
 *
 * A file that is written twice within one tick of that clock may look the same twice.
 */
export function settledFiles(directory: string): IsSettled | undefined {
  try {
    makeDirectory(directory)
    if (SHARED.has(fs.statfsSync(directory).type)) return undefined
    // Times can be set, and when they were is dated by the file system itself.
    const { atime, mtime } = fs.statSync(directory)
    fs.utimesSync(directory, atime, mtime)
    const { dev, ctimeMs: now } = fs.statSync(directory)
    return ({ identity, mtime }) => {
      if (identity === undefined || identity.device !== dev) return false
      // A clock of whole seconds, or of two.
      const wait = identity.changed % 1000 === 0 ? COARSE : FINE
      return Math.max(identity.changed, mtime) < now - wait
    }
  } catch {
    return undefined
  }
}
