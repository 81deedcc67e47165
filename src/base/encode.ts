/**
 * Data as nothing but objects, lists and scalars, which `postMessage`, `structuredClone` and JSON all carry, and back.
 * Hashes keep their order and the kinds of their keys, floats, times and dates their classes, and what was one object
 * before is one object after: the containers are counted in the order in which they are met, and met again they are
 * written as their number.
 */
import { CalendarDate, Time } from './time.ts'
import { RubyFloat } from './value.ts'

/** What `encodeValue` makes. Objects with the key `$` stand for what JSON has no form of. */
export type Encoded =
  | null
  | boolean
  | number
  | string
  | readonly Encoded[]
  | { readonly [key: string]: Encoded }

type Tag = 'bigint' | 'date' | 'float' | 'hash' | 'number' | 'same' | 'set' | 'time'

/**
 * `data`: values, and plain objects, lists, maps and sets of them. A property that is undefined is left out. Who decodes it
 * has the objects `known`, which are not encoded once more. Throws a TypeError that names the place of what is something
 * else: a function, a drop.
 */
export function encodeValue(data: unknown, known: readonly object[] = []): Encoded {
  const seen = new Map<object, number>(known.map((object, number) => [object, number]))
  const place: unknown[] = []
  const within = (key: unknown, item: unknown): Encoded => {
    if (typeof item === 'string') return item
    place.push(key)
    const encoded = encode(item)
    place.pop()
    return encoded
  }
  const encode = (value: unknown): Encoded => {
    if (typeof value === 'string' || typeof value === 'boolean') return value
    if (value === null || value === undefined) return null
    if (typeof value === 'number') return encodeNumber(value)
    if (typeof value === 'bigint') return tagged('bigint', String(value))
    if (typeof value !== 'object') throw refused(typeof value)
    if (value instanceof RubyFloat) return tagged('float', encodeNumber(value.value))
    if (value instanceof CalendarDate) return tagged('date', [value.year, value.month, value.day])
    const before = seen.get(value)
    if (before !== undefined) return tagged('same', before)
    seen.set(value, seen.size)
    if (value instanceof Time)
      return tagged('time', [value.seconds, value.nanos, value.offset, value.zone, value.utc])
    if (Array.isArray(value)) return value.map((item, index) => within(index, item))
    if (value instanceof Map) {
      const pairs: Encoded[] = []
      for (const [key, item] of value)
        pairs.push(typeof key === 'string' ? key : encode(key), within(key, item))
      return tagged('hash', pairs)
    }
    if (value instanceof Set)
      return tagged(
        'set',
        Array.from(value, (item) => encode(item)),
      )
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== null && prototype !== Object.prototype)
      throw refused(`an object of the class ${value.constructor.name}`)
    if (Object.hasOwn(value, '$')) throw refused('an object with the key $')
    const object: Record<string, Encoded> = {}
    for (const [key, item] of Object.entries(value))
      if (item !== undefined) setProperty(object, key, within(key, item))
    return object
  }
  const refused = (what: string): TypeError =>
    new TypeError(`${place.map(String).join('.') || 'the data'} is ${what}, which cannot be sent`)
  return encode(data)
}

/** What `encodeValue` was given, with the same `known`. */
export function decodeValue(encoded: Encoded, known: readonly object[] = []): unknown {
  const seen: unknown[] = [...known]
  const keep = <T>(container: T): T => {
    seen.push(container)
    return container
  }
  const decode = (item: Encoded): unknown => {
    if (typeof item !== 'object' || item === null) return item
    if (isItems(item)) {
      const list = keep<unknown[]>([])
      for (const each of item) list.push(decode(each))
      return list
    }
    const { $: tag, of } = item
    if (tag === undefined) {
      const object = keep({})
      for (const [key, each] of Object.entries(item)) setProperty(object, key, decode(each))
      return object
    }
    switch (tag as Tag) {
      case 'hash': {
        const hash = keep(new Map<unknown, unknown>())
        const pairs = of as readonly Encoded[]
        for (let i = 0; i < pairs.length; i += 2) {
          const key = decode(pairs[i] ?? null)
          hash.set(key, decode(pairs[i + 1] ?? null))
        }
        return hash
      }
      case 'set': {
        const set = keep(new Set<unknown>())
        for (const each of of as readonly Encoded[]) set.add(decode(each))
        return set
      }
      case 'time':
        return keep(new Time(...(of as unknown as ConstructorParameters<typeof Time>)))
      case 'same':
        return seen[of as number]
      case 'date':
        return new CalendarDate(...(of as unknown as ConstructorParameters<typeof CalendarDate>))
      case 'float':
        return new RubyFloat(decode(of ?? null) as number)
      case 'bigint':
        return BigInt(of as string)
      case 'number':
        return Number(of)
    }
  }
  return decode(encoded)
}

function isItems(item: Encoded): item is readonly Encoded[] {
  return Array.isArray(item)
}

function tagged(tag: Tag, of: Encoded): Encoded {
  return { $: tag, of }
}

function encodeNumber(value: number): Encoded {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value
  return tagged('number', Object.is(value, -0) ? '-0' : String(value))
}

function setProperty(object: object, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true })
  else Reflect.set(object, key, value)
}
