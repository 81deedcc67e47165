/**
 * A store on the disk: segments of bytes, and an index that says where in them each entry lies.
 *
 * A change of one entry writes that entry and the index; opening reads the index alone. (A file for each entry takes four
 * times as long to fill and knows no bound; LMDB maps its file, and dies of a damaged one.)
 *
 * Nothing is locked. Segments never change, the index is replaced whole, and every entry has a digest of its bytes:
 * another build may add, replace or remove files at any moment, and the worst that comes of it is that an entry is not
 * there. A save starts from the index that lies there then, so that two builds keep what both made.
 */
import { digest } from './digest.ts'
import { roomFor, roomWorth, rowsThatFit, segmentsToMerge } from './keeping.ts'
import { Rows } from './rows.ts'
import { SegmentReader } from './segment-reader.ts'
import { SegmentWriter } from './segment-writer.ts'
import {
  isLatest,
  latestGeneration,
  newName,
  readIndex,
  removeFile,
  removeUnused,
  segmentFile,
  writeIndex,
} from './store-files.ts'
import { decodeIndex, encodeIndex, NO_INDEX, type Segment, type StoreIndex } from './store-index.ts'
import type { CacheStore, StorePlace } from './types.ts'

/** What this build did with an entry of the index: nothing, used it, or found its bytes not to be what was put. */
const UNUSED = 0
const USED = 1
const BROKEN = 2

/** An entry put since the last save. */
interface Fresh {
  readonly key: string
  readonly sum: string
  readonly offset: number
  readonly length: number
}

export class PackStore implements CacheStore {
  readonly place: StorePlace
  readonly #directory: string
  readonly #header: string
  readonly #room: number
  readonly #reader = new SegmentReader()
  #index = NO_INDEX
  #loaded = false
  /** of each row of the index */
  #marks = new Uint8Array(0)
  readonly #fresh = new Map<string, Fresh>()
  #writer: SegmentWriter | undefined

  constructor(place: StorePlace) {
    const { directory, header, limitBytes } = place
    this.place = place
    this.#directory = directory
    this.#header = header
    this.#room = roomFor(limitBytes)
  }

