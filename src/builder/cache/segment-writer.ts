/**
 * Gathers the bytes of a new segment. They go to the disk by the megabyte, under a name that nobody reads, so that what a
 * build keeps does not fill its memory; the segment has its name when it is whole. Where the system refuses once, nothing
 * more is kept.
 */
import fs from 'node:fs'
import { makeDirectory } from '../../files/index.ts'
import type { SegmentReader } from './segment-reader.ts'
import { type Named, partFile, removeFile, segmentFile } from './store-files.ts'

const CHUNK = 1024 * 1024

export class SegmentWriter {
  readonly #directory: string
  readonly #part: string
  readonly #reader: SegmentReader
  /** bytes not on the disk yet */
  #chunk: Buffer = Buffer.alloc(0)
  #filled = 0
  /** whether somebody has a view of the chunk: what was given out stays as it is */
  #shared = false
  #written = 0
  #failed = false

  constructor(directory: string, name: Named, reader: SegmentReader) {
    this.#directory = directory
    this.#part = partFile(directory, name)
    this.#reader = reader
  }

  get bytes(): number {
    return this.#written + this.#filled
  }

  get failed(): boolean {
    return this.#failed
  }

  /** Takes a copy of `content`, which has `length` bytes; answers their offset. */
  append(content: string | Uint8Array, length: number): number {
    if (this.#filled + length > this.#chunk.length) {
      this.#flush()
      // Fresh memory costs more than what is written to it.
      if (this.#shared || length > this.#chunk.length)
        this.#chunk = Buffer.allocUnsafeSlow(Math.max(CHUNK, length))
      this.#shared = false
    }
    if (typeof content === 'string') this.#chunk.write(content, this.#filled, 'utf8')
    else this.#chunk.set(content, this.#filled)
    const offset = this.bytes
    this.#filled += length
    return offset
  }

  /** What was appended at `offset`. */
  read(offset: number, length: number): Buffer | undefined {
    const from = offset - this.#written
    if (from < 0) return this.#reader.read(this.#part, offset, length)
    this.#shared = true
    return this.#chunk.subarray(from, from + length)
  }

  /** Gives the segment its name; false where the system refuses. */
  finish(name: Named): boolean {
    this.#flush()
    if (this.#failed) return false
    try {
      fs.renameSync(this.#part, segmentFile(this.#directory, name))
      return true
    } catch {
      this.#fail()
      return false
    }
  }

  /** Forgets all that was appended. */
  discard(): void {
    if (this.#written > 0) removeFile(this.#part)
  }

  #flush(): void {
    if (this.#filled === 0 || this.#failed) return
    try {
      if (this.#written === 0) makeDirectory(this.#directory)
      const descriptor = fs.openSync(this.#part, this.#written === 0 ? 'wx' : 'r+')
      try {
        let done = 0
        while (done < this.#filled)
          done += fs.writeSync(descriptor, this.#chunk, done, this.#filled - done, this.#written + done)
      } finally {
        fs.closeSync(descriptor)
      }
      this.#written += this.#filled
      this.#filled = 0
    } catch {
      this.#fail()
    }
  }

  #fail(): void {
    this.#failed = true
    this.#filled = 0
    removeFile(this.#part)
  }
}
