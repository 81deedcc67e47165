/** `jsonify` and `inspect`. */
import { escapeXmlAttribute } from '../../base/index.ts'
import type { FilterDefinition } from '../../liquid/index.ts'
import { inspect } from '../inspect.ts'
import { toJson } from '../json.ts'
import { registersOf } from '../registers.ts'

export const dataFilters: Readonly<Record<string, FilterDefinition>> = {
  jsonify: {
    min: 0,
    max: 0,
    run: (ctx, input) => toJson(input, registersOf(ctx).view.config.reference),
  },
  /** Escaped for XML, so that it can stand in a page. */
  inspect: { min: 0, max: 0, encoding: 'kept', run: (_ctx, input) => escapeXmlAttribute(inspect(input)) },
}
