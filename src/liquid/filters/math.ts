/** Filters of numbers: Integers stay Integers, Floats are worked out in decimal. */
import { floatToS, toInteger as normalize, RubyFloat, toFloat } from '../../base/index.ts'
import { strip } from '../characters.ts'
import { Fault } from '../faults.ts'
import { leadingInteger } from '../numbers.ts'
import type { FilterDefinition } from '../types.ts'
import { isInteger } from '../values.ts'
import * as decimal from './decimal.ts'
import { filter } from './input.ts'

type Integer = number | bigint
type Operand = Integer | decimal.Decimal

const DECIMAL = /^-?\d+\.\d+$/

/** A Float, an Integer, or what a text spells: `1.5` whole, else the digits it starts with. 0 for all else. */
function operand(value: unknown): Operand {
  if (isInteger(value)) return value
  if (typeof value === 'number' || value instanceof RubyFloat) {
    const float = Number(value)
    // Where infinite numbers have an answer they are dealt with before.
    if (!Number.isFinite(float)) throw new Fault(domainError(float))
    return decimal.parseDecimal(floatToS(float))
  }
  if (typeof value !== 'string') return 0
  const plain = strip(value)
  if (DECIMAL.test(plain)) return decimal.parseDecimal(plain)
  return leadingInteger(plain)
}

/** Ruby's words for a number no Integer can be made of. */
function domainError(value: number): string {
  return `Computation results in '${floatToS(value)}'${Number.isNaN(value) ? ' (Not a Number)' : ''}`
}

function isInfinite(value: unknown): boolean {
  return (typeof value === 'number' || value instanceof RubyFloat) && !Number.isFinite(Number(value))
}

/** The number as a double, infinite or not, with the sign of a zero. */
function double(value: unknown): number {
  if (typeof value === 'number' || value instanceof RubyFloat) return Number(value)
  const known = operand(value)
  return isDecimal(known) ? decimal.toDouble(known) : Number(known)
}

/** Zero or more, where -0.0 is less than zero. */
function isAbove(value: number): boolean {
  return value > 0 || Object.is(value, 0)
}

/** A number of places. */
function operandNumber(value: unknown): number {
  const known = operand(value)
  const count = Math.trunc(Number(isDecimal(known) ? decimal.toDouble(known) : known))
  if (count >= 2 ** 31 || count < -(2 ** 31)) throw new Fault('internal')
  return count
}

function isDecimal(value: Operand): value is decimal.Decimal {
  return typeof value === 'object'
}

function asDecimal(value: Operand): decimal.Decimal {
  return isDecimal(value) ? value : decimal.fromInteger(value)
}

/** Ruby's `to_f` of a result. */
function result(value: Operand): number | bigint | RubyFloat {
  return isDecimal(value) ? toFloat(decimal.toDouble(value)) : value
}

/** More bits than this in a product is not a number anybody wants. */
const MAX_DIGITS = 100_000

function apply(
  input: unknown,
  argument: unknown,
  integers: (a: bigint, b: bigint) => bigint,
  decimals: (a: decimal.Decimal, b: decimal.Decimal) => decimal.Decimal | number,
): unknown {
  const a = operand(input)
  const b = operand(argument)
  if (isDecimal(a) || isDecimal(b)) {
    const value = decimals(asDecimal(a), asDecimal(b))
    return typeof value === 'number' ? value : result(value)
  }
  return normalize(integers(BigInt(a), BigInt(b)))
}

/** As `apply`, with the common case of small Integers first. */
function operation(
  small: (a: number, b: number) => number,
  doubles: (a: number, b: number) => number,
  integers: (a: bigint, b: bigint) => bigint,
  decimals: (a: decimal.Decimal, b: decimal.Decimal) => decimal.Decimal | number,
): FilterDefinition {
  return filter(1, 1, (_ctx, input, argument) => {
    if (
      typeof input === 'number' &&
      typeof argument === 'number' &&
      isInteger(input) &&
      isInteger(argument)
    ) {
      const quick = small(input, argument)
      if (Number.isSafeInteger(quick) && !Object.is(quick, -0)) return quick
    }
    const quick = (): RubyFloat | number => toFloat(doubles(double(input), double(argument)))
    if (isInfinite(input) || isInfinite(argument)) return quick()
    const value = apply(input, argument, integers, decimals)
    // Only doubles know of a zero below zero.
    return value instanceof RubyFloat && value.value === 0 ? quick() : value
  })
}