  get(key: string): Buffer | undefined {
    this.#load()
    const fresh = this.#fresh.get(key)
    if (fresh !== undefined) return verified(this.#writer?.read(fresh.offset, fresh.length), fresh.sum)
    const { rows } = this.#index
    const row = rows.find(digest(key))
    if (row === -1 || this.#marks[row] === BROKEN) return undefined
    const bytes = verified(this.#bytesOf(rows, row), rows.sum(row))
    this.#marks[row] = bytes === undefined ? BROKEN : USED
    return bytes
  }

  put(key: string, content: string | Uint8Array): void {
    this.#load()
    const { rows, generation } = this.#index
    const hashed = digest(key)
    const row = rows.find(hashed)
    const known = row === -1 || this.#marks[row] === BROKEN ? undefined : rows.sum(row)
    const length = typeof content === 'string' ? Buffer.byteLength(content) : content.length
    this.#fresh.delete(key)
    this.#writer ??= new SegmentWriter(this.#directory, newName(generation + 1), this.#reader)
    if (this.#writer.failed || this.#writer.bytes + length > this.#room) {
      // What lies there is not what belongs to the key now.
      if (row !== -1) this.#marks[row] = known === digest(content) ? USED : BROKEN
      return
    }
    const sum = digest(content)
    if (known === sum) this.#marks[row] = USED
    else this.#fresh.set(key, { key: hashed, sum, offset: this.#writer.append(content, length), length })
  }

  touch(key: string): void {
    this.#load()
    if (this.#fresh.has(key)) return
    const row = this.#index.rows.find(digest(key))
    if (row !== -1 && this.#marks[row] === UNUSED) this.#marks[row] = USED
  }

  save(): void {
    if (!this.#loaded) return
    this.#rebase()
    try {
      if (this.#hasNews()) this.#replace()
    } catch {
      // A folder that is full or may not be written to: the next build does without.
    }
    this.#writer?.discard()
    this.#writer = undefined
    this.#fresh.clear()
  }

  #load(): void {
    if (this.#loaded) return
    this.#loaded = true
    this.#take(readIndex(this.#directory, this.#header) ?? NO_INDEX)
  }

  #take(index: StoreIndex): void {
    this.#index = index
    this.#marks = new Uint8Array(index.rows.count)
  }

  /** The bytes of an entry, unverified; those put lately are in the segment behind the index's. */
  #bytesOf(rows: Rows, row: number): Buffer | undefined {
    const segment = this.#index.segments[rows.segment(row)]
    const offset = rows.offset(row)
    const length = rows.length(row)
    if (length === 0) return Buffer.alloc(0)
    return segment === undefined
      ? this.#writer?.read(offset, length)
      : this.#reader.read(segmentFile(this.#directory, segment), offset, length)
  }

  /** Takes over the index that another build may have written since this one read it, with the marks made here. */
  #rebase(): void {
    if (isLatest(this.#directory, this.#index)) return
    const { rows: before } = this.#index
    const marks = this.#marks
    const index = readIndex(this.#directory, this.#header) ?? NO_INDEX
    this.#take(index)
    marks.forEach((mark, row) => {
      const there = mark === UNUSED ? -1 : index.rows.find(before.key(row))
      if (there === -1) return
      // What was broken may have been put again.
      if (mark === USED || index.rows.sum(there) === before.sum(row)) this.#marks[there] = mark
    })
  }

  #hasNews(): boolean {
    if (this.#fresh.size > 0) return true
    const { rows, generation } = this.#index
    let size = 0
    for (let row = 0; row < rows.count; row++) {
      const mark = this.#marks[row]
      // What has been used since the last save needs no note of it.
      if (mark === BROKEN || (mark === USED && rows.used(row) < generation)) return true
      size += rows.length(row)
    }
    return size > this.#room
  }

  /** Writes a new segment, if anything is new or to be moved, and the index. Throws what the system refuses. */
  #replace(): void {
    const { segments: before, generation: last } = this.#index
    // Where there is no index to go by, what lies there is of no use to anybody: it goes at once.
    const generation = this.#index === NO_INDEX ? latestGeneration(this.#directory) + 3 : last + 1
    const name = newName(generation)
    const all = this.#rowsAt(generation)
    const wanted = rowsThatFit(all, roomWorth(all, generation, this.#room))
    const sizes = [...before.map(({ bytes }) => bytes), this.#writer?.bytes ?? 0]
    const merged = segmentsToMerge(sizes, wanted)
    const appends = this.#writer !== undefined && !merged.has(before.length)
    const writer =
      this.#writer !== undefined && appends
        ? this.#writer
        : new SegmentWriter(this.#directory, name, this.#reader)
    const rows = this.#moved(wanted, merged, writer)
    if (writer.bytes > 0 && !writer.finish(name)) return
    const segments: Segment[] = before.filter((_, number) => !merged.has(number))
    renumber(rows, before.length, merged)
    if (writer.bytes > 0) segments.push({ ...name, bytes: writer.bytes })
    const file = encodeIndex(this.#header, { generation, segments, rows })
    try {
      writeIndex(this.#directory, generation, file)
    } catch (error) {
      removeFile(segmentFile(this.#directory, name))
      throw error
    }
    if (appends) this.#writer = undefined
    this.#take(decodeIndex(file, this.#header) ?? NO_INDEX)
    const dropped = before.filter((_, number) => merged.has(number))
    removeUnused(this.#directory, this.#index, dropped)
  }

  /** All entries there are. */
  #rowsAt(generation: number): Rows {
    const { rows: before, segments } = this.#index
    const fresh = [...this.#fresh.values()]
    const replaced = new Set(fresh.map(({ key }) => before.find(key)))
    const stays = (row: number): boolean => this.#marks[row] !== BROKEN && !replaced.has(row)
    const kept = before.filter(stays)
    let row = 0
    this.#marks.forEach((mark, old) => {
      if (!stays(old)) return
      if (mark === USED) kept.use(row, generation)
      row++
    })
    const segment = segments.length
    return kept.with(Rows.of(fresh.map((each) => ({ ...each, segment, used: generation }))))
  }

  /** Moves entries of the segments in `merged` to `writer`, in place; leaves out those that cannot be read. */
  #moved(rows: Rows, merged: ReadonlySet<number>, writer: SegmentWriter): Rows {
    const all = Array.from({ length: rows.count }, (_, row) => row)
    const move = all.filter((row) => merged.has(rows.segment(row)))
    move.sort((a, b) => rows.segment(a) - rows.segment(b) || rows.offset(a) - rows.offset(b))
    const lost = new Set<number>()
    for (const row of move) {
      const bytes = this.#bytesOf(rows, row)
      if (bytes === undefined) lost.add(row)
      else rows.move(row, this.#index.segments.length, writer.append(bytes, bytes.length))
    }
    return lost.size === 0 ? rows : rows.filter((row) => !lost.has(row))
  }
}

/** `bytes` if they are those with this digest. */
function verified(bytes: Buffer | undefined, sum: string): Buffer | undefined {
  return bytes !== undefined && digest(bytes) === sum ? bytes : undefined
}

/** Gives the `count` old segments that stay their new numbers, and the new one the number behind them. */
function renumber(rows: Rows, count: number, gone: ReadonlySet<number>): void {
  let next = 0
  const numbers = Array.from({ length: count }, (_, number) => (gone.has(number) ? -1 : next++))
  numbers.push(next)
  for (let row = 0; row < rows.count; row++) {
    const number = rows.segment(row)
    if (numbers[number] !== number) rows.move(row, numbers[number]!, rows.offset(row))
  }
}
