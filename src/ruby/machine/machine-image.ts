/**
 * A started Ruby as data: the pages of its memory that hold something, its globals, and the table of the objects that the
 * host has hold of. Bringing one back costs a small part of starting Ruby anew. One that went on from another is kept as the
 * pages that are not as in that one.
 */
import { crc32 } from 'node:zlib'

/** Two in a row of these are told apart by what is between them; smaller ones make longer lists. */
const PAGE = 4096
/** what is looked at first: most of the memory was never used */
const BLOCK = 64 * PAGE

/** All but the memory. */
interface MachineState {
  /** bytes of the memory */
  readonly size: number
  readonly globals: readonly number[]
  /** what the host's handles stand for in the memory; those that are free again */
  readonly handles: readonly number[]
  readonly free: readonly number[]
  /** the number of the next answer that Ruby gets */
  readonly nextAnswer: number
}

/** A Ruby that stands still, and its memory as it is. */
export interface MachineImage extends MachineState {
  readonly memory: Uint8Array
  /** where what counts of it begins: below lies the stack, on which nothing is */
  readonly from: number
}

/** Where an image is kept. */
export interface KeptBytes {
  readonly length: number
  /** Fills `into` with what lies at `at`. */
  read(into: Uint8Array, at: number): void
}

/**
 * Rubies that are kept, and what happened with them in a build: one that was started, and one that went on from it to where the
 * plugins were loaded.
 */
export interface MachineImages {
  /** where they are: the file of the one that was started */
  readonly file: string
  /** What `use` makes of one; undefined where there is none. */
  reading<Made>(kind: 'started' | 'loaded', use: (kept: KeptBytes) => Made): Made | undefined
  write(kind: 'started' | 'loaded', pieces: readonly Uint8Array[]): void
  /** what happened with the Ruby that is kept, as `remember` was given it */
  remembered(): string | undefined
  remember(happened: string): void
}

/** An image that is kept, and whole as far as its beginning says. */
export interface KeptImage {
  readonly state: MachineState
  /** its name; which other one it went on from, and how, '' for none */
  readonly name: string
  readonly after: string
  /** Puts the pages into a memory of `state.size` bytes. False where they are not what they were: then the memory is worth nothing. */
  fill(memory: Uint8Array): boolean
  /** The pages, by their places; undefined where they are not what they were. */
  pages(): ReadonlyMap<number, Uint8Array> | undefined
}

/** Pages in a row: where they begin, and bytes. */
type Run = readonly [offset: number, length: number]

interface Head extends MachineState {
  readonly after: string
  readonly runs: readonly Run[]
  /** of the pages */
  readonly sum: number
}

/** Bytes before the head: its length and its sum. */
const START = 8

/** `image` as bytes, in pieces; of its memory what is not as in `base`, from which it went on as `how` says. */
export function encodeImage(
  { memory, from: start, ...state }: MachineImage,
  after?: { readonly base: KeptImage; readonly how: string },
): readonly Uint8Array[] {
  const runs = runsOf(memory, start, after?.base.pages() ?? new Map())
  const pieces = runs.map(([offset, length]) => memory.subarray(offset, offset + length))
  const sum = pieces.reduce((before, piece) => crc32(piece, before), 0)
  const head: Head = {
    ...state,
    after: after === undefined ? '' : nameAfter(after.base, after.how),
    runs,
    sum,
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const first = new Uint8Array(START)
  const view = new DataView(first.buffer)
  view.setUint32(0, text.length, true)
  view.setUint32(4, crc32(text), true)
  return [first, text, ...pieces]
}

/** What images have for `after` that went on from `base` as `how` says. */
export function nameAfter(base: KeptImage, how: string): string {
  return `${base.name} ${how}`
}

/** What `encodeImage` made; undefined where `kept` has no beginning of one, or not all of it. */
export function openImage(kept: KeptBytes): KeptImage | undefined {
  if (kept.length < START) return undefined
  const start = new Uint8Array(START)
  kept.read(start, 0)
  const view = new DataView(start.buffer)
  const length = view.getUint32(0, true)
  if (START + length > kept.length) return undefined
  const text = new Uint8Array(length)
  kept.read(text, START)
  if (crc32(text) !== view.getUint32(4, true)) return undefined
  const { after, runs, sum, ...state } = JSON.parse(new TextDecoder().decode(text)) as Head
  if (START + length + runs.reduce((all, [, size]) => all + size, 0) !== kept.length) return undefined
  /** Reads the pages, each run into what `place` gives for it. */
  const read = (place: (offset: number, size: number) => Uint8Array): boolean => {
    let at = START + length
    let found = 0
    for (const [offset, size] of runs) {
      const into = place(offset, size)
      kept.read(into, at)
      found = crc32(into, found)
      at += size
    }
    return found === sum
  }
  return {
    state,
    name: `${length} ${view.getUint32(4, true)}`,
    after,
    fill: (memory) => read((offset, size) => memory.subarray(offset, offset + size)),
    pages() {
      const pages = new Map<number, Uint8Array>()
      const isWhole = read((offset, size) => {
        const run = new Uint8Array(size)
        for (let at = 0; at < size; at += PAGE) pages.set(offset + at, run.subarray(at, at + PAGE))
        return run
      })
      return isWhole ? pages : undefined
    },
  }
}

/** The pages of `memory` from `start` that are not as in `before`, where what is missing is empty. */
function runsOf(memory: Uint8Array, start: number, before: ReadonlyMap<number, Uint8Array>): readonly Run[] {
  const empty = Buffer.alloc(BLOCK)
  const bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.length)
  const runs: [offset: number, length: number][] = []
  const isSame = (other: Uint8Array, from: number, length: number): boolean =>
    bytes.compare(other, 0, length, from, from + length) === 0
  const blocks = new Set([...before.keys()].map((offset) => Math.floor(offset / BLOCK)))
  for (let block = start - (start % BLOCK); block < bytes.length; block += BLOCK) {
    const length = Math.min(BLOCK, bytes.length - block)
    if (!blocks.has(block / BLOCK) && isSame(empty, block, length)) continue
    for (let offset = block; offset < block + length; offset += PAGE) {
      if (isSame(before.get(offset) ?? empty, offset, PAGE)) continue
      const last = runs.at(-1)
      if (last !== undefined && last[0] + last[1] === offset) last[1] += PAGE
      else runs.push([offset, PAGE])
    }
  }
  return runs
}
