/** The filters of Liquid 4.0, as differences from the newest ones. */
import { toInteger } from '../numbers.ts'
import { toS } from '../to-text.ts'
import type { FilterDefinition } from '../types.ts'
import { filter } from './input.ts'
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

const OTHERWISE: Readonly<Record<string, FilterDefinition>> = {
  default: filter(0, 1, (_ctx, input, fallback = '') => useDefault(input, fallback, undefined)),
  newline_to_br: filter(0, 0, (_ctx, input) => toS(input).replaceAll('\n', '<br />\n')),
  truncatewords: filter(0, 2, (_ctx, input, count = 15, ending = '...') =>
    truncateWords(input, count, ending),
  ),
}

export const FILTERS_4_0: Readonly<Record<string, FilterDefinition>> = Object.fromEntries(
  Object.entries({ ...LIQUID_FILTERS, ...OTHERWISE }).filter(([name]) => !UNKNOWN.includes(name)),
)

/** As many words as it may have get the ending, too. */
function truncateWords(input: unknown, count: unknown, ending: unknown): unknown {
  if (input === null || input === undefined) return null
  const words = split(toS(input), ' ')
  const given = Number(toInteger(count))
  const limit = Math.max(given, 1)
  return words.length >= limit ? words.slice(0, limit).join(' ') + toS(ending) : input
}
