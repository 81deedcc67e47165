/** The syntax of LLVM, bpftool and the verifier's logs: `r0 = 1`, `if r1 > r2 goto +3`, `*(u32 *)(r1 + 4) = r2`. */
import { FigureError, unknownWord } from '../language/fault.ts'
import type { Cursor, Register } from './cursor.ts'
import { CLASS, MODE, SIZES } from './instruction.ts'
import { atomic, wideImmediate } from './mnemonics.ts'
import { ARITHMETIC, ATOMICS, COMPARISONS, END, JA, MOV, NEG } from './operations.ts'
import { instructionOf, type Parsed, sameWidth, withOperand } from './parsed.ts'
import type { Token } from './tokens.ts'

/** `if r1 > 3 goto label` */
export function conditionalJump(cursor: Cursor): Parsed {
  cursor.expect('if')
  const left = cursor.register()
  const sign = cursor.takeAny('a comparison')
  const comparison = COMPARISONS.find((each) => each.sign === sign.text)
  if (comparison === undefined)
    throw new FigureError(
      `"${sign.text}" is no comparison`,
      sign.span,
      `there are ${COMPARISONS.map((each) => each.sign).join(' ')}`,
    )
  const operand = cursor.operand()
  sameWidth(left.isHalf, operand)
  cursor.expect('goto')
  const type = left.isHalf ? CLASS.JMP32 : CLASS.JMP
  return {
    instruction: withOperand(type | comparison.code, left.number, operand),
    jump: { field: 'offset', target: cursor.target(false) },
  }
}

/** `goto label`, and `gotol` with a distance of 32 bits */
export function jump(cursor: Cursor): Parsed {
  const isFar = cursor.takeAny('goto').text === 'gotol'
  return {
    instruction: instructionOf({ opcode: (isFar ? CLASS.JMP32 : CLASS.JMP) | JA }),
    jump: { field: isFar ? 'imm' : 'offset', target: cursor.target(isFar) },
  }
}

interface Place {
  readonly base: number
  readonly offset: number
  readonly code: number
  readonly bytes: number
  readonly isSigned: boolean
}

/** `(u32 *)`: how much, of what kind. */
function typeOfAccess(cursor: Cursor): Pick<Place, 'code' | 'bytes' | 'isSigned'> {
  cursor.expect('(')
  const token = cursor.takeAny('a type')
  const known = ['u8', 'u16', 'u32', 'u64', 's8', 's16', 's32']
  if (!known.includes(token.text)) throw faultOf(token, known, 'type')
  cursor.expect('*', ')')
  const bytes = Number(token.text.slice(1)) / 8
  return { code: SIZES.find((each) => each.bytes === bytes)!.code, bytes, isSigned: token.text[0] === 's' }
}

/** `r1 + 4` */
function sumOf(cursor: Cursor): Pick<Place, 'base' | 'offset'> {
  return { base: cursor.whole(), offset: cursor.distance() }
}

/** `(u32 *)(r1 + 4)` */
function place(cursor: Cursor): Place {
  const type = typeOfAccess(cursor)
  cursor.expect('(')
  const sum = sumOf(cursor)
  cursor.expect(')')
  return { ...type, ...sum }
}

/** `*(u32 *)(r1 + 4) = r2`, and `lock` before `+=` */
export function store(cursor: Cursor): Parsed {
  const isLocked = cursor.take('lock')
  cursor.expect('*')
  const { base, offset, code, bytes } = place(cursor)
  const sign = cursor.takeAny(isLocked ? 'an operation' : '`=`')
  if (isLocked) {
    const operation = ATOMICS.find((each) => each.sign === sign.text)
    if (operation === undefined || bytes < 4)
      throw new FigureError(
        `"${sign.text}" on ${bytes} bytes is no atomic operation`,
        sign.span,
        `there are ${ATOMICS.map((each) => each.sign).join(' ')}, on u32 and u64`,
      )
    return {
      instruction: atomic(operation.name, false, bytes === 4, {
        dst: base,
        offset,
        src: ofBytes(cursor, bytes),
      }),
    }
  }
  if (sign.text !== '=')
    throw new FigureError(
      `"${sign.text}" stands where \`=\` is expected`,
      sign.span,
      ATOMICS.some((each) => each.sign === sign.text) ? 'write `lock` before the address' : undefined,
    )
  if (cursor.next?.kind === 'register') {
    const src = ofBytes(cursor, bytes)
    return { instruction: instructionOf({ opcode: CLASS.STX | MODE.MEM | code, dst: base, src, offset }) }
  }
  const { value } = cursor.immediate()
  return { instruction: instructionOf({ opcode: CLASS.ST | MODE.MEM | code, dst: base, offset, imm: value }) }
}

/** A register to store: its half where so few bytes are stored. */
function ofBytes(cursor: Cursor, bytes: number): number {
  const register = cursor.register()
  if (bytes === 8) sameWidth(false, { register, imm: 0, span: register.token.span })
  return register.number
}

/** A line that begins with a register. */
export function assignment(cursor: Cursor): Parsed {
  const dst = cursor.register()
  const type = dst.isHalf ? CLASS.ALU : CLASS.ALU64
  const sign = cursor.takeAny('`=`')
  const operation = ARITHMETIC.find((each) => each.sign === sign.text)
  if (operation === undefined)
    throw new FigureError(
      `"${sign.text}" is no operation`,
      sign.span,
      `there are ${ARITHMETIC.map((each) => each.sign).join(' ')}`,
    )
  if (sign.text === '=') return assigned(cursor, dst)
  const operand = cursor.operand('put a number of 64 bits into a register: `r2 = 0x1122334455667788 ll`')
  sameWidth(dst.isHalf, operand)
  const { code, offset } = operation
  return { instruction: withOperand(type | code, dst.number, operand, { offset }) }
}

