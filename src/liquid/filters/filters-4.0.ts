/** The filters of Liquid 4.0, as differences from the newest ones. */
import { compareValues, incomparable } from '../compare.ts'
import { toInteger } from '../numbers.ts'
import { toS } from '../to-text.ts'
import type { FilterDefinition } from '../types.ts'
import { ARRAY_FILTERS, sorted } from './array.ts'
import { filter, flatItems, hasProperties } from './input.ts'
import { split, useDefault } from './string.ts'
import { LIQUID_FILTERS } from './table.ts'

/** Later versions have them; a filter that is not known gives back its input. */
const UNKNOWN: readonly string[] = [
  'base64_decode',
  'base64_encode',
  'base64_url_safe_decode',
  'base64_url_safe_encode',
  'remove_last',
  'replace_last',
]

const uniq = ARRAY_FILTERS.uniq!

const OTHERWISE: Readonly<Record<string, FilterDefinition>> = {
  default: filter(0, 1, (_ctx, input, fallback = '') => useDefault(input, fallback, undefined)),
  newline_to_br: filter(0, 0, (_ctx, input) => toS(input).replaceAll('\n', '<br />\n')),
  sort: filter(0, 1, (_ctx, input, property) => sorted(input, property, nilLast)),
  // A lone item must have properties, too.
  uniq: filter(0, 1, (ctx, input, property) => {
    const items = flatItems(input)
    const asked = property !== null && property !== undefined && items.length > 0
    return asked && !hasProperties(items[0]) ? null : uniq.run(ctx, input, property)
  }),
  truncatewords: filter(0, 2, (_ctx, input, count = 15, ending = '...') =>
    truncateWords(input, count, ending),
  ),
}

export const FILTERS_4_0: Readonly<Record<string, FilterDefinition>> = Object.fromEntries(
  Object.entries({ ...LIQUID_FILTERS, ...OTHERWISE }).filter(([name]) => !UNKNOWN.includes(name)),
)

/** Of two nils each comes after the other. What has no order fails in the words of Ruby's own `sort`, which names the items. */
function nilLast(a: unknown, b: unknown, first: unknown, second: unknown): number {
  if (a === null || a === undefined) return 1
  if (b === null || b === undefined) return -1
  return compareValues(a, b) ?? incomparable(first, second)
}

/** As many words as it may have get the ending, too. */
function truncateWords(input: unknown, count: unknown, ending: unknown): unknown {
  if (input === null || input === undefined) return null
  const words = split(toS(input), ' ')
  const given = Number(toInteger(count))
  const limit = Math.max(given, 1)
  return words.length >= limit ? words.slice(0, limit).join(' ') + toS(ending) : input
}
