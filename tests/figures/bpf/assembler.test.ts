/** The assembler: bytes from RFC 9669's tables, both syntaxes, and back. */
import { describe, expect, test } from 'vitest'
import { assemble } from '../../../src/figures/bpf/assemble.ts'
import { disassemble } from '../../../src/figures/bpf/disassemble.ts'
import { hexOf } from '../../../src/figures/bpf/hex.ts'
import { encode, type Instruction } from '../../../src/figures/bpf/instruction.ts'

function instructionsOf(text: string): readonly Instruction[] {
  const faults: string[] = []
  const { statements } = assemble(text, 0, ({ message, span }) => faults.push(`${span.start} ${message}`))
  expect([text, faults]).toEqual([text, []])
  return statements.map(({ instruction }) => instruction)
}

const bytesOf = (text: string): string => hexOf(encode(instructionsOf(text)))

/** Opcode, registers (`src` in the upper half), offset and immediate, put together from the tables of RFC 9669. */
const ENCODED: readonly (readonly [statement: string, mnemonic: string, bytes: string])[] = [
  ['r1 += 2', 'add r1, 2', '07 01 00 00 02 00 00 00'],
  ['w1 += w2', 'add32 r1, r2', '0c 21 00 00 00 00 00 00'],
  ['r1 -= r2', 'sub r1, r2', '1f 21 00 00 00 00 00 00'],
  ['w3 *= -1', 'mul32 r3, -1', '24 03 00 00 ff ff ff ff'],
  ['r1 /= 7', 'div r1, 7', '37 01 00 00 07 00 00 00'],
  ['r1 s/= 7', 'sdiv r1, 7', '37 01 01 00 07 00 00 00'],
  ['w1 s%= w2', 'smod32 r1, r2', '9c 21 01 00 00 00 00 00'],
  ['r1 |= 255', 'or r1, 255', '47 01 00 00 ff 00 00 00'],
  ['r1 &= r3', 'and r1, r3', '5f 31 00 00 00 00 00 00'],
  ['r1 <<= 3', 'lsh r1, 3', '67 01 00 00 03 00 00 00'],
  ['w1 >>= 3', 'rsh32 r1, 3', '74 01 00 00 03 00 00 00'],
  ['r1 s>>= r2', 'arsh r1, r2', 'cf 21 00 00 00 00 00 00'],
  ['r4 = -r4', 'neg r4', '87 04 00 00 00 00 00 00'],
  ['r1 ^= r1', 'xor r1, r1', 'af 11 00 00 00 00 00 00'],
  ['w0 = 3', 'mov32 r0, 3', 'b4 00 00 00 03 00 00 00'],
  ['r0 = (s8)r1', 'movsx864 r0, r1', 'bf 10 08 00 00 00 00 00'],
  ['r0 = (s32)r1', 'movsx3264 r0, r1', 'bf 10 20 00 00 00 00 00'],
  ['w0 = (s16)w1', 'movsx1632 r0, r1', 'bc 10 10 00 00 00 00 00'],
  ['r1 = le16 r1', 'le16 r1', 'd4 01 00 00 10 00 00 00'],
  ['r1 = be32 r1', 'be32 r1', 'dc 01 00 00 20 00 00 00'],
  ['r1 = bswap64 r1', 'bswap64 r1', 'd7 01 00 00 40 00 00 00'],
  ['goto +3', 'ja +3', '05 00 03 00 00 00 00 00'],
  ['gotol -70000', 'ja32 -70000', '06 00 00 00 90 ee fe ff'],
  ['if r1 == 5 goto +1', 'jeq r1, 5, +1', '15 01 01 00 05 00 00 00'],
  ['if w1 s< w2 goto -1', 'jslt32 r1, r2, -1', 'ce 21 ff ff 00 00 00 00'],
  ['if r1 & 4 goto +0', 'jset r1, 4, +0', '45 01 00 00 04 00 00 00'],
  ['if r9 >= r8 goto +2', 'jge r9, r8, +2', '3d 89 02 00 00 00 00 00'],
  ['call 5', 'call bpf_ktime_get_ns', '85 00 00 00 05 00 00 00'],
  ['call local +2', 'call pc+2', '85 10 00 00 02 00 00 00'],
  ['exit', 'exit', '95 00 00 00 00 00 00 00'],
  [
    'r1 = 0x1122334455667788 ll',
    'lddw r1, 0x1122334455667788',
    '18 01 00 00 88 77 66 55 00 00 00 00 44 33 22 11',
  ],
  ['r2 = *(u8 *)(r1 + 3)', 'ldxb r2, [r1+3]', '71 12 03 00 00 00 00 00'],
  ['r2 = *(s16 *)(r1 - 2)', 'ldxsh r2, [r1-2]', '89 12 fe ff 00 00 00 00'],
  ['r2 = *(u64 *)(r10 - 8)', 'ldxdw r2, [r10-8]', '79 a2 f8 ff 00 00 00 00'],
  ['*(u32 *)(r1 + 4) = 9', 'stw [r1+4], 9', '62 01 04 00 09 00 00 00'],
  ['*(u16 *)(r1 + 4) = w2', 'stxh [r1+4], r2', '6b 21 04 00 00 00 00 00'],
  ['lock *(u64 *)(r1 + 8) += r2', 'lock add [r1+8], r2', 'db 21 08 00 00 00 00 00'],
  ['w2 = atomic_fetch_or((u32 *)(r1 + 0), w2)', 'lock fetch or32 [r1], r2', 'c3 21 00 00 41 00 00 00'],
  ['r2 = xchg_64(r1 + 0, r2)', 'lock xchg [r1], r2', 'db 21 00 00 e1 00 00 00'],
  ['r0 = cmpxchg_64(r1 + 0, r0, r2)', 'lock cmpxchg [r1], r2', 'db 21 00 00 f1 00 00 00'],
]

