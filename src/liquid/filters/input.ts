/** What filters share: their definitions, lists from whatever comes in, properties of items. */
import { Time, timeParts } from '../../base/index.ts'
import { Fault } from '../faults.ts'
import { itemsOf } from '../iterate.ts'
import { get } from '../lookup.ts'
import { toS } from '../to-text.ts'
import { Drop, type FilterDefinition, type RenderContext } from '../types.ts'
import { checkLength, isInteger, isNumber, isPlainObject, LiquidRange } from '../values.ts'

/** A filter that takes from `min` to `max` arguments besides its input. */
export function filter(
  min: number,
  max: number,
  run: (ctx: RenderContext, input: unknown, ...args: unknown[]) => unknown,
): FilterDefinition {
  return { min, max, run }
}

/** Arrays flattened, a hash as one item, nil as none, a time its parts, anything else that cannot be walked over as one. */
export function flatItems(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) {
    for (const item of input)
      if (Array.isArray(item)) {
        checkLength(flatLength(input))
        return input.flat(Number.POSITIVE_INFINITY)
      }
    return input
  }
  if (input === null || input === undefined) return []
  if (input instanceof Map || isPlainObject(input)) return [input]
  if (input instanceof Time) return timeParts(input)
  return itemsOf(input) ?? [input]
}

/** How many items lists within `list` have together; one that stands there many times is looked at once. */
function flatLength(list: readonly unknown[], known = new Map<readonly unknown[], number>()): number {
  let length = list.length
  for (const item of list) {
    if (!Array.isArray(item)) continue
    let inner = known.get(item)
    if (inner === undefined) {
      inner = flatLength(item, known)
      known.set(item, inner)
    }
    length += inner - 1
  }
  return length
}

const LAX = { strictVariables: false } as const

/** Whether Ruby's `item[property]` can be asked at all. */
export function hasProperties(item: unknown): boolean {
  return (
    typeof item === 'string' ||
    isInteger(item) ||
    Array.isArray(item) ||
    item instanceof Map ||
    item instanceof Drop ||
    isPlainObject(item)
  )
}

/**
 * `item[property]` as Ruby gives it: of a hash or drop its field; of a text that part of it, or the character at an
 * index; of an array the item at an index; of an Integer the bit. Throws a Fault where Ruby has a TypeError. Undefined
 * for what has no properties.
 */
export function propertyOf(item: unknown, property: unknown): unknown {
  if (item instanceof Map)
    return (typeof property === 'string' ? get(item, property, LAX) : item.get(property)) ?? null
  if (item instanceof Drop || isPlainObject(item)) return get(item, toS(property), LAX) ?? null
  if (typeof item === 'string' && typeof property === 'string')
    return item.includes(property) ? property : null
  if (typeof property === 'bigint' && !isInteger(item) && hasProperties(item)) throw new Fault('internal')
  if (isNumber(property) && hasProperties(item)) return indexed(item, Math.trunc(Number(property)))
  if (property instanceof LiquidRange && hasProperties(item)) return sliced(item, property)
  if (hasProperties(item)) throw new Fault(`cannot select the property '${toS(property)}'`)
  return undefined
}

/** `item[first..last]`: part of a text or array, bits of an Integer. */
function sliced(item: unknown, range: LiquidRange): unknown {
  const from = Number(range.first)
  const to = Number(range.last)
  if (isInteger(item))
    return from > to || from < 0
      ? item
      : Number(BigInt.asUintN(Math.min(to - from + 1, 62), BigInt(item) >> BigInt(Math.min(from, 1_000_000))))
  const items: readonly unknown[] = typeof item === 'string' ? Array.from(item) : (item as readonly unknown[])
  const start = from < 0 ? items.length + from : from
  if (start < 0 || start > items.length) return null
  const part = items.slice(start, Math.max(start, to < 0 ? items.length + to + 1 : to + 1))
  return typeof item === 'string' ? part.join('') : part
}

function indexed(item: unknown, index: number): unknown {
  if (Array.isArray(item)) return item.at(index) ?? null
  if (typeof item === 'string') return Array.from(item).at(index) ?? null
  return index < 0 ? 0 : Number((BigInt(item as number | bigint) >> BigInt(Math.min(index, 1_000_000))) & 1n)
}
