/** Conversions to Integer as Ruby makes them. */
import { toInteger as normalize, RubyFloat } from '../base/index.ts'
import { Fault } from './faults.ts'
import { toS } from './to-text.ts'
import { isInteger } from './values.ts'

/** Ruby's `String#to_i`: the digits the text starts with, else 0. */
export function leadingInteger(value: string): number | bigint {
  const digits = /^\s*([+-]?\d+(?:_\d+)*)/.exec(value)?.[1]
  if (digits === undefined) return 0
  const plain = digits.replaceAll('_', '').replace(/^\+/, '')
  return plain.length < 16 ? Number(plain) || 0 : normalize(BigInt(plain))
}

const INTEGER =
  /^[\t-\r ]*([+-]?)(?:0[xX]([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)|0[bB]([01]+(?:_[01]+)*)|0[oO]?_?([0-7]+(?:_[0-7]+)*)|0[dD](\d+(?:_\d+)*)|(0|[1-9]\d*(?:_\d+)*))[\t-\r ]*$/

/**
 * Ruby's `Integer(text)`: sign, base prefixes, underscores between digits; undefined where Ruby raises. Ruby 3.1 takes a
 * NUL for the end of the text, but only of numbers beyond 64 bits or with underscores.
 */
function strictInteger(value: string): number | bigint | undefined {
  const nul = value.indexOf('\0')
  if (nul < 0) return wholeInteger(value)
  const head = value.slice(0, nul)
  const number = wholeInteger(head)
  if (number === undefined) return undefined
  const large = typeof number === 'bigint' && (number >= 1n << 64n || number <= -(1n << 64n))
  return large || head.includes('_') ? number : undefined
}

function wholeInteger(value: string): number | bigint | undefined {
  const match = INTEGER.exec(value)
  if (match === null) return undefined
  const [, sign, hex, binary, octal, decimal, plain] = match
  const body =
    hex !== undefined
      ? `0x${hex}`
      : binary !== undefined
        ? `0b${binary}`
        : octal !== undefined
          ? `0o${octal}`
          : (decimal ?? plain ?? '0')
  const size = BigInt(body.replaceAll('_', ''))
  return normalize(sign === '-' ? -size : size)
}

/** What Liquid accepts where it needs an Integer: one, or text that spells one. Throws the Fault `invalid integer`. */
export function toInteger(value: unknown): number | bigint {
  if (isInteger(value)) return value
  const found = strictInteger(toS(value))
  if (found === undefined) throw new Fault('invalid integer')
  return found
}

/** As `toInteger`, as a JavaScript number (huge ones lose digits). */
export function toIndex(value: unknown): number {
  return Number(toInteger(value))
}

/** Ruby's `to_i` on a value: nil is 0, text its digits; throws the Fault `internal` for what has no such method. */
export function rubyToI(value: unknown): number | bigint {
  if (value === null || value === undefined) return 0
  if (isInteger(value)) return value
  if (typeof value === 'string') return leadingInteger(value)
  if (typeof value === 'number' || value instanceof RubyFloat) {
    const float = typeof value === 'number' ? value : value.value
    if (!Number.isFinite(float)) throw new Fault('internal')
    return normalize(BigInt(Math.trunc(float)))
  }
  throw new Fault('internal')
}
