/** What Jekyll's list filters accept: arrays, ranges and hashes; anything else passes through them unchanged. */
import { isHash } from '../../base/index.ts'
import { itemsOf } from '../../liquid/index.ts'

/** The items of an array or range; a hash gives its values. Undefined for anything else. */
export function valuesOf(input: unknown): readonly unknown[] | undefined {
  return isHash(input) ? [...input.values()] : itemsOrNothing(input)
}

/** The items of an array or range; a hash gives its pairs. Undefined for anything else. */
export function pairsOf(input: unknown): readonly unknown[] | undefined {
  return isHash(input) ? [...input] : itemsOrNothing(input)
}

function itemsOrNothing(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input
  return typeof input === 'object' && input !== null ? itemsOf(input) : undefined
}
