/** Ruby's `<=>`, `==` and `eql?` for values. */
import { CalendarDate, Time } from './time.ts'
import { compareDates, compareTimes } from './time-fields.ts'
import { RubyFloat, type Value } from './value.ts'

/**
 * Compares by code points, which is the order of the UTF-8 bytes (Ruby's order for strings). JavaScript's own `<`
 * compares UTF-16 units and puts emoji before U+FFFD.
 */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return isSurrogate(x) !== isSurrogate(y) ? (isSurrogate(x) ? 1 : -1) : x - y
  }
  return a.length - b.length
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

/**
 * Ruby's `a <=> b`: negative, zero, positive, or null where Ruby answers nil (not comparable: nil with a number, a
 * string with a number, NaN, two different hashes). nil compares with nil only.
 */
export function compareValues(a: Value, b: Value): number | null {
  if (typeof a === 'string') return typeof b === 'string' ? compareStrings(a, b) : null
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : null
  const x = numeric(a)
  if (x !== undefined) {
    const y = numeric(b)
    if (y === undefined || Number.isNaN(x) || Number.isNaN(y)) return null
    return x < y ? -1 : x > y ? 1 : 0
  }
  if (a instanceof Time) return b instanceof Time ? compareTimes(a, b) : null
  if (a instanceof CalendarDate) return b instanceof CalendarDate ? compareDates(a, b) : null
  if (Array.isArray(a)) return Array.isArray(b) ? compareArrays(a, b) : null
  return valuesEqual(a, b) ? 0 : null
}

function compareArrays(a: readonly Value[], b: readonly Value[]): number | null {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Ruby's `==`: 1 and 1.0 are equal, 1 and "1" are not; hashes regardless of order, arrays item by item. */
export function valuesEqual(a: Value, b: Value): boolean {
  if (a === b) return true
  if (a === null || a === undefined) return b === null || b === undefined
  if (b === null || b === undefined || typeof a === 'string' || typeof b === 'string') return false
  const x = numeric(a)
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint may equal a number
  if (x !== undefined) return x == numeric(b)
  if (a instanceof Time) return b instanceof Time && compareTimes(a, b) === 0
  if (a instanceof CalendarDate) return b instanceof CalendarDate && compareDates(a, b) === 0
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => valuesEqual(item, b[index]))
  if (a instanceof Map && b instanceof Map) {
    if (a.size !== b.size) return false
    for (const [key, item] of a) if (!b.has(key) || !valuesEqual(item, b.get(key))) return false
    return true
  }
  return false
}

/**
 * A text that is the same for two values exactly when Ruby's `eql?` holds (`uniq`, `group_by`, hash keys): 1, 1.0 and
 * "1" differ, arrays and hashes go by content.
 */
export function identityKey(value: Value): string {
  return identityFrom(value, identityKey)
}

/** The same, where `part` gives the text of what is in an array or a hash. */
export function identityFrom(value: Value, part: (value: Value) => string): string {
  if (typeof value === 'string') return `s${value.length}:${value}`
  if (value === null || value === undefined) return 'n'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'bigint') return `i${value}`
  if (typeof value === 'number')
    return Number.isInteger(value) && !Object.is(value, -0) ? `i${value}` : `d${value}`
  if (value instanceof RubyFloat) return Object.is(value.value, -0) ? 'd-0' : `d${value.value}`
  if (value instanceof Time) return `T${value.seconds}.${value.nanos}`
  if (value instanceof CalendarDate) return `D${value.year}-${value.month}-${value.day}`
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<Value, Value>)].map(([k, v]) => `${part(k)}=${part(v)}`)
    return `{${entries.sort().join(',')}}`
  }
  // A drop inside a hash: no value of ours, told apart by nothing.
  if (!Array.isArray(value)) return 'o'
  return `[${value.map((item) => part(item)).join(',')}]`
}

function numeric(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return value instanceof RubyFloat ? value.value : undefined
}
