/**
 * A Ruby that takes a third of the memory. It takes 256 MB for a cache, of which plugins use a few kilobytes, and 50 MB for fibers, of
 * which there are a few: V8 counts it all and collects garbage for it, and what looks for what is in it, to keep Ruby, touches it all.
 * Both are constants in its code.
 *
 * What is looked for is as compilers made it for the one build of Ruby that whirl-ruby has. Any other stays as it is.
 */

/** Entries of the cache for objects with many variables, 16 bytes each. Where all are in use Ruby does without, as with its own number. */
const ENTRIES = { own: 1 << 24, ours: 1 << 18 } as const

/** How many fibers there is room for at first; when they are in use it takes as many more. */
const FIBERS = { own: 32, ours: 4 } as const

/** Behind the size of the cache: the bytes of an entry; behind the last entry: a comparison. */
const ALLOCATED = [0x41, 16, 0x20]
const COMPARED = [0x4b, 0x0d]
/** The code that looks whether there is room comes soon behind the one that makes the cache. */
const NEAR = 4096
const COMPARISONS = 6

/** Behind the number of fibers, which is stored: the sum of the sizes of their two stacks; and behind it where they are made: the call. */
const STORED = [0x37, 0x02, 0x00, 0x20, 0x00, 0x20, 0x02, 0x6a]
const MADE = 0x10
const SOON = 128

/** Makes both smaller, in the bytes of `program`. */
export function takeLessMemory(program: Uint8Array): void {
  const code = Buffer.from(program.buffer, program.byteOffset, program.length)
  shrinkCache(code)
  startWithFewFibers(code)
}

function startWithFewFibers(code: Buffer): void {
  const stored = onlyPlace(code, [...fiberCount(FIBERS.own), ...STORED])
  if (stored === undefined) return
  const near = code.subarray(stored, stored + SOON)
  const made = onlyPlace(near, [0x41, FIBERS.own, MADE])
  if (made === undefined) return
  near.set(fiberCount(FIBERS.ours))
  near.set([0x41, FIBERS.ours], made)
}

function shrinkCache(code: Buffer): void {
  const made = onlyPlace(code, [...entryCount(ENTRIES.own), ...ALLOCATED])
  if (made === undefined) return
  const near = code.subarray(made, made + NEAR)
  const compared = Uint8Array.from([...entryCount(ENTRIES.own - 1), ...COMPARED])
  const places: number[] = []
  for (let at = near.indexOf(compared); at >= 0; at = near.indexOf(compared, at + 1)) places.push(at)
  if (places.length !== COMPARISONS) return
  code.set(entryCount(ENTRIES.ours), made)
  for (const at of places) near.set(entryCount(ENTRIES.ours - 1), at)
}

/** `i32.const`, in as many bytes as the largest of these numbers takes. */
function entryCount(value: number): readonly number[] {
  return [0x41, ...[0, 7, 14].map((shift) => ((value >> shift) & 0x7f) | 0x80), value >> 21]
}

/** `i64.const` of two words, the second of which is `value`, in as many bytes as 32 takes. */
function fiberCount(value: number): readonly number[] {
  return [0x42, 0x80, 0x80, 0x80, 0x80, 0x80 | ((value << 4) & 0x7f), value >> 3]
}

function onlyPlace(code: Buffer, what: readonly number[]): number | undefined {
  const wanted = Uint8Array.from(what)
  const at = code.indexOf(wanted)
  return at < 0 || code.indexOf(wanted, at + 1) >= 0 ? undefined : at
}
