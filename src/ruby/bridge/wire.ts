/**
 * Values on their way between the program and Ruby: JSON, in which an object with the key `$` stands for what JSON has no form
 * of. What is more than data stays on its side and goes as a number: drops here, objects there.
 *
 * | here                | as                              | Ruby            |
 * |---------------------|---------------------------------|-----------------|
 * | hash                | `{"$":"hash","of":[k,v,…]}`     | Hash            |
 * | whole Float         | `{"$":"float","of":"1.0"}`      | Float           |
 * | bigint              | `{"$":"integer","of":"…"}`      | Integer         |
 * | Time                | `{"$":"time","of":[s,ns,off,utc]}`  | Time        |
 * | CalendarDate        | `{"$":"date","of":[y,m,d]}`     | Date            |
 * | drop                | `{"$":"drop","of":1}`           | a Liquid::Drop  |
 * | a `RubyDrop`        | `{"$":"object","of":1}`         | a Liquid::Drop of a plugin's |
 * | document, page      | `{"$":"document","of":"id"}`    | what it is      |
 */
import { CalendarDate, isHash, RubyFloat, Time } from '../../base/index.ts'
import { Drop } from '../../liquid/index.ts'

export type Wire =
  | null
  | boolean
  | number
  | string
  | readonly Wire[]
  | { readonly $: string; readonly of: Wire }

/** A drop of a plugin's, whose fields Ruby computes when a template asks. */
export class RubyDrop extends Drop {
  constructor(
    readonly wire: Wire,
    private readonly ask: (job: 'drop_field' | 'drop_keys' | 'drop_text', ...given: Wire[]) => unknown,
  ) {
    super()
  }

  override get(key: string): unknown {
    return this.ask('drop_field', this.wire, key) ?? undefined
  }

  override keys(): readonly string[] {
    return this.ask('drop_keys', this.wire) as readonly string[]
  }

  override items(): undefined {
    return undefined
  }

  override toText(): string {
    return String(this.ask('drop_text', this.wire))
  }
}

/** A document or page, for Ruby. */
export class DocumentReference {
  constructor(readonly id: string) {}
}

/** The objects of one side that the other knows by number. */
export class Held {
  readonly #drops: Drop[] = []
  readonly #numbers = new Map<Drop, number>()

  number(drop: Drop): number {
    const known = this.#numbers.get(drop)
    if (known !== undefined) return known
    this.#numbers.set(drop, this.#drops.length)
    this.#drops.push(drop)
    return this.#drops.length - 1
  }

  /** the drop with this number, which `number` gave */
  drop(number: number): Drop {
    return this.#drops[number] as Drop
  }
}

/** `value` for Ruby. What is of no kind that it has a word for is nil. */
export function toWire(value: unknown, held: Held, inList = false): Wire {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return numberToWire(value)
  if (typeof value === 'bigint') return { $: 'integer', of: String(value) }
  if (Array.isArray(value)) return value.map((item) => toWire(item, held, true))
  if (isHash(value))
    return { $: 'hash', of: [...value].flatMap(([key, item]) => [toWire(key, held), toWire(item, held)]) }
  if (value instanceof DocumentReference) return { $: 'document', of: value.id }
  if (value instanceof RubyDrop) return value.wire
  if (value instanceof Drop) {
    // Lists of Jekyll's have the documents themselves, which are drops only once a template looks at one.
    const id = inList && 'documentId' in value ? value.documentId : undefined
    return typeof id === 'string' ? { $: 'document', of: id } : { $: 'drop', of: held.number(value) }
  }
  if (value instanceof RubyFloat) return numberToWire(value.value, true)
  if (value instanceof Time) return { $: 'time', of: [value.seconds, value.nanos, value.offset, value.utc] }
  if (value instanceof CalendarDate) return { $: 'date', of: [value.year, value.month, value.day] }
  if (typeof value === 'object') return toWire(new Map(Object.entries(value)), held)
  return null
}

function numberToWire(value: number, float = !Number.isInteger(value)): Wire {
  if (!float) return value
  if (Number.isNaN(value)) return { $: 'float', of: 'NaN' }
  if (!Number.isFinite(value)) return { $: 'float', of: value < 0 ? '-Infinity' : 'Infinity' }
  return Number.isInteger(value) ? { $: 'float', of: Object.is(value, -0) ? '-0.0' : `${value}` } : value
}

/** What Ruby meant; `document` finds the document or page with an id, and its drop is what templates see. */
export function fromWire(
  wire: Wire,
  held: Held,
  document: (id: string) => unknown,
  object: (wire: Wire) => unknown = () => null,
): unknown {
  if (typeof wire !== 'object' || wire === null) return wire
  if (isItems(wire)) return wire.map((item) => fromWire(item, held, document, object))
  const { $: kind, of } = wire
  switch (kind) {
    case 'hash': {
      const items = of as readonly Wire[]
      const hash = new Map<unknown, unknown>()
      for (let i = 0; i < items.length; i += 2)
        hash.set(
          fromWire(items[i] as Wire, held, document, object),
          fromWire(items[i + 1] as Wire, held, document, object),
        )
      return hash
    }
    case 'float':
      return new RubyFloat(Number(of)).value % 1 === 0 ? new RubyFloat(Number(of)) : Number(of)
    case 'integer':
      return BigInt(of as string)
    case 'time': {
      const [seconds, nanos, offset, utc] = of as readonly [number, number, number, boolean]
      return new Time(seconds, nanos, offset, utc ? 'UTC' : null, utc)
    }
    case 'date':
      return new CalendarDate(...(of as unknown as [number, number, number]))
    case 'drop':
      return held.drop(of as number)
    case 'object':
      return object(wire)
    case 'document':
      return document(of as string)
  }
  return null
}

function isItems(wire: Wire): wire is readonly Wire[] {
  return Array.isArray(wire)
}
