/** What filters share: their definitions, lists from whatever comes in, properties of items. */
import { Fault } from '../faults.ts'
import { itemsOf } from '../iterate.ts'
import { get } from '../lookup.ts'
import { toS } from '../to-text.ts'
import { Drop, type FilterDefinition, type RenderContext } from '../types.ts'
import { isInteger, isPlainObject } from '../values.ts'

/** A filter that takes from `min` to `max` arguments besides its input. */
export function filter(
  min: number,
  max: number,
  run: (ctx: RenderContext, input: unknown, ...args: unknown[]) => unknown,
): FilterDefinition {
  return { min, max, run }
}

/** Arrays flattened, a hash as one item, nil as none, anything else that cannot be walked over as one. */
export function listOf(input: unknown): readonly unknown[] {
  if (Array.isArray(input)) {
    for (const item of input) if (Array.isArray(item)) return input.flat(Number.POSITIVE_INFINITY)
    return input
  }
  if (input === null || input === undefined) return []
  if (input instanceof Map || isPlainObject(input)) return [input]
  return itemsOf(input) ?? [input]
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
 * `item[property]` as Ruby gives it: of a hash or drop its field, of a text that part of it. Throws a Fault for numbers
 * and arrays. Undefined for what has no properties.
 */
export function propertyOf(item: unknown, property: unknown): unknown {
  if (typeof property === 'string') {
    if (item instanceof Map || item instanceof Drop || isPlainObject(item))
      return get(item, property, LAX) ?? null
    if (typeof item === 'string') return item.includes(property) ? property : null
  } else if (item instanceof Map) return item.get(property) ?? null
  else if (isInteger(property) && Array.isArray(item)) return item.at(Number(property)) ?? null
  else if (item instanceof Drop || isPlainObject(item)) return get(item, toS(property), LAX) ?? null
  if (hasProperties(item)) throw new Fault(`cannot select the property '${toS(property)}'`)
  return undefined
}