function checked<T>(b: { readonly digits: bigint } | bigint, run: () => T): T {
  if ((typeof b === 'bigint' ? b : b.digits) === 0n) throw new Fault('divided by 0')
  return run()
}

function product(a: bigint, b: bigint): bigint {
  if (a > LARGE || a < -LARGE || b > LARGE || b < -LARGE) {
    if (a.toString(16).length + b.toString(16).length > MAX_DIGITS) throw new Fault('internal')
  }
  return a * b
}

const LARGE = 1n << 4096n

/** Ruby's Integer#round, #floor and #ceil with places: only negative ones matter. */
function roundInteger(value: Integer, places: number): Integer {
  return places >= 0 ? value : normalize(decimal.round(decimal.fromInteger(value), places).digits)
}

function extreme(pick: (order: number) => boolean): FilterDefinition {
  return filter(1, 1, (_ctx, input, argument) => {
    if (isInfinite(input) || isInfinite(argument)) {
      const [a, b] = [double(input), double(argument)]
      return pick(a - b)
        ? result(isInfinite(argument) ? b : operand(argument))
        : isInfinite(input)
          ? a
          : result(operand(input))
    }
    const value = operand(input)
    const bound = operand(argument)
    if (pick(decimal.compare(asDecimal(value), asDecimal(bound)))) return result(bound)
    return typeof input === 'number' || input instanceof RubyFloat ? input : result(value)
  })
}

export const MATH_FILTERS: Readonly<Record<string, FilterDefinition>> = {
  abs: filter(0, 0, (_ctx, input) => {
    if (isInfinite(input)) return Math.abs(Number(input))
    const value = operand(input)
    if (!isDecimal(value)) return value < 0 ? -value : value
    return result({ ...value, digits: value.digits < 0n ? -value.digits : value.digits })
  }),
  plus: operation(
    (a, b) => a + b,
    (a, b) => a + b,
    (a, b) => a + b,
    decimal.add,
  ),
  minus: operation(
    (a, b) => a - b,
    (a, b) => a - b,
    (a, b) => a - b,
    decimal.subtract,
  ),
  times: operation(
    (a, b) => a * b,
    (a, b) => a * b,
    product,
    decimal.multiply,
  ),
  divided_by: operation(
    (a, b) => Math.floor(a / b),
    (a, b) => a / b,
    (a, b) => checked(b, () => decimal.floorDiv(a, b)),
    (a, b) => (b.digits === 0n ? Number(a.digits) / 0 : decimal.divide(a, b)),
  ),
  modulo: operation(
    (a, b) => a - b * Math.floor(a / b),
    (a, b) => a - b * Math.floor(a / b),
    (a, b) => checked(b, () => decimal.floorMod(a, b)),
    (a, b) => checked(b, () => decimal.modulo(a, b)),
  ),
  round: filter(0, 1, (_ctx, input, places = 0) => {
    if (isInfinite(input) && Number(operandNumber(places)) > 0) return input
    const value = operand(input)
    const count = operandNumber(places)
    if (!isDecimal(value)) return roundInteger(value, count)
    const rounded = decimal.round(value, Math.max(-400, Math.min(400, count)))
    if (count > 0)
      return rounded.digits === 0n && !isAbove(double(input)) ? new RubyFloat(-0) : result(rounded)
    return normalize(decimal.floor(rounded))
  }),
  ceil: filter(0, 0, (_ctx, input) => {
    const value = operand(input)
    return isDecimal(value) ? normalize(decimal.ceil(value)) : value
  }),
  floor: filter(0, 0, (_ctx, input) => {
    const value = operand(input)
    return isDecimal(value) ? normalize(decimal.floor(value)) : value
  }),
  at_least: extreme((order) => order < 0),
  at_most: extreme((order) => order > 0),
}
