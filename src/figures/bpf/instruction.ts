/** Instructions of eBPF and their eight bytes: RFC 9669, section 3. */

/** One instruction; with a 64-bit immediate it takes two slots of eight bytes, else one. */
export interface Instruction {
  /** class, and by class source and code or size and mode: section 3.1 */
  readonly opcode: number
  /** registers, 0 to 10 (0 to 15 where bytes are read that no assembler writes) */
  readonly dst: number
  readonly src: number
  /** signed, of 16 bits */
  readonly offset: number
  /** signed, of 32 bits */
  readonly imm: number
  /** the upper half of a 64-bit immediate, signed */
  readonly upper?: number
}

/** The three lowest bits of an opcode. */
export const CLASS = { LD: 0, LDX: 1, ST: 2, STX: 3, ALU: 4, JMP: 5, JMP32: 6, ALU64: 7 } as const

/** Of arithmetic and jumps: whether the second operand is `src` instead of `imm`. */
export const FROM_REGISTER = 0x08

/** Bits 5 to 7 of loads and stores. */
export const MODE = { IMM: 0x00, ABS: 0x20, IND: 0x40, MEM: 0x60, MEMSX: 0x80, ATOMIC: 0xc0 } as const

/** Bits 3 and 4 of loads and stores: how many bytes. */
export const SIZES: readonly { readonly code: number; readonly bytes: number; readonly letter: string }[] = [
  { code: 0x10, bytes: 1, letter: 'b' },
  { code: 0x08, bytes: 2, letter: 'h' },
  { code: 0x00, bytes: 4, letter: 'w' },
  { code: 0x18, bytes: 8, letter: 'dw' },
]

/** The one opcode that has a 64-bit immediate. */
export const LOAD_64 = 0x18

/** What `src` says that the immediate of `LOAD_64` is. */
export const IMMEDIATE = { NUMBER: 0, MAP: 1 } as const

/** What `src` says that a call's immediate is. */
export const CALL = { HELPER: 0, LOCAL: 1, KERNEL: 2 } as const

export const classOf = ({ opcode }: Instruction): number => opcode & 7
export const modeOf = ({ opcode }: Instruction): number => opcode & 0xe0
export const isWide = ({ opcode }: Instruction): boolean => opcode === LOAD_64
export const slotsOf = (instruction: Instruction): number => (isWide(instruction) ? 2 : 1)

/** How many bytes a load or store moves. */
export function bytesMoved({ opcode }: Instruction): number {
  return SIZES.find(({ code }) => code === (opcode & 0x18))!.bytes
}

/** The 64-bit immediate of `LOAD_64`, unsigned. */
export function immediate64({ imm, upper = 0 }: Instruction): bigint {
  return (BigInt(upper >>> 0) << 32n) | BigInt(imm >>> 0)
}

/** Instructions as bytes, the fields of two and four bytes in little-endian order. */
export function encode(instructions: readonly Instruction[]): Uint8Array {
  const slots = instructions.reduce((sum, each) => sum + slotsOf(each), 0)
  const bytes = new Uint8Array(slots * 8)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const instruction of instructions) {
    const { opcode, dst, src, offset, imm, upper } = instruction
    view.setUint8(at, opcode)
    view.setUint8(at + 1, dst | (src << 4))
    view.setInt16(at + 2, offset, true)
    view.setInt32(at + 4, imm, true)
    if (isWide(instruction)) view.setInt32(at + 12, upper ?? 0, true)
    at += 8 * slotsOf(instruction)
  }
  return bytes
}
