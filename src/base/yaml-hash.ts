/** How pairs become a Ruby hash: duplicate keys, merge keys, lists of pairs. */
import { compareValues } from './compare.ts'
import type { Value } from './value.ts'

/** `!!omap [a: 1, b: 2]` as one hash. */
export function joinPairs(value: Value): Value {
  const map = new Map<Value, Value>()
  if (Array.isArray(value))
    for (const item of value) if (item instanceof Map) for (const [k, v] of item) map.set(k, v)
  return map
}

/** Sets `key`, or merges `value` for `<<`. Of equal keys the last wins, in the place of the first. */
export function addPair(map: Map<Value, Value>, key: Value, value: Value): void {
  if (key === '<<' && mergeInto(map, value)) return
  map.set(typeof key === 'object' && key !== null ? equalKey(map, key) : key, value)
}

/** Keys that are objects here but values in Ruby (1.0, dates, lists) find their equal among the keys there are. */
function equalKey(map: ReadonlyMap<Value, Value>, key: Value): Value {
  for (const other of map.keys())
    if (typeof other === 'object' && compareValues(other, key) === 0) return other
  return key
}

/** Merges the hash, or the hashes of the list, into `map`; false when `value` is neither and `<<` is a key like others. */
function mergeInto(map: Map<Value, Value>, value: Value): boolean {
  if (value instanceof Map) {
    for (const [key, item] of value) map.set(key, item)
    return true
  }
  if (!Array.isArray(value) || !value.every((item) => item instanceof Map)) return false
  for (const hash of [...(value as ReadonlyMap<Value, Value>[])].reverse())
    for (const [key, item] of hash) map.set(key, item)
  return true
}
