/**
 * Entries of a store as rows of bytes, sorted by the digests of their keys: as they lie in the index, so that opening a store
 * makes nothing of them and a save copies them.
 *
 *     digest of the key (16)  digest of the bytes (16)  segment (4)  length (4)  last used (4)  offset (8)
 *
 * Numbers are little-endian, so that a store may go to another machine.
 */
import { DIGEST_BYTES } from './digest.ts'

/** Where an entry's bytes lie, and what they must look like. */
interface Entry {
  readonly key: string
  readonly sum: string
  /** a number in the index's list */
  readonly segment: number
  readonly offset: number
  readonly length: number
  /** the generation that last used it; a count, for clocks go back */
  readonly used: number
}

const SUM = DIGEST_BYTES
const SEGMENT = SUM + DIGEST_BYTES
const LENGTH = SEGMENT + 4
const USED = LENGTH + 4
const OFFSET = USED + 4
const ROW = OFFSET + 8

export class Rows {
  readonly bytes: Buffer
  readonly count: number

  /** `bytes` holds whole rows, sorted. */
  constructor(bytes: Buffer) {
    this.bytes = bytes
    this.count = bytes.length / ROW
  }

  /** These entries, each key once. */
  static of(entries: readonly Entry[]): Rows {
    const bytes = Buffer.allocUnsafe(entries.length * ROW)
    const sorted = [...entries].sort((a, b) => (a.key < b.key ? -1 : 1))
    sorted.forEach(({ key, sum, segment, offset, length, used }, row) => {
      const at = row * ROW
      bytes.write(key, at, 'latin1')
      bytes.write(sum, at + SUM, 'latin1')
      bytes.writeUInt32LE(segment, at + SEGMENT)
      bytes.writeUInt32LE(length, at + LENGTH)
      bytes.writeUInt32LE(used, at + USED)
      bytes.writeDoubleLE(offset, at + OFFSET)
    })
    return new Rows(bytes)
  }

  /** The row of the key with this digest, -1 where there is none. */
  find(key: string): number {
    // Digests of few rows begin with the same four bytes.
    const head = headOf(key)
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.bytes.readUInt32BE(middle * ROW) < head) low = middle + 1
      else high = middle
    }
    for (; low < this.count && this.bytes.readUInt32BE(low * ROW) === head; low++)
      if (this.key(low) === key) return low
    return -1
  }

  key(row: number): string {
    return this.bytes.toString('latin1', row * ROW, row * ROW + SUM)
  }

  sum(row: number): string {
    return this.bytes.toString('latin1', row * ROW + SUM, row * ROW + SEGMENT)
  }

  segment(row: number): number {
    return this.bytes.readUInt32LE(row * ROW + SEGMENT)
  }

  length(row: number): number {
    return this.bytes.readUInt32LE(row * ROW + LENGTH)
  }

  used(row: number): number {
    return this.bytes.readUInt32LE(row * ROW + USED)
  }

  offset(row: number): number {
    return this.bytes.readDoubleLE(row * ROW + OFFSET)
  }

  use(row: number, generation: number): void {
    this.bytes.writeUInt32LE(generation, row * ROW + USED)
  }

  move(row: number, segment: number, offset: number): void {
    this.bytes.writeUInt32LE(segment, row * ROW + SEGMENT)
    this.bytes.writeDoubleLE(offset, row * ROW + OFFSET)
  }

  /** New rows: those that `keeps` wants. */
  filter(keeps: (row: number) => boolean): Rows {
    const bytes = Buffer.allocUnsafe(this.bytes.length)
    let end = 0
    for (let row = 0; row < this.count; row++) if (keeps(row)) end = this.#copyRow(row, bytes, end)
    return new Rows(bytes.subarray(0, end))
  }

  /** New rows: these and `others`, which have no key of these. */
  with(others: Rows): Rows {
    const bytes = Buffer.allocUnsafe(this.bytes.length + others.bytes.length)
    let end = 0
    let row = 0
    for (let other = 0; other < others.count; other++) {
      while (row < this.count && this.#isBefore(row, others.bytes, other * ROW))
        end = this.#copyRow(row++, bytes, end)
      end = others.#copyRow(other, bytes, end)
    }
    this.bytes.copy(bytes, end, row * ROW)
    return new Rows(bytes)
  }

  #isBefore(row: number, keys: Buffer, at: number): boolean {
    return this.bytes.compare(keys, at, at + DIGEST_BYTES, row * ROW, row * ROW + DIGEST_BYTES) < 0
  }

  #copyRow(row: number, to: Buffer, end: number): number {
    this.bytes.copy(to, end, row * ROW, (row + 1) * ROW)
    return end + ROW
  }
}

/** The first four bytes of a digest as a number. */
function headOf(key: string): number {
  let head = 0
  for (let i = 0; i < 4; i++) head = head * 256 + key.charCodeAt(i)
  return head
}
