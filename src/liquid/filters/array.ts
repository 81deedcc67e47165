/** Filters of lists. */
import { identityKey, isTruthy, type Value } from '../../base/index.ts'
import { compareValues, eq } from '../compare.ts'
import { Fault } from '../faults.ts'
import { firstOrNone, sizeOrNone } from '../lookup.ts'
import { rubySort } from '../ruby-sort.ts'
import { inspectValue, joinValues, toS } from '../to-text.ts'
import { Drop, type FilterDefinition } from '../types.ts'
import { checkLength, LiquidRange } from '../values.ts'
import { filter, flatItems, hasProperties, propertyOf } from './input.ts'

function nilSafeCompare(a: unknown, b: unknown): number {
  const order = compareValues(a, b)
  if (order !== null) return order
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  throw new Fault('cannot sort values of incompatible types')
}

function nilSafeCasecmp(a: unknown, b: unknown): number {
  // Of two nils each comes after the other, so their order turns round.
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  return compareValues(asciiLower(toS(a)), asciiLower(toS(b))) ?? 0
}

/** Ruby's `casecmp` folds ASCII letters only. */
function asciiLower(value: string): string {
  return value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** Sorted by a property, or by the items themselves; nil when some item has no properties. */
export function sorted(
  input: unknown,
  property: unknown,
  compare: (a: unknown, b: unknown, first: unknown, second: unknown) => number,
): unknown {
  const items = flatItems(input)
  if (items.length === 0) return []
  if (property === null || property === undefined) return rubySort(items, (a, b) => compare(a, b, a, b))
  if (!items.every(hasProperties)) return null
  // One item alone is compared with nothing, so its property is not asked for.
  if (items.length === 1) return items
  const keyed = items.map((item) => ({ item, key: propertyOf(item, property) }))
  return rubySort(keyed, (a, b) => compare(a.key, b.key, a.item, b.item)).map(({ item }) => item)
}

/** A text equal for what Ruby's `eql?` holds equal. */
function identityOf(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    if (value instanceof Drop) return value
    return hasDrop(value) ? inspectValue(value) : identityKey(plainToMap(value) as Value)
  }
  return identityKey(value as Value)
}

function hasDrop(value: object): boolean {
  const items = Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : []
  return (
    items.some((item) => item instanceof Drop || item instanceof LiquidRange) || value instanceof LiquidRange
  )
}

function plainToMap(value: object): unknown {
  return Object.getPrototypeOf(value) === Object.prototype ? new Map(Object.entries(value)) : value
}

/** Keeps items for which `test` of the property holds; nil when an item has no properties. */
function selected(input: unknown, property: unknown, test: (value: unknown) => boolean): unknown {
  const items = flatItems(input)
  const kept: unknown[] = []
  for (const item of items) {
    if (!hasProperties(item)) {
      // Ruby: nil and false have no `[]` at all.
      return null
    }
    if (test(propertyOf(item, property))) kept.push(item)
  }
  return kept
}

function unique(items: readonly unknown[], keyOf: (item: unknown) => unknown): unknown[] {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    const key = identityOf(keyOf(item))
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export const ARRAY_FILTERS: Readonly<Record<string, FilterDefinition>> = {
  size: filter(0, 0, (_ctx, input) => sizeOrNone(input) ?? 0),
  first: filter(0, 0, (_ctx, input) => firstOrNone(input) ?? null),
  last: filter(0, 0, (_ctx, input) => {
    if (Array.isArray(input)) return input[input.length - 1]
    return input instanceof LiquidRange ? input.last : null
  }),
  join: filter(0, 1, (_ctx, input, glue = ' ') => joinValues(flatItems(input), toS(glue))),
  sort: filter(0, 1, (_ctx, input, property) => sorted(input, property, nilSafeCompare)),
  sort_natural: filter(0, 1, (_ctx, input, property) => sorted(input, property, nilSafeCasecmp)),
  reverse: filter(0, 0, (_ctx, input) => flatItems(input).slice().reverse()),
  map: filter(1, 1, (_ctx, input, property) =>
    flatItems(input).map((item) => (property === 'to_liquid' ? item : (propertyOf(item, property) ?? null))),
  ),
  where: filter(1, 2, (_ctx, input, property, target) =>
    target === null || target === undefined
      ? selected(input, property, isTruthy)
      : selected(input, property, (value) => eq(value, target)),
  ),
  uniq: filter(0, 1, (_ctx, input, property) => {
    const items = flatItems(input)
    if (property === null || property === undefined) return unique(items, (item) => item)
    if (items.length === 1) return items
    const keys = new Map<unknown, unknown>()
    for (const item of items) {
      if (!hasProperties(item)) return null
      keys.set(item, propertyOf(item, property))
    }
    return unique(items, (item) => keys.get(item))
  }),
  compact: filter(0, 1, (_ctx, input, property) => {
    if (property !== null && property !== undefined)
      return selected(input, property, (value) => value !== null && value !== undefined)
    return flatItems(input).filter((item) => item !== null && item !== undefined)
  }),
  concat: filter(1, 1, (_ctx, input, other) => {
    if (!Array.isArray(other)) throw new Fault('concat filter requires an array argument')
    const items = flatItems(input)
    checkLength(items.length + other.length)
    return [...items, ...other]
  }),
}
