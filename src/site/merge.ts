/** Jekyll's rules for laying one hash over another. */
import { type Hash, isHash, type Value } from '../base/index.ts'

/**
 * `over` on top of `base`, hashes within hashes too: keys keep the place they have in `base`, new ones follow. A nil in
 * `over` does not hide a value of `base`; arrays and scalars replace. Neither argument is changed.
 */
export function deepMerge(base: Hash, over: Hash): Map<Value, Value> {
  const merged = new Map(base)
  for (const [key, value] of over) {
    const old = merged.get(key)
    if (old === undefined || old === null) merged.set(key, value)
    else if (value === undefined || value === null) continue
    else merged.set(key, isHash(old) && isHash(value) ? deepMerge(old, value) : value)
  }
  return merged
}
