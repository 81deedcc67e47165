/**
 * Reads parts of segments. One part is one read of just its bytes; parts that follow each other, as a build asks for them in
 * the order in which the last one put them, are read many at once. No file stays open: a store has no end.
 */
import fs from 'node:fs'

const FIRST_AHEAD = 64 * 1024
const MOST_AHEAD = 1024 * 1024

export class SegmentReader {
  #place = ''
  /** the bytes of `#place` at `#start` */
  #start = 0
  #bytes: Buffer = Buffer.alloc(0)
  /** the end of what was last asked for */
  #last = -1
  #ahead = FIRST_AHEAD

  /** The bytes there, as a view; undefined where the file has not as many, or cannot be read. */
  read(place: string, offset: number, length: number): Buffer | undefined {
    const same = place === this.#place
    const follows = same && offset === this.#last
    if (!same || offset < this.#start || offset + length > this.#start + this.#bytes.length) {
      this.#ahead = follows ? Math.min(this.#ahead * 2, MOST_AHEAD) : FIRST_AHEAD
      const bytes = readAt(place, offset, follows ? Math.max(length, this.#ahead) : length)
      if (bytes === undefined) return undefined
      this.#place = place
      this.#start = offset
      this.#bytes = bytes
    }
    this.#last = offset + length
    const from = offset - this.#start
    return from + length > this.#bytes.length ? undefined : this.#bytes.subarray(from, from + length)
  }
}

/** Up to `length` bytes at `offset`. */
function readAt(place: string, offset: number, length: number): Buffer | undefined {
  try {
    const descriptor = fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
    try {
      const bytes = Buffer.allocUnsafeSlow(length)
      let read = 0
      while (read < length) {
        const got = fs.readSync(descriptor, bytes, read, length - read, offset + read)
        if (got === 0) break
        read += got
      }
      return bytes.subarray(0, read)
    } finally {
      fs.closeSync(descriptor)
    }
  } catch {
    return undefined
  }
}
