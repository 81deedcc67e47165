/** All filters of Liquid by name. */
import type { FilterDefinition } from '../types.ts'
import { ARRAY_FILTERS } from './array.ts'
import { DATE_FILTERS } from './date.ts'
import { HTML_FILTERS } from './html.ts'
import { MATH_FILTERS } from './math.ts'
import { STRING_FILTERS } from './string.ts'

export const LIQUID_FILTERS: Readonly<Record<string, FilterDefinition>> = {
  ...ARRAY_FILTERS,
  ...DATE_FILTERS,
  ...HTML_FILTERS,
  ...MATH_FILTERS,
  ...STRING_FILTERS,
}