test.each(ENCODED)('%s is %s', (statement, mnemonic, bytes) => {
  expect([bytesOf(statement), bytesOf(mnemonic)]).toEqual([bytes, bytes])
})

test('what bpftool and the verifier print is read', () => {
  expect(
    bytesOf('0: (b7) r0 = 1\n1: (55) if r0 != 0x0 goto pc+1\n2: (85) call bpf_ktime_get_ns#5\n3: (95) exit'),
  ).toBe(bytesOf('r0 = 1\nif r0 != 0 goto +1\ncall 5\nexit'))
  expect(bytesOf('r0 = atomic64_cmpxchg((u64 *)(r1 +0), r0, r2)')).toBe(bytesOf('lock cmpxchg [r1], r2'))
})

test('labels, a 64-bit immediate counting twice, and comments', () => {
  const text = 'start: ; one\nlddw %r1, 1 # two\njne %r1, 0, start // three\nja exit\nmov r0, 1\nexit'
  expect(instructionsOf(text).map(({ offset }) => offset)).toEqual([0, -3, 1, 0, 0])
})

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

test('instructions that are written and read again are the same, in both syntaxes', () => {
  const roll = dice(4)
  const opcodes = new Set<number>()
  const wrong: string[] = []
  for (let i = 0; i < 6_000; i++) {
    const opcode = roll(256)
    const plain = {
      opcode,
      dst: roll(10),
      src: roll(11),
      offset: [0, 0, 0, 1, 8, 16, 32, -1, 300][roll(9)]!,
      imm: [0, 1, 16, 32, 64, -1, 0x41, 0xe1, 0xf1, 0x7fffffff][roll(10)]!,
    }
    const instruction = opcode === 0x18 ? { ...plain, src: 0, upper: roll(2 ** 31) } : plain
    for (const syntax of ['statements', 'mnemonics'] as const) {
      const line = disassemble(instruction, syntax)
      if (line === undefined) continue
      opcodes.add(opcode)
      // Fields that an instruction has no use for are 0 when it is read.
      const { statements } = assemble(line, 0, ({ message }) => wrong.push(`${line}: ${message}`))
      const read = statements[0]?.instruction
      const again = read && disassemble(read, syntax)
      const other = read && disassemble(read, syntax === 'mnemonics' ? 'statements' : 'mnemonics')
      const back = assemble(other ?? '', 0, () => {}).statements[0]?.instruction
      if (again !== line || read?.opcode !== opcode || JSON.stringify(back) !== JSON.stringify(read))
        wrong.push(`${line}: ${again}, ${other}`)
    }
  }
  expect(wrong).toEqual([])
  // Arithmetic, neg, swaps, comparisons, two jumps, call, callx, exit, lddw, loads, stores, atomics.
  expect(opcodes.size).toBe(12 * 4 + 2 + 3 + 11 * 4 + 2 + 3 + 1 + 7 + 8 + 2)
})

describe('mistakes', () => {
  const faultsOf = (text: string): string[] => {
    const faults: string[] = []
    assemble(text, 0, ({ message, help, span }) =>
      faults.push(`${span.start}-${span.end} ${message}${help === undefined ? '' : ` (${help})`}`),
    )
    return faults
  }
  test.each([
    ['mvo r0, 1', '0-3 Unknown instruction "mvo": did you mean "mov"? (write "mov")'],
    ['mov r11, 1', '4-7 There is no register "r11" (registers are r0 to r10)'],
    [
      'mov32 r0, 2147483648',
      '10-20 2147483648 is not from -2147483648 to 2147483647 (for a number of 64 bits write `lddw`)',
    ],
    ['r0 = w1', '5-7 "w1" has 32 bits, the other operand 64 (write r1)'],
    ['if r1 <> 2 goto +1', '7-8 ">" stands where a register or a number is expected'],
    ['r0 = *(u23 *)(r1 + 0)', '7-10 Unknown type "u23": did you mean "u32"? (write "u32")'],
    ['ja nowhere\nexit', '3-10 There is no label "nowhere" (write `nowhere:` before a line)'],
    ['end: exit\nja edn', '13-16 Unknown label "edn": did you mean "end"? (write "end")'],
    ['r1 = hits ll', '5-9 There is no map "hits" (declare it: `.map hits array`)'],
    ['.map hits aray', '10-14 Unknown kind of map "aray": did you mean "array"? (write "array")'],
    ['.map hits array\n.put hits 1 = 2', '26-27 The array has 1 entries, counted from 0'],
    ['r10 = 1', '0-7 frame pointer is read only (copy r10 to another register first)'],
    [
      'call bpf_map_lookup_elm',
      '5-23 Unknown function "bpf_map_lookup_elm": did you mean "bpf_map_lookup_elem"? (write "bpf_map_lookup_elem")',
    ],
    ['lock or [r10-8]', '15-15 The line ends where `,` is expected'],
    ['exit 3', '5-6 "3" stands where the end of the line is expected (write one instruction on a line)'],
    ['*(u32 *)(r1 + 4) += r2', '17-19 "+=" stands where `=` is expected (write `lock` before the address)'],
  ])('%j', (text, fault) => {
    expect(faultsOf(text)).toEqual([fault])
  })

  test('all are told at once', () => {
    expect(faultsOf('mvo r0, 1\nmov r0\nja x')).toHaveLength(3)
  })
})
