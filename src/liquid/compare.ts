/** `==`, `<`, `contains` as Ruby's values answer them. */
import {
  CalendarDate,
  compareValues as compareBase,
  compareStrings,
  RubyFloat,
  Time,
  type Value,
  valuesEqual,
} from '../base/index.ts'
import { Fault } from './faults.ts'
import { inspectValue, toS } from './to-text.ts'
import { Drop } from './types.ts'
import { isNumber, isPlainObject, LiquidRange, MethodLiteral } from './values.ts'

/** `left == right` in a condition. `empty` equals what is an empty string, array or hash; `blank`, unless it is asked, nothing. */
export function eq(left: unknown, right: unknown): boolean {
  if (left === right) return !(left instanceof MethodLiteral)
  if (typeof left === 'string' && typeof right === 'string') return false
  if (left instanceof MethodLiteral) return answers(right, left)
  if (right instanceof MethodLiteral) return answers(left, right)
  return equalValues(left, right)
}

function answers(value: unknown, literal: MethodLiteral): boolean {
  if (literal.method === 'blank') return false
  if (literal.method === 'blank?') {
    if (value === null || value === undefined || value === false) return true
    if (typeof value === 'string') return /^\s*$/.test(value)
  }
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0
  if (value instanceof Map) return value.size === 0
  return isPlainObject(value) && Object.keys(value).length === 0
}

/** Ruby's `==`. */
function equalValues(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (left === null || left === undefined) return right === null || right === undefined
  if (typeof left !== 'object' || typeof right !== 'object' || right === null)
    return typeof left === 'string' ? false : valuesEqual(left as Value, right as Value)
  if (left instanceof Drop || right instanceof Drop) return false
  if (left instanceof LiquidRange)
    return right instanceof LiquidRange && left.first === right.first && left.last === right.last
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false
    for (let i = 0; i < left.length; i++) if (!equalValues(left[i], right[i])) return false
    return true
  }
  const a = entries(left)
  if (a === undefined)
    return right instanceof LiquidRange ? false : valuesEqual(left as Value, right as Value)
  const b = entries(right)
  if (b === undefined || a.size !== b.size) return false
  for (const [key, item] of a) if (!b.has(key) || !equalValues(item, b.get(key))) return false
  return true
}

function entries(value: object): ReadonlyMap<unknown, unknown> | undefined {
  if (value instanceof Map) return value
  return isPlainObject(value) ? new Map(Object.entries(value)) : undefined
}

/** Ruby's `a <=> b` (null for nil), for sorting. */
export function compareValues(a: unknown, b: unknown): number | null {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  if (a instanceof Drop || b instanceof Drop) return a === b ? 0 : null
  return compareBase(a as Value, b as Value)
}

/** Whether `value` has `<` (numbers, text, times); others are never less nor greater, without complaint. */
function ordered(value: unknown): boolean {
  return (
    typeof value === 'string' || isNumber(value) || value instanceof Time || value instanceof CalendarDate
  )
}

function order(left: unknown, right: unknown): number | undefined {
  if (!ordered(left) || !ordered(right)) return undefined
  const result = compareBase(left as Value, right as Value)
  if (result !== null) return result
  if (isNumber(left) && isNumber(right)) return undefined
  return incomparable(left, right)
}

/** Ruby's complaint of two values that have no order. */
export function incomparable(left: unknown, right: unknown): never {
  throw new Fault(`comparison of ${className(left)} with ${shown(right)} failed`)
}

export function less(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left < right
  const result = order(left, right)
  return result !== undefined && result < 0
}

export function greater(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left > right
  const result = order(left, right)
  return result !== undefined && result > 0
}

export function lessEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left <= right
  const result = order(left, right)
  return result !== undefined && result <= 0
}

export function greaterEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left >= right
  const result = order(left, right)
  return result !== undefined && result >= 0
}

/** How Ruby names the right side of a failed comparison: small values by themselves, others by their class. */
function shown(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || value instanceof RubyFloat)
    return inspectValue(value)
  if (typeof value === 'bigint' && value < 1n << 62n && value >= -(1n << 62n)) return String(value)
  return className(value)
}

/** The Ruby class of `value`. */
export function className(value: unknown): string {
  if (value === null || value === undefined) return 'NilClass'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass'
  if (typeof value === 'bigint') return 'Integer'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float'
  if (value instanceof RubyFloat) return 'Float'
  if (Array.isArray(value)) return 'Array'
  if (value instanceof Time) return 'Time'
  if (value instanceof CalendarDate) return 'Date'
  if (value instanceof LiquidRange) return 'Range'
  return value instanceof Drop ? 'Liquid::Drop' : 'Hash'
}

/** `left contains right`: part of a text, item of an array, key of a hash. */
export function contains(left: unknown, right: unknown): boolean {
  if (left === null || left === undefined || left === false) return false
  if (right === null || right === undefined || right === false) return false
  if (typeof left === 'string') return left.includes(typeof right === 'string' ? right : toS(right))
  if (Array.isArray(left)) {
    for (const item of left) if (item === right || equalValues(item, right)) return true
    return false
  }
  if (left instanceof Map) return left.has(right)
  if (left instanceof LiquidRange)
    return isNumber(right) && !less(right, left.first) && !greater(right, left.last)
  if (left instanceof Drop) return left.items()?.some((item) => equalValues(item, right)) ?? false
  return isPlainObject(left) && typeof right === 'string' && Object.hasOwn(left, right)
}

/** An operator no one knows: an error when it is evaluated. */
export function unknownOperator(operator: string): never {
  throw new Fault(`Unknown operator ${operator}`)
}
