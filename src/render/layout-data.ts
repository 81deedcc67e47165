/** What templates see as `layout`. */
import { type Hash, isHash, type Value } from '../base/index.ts'
import type { Layout } from '../site/index.ts'

/** The data of `layout` below those of the layouts within it: an inner value wins, hashes merge. */
export function layoutData(layout: Layout, inner: Hash | null): Hash {
  return inner === null ? layout.data : merged(layout.data, inner)
}

function merged(outer: Hash, inner: Hash): Hash {
  const result = new Map<Value, Value>(outer)
  for (const [key, value] of inner) {
    const below = result.get(key)
    result.set(key, isHash(below) && isHash(value) ? merged(below, value) : value)
  }
  return result
}
