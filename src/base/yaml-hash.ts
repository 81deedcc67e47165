/** How pairs become a Ruby hash: duplicate keys, merge keys, lists of pairs. */
import { identityFrom, identityKey } from './compare.ts'
import { isList, type Value } from './value.ts'

/**
 * `!!omap [a: 1, b: 2]` as one hash: of each item its first and its last part, pairs of a hash counted one by one. Undefined
 * where an item has none.
 */
export function joinPairs(items: readonly Value[]): Value | undefined {
  const map = new Map<Value, Value>()
  for (const item of items) {
    const parts = item instanceof Map ? [...item].flat() : isList(item) ? item : []
    if (parts.length === 0) return undefined
    map.set(parts[0]!, parts.at(-1)!)
  }
  return map
}

/** Short names for the keys of one document, the same for keys that are equal in Ruby: of keys in keys, each is read once. */
export class KeyNames {
  private readonly named = new Map<object, string>()
  private readonly names = new Map<string, string>()

  /** `key` no longer changes. */
  readonly of = (key: Value): string => {
    if (typeof key !== 'object' || key === null) return identityKey(key)
    let name = this.named.get(key)
    if (name === undefined) {
      const content = identityFrom(key, this.of)
      name = this.names.get(content) ?? `#${this.names.size}`
      this.names.set(content, name)
      this.named.set(key, name)
    }
    return name
  }
}

/** A hash being read. */
export class YamlHash {
  readonly map = new Map<Value, Value>()
  /** keys that are objects here but values in Ruby (1.0, dates, lists), by what they are */
  private objects: Map<string, Value> | undefined

  constructor(private readonly names: KeyNames) {}

  /** Sets `key`, or merges `value` for `<<`. Of equal keys the last wins, in the place of the first. */
  add(key: Value, value: Value): void {
    if (key === '<<' && this.merge(value)) return
    this.map.set(typeof key === 'object' && key !== null ? this.equalKey(key) : key, value)
  }

  private equalKey(key: Value): Value {
    this.objects ??= new Map()
    const identity = this.names.of(key)
    const known = this.objects.get(identity)
    if (known !== undefined) return known
    this.objects.set(identity, key)
    return key
  }

  /** Merges a hash, or the hashes of a list; false when `value` is neither and `<<` is a key like others. */
  private merge(value: Value): boolean {
    const hashes = isList(value) ? [...value].reverse() : [value]
    if (!hashes.every((hash) => hash instanceof Map)) return false
    for (const hash of hashes)
      for (const [key, item] of hash as ReadonlyMap<Value, Value>) this.add(key, item)
    return true
  }
}
