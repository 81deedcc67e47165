/**
 * A Ruby whose code may lie deeper in itself. Where Ruby collects garbage, or begins what may be left by an error, the program
 * copies its whole stack (Binaryen's Asyncify) to a place of a fixed size, and writes over what lies behind where that is too
 * small: blocks within seventy blocks are enough. Nothing of Ruby's can be told a size, so its code is changed: it takes more
 * memory for these copies.
 *
 * What is looked for is as compilers made it for the one build of Ruby that whirl-ruby has. Any other stays as it is.
 */
import { numberBytes, type Reader, readNumber } from './leb128.ts'

/** Bytes of one copy: as they are, and as they are made. A block within a block takes 350. */
const COPY = 24_576
const LARGE_COPY = 196_608

/** Offsets in what a `setjmp` needs: its copy, and what else it knows; its size. */
const JUMP = { copy: 8, next: COPY + 8, value: COPY + 16, size: COPY + 24 } as const
/** With a large copy behind all else, as nothing of the rest may move. */
const LARGE_JUMP = JUMP.size + LARGE_COPY
/** The word before what was allocated is its size, rounded up, with flags: it tells a large one from those that lie elsewhere. */
const ROUNDING = 64

/** Static places: of the copy that is searched for garbage, and of the one that an error leaves behind. One of them at a time is in use. */
const STATICS = [21_123_552, 21_148_156] as const
/** Where both are made: at the far end of 16 MB of stack for the main program, which has fibers do all the work. */
const FAR_END = 4096

const CODE_SECTION = 10
const OPCODE = { if: 0x04, else: 0x05, end: 0x0b, call: 0x10, local: 0x20, load: 0x28, store: 0x36 } as const
const OPERATION = { isBelow: 0x49, add: 0x6a, subtract: 0x6b } as const
/** a number without a value; how a word lies in memory */
const EMPTY = 0x40
const WORD = 2

type Code = readonly number[]

/** `program`, whose bytes may change, with room for its stacks; as it is where it is not what is known. */
export function withDeepStacks(program: Uint8Array): Uint8Array {
  const section = sectionOf(program)
  if (section === undefined) return program
  const code = Buffer.from(program.buffer, program.byteOffset + section.body, section.end - section.body)
  const allocations = allAt(code, [...constant(JUMP.size), OPCODE.call])
  const captures = allAt(code, CAPTURE)
  const statics = STATICS.map((place) => allAt(code, bounds(place, place + 8, COPY)))
  if (allocations.length === 0 || [captures, ...statics].some(({ length }) => length !== 1)) return program
  for (const at of allocations) code.set(constant(LARGE_JUMP), at)
  for (const [i, place] of STATICS.entries())
    code.set(bounds(place, FAR_END, LARGE_COPY), statics[i]?.[0] as number)
  // Twelve megabytes, copied once.
  const body = withReplaced(code, captures[0] as number, CAPTURE.length, LARGE_CAPTURE)
  const length = body.reduce((all, piece) => all + piece.length, 0)
  const head = Uint8Array.of(CODE_SECTION, ...numberBytes(length))
  return Buffer.concat([program.subarray(0, section.start), head, ...body, program.subarray(section.end)])
}

/** What a `setjmp` sets before its copy is made: where that is from and to, and the rest. */
const REST: Code = [
  ...[OPCODE.local, 0, 0x42, 0x80, 0x80, 0x80, 0x80, 0x10, 0x37, WORD, ...numberBytes(JUMP.value)],
  ...[OPCODE.local, 0, ...constant(0), OPCODE.store, WORD, ...numberBytes(JUMP.next)],
]
const CAPTURE: Code = [...fromSelf(0, JUMP.copy), ...REST, ...fromSelf(4, JUMP.next)]
const LARGE_CAPTURE: Code = [
  ...REST,
  ...[OPCODE.local, 0, ...constant(4), OPERATION.subtract, OPCODE.load, WORD, 0],
  ...[...constant(LARGE_JUMP), OPERATION.subtract, ...constant(ROUNDING), OPERATION.isBelow],
  ...[OPCODE.if, EMPTY, ...fromSelf(0, JUMP.size), ...fromSelf(4, LARGE_JUMP)],
  ...[OPCODE.else, ...fromSelf(0, JUMP.copy), ...fromSelf(4, JUMP.next), OPCODE.end],
]

/** Stores the place `distance` behind the one in the first local, at `offset` of it. */
function fromSelf(offset: number, distance: number): Code {
  const value = [OPCODE.local, 0, ...constant(distance), OPERATION.add]
  return [OPCODE.local, 0, ...value, OPCODE.store, WORD, offset]
}

/** Sets the end and the beginning of the copy of which `place` knows. */
function bounds(place: number, from: number, size: number): Code {
  const store = (at: number, value: number): Code => [
    ...constant(at, 4),
    ...constant(value, 4),
    ...[OPCODE.store, WORD, 0],
  ]
  return [...store(place + 4, from + size), ...store(place, from)]
}

/** Puts `value` on the stack: a signed number in LEB128, of at least `width` bytes. */
function constant(value: number, width = 1): Code {
  const bytes: number[] = []
  for (let left = value; ; left >>= 7) {
    const isLast = left < 0x40 && bytes.length + 1 >= width
    bytes.push(isLast ? left : (left & 0x7f) | 0x80)
    if (isLast) return [0x41, ...bytes]
  }
}

function allAt(code: Buffer, what: Code): readonly number[] {
  const wanted = Uint8Array.from(what)
  const found: number[] = []
  for (let at = code.indexOf(wanted); at >= 0; at = code.indexOf(wanted, at + 1)) found.push(at)
  return found
}

/** The functions in `code`, in pieces, with `length` bytes at `place` replaced: the one around them has another length then. */
function withReplaced(code: Uint8Array, place: number, length: number, by: Code): readonly Uint8Array[] {
  const reader: Reader = { at: 0 }
  readNumber(code, reader)
  for (;;) {
    const start = reader.at
    const size = readNumber(code, reader)
    const end = reader.at + size
    if (end <= place) {
      reader.at = end
      continue
    }
    const before = code.subarray(reader.at, place)
    return [
      code.subarray(0, start),
      Uint8Array.from(numberBytes(size - length + by.length)),
      before,
      Uint8Array.from(by),
      code.subarray(place + length),
    ]
  }
}

/** Offsets of the section of code: of its head, of what is in it, behind it. */
function sectionOf(program: Uint8Array): { start: number; body: number; end: number } | undefined {
  const reader: Reader = { at: 8 }
  while (reader.at < program.length) {
    const start = reader.at
    const id = program[reader.at++]
    const length = readNumber(program, reader)
    const body = reader.at
    if (id === CODE_SECTION) return { start, body, end: body + length }
    reader.at += length
  }
  return undefined
}
