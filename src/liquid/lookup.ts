/** `a.b`, `a[b]`, `a.size`: fields of whatever a template can hold. Only data is ever reached, never JavaScript's own. */
import { type Hash, identityKey } from '../base/index.ts'
import { UndefinedFault } from './faults.ts'
import { toS } from './to-text.ts'
import { Drop } from './types.ts'
import { asKey, isInteger, isPlainObject, LiquidRange, ownField } from './values.ts'

/** What look-ups ask of the rendering. */
export interface Strictness {
  readonly strictVariables: boolean
}

function missing(key: unknown, rt: Strictness): null {
  if (rt.strictVariables) throw new UndefinedFault(`undefined variable ${toS(key)}`)
  return null
}

/** `object.key` for a key that is plain text; nil where there is none. */
export function get(object: unknown, key: string, rt: Strictness): unknown {
  if (object instanceof Map) {
    const value: unknown = object.get(key)
    if (value !== undefined) return value
    return object.has(key) ? null : missing(key, rt)
  }
  if (object instanceof Drop) {
    const value = object.get(key)
    return value === undefined ? (rt.strictVariables && !object.has(key) ? missing(key, rt) : null) : value
  }
  if (isPlainObject(object)) {
    const value = ownField(object, key)
    if (value !== undefined) return value
    return Object.hasOwn(object, key) ? null : missing(key, rt)
  }
  return missing(key, rt)
}

/** `object[key]` for a computed key. */
export function at(object: unknown, key: unknown, rt: Strictness): unknown {
  if (Array.isArray(object)) {
    if (typeof key !== 'number' || !isInteger(key)) return missing(key, rt)
    const item: unknown = object[key < 0 ? object.length + key : key]
    return item === undefined ? null : item
  }
  if (typeof key === 'string') return get(object, key, rt)
  if (object instanceof Map) {
    const found = typeof key === 'object' && key !== null ? sameKey(object as Hash, key) : key
    const value: unknown = object.get(asKey(found))
    if (value !== undefined) return value
    return object.has(found) ? null : missing(key, rt)
  }
  if (object instanceof Drop && key !== null && key !== undefined) return get(object, toS(key), rt)
  return missing(key, rt)
}

/** The key of `hash` that Ruby's `eql?` takes for `key`, a float, a date or a list; `key` where there is none. */
function sameKey(hash: Hash, key: object): unknown {
  const identity = identityKey(asKey(key))
  for (const own of hash.keys())
    if (typeof own === 'object' && own !== null && identityKey(own) === identity) return own
  return key
}

/** The value of `key` in `object` for those outside: `lookup(hash, 'title')`, `lookup(array, 0)`; nil where missing. */
export function lookup(object: unknown, key: unknown): unknown {
  return at(object, key, LAX) ?? null
}

const LAX: Strictness = { strictVariables: false }

function hasKey(object: unknown, key: string): boolean {
  if (object instanceof Map) return object.has(key)
  if (object instanceof Drop) return object.has(key)
  return isPlainObject(object) && Object.hasOwn(object, key)
}

/** `object.size`: a field of that name, else the number of characters, items or pairs, or an Integer's bytes. */
export function sizeOf(object: unknown, rt: Strictness): unknown {
  if (Array.isArray(object)) return object.length
  if (typeof object === 'string') return characters(object)
  if (hasKey(object, 'size')) return get(object, 'size', rt)
  return sizeOrNone(object) ?? missing('size', rt)
}

/** Ruby's `size` where the value has one. */
export function sizeOrNone(value: unknown): number | undefined {
  if (typeof value === 'string') return characters(value)
  if (Array.isArray(value)) return value.length
  if (value instanceof Map || value instanceof LiquidRange) return value.size
  if (typeof value === 'number') return isInteger(value) ? 8 : undefined
  if (typeof value === 'bigint') return Math.max(8, Math.ceil(value.toString(16).replace('-', '').length / 2))
  return isPlainObject(value) ? Object.keys(value).length : undefined
}

export function firstOf(object: unknown, rt: Strictness): unknown {
  if (Array.isArray(object)) return object[0] ?? null
  if (hasKey(object, 'first')) return get(object, 'first', rt)
  const first = firstOrNone(object)
  return first === undefined ? missing('first', rt) : first
}

/** Ruby's `first` where the value has one (undefined else). */
export function firstOrNone(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? null : value[0]
  if (value instanceof LiquidRange) return value.first
  if (value instanceof Map) {
    for (const pair of value) return pair
    return null
  }
  if (value instanceof Drop) return value.items()?.[0]
  return isPlainObject(value) ? (Object.entries(value)[0] ?? null) : undefined
}

export function lastOf(object: unknown, rt: Strictness): unknown {
  if (Array.isArray(object)) return object[object.length - 1] ?? null
  if (hasKey(object, 'last')) return get(object, 'last', rt)
  return object instanceof LiquidRange ? object.last : missing('last', rt)
}

/** `object` followed along `keys`; `commands` marks those written `.size`, `.first` or `.last`. */
export function walk(
  object: unknown,
  keys: readonly unknown[],
  commands: readonly number[],
  rt: Strictness,
): unknown {
  let value = object
  for (const [index, key] of keys.entries()) {
    if (commands[index] !== 1) value = at(value, key, rt)
    else if (key === 'size') value = sizeOf(value, rt)
    else value = key === 'first' ? firstOf(value, rt) : lastOf(value, rt)
  }
  return value
}

/** Number of characters (code points). */
export function characters(value: string): number {
  let count = value.length
  for (let i = 0; i < value.length - 1; i++) {
    const unit = value.charCodeAt(i)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = value.charCodeAt(i + 1)
    if (next >= 0xdc00 && next <= 0xdfff) {
      count--
      i++
    }
  }
  return count
}
