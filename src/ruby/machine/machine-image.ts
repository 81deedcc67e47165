/**
 * A started Ruby as data: the pages of its memory that hold something, its globals, and the table of the objects that the
 * host has hold of. Bringing one back costs a sixth of starting Ruby anew.
 */

/** Two in a row of these are told apart by what is between them; smaller ones make longer lists. */
const PAGE = 4096

export interface MachineImage {
  /** bytes of the memory */
  readonly size: number
  readonly globals: readonly number[]
  /** what the host's handles stand for in the memory; those that are free again */
  readonly handles: readonly number[]
  readonly free: readonly number[]
  readonly pages: readonly Pages[]
}

/** Pages in a row that are not empty. */
interface Pages {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** The pages of `memory` that are not all zero. */
export function filledPages(memory: Uint8Array): readonly Pages[] {
  const words = new BigUint64Array(memory.buffer, memory.byteOffset, memory.length / 8)
  const runs: Pages[] = []
  let start = -1
  for (let offset = 0; offset <= memory.length; offset += PAGE) {
    const filled = offset < memory.length && isFilled(words, offset / 8)
    if (filled && start < 0) start = offset
    if (filled || start < 0) continue
    runs.push({ offset: start, bytes: memory.slice(start, offset) })
    start = -1
  }
  return runs
}

function isFilled(words: BigUint64Array, from: number): boolean {
  for (let i = from; i < from + PAGE / 8; i++) if (words[i] !== 0n) return true
  return false
}

/** One text of numbers, its length before it, and the pages behind it. */
export function encodeImage({ pages, ...rest }: MachineImage): Uint8Array {
  const head = new TextEncoder().encode(
    JSON.stringify({ ...rest, pages: pages.map(({ offset, bytes }) => [offset, bytes.length]) }),
  )
  const all = new Uint8Array(4 + head.length + pages.reduce((size, { bytes }) => size + bytes.length, 0))
  new DataView(all.buffer).setUint32(0, head.length, true)
  all.set(head, 4)
  let at = 4 + head.length
  for (const { bytes } of pages) {
    all.set(bytes, at)
    at += bytes.length
  }
  return all
}

/** What `encodeImage` was given; undefined where `bytes` are not all of it. */
export function decodeImage(bytes: Uint8Array): MachineImage | undefined {
  if (bytes.length < 4) return undefined
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  let at = 4 + length
  if (at > bytes.length) return undefined
  const { pages, ...rest } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, at))) as Omit<
    MachineImage,
    'pages'
  > & { readonly pages: readonly (readonly [offset: number, length: number])[] }
  const runs: Pages[] = []
  for (const [offset, size] of pages) {
    runs.push({ offset, bytes: bytes.subarray(at, at + size) })
    at += size
  }
  return at === bytes.length ? { ...rest, pages: runs } : undefined
}
