/** Jekyll's filters by name. `sort`, `where` and `slice`-like ones of the same name replace Liquid's. */
import type { FilterDefinition } from '../../liquid/index.ts'
import { dataFilters } from './data.ts'
import { dateFilters } from './date.ts'
import { groupFilters } from './group.ts'
import { listEditFilters } from './list-edit.ts'
import { markupFilters } from './markup.ts'
import { sortFilters } from './sort.ts'
import { textFilters } from './text.ts'
import { urlFilters } from './url.ts'
import { whereFilters } from './where.ts'

export const jekyllFilters: Readonly<Record<string, FilterDefinition>> = {
  ...dataFilters,
  ...dateFilters,
  ...groupFilters,
  ...listEditFilters,
  ...markupFilters,
  ...sortFilters,
  ...textFilters,
  ...urlFilters,
  ...whereFilters,
}
