/** What `for` and filters walk over. */
import { Fault } from './faults.ts'
import { leadingInteger, rubyToI, toIndex, toInteger } from './numbers.ts'
import { Drop } from './types.ts'
import { isInteger, isPlainObject, LiquidRange } from './values.ts'

/** The items of what can be walked over (pairs of a hash), else undefined. Text is no such thing. */
export function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return undefined
  if (value instanceof Map) return [...value]
  if (value instanceof LiquidRange) return value.toArray()
  if (value instanceof Drop) return value.items()
  return isPlainObject(value) ? Object.entries(value) : undefined
}

/**
 * The items from index `from` up to, not including, `to`. A text is one item whatever the bounds say (none when it is
 * empty), as Ruby 1.8 had it and Liquid keeps it.
 */
export function slice(value: unknown, from: number, to: number | undefined): readonly unknown[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  const items = itemsOf(value)
  if (items === undefined) return []
  if (from <= 0 && (to === undefined || to >= items.length)) return items
  return items.slice(Math.max(0, from), to === undefined ? undefined : Math.max(0, to))
}

/** Both ends of `(a..b)` evaluated: Integers, or text whose digits count; nil is 0. */
export function range(from: unknown, to: unknown): LiquidRange {
  return new LiquidRange(rangeEnd(from), rangeEnd(to))
}

function rangeEnd(value: unknown): number | bigint {
  if (isInteger(value)) return value
  if (value === null || value === undefined) return 0
  return typeof value === 'string' ? leadingInteger(value) : toInteger(value)
}

/** What a loop must know of the rendering: where earlier loops of the same name stopped. */
interface LoopHost {
  readonly offsets: Map<string, number>
}

/** The items of one `for`, bounds applied. `from` and `limit` are null where not given. */
export function segment(
  rt: LoopHost,
  name: string,
  from: unknown,
  collection: unknown,
  limit: unknown,
  reversed: boolean,
  leadingNumbers = false,
): readonly unknown[] {
  const index = leadingNumbers ? (value: unknown) => Number(rubyToI(value)) : toIndex
  const start = from === null || from === undefined ? 0 : index(from)
  const unlimited = limit === null || limit === undefined || (leadingNumbers && limit === false)
  const end = unlimited ? undefined : index(limit) + start
  let items = slice(collection, start, end)
  rt.offsets.set(name, start + items.length)
  if (reversed) items = items.slice().reverse()
  return items
}

/** As `range`, for two literals, by Ruby's `to_i` alone. */
export function fixedRange(from: unknown, to: unknown): LiquidRange {
  return new LiquidRange(literalEnd(from), literalEnd(to))
}

function literalEnd(value: unknown): number | bigint {
  if (isInteger(value)) return value
  if (value === null || value === undefined) return 0
  if (typeof value === 'string') return leadingInteger(value)
  const number = Number(value)
  if (!Number.isFinite(number)) throw new Fault('internal')
  return Math.trunc(number)
}
