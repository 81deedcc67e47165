/** What operations make of two numbers: RFC 9669, section 4.1. Registers are unsigned numbers of 64 bits. */
import { ATOMICS, CMPXCHG, COMPARISONS, FETCH, MOV, NEG, XCHG } from './operations.ts'

type Make = (a: bigint, b: bigint, bits: number) => bigint

const shift = (b: bigint, bits: number): bigint => b & BigInt(bits - 1)
const signed = (a: bigint, bits: number): bigint => BigInt.asIntN(bits, a)

/** By code, of numbers cut to so many bits; the result is cut again. */
const MAKE: Readonly<Record<number, Make>> = {
  0: (a, b) => a + b,
  16: (a, b) => a - b,
  32: (a, b) => a * b,
  48: (a, b) => (b === 0n ? 0n : a / b),
  64: (a, b) => a | b,
  80: (a, b) => a & b,
  96: (a, b, bits) => a << shift(b, bits),
  112: (a, b, bits) => a >> shift(b, bits),
  [NEG]: (a) => -a,
  144: (a, b) => (b === 0n ? a : a % b),
  160: (a, b) => a ^ b,
  [MOV]: (_, b) => b,
  192: (a, b, bits) => signed(a, bits) >> shift(b, bits),
}

const MAKE_SIGNED: Readonly<Record<number, Make>> = {
  48: (a, b, bits) => (b === 0n ? 0n : signed(a, bits) / signed(b, bits)),
  144: (a, b, bits) => (b === 0n ? a : signed(a, bits) % signed(b, bits)),
}

/**
 * The register after an operation of `bits` bits, 32 or 64; undefined where there is none of that code.
 * @param code bits 4 to 7 of the opcode, no byte swap
 * @param offset the field of the instruction: 1 is signed division, 8, 16 and 32 the width that is moved
 */
export function calculate(
  code: number,
  offset: number,
  a: bigint,
  b: bigint,
  bits: 32 | 64,
): bigint | undefined {
  const [left, right] = [BigInt.asUintN(bits, a), BigInt.asUintN(bits, b)]
  if (code === MOV && offset !== 0) return BigInt.asUintN(bits, BigInt.asIntN(offset, right))
  const make = offset === 1 ? MAKE_SIGNED[code] : MAKE[code]
  return make === undefined ? undefined : BigInt.asUintN(bits, make(left, right, bits))
}

/**
 * The lowest `bits` of `value`, in the other order of bytes or, for `le`, in the same: the machine is little-endian.
 */
export function swapped(value: bigint, bits: number, isReversed: boolean): bigint {
  let left = BigInt.asUintN(bits, value)
  if (!isReversed) return left
  let out = 0n
  for (let at = 0; at < bits; at += 8) {
    out = (out << 8n) | (left & 0xffn)
    left >>= 8n
  }
  return out
}

/** Whether a conditional jump of that code is taken; undefined where there is none. */
export function compares(code: number, a: bigint, b: bigint, bits: 32 | 64): boolean | undefined {
  const sign = COMPARISONS.find((each) => each.code === code)?.sign
  if (sign === undefined) return undefined
  const cut = sign.startsWith('s') ? BigInt.asIntN : BigInt.asUintN
  const [left, right] = [cut(bits, a), cut(bits, b)]
  switch (sign.replace('s', '')) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '>':
      return left > right
    case '>=':
      return left >= right
    case '<':
      return left < right
    case '<=':
      return left <= right
    default:
      return (left & right) !== 0n
  }
}

/** What an atomic operation leaves in memory; undefined where there is none of that immediate. */
export function exchanged(
  imm: number,
  before: bigint,
  source: bigint,
  expected: bigint,
  bits: 32 | 64,
): bigint | undefined {
  if (imm === XCHG) return BigInt.asUintN(bits, source)
  if (imm === CMPXCHG)
    return before === BigInt.asUintN(bits, expected) ? BigInt.asUintN(bits, source) : before
  const code = imm & ~FETCH
  return ATOMICS.some((each) => each.code === code) ? calculate(code, 0, before, source, bits) : undefined
}
