/**
 * Ruby's values in JavaScript: the one representation used by YAML, the site model and Liquid.
 *
 * | Ruby     | here                                                                       |
 * |----------|----------------------------------------------------------------------------|
 * | nil      | `null` (readers treat `undefined` alike)                                     |
 * | Integer  | `number` that is a safe integer, else `bigint`                               |
 * | Float    | `number` that is not an integer (NaN and the infinities too), else `RubyFloat`   |
 * | String   | `string`                                                                   |
 * | Symbol   | `string` with its colon (`:title`), as SafeYAML reads it                     |
 * | Array    | array                                                                      |
 * | Hash     | `Map` (insertion order, keys of any scalar kind: 1 and "1" differ)           |
 * | Time     | `Time` (base/time.ts)                                                      |
 * | Date     | `CalendarDate` (base/time.ts)                                              |
 *
 * So plain JavaScript data (JSON) is already valid, and only whole floats (1.0) need the wrapper.
 */
import type { CalendarDate, Time } from './time.ts'

export type Value =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | RubyFloat
  | Time
  | CalendarDate
  | readonly Value[]
  | Hash

/** A Ruby Hash: ordered, keyed by any scalar. Treat as read-only once read. */
export type Hash = ReadonlyMap<Value, Value>

/** A Float with no fractional part: 1.0, -0.0, 1e20. Other floats are plain numbers. */
export class RubyFloat {
  constructor(readonly value: number) {}

  valueOf(): number {
    return this.value
  }
}

/** `x` as a Ruby Float: wrapped only when it would otherwise be taken for an Integer. */
export function toFloat(x: number): number | RubyFloat {
  return Number.isInteger(x) ? new RubyFloat(x) : x
}

/** `x` as a Ruby Integer: a number while it is safe, a bigint beyond. */
export function toInteger(x: bigint): number | bigint {
  return x >= -9007199254740991n && x <= 9007199254740991n ? Number(x) : x
}

export function isHash(value: unknown): value is Hash {
  return value instanceof Map
}

export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value)
}

/** `value` where it is a list, else an empty one: what is of another kind counts as nothing. */
export function listOrNone(value: Value): readonly Value[] {
  return isList(value) ? value : []
}

/** `value` as a list: a list as it is, nothing as none, one value as one. */
export function listOf(value: Value): readonly Value[]
export function listOf(value: unknown): readonly unknown[]
export function listOf(value: unknown): readonly unknown[] {
  if (isList(value)) return value
  return value === null || value === undefined ? [] : [value]
}

/** Ruby's nil, and what is not there. */
export function isNil(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** Ruby's truth: everything but nil and false. */
export function isTruthy(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false
}
