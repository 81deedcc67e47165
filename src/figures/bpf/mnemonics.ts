/** The syntax of uBPF and of the conformance suite: `mov r0, 1`, `jeq r1, 0, label`, `ldxw r0, [r1+4]`. */
import { FigureError, unknownWord } from '../language/fault.ts'
import type { Cursor, Operand } from './cursor.ts'
import { CALL, CLASS, IMMEDIATE, LOAD_64, MODE, SIZES } from './instruction.ts'
import {
  ARITHMETIC,
  ATOMICS,
  CALL_CODE,
  CMPXCHG,
  COMPARISONS,
  END,
  EXIT,
  FETCH,
  JA,
  MOV,
  NEG,
  XCHG,
} from './operations.ts'
import { instructionOf, type Parsed, withOperand } from './parsed.ts'

/** Reads what stands behind the name. */
type Rest = (cursor: Cursor) => Parsed

const wholeOperand = (cursor: Cursor, help?: string): Operand => {
  const operand = cursor.operand(help)
  if (operand.register?.isHalf === true)
    throw new FigureError(
      `"${operand.register.token.text}" is the lower half of a register`,
      operand.span,
      `write r${operand.register.number}`,
    )
  return operand
}

const WIDE = 'for a number of 64 bits write `lddw`'

function address(cursor: Cursor): { readonly base: number; readonly offset: number } {
  cursor.expect('[')
  const base = cursor.whole()
  const offset = cursor.distance()
  cursor.expect(']')
  return { base, offset }
}

function arithmetic(table: Map<string, Rest>): void {
  for (const [suffix, type] of [
    ['', CLASS.ALU64],
    ['64', CLASS.ALU64],
    ['32', CLASS.ALU],
  ] as const) {
    for (const { name, code, offset } of ARITHMETIC)
      table.set(name + suffix, (cursor) => {
        const dst = cursor.whole()
        cursor.expect(',')
        return { instruction: withOperand(type | code, dst, wholeOperand(cursor, WIDE), { offset }) }
      })
    table.set(`neg${suffix}`, (cursor) => ({
      instruction: instructionOf({ opcode: type | NEG, dst: cursor.whole() }),
    }))
  }
  for (const [from, to] of [
    [8, 32],
    [16, 32],
    [8, 64],
    [16, 64],
    [32, 64],
  ] as const)
    table.set(`movsx${from}${to}`, (cursor) => {
      const dst = cursor.whole()
      cursor.expect(',')
      const src = cursor.whole()
      const opcode = (to === 32 ? CLASS.ALU : CLASS.ALU64) | MOV | 8
      return { instruction: instructionOf({ opcode, dst, src, offset: from }) }
    })
  for (const imm of [16, 32, 64])
    for (const [name, opcode] of [
      ['le', CLASS.ALU | END],
      ['be', CLASS.ALU | END | 8],
      ['bswap', CLASS.ALU64 | END],
      ['swap', CLASS.ALU64 | END],
    ] as const)
      table.set(`${name}${imm}`, (cursor) => ({
        instruction: instructionOf({ opcode, dst: cursor.whole(), imm }),
      }))
}

function jumps(table: Map<string, Rest>): void {
  for (const { name, code } of COMPARISONS)
    for (const [suffix, type] of [
      ['', CLASS.JMP],
      ['32', CLASS.JMP32],
    ] as const)
      table.set(name + suffix, (cursor) => {
        const dst = cursor.whole()
        cursor.expect(',')
        const operand = wholeOperand(cursor)
        cursor.expect(',')
        return {
          instruction: withOperand(type | code, dst, operand),
          jump: { field: 'offset', target: cursor.target(false) },
        }
      })
  table.set('ja', (cursor) => ({
    instruction: instructionOf({ opcode: CLASS.JMP | JA }),
    jump: { field: 'offset', target: cursor.target(false) },
  }))
  table.set('ja32', (cursor) => ({
    instruction: instructionOf({ opcode: CLASS.JMP32 | JA }),
    jump: { field: 'imm', target: cursor.target(true) },
  }))
  table.set('exit', () => ({ instruction: instructionOf({ opcode: CLASS.JMP | EXIT }) }))
  table.set('callx', callRegister)
}