/** What stands behind `r0 =`. */
function assigned(cursor: Cursor, dst: Register): Parsed {
  const type = dst.isHalf ? CLASS.ALU : CLASS.ALU64
  const token = cursor.next
  if (cursor.take('*')) {
    const { base, offset, code, isSigned } = place(cursor)
    const mode = isSigned ? MODE.MEMSX : MODE.MEM
    return {
      instruction: instructionOf({ opcode: CLASS.LDX | mode | code, dst: dst.number, src: base, offset }),
    }
  }
  if (cursor.take('(')) return extended(cursor, dst)
  if (token?.text === '-' && cursor.peek(1)?.kind === 'register') {
    cursor.take('-')
    sameTwice(cursor, dst)
    return { instruction: instructionOf({ opcode: type | NEG, dst: dst.number }) }
  }
  if (token?.kind === 'name') {
    const swap = /^(be|le|bswap)(16|32|64)$/.exec(token.text)
    if (swap !== null) {
      cursor.takeAny('a swap')
      sameTwice(cursor, dst)
      const opcode = swap[1] === 'bswap' ? CLASS.ALU64 | END : CLASS.ALU | END | (swap[1] === 'be' ? 8 : 0)
      return { instruction: instructionOf({ opcode, dst: dst.number, imm: Number(swap[2]) }) }
    }
    if (cursor.peek(1)?.text === '(') return exchanged(cursor, dst)
  }
  if (isFollowedByLl(cursor)) {
    const parsed = wideImmediate(cursor, dst.number)
    cursor.expect('ll')
    return parsed
  }
  if (token?.kind === 'name')
    cursor.expected('a register, a number or an address', 'for a map write `ll` behind its name')
  const operand = cursor.operand('for a number of 64 bits write `ll` behind it')
  sameWidth(dst.isHalf, operand)
  return { instruction: withOperand(type | MOV, dst.number, operand) }
}

function isFollowedByLl(cursor: Cursor): boolean {
  const isSigned = cursor.is('-') || cursor.is('+')
  return cursor.peek(isSigned ? 2 : 1)?.text === 'll'
}

/** The operand of what changes a register in its place. */
function sameTwice(cursor: Cursor, dst: Register): void {
  const register = cursor.register()
  if (register.number !== dst.number || register.isHalf !== dst.isHalf)
    throw new FigureError(
      `This changes one register: "${register.token.text}" is another one than "${dst.token.text}"`,
      register.token.span,
      `write ${dst.token.text}`,
    )
}

/** `(s8)r1` behind `r0 =` */
function extended(cursor: Cursor, dst: Register): Parsed {
  const token = cursor.takeAny('a type')
  const known = dst.isHalf ? ['s8', 's16'] : ['s8', 's16', 's32']
  if (!known.includes(token.text)) throw faultOf(token, known, 'type')
  cursor.expect(')')
  const register = cursor.register()
  sameWidth(dst.isHalf, { register, imm: 0, span: register.token.span })
  const opcode = (dst.isHalf ? CLASS.ALU : CLASS.ALU64) | MOV | 8
  const offset = Number(token.text.slice(1))
  return { instruction: instructionOf({ opcode, dst: dst.number, src: register.number, offset }) }
}

const FETCHES = ATOMICS.map(({ name }) => `atomic_fetch_${name}`)
const EXCHANGES = ['xchg_64', 'xchg32_32', 'cmpxchg_64', 'cmpxchg32_32']

/** `atomic_fetch_add((u64 *)(r1 + 0), r2)`, `xchg_64(r1 + 0, r2)`, `cmpxchg_64(r1 + 0, r0, r2)` behind a register and `=` */
function exchanged(cursor: Cursor, dst: Register): Parsed {
  const token = cursor.takeAny('an atomic operation')
  const bpftool = /^atomic(64)?_(fetch_(?:add|or|and|xor)|xchg|cmpxchg)$/.exec(token.text)
  const isShort = EXCHANGES.includes(token.text)
  if (bpftool === null && !isShort) throw faultOf(token, [...FETCHES, ...EXCHANGES], 'operation')
  const name = bpftool?.[2] ?? token.text.replace(/_(?:64|32)$/, '').replace('32', '')
  cursor.expect('(')
  let is32 = token.text.endsWith('_32')
  let at: Pick<Place, 'base' | 'offset'>
  if (bpftool === null) at = sumOf(cursor)
  else {
    const { bytes, ...rest } = place(cursor)
    is32 = bytes === 4
    at = rest
  }
  cursor.expect(',')
  const result = name === 'cmpxchg' ? zero(cursor) : undefined
  const { number: src, token: source } = cursor.register()
  cursor.expect(')')
  const expected = result ?? src
  if (dst.number !== expected)
    throw new FigureError(
      `The value before comes into r${expected}, not "${dst.token.text}"`,
      dst.token.span,
      result === undefined ? `write ${source.text} on both sides` : 'write r0 on the left',
    )
  const isFetch = name.startsWith('fetch_')
  const instruction = atomic(name.replace('fetch_', ''), isFetch, is32, {
    dst: at.base,
    offset: at.offset,
    src,
  })
  return { instruction }
}

/** The register that a `cmpxchg` compares with, which is always the first. */
function zero(cursor: Cursor): number {
  const { number, token } = cursor.register()
  if (number !== 0)
    throw new FigureError(`"${token.text}" is not what is compared with`, token.span, 'write r0')
  cursor.expect(',')
  return number
}

function faultOf(token: Token, known: readonly string[], what: string): FigureError {
  const { message, span, help } = unknownWord(token, known, what)
  return new FigureError(message, span, help)
}
