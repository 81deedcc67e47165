/** Files that the user names, not the site: these may be pipes, as a shell makes them (`--config <(…)`). */
import fs from 'node:fs'
import { LARGEST } from './largest.ts'
import { readError, tooLarge } from './read-error.ts'

const CHUNK = 64 * 1024

/** All that comes of `file`. Throws ReadError, also for what has no end. */
export function readGiven(file: string): Uint8Array {
  try {
    const open = fs.openSync(file, 'r')
    try {
      const chunks: Uint8Array[] = []
      let length = 0
      for (;;) {
        const chunk = new Uint8Array(CHUNK)
        const count = fs.readSync(open, chunk, 0, CHUNK, null)
        if (count === 0) return Buffer.concat(chunks)
        chunks.push(chunk.subarray(0, count))
        length += count
        if (length > LARGEST) throw tooLarge(file)
      }
    } finally {
      fs.closeSync(open)
    }
  } catch (error) {
    throw readError(error, file, 'rb_sysopen')
  }
}
