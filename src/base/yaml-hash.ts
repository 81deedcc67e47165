/** How the pairs of a YAML mapping become a Ruby value: duplicate keys, merge keys, the texts and lists of pairs that tags ask for. */
import { identityFrom, identityKey } from './compare.ts'
import { rubyInspect, rubyToS } from './ruby-text.ts'
import { CalendarDate, Time } from './time.ts'
import { isList, RubyFloat, type Value } from './value.ts'

/** What a value is written as, whatever its tag makes of it. */
export type NodeKind = 'scalar' | 'alias' | 'list' | 'hash'

interface YamlPair {
  readonly key: Value
  readonly value: Value
  readonly kind: NodeKind
  /** the key is `!!str`: Psych merges nothing for a `<<` of this kind */
  readonly textKey: boolean
}

/** A mapping being read. */
export interface YamlPairs {
  add(pair: YamlPair): void
  /** what the pairs made so far */
  readonly value: Value
  /** why Ruby makes no value of them */
  readonly problem?: string | undefined
}

/** `!!omap [a: 1, b: 2]` as one hash, from the parts of each item; undefined where an item has none. */
export function joinParts(items: readonly Value[]): Value | undefined {
  const map = new Map<Value, Value>()
  const names = new KeyNames()
  const keys = new Map<string, Value>()
  for (const parts of items) {
    if (!isList(parts) || parts.length === 0) return undefined
    const name = names.of(parts[0]!)
    const key = keys.get(name) ?? parts[0]!
    keys.set(name, key)
    map.set(key, parts.at(-1)!)
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

/** A hash. */
export class YamlHash implements YamlPairs {
  readonly value = new Map<Value, Value>()
  /** keys that are objects here but values in Ruby (1.0, dates, lists), by what they are */
  private objects: Map<string, Value> | undefined

  constructor(private readonly names: KeyNames) {}

  /** Sets a key, or merges the value of `<<`. Of equal keys the last wins, in the place of the first. */
  add(pair: YamlPair): void {
    const { key, value } = pair
    if (key !== '<<' || pair.textKey || !this.merge(value, pair.kind)) this.set(key, value)
  }

  set(key: Value, value: Value): void {
    this.value.set(typeof key === 'object' && key !== null ? this.equalKey(key) : key, value)
  }

  private equalKey(key: Value): Value {
    this.objects ??= new Map()
    const identity = this.names.of(key)
    const known = this.objects.get(identity)
    if (known !== undefined) return known
    this.objects.set(identity, key)
    return key
  }

  /** Merges a hash, or the hashes of a list that is written there; false when it is neither and `<<` is a key like others. */
  private merge(value: Value, kind: NodeKind): boolean {
    if (kind === 'list' ? !isList(value) && !isEmptyHash(value) : isList(value)) return false
    const hashes = isList(value) ? [...value].reverse() : [value]
    if (!hashes.every((hash) => hash instanceof Map)) return false
    for (const hash of hashes)
      for (const [key, item] of hash as ReadonlyMap<Value, Value>) this.set(key, item)
    return true
  }
}

function isEmptyHash(value: Value): boolean {
  return value instanceof Map && value.size === 0
}

/** `!str {str: text, name: value}`: what stands at `str`; Ruby makes the other pairs variables of that object. */
export class TaggedText implements YamlPairs {
  value: Value = null
  private readonly variables: string[] = []

  add({ key, value }: YamlPair): void {
    if (key === 'str') this.value = value
    else this.variables.push(rubyToS(key))
  }

  get problem(): string | undefined {
    for (const name of this.variables) {
      if (!VARIABLE.test(name)) return `\`@${name}' is not allowed as an instance variable name`
      const kind = frozenClass(this.value)
      if (kind !== undefined) return `can't modify frozen ${kind}: ${rubyInspect(this.value)}`
    }
    return undefined
  }
}

const VARIABLE = /^(?![0-9])[\w\u0080-\uffff]+$/

/** Whether a value takes no variables, and why: its class. */
function frozenClass(value: Value): string | undefined {
  if (typeof value === 'string' || typeof value === 'object')
    return value === null || value instanceof RubyFloat ? scalarClass(value) : undefined
  return scalarClass(value)
}

/** The Ruby class of a scalar. */
export function scalarClass(value: Value): string {
  if (value === null) return 'NilClass'
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass'
  if (typeof value === 'bigint') return 'Integer'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float'
  if (value instanceof RubyFloat) return 'Float'
  if (value instanceof Time) return 'Time'
  return value instanceof CalendarDate ? 'Date' : 'String'
}

/** An item of `!!omap`: its first key and its last value. */
export class OuterParts implements YamlPairs {
  readonly value: Value[] = []

  add({ key, value }: YamlPair): void {
    if (this.value.length === 0) this.value.push(key)
    this.value[1] = value
  }
}
