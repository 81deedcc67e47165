/**
 * Hashes as SafeYAML builds them: one value after another, each a key or what belongs to the key before it. A hash or a list
 * arrives when it begins, still empty, so `<<: {a: 1}` merges nothing and only the name of a hash (`<<: *a`) does. There is
 * one place for the key that waits, and nil in it means that none does: `{~: 1, b: 2}` is `{1: b}`.
 */
import { isList, type Value } from './value.ts'
import { scalarClass, YamlHash } from './yaml-hash.ts'

/** A hash that `SafeYamlPairs` fills. */
export class ArrivingHash extends YamlHash {
  override add(): void {}
}

export class SafeYamlPairs {
  private key: Value = null
  /** the collections around, and which of them are hashes */
  private readonly around: (ArrivingHash | undefined)[] = []
  private readonly open = new Set<Value>()

  /** A value in the innermost collection; says why Ruby cannot go on. */
  arrive(value: Value): string | undefined {
    const hash = this.around.at(-1)
    if (hash === undefined) return undefined
    const { key } = this
    if (key === null) {
      this.key = value
      return undefined
    }
    this.key = null
    if (key !== '<<') {
      // A key around its own hash: Ruby's is lost with the hash, and nothing can print it.
      if (!this.open.has(key)) hash.set(key, value)
      return undefined
    }
    if (!(value instanceof Map)) return `no implicit conversion of ${shortClass(value)} into Hash`
    for (const [name, item] of value as ReadonlyMap<Value, Value>) hash.set(name, item)
    return undefined
  }

  /** The values that arrive now are those of `collection`, which `hash` fills where it is one. */
  enter(collection: Value, hash: ArrivingHash | undefined): void {
    this.around.push(hash)
    this.open.add(collection)
  }

  leave(collection: Value): void {
    this.around.pop()
    this.open.delete(collection)
  }
}

function shortClass(value: Value): string {
  if (value === null) return 'nil'
  if (isList(value)) return 'Array'
  return typeof value === 'boolean' ? String(value) : scalarClass(value)
}