/** Not in RFC 9669: what clang writes for a call by a register, and the conformance suite with it. */
export function callRegister(cursor: Cursor): Parsed {
  return { instruction: instructionOf({ opcode: CLASS.JMP | CALL_CODE | 8, dst: cursor.whole() }) }
}

/** `call local f`, which `call f` says too where `f` is a label. */
export function localCall(cursor: Cursor): Parsed {
  const opcode = CLASS.JMP | CALL_CODE
  return {
    instruction: instructionOf({ opcode, src: CALL.LOCAL }),
    jump: { field: 'imm', target: cursor.target(true) },
  }
}

function memory(table: Map<string, Rest>): void {
  for (const { code, letter } of SIZES) {
    const load =
      (mode: number): Rest =>
      (cursor) => {
        const dst = cursor.whole()
        cursor.expect(',')
        const { base, offset } = address(cursor)
        return { instruction: instructionOf({ opcode: CLASS.LDX | mode | code, dst, src: base, offset }) }
      }
    table.set(`ldx${letter}`, load(MODE.MEM))
    if (letter !== 'dw') table.set(`ldxs${letter}`, load(MODE.MEMSX))
    table.set(`st${letter}`, (cursor) => {
      const { base, offset } = address(cursor)
      cursor.expect(',')
      const { value } = cursor.immediate()
      return {
        instruction: instructionOf({ opcode: CLASS.ST | MODE.MEM | code, dst: base, offset, imm: value }),
      }
    })
    table.set(`stx${letter}`, (cursor) => {
      const { base, offset } = address(cursor)
      cursor.expect(',')
      const src = cursor.whole()
      return { instruction: instructionOf({ opcode: CLASS.STX | MODE.MEM | code, dst: base, src, offset }) }
    })
  }
  table.set('lddw', (cursor) => {
    const dst = cursor.whole()
    cursor.expect(',')
    return wideImmediate(cursor, dst)
  })
  table.set('lock', (cursor) => {
    const name = ['fetch', ...ATOMIC_NAMES]
    const isFetch = cursor.take('fetch')
    const token = cursor.takeAny('an atomic operation')
    const known = isFetch ? ATOMIC_NAMES.filter((each) => !/chg/.test(each)) : name
    if (!known.includes(token.text)) {
      const { message, span, help } = unknownWord(token, known, 'atomic operation')
      throw new FigureError(message, span, help)
    }
    const is32 = token.text.endsWith('32')
    const operation = token.text.replace(/(?:32|64)$/, '')
    const { base, offset } = address(cursor)
    cursor.expect(',')
    const src = cursor.whole()
    return { instruction: atomic(operation, isFetch, is32, { dst: base, src, offset }) }
  })
}

const ATOMIC_NAMES = [...ATOMICS.map(({ name }) => name), 'xchg', 'cmpxchg'].flatMap((name) => [
  name,
  `${name}32`,
  `${name}64`,
])

/** An atomic operation by its name: `add`, `xchg`. */
export function atomic(
  name: string,
  isFetch: boolean,
  is32: boolean,
  rest: { readonly dst: number; readonly src: number; readonly offset: number },
): Parsed['instruction'] {
  const plain = ATOMICS.find((each) => each.name === name)
  const imm = plain === undefined ? (name === 'xchg' ? XCHG : CMPXCHG) : plain.code | (isFetch ? FETCH : 0)
  return instructionOf({ opcode: CLASS.STX | MODE.ATOMIC | (is32 ? 0 : 0x18), ...rest, imm })
}

/** A number of 64 bits, or a map. */
export function wideImmediate(cursor: Cursor, dst: number): Parsed {
  if (cursor.next?.kind === 'name') {
    const instruction = instructionOf({ opcode: LOAD_64, dst, src: IMMEDIATE.MAP, upper: 0 })
    return { instruction, map: cursor.takeAny('a map') }
  }
  const { value } = cursor.integer(-(2n ** 63n), 2n ** 64n - 1n)
  const [imm, upper] = [Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n))]
  return { instruction: instructionOf({ opcode: LOAD_64, dst, imm, upper }) }
}

function tableOfAll(): ReadonlyMap<string, Rest> {
  const table = new Map<string, Rest>()
  arithmetic(table)
  jumps(table)
  memory(table)
  return table
}

/** What reads the rest of a line, by the name that it begins with. */
export const MNEMONICS: ReadonlyMap<string, Rest> = tableOfAll()
