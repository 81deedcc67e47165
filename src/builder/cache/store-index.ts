/**
 * The index of a store: which bytes of which segment belong to a key.
 *
 * One file, replaced as a whole, that ends with a digest of all before: a single byte that is not as it was written, and
 * the store is empty.
 *
 *     magic (8)  generation  segments  length of the header (4 each)  header
 *     a segment: generation (4)  random (8)  bytes (8)
 *     rows
 *     digest (16)
 */
import { DIGEST_BYTES, digest } from './digest.ts'
import { Rows } from './rows.ts'

/** A file of bytes, never changed once it has its name. */
export interface Segment {
  readonly generation: number
  /** 16 hexadecimal digits that no other segment has */
  readonly random: string
  readonly bytes: number
}

export interface StoreIndex {
  /** counts the saves of a store */
  readonly generation: number
  readonly segments: readonly Segment[]
  readonly rows: Rows
  /** what tells this index from every other */
  readonly identity: string
}

export const NO_INDEX: StoreIndex = {
  generation: 0,
  segments: [],
  rows: new Rows(Buffer.alloc(0)),
  identity: '',
}

const MAGIC = Buffer.from('WHIRLST1')
const GENERATION = MAGIC.length
const SEGMENTS = GENERATION + 4
const HEADER_LENGTH = SEGMENTS + 4
const HEADER = HEADER_LENGTH + 4
const SEGMENT_BYTES = 20

/** The index as a file. */
export function encodeIndex(
  header: string,
  { generation, segments, rows }: Pick<StoreIndex, 'generation' | 'segments' | 'rows'>,
): Buffer {
  const headerBytes = Buffer.from(header)
  const head = Buffer.alloc(HEADER + headerBytes.length + segments.length * SEGMENT_BYTES)
  MAGIC.copy(head)
  head.writeUInt32LE(generation, GENERATION)
  head.writeUInt32LE(segments.length, SEGMENTS)
  head.writeUInt32LE(headerBytes.length, HEADER_LENGTH)
  headerBytes.copy(head, HEADER)
  segments.forEach((segment, number) => {
    const at = HEADER + headerBytes.length + number * SEGMENT_BYTES
    head.writeUInt32LE(segment.generation, at)
    head.write(segment.random, at + 4, 8, 'hex')
    head.writeDoubleLE(segment.bytes, at + 12)
  })
  const file = Buffer.concat([head, rows.bytes, Buffer.alloc(DIGEST_BYTES)])
  const end = file.length - DIGEST_BYTES
  file.write(digest(file.subarray(0, end)), end, 'latin1')
  return file
}

/** The index that `file` holds; undefined where it is another header's, another format's, or not whole. */
export function decodeIndex(file: Buffer, header: string): StoreIndex | undefined {
  const end = file.length - DIGEST_BYTES
  if (end < HEADER || !file.subarray(0, MAGIC.length).equals(MAGIC)) return undefined
  const identity = file.toString('latin1', end)
  if (digest(file.subarray(0, end)) !== identity) return undefined
  const segmentsAt = HEADER + file.readUInt32LE(HEADER_LENGTH)
  if (file.toString('utf8', HEADER, segmentsAt) !== header) return undefined
  const count = file.readUInt32LE(SEGMENTS)
  const segments = Array.from({ length: count }, (_, number): Segment => {
    const at = segmentsAt + number * SEGMENT_BYTES
    return {
      generation: file.readUInt32LE(at),
      random: file.toString('hex', at + 4, at + 12),
      bytes: file.readDoubleLE(at + 12),
    }
  })
  return {
    generation: file.readUInt32LE(GENERATION),
    segments,
    rows: new Rows(file.subarray(segmentsAt + count * SEGMENT_BYTES, end)),
    identity,
  }
}
