/** JavaScript's own data as the values that sites are made of. */
import {
  CalendarDate,
  type Hash,
  isList,
  RubyFloat,
  Time,
  timeFromMilliseconds,
  toUtc,
  type Value,
  zoneFor,
} from '../base/index.ts'

/**
 * `data` as templates and front matter have it: objects become hashes (in their order), dates become times in UTC, lists
 * and scalars stay; what is a value already is kept. Throws a TypeError that names the place of what is none: a
 * function, a symbol, a promise, an object of a class, an object within itself.
 */
export function toValue(data: unknown): Value {
  return convert(data, 'the data', [])
}

function convert(data: unknown, place: string, outer: readonly unknown[]): Value {
  if (data === null || data === undefined) return null
  if (typeof data !== 'object') {
    if (typeof data === 'function' || typeof data === 'symbol')
      throw new TypeError(`${place} is a ${typeof data}, which no template can show`)
    return data as Value
  }
  if (data instanceof Time || data instanceof CalendarDate || data instanceof RubyFloat) return data
  if (data instanceof Date) return toUtc(timeFromMilliseconds(data.getTime(), zoneFor('UTC')))
  if (outer.includes(data)) throw new TypeError(`${place} contains itself`)
  const within = [...outer, data]
  if (Array.isArray(data)) return data.map((item, index) => convert(item, `${place}[${index}]`, within))
  if (data instanceof Map)
    return new Map(
      [...data].map(([key, value]) => [key as Value, convert(value, `${place}.${String(key)}`, within)]),
    )
  const prototype: unknown = Object.getPrototypeOf(data)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    throw new TypeError(`${place} is an object of the class ${data.constructor.name}, not plain data`)
  return new Map<Value, Value>(
    Object.entries(data).map(([key, value]) => [key, convert(value, `${place}.${key}`, within)]),
  )
}

/** `data`, a hash or a plain object, as a hash; an empty one for nothing. Throws as `toValue` does. */
export function hashOf(data: Hash | Readonly<Record<string, unknown>> | undefined): Hash {
  if (data instanceof Map) return data as Hash
  const value = toValue(data ?? {})
  if (value instanceof Map) return value as Hash
  throw new TypeError('the data is not an object')
}

/** A value as JavaScript's own data: hashes become objects whose keys are text, times dates. For a plugin's options. */
export function fromValue(value: Value): unknown {
  if (value instanceof Map)
    return Object.fromEntries(
      [...(value as ReadonlyMap<Value, Value>)].map(([key, item]) => [String(key), fromValue(item)]),
    )
  if (isList(value)) return value.map(fromValue)
  if (value instanceof RubyFloat) return value.value
  if (value instanceof Time) return new Date(value.seconds * 1000 + Math.floor(value.nanos / 1e6))
  if (value instanceof CalendarDate) return new Date(Date.UTC(value.year, value.month - 1, value.day))
  return value ?? null
}
