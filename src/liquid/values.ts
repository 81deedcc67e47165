/** Liquid's values beyond base's: ranges, `empty` and `blank`, and what of JavaScript's counts as a Hash. */
import { RubyFloat, toInteger, type Value } from '../base/index.ts'
import { Fault } from './faults.ts'

/** Ruby's Integer range, both ends included. */
export class LiquidRange {
  constructor(
    readonly first: number | bigint,
    readonly last: number | bigint,
  ) {}

  get size(): number {
    return Math.max(0, Number(this.last) - Number(this.first) + 1)
  }

  /** All numbers in order. Throws a Fault when they are too many to hold. */
  toArray(): (number | bigint)[] {
    const { first, last, size } = this
    if (size > LONGEST_LIST) throw new RangeFault(this.toText())
    if (typeof first === 'number' && typeof last === 'number') {
      // V8 makes a sparse one of an array that is begun too long.
      const items = size > LONGEST_BEGUN ? [] : new Array<number>(size)
      for (let i = 0; i < size; i++) items[i] = first + i
      return items
    }
    return Array.from({ length: size }, (_, i) => toInteger(BigInt(first) + BigInt(i)))
  }

  toText(): string {
    return `${this.first}..${this.last}`
  }
}

/** V8 ends the whole process where a list grows to about twice as many. */
export const LONGEST_LIST = 50_000_000
const LONGEST_BEGUN = 30_000_000

/** Ruby, too, makes an array of a range first, and ends where it has no memory for it. */
class RangeFault extends Fault {
  readonly help = `a range has at most ${LONGEST_LIST} numbers`

  constructor(range: string) {
    super(`failed to allocate memory for ${range}`)
  }
}

class ListFault extends Fault {
  readonly help = `a list has at most ${LONGEST_LIST} items`

  constructor() {
    super('failed to allocate memory')
  }
}

/** To be asked before a list of `length` items is made. Throws a Fault where that is more than can be held. */
export function checkLength(length: number): void {
  if (length > LONGEST_LIST) throw new ListFault()
}

/**
 * The words `empty` and `blank`, which print nothing and equal what answers yes to `empty?` or `blank?`; without
 * ActiveSupport nothing answers the second.
 */
export class MethodLiteral {
  constructor(readonly method: 'empty' | 'blank' | 'blank?') {}

  /** What filters of a host that take it for a text see. */
  toString(): string {
    return ''
  }
}

export const EMPTY = new MethodLiteral('empty')
export const BLANK = new MethodLiteral('blank')
export const ASKED_BLANK = new MethodLiteral('blank?')

/** JavaScript's plain objects, which stand for Hashes in data handed in from outside. */
type PlainObject = Readonly<Record<string, unknown>>

export function isPlainObject(value: unknown): value is PlainObject {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The own field `key`; never a prototype's member, never a function. */
export function ownField(object: PlainObject, key: string): unknown {
  if (!Object.hasOwn(object, key)) return undefined
  const value = object[key]
  return typeof value === 'function' ? undefined : value
}

export function isNumber(value: unknown): value is number | bigint | RubyFloat {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof RubyFloat
}

/** Whether a number is a Ruby Integer. */
export function isInteger(value: unknown): value is number | bigint {
  return (
    typeof value === 'bigint' ||
    (typeof value === 'number' && Number.isInteger(value) && !Object.is(value, -0))
  )
}

/** A key as a Map of base's values holds it: whole floats have no identity there, so they find nothing. */
export function asKey(value: unknown): Value {
  return value as Value
}
