/**
 * The entities kramdown knows by name: those of HTML 4 and `apos`, with one of its own and two pairs that it has the wrong
 * way round. Found by asking kramdown 2.4 for every name of HTML 5.
 */
import { HTML4_ENTITIES } from '../base/index.ts'

/** Code point by name. */
export const ENTITY_CODES: ReadonlyMap<string, number> = new Map([
  ...HTML4_ENTITIES,
  ['vellip', 8942],
  ['lceil', 8969],
  ['rceil', 8968],
  ['lang', 9002],
  ['rang', 9001],
])

/** Name by code point. */
export const ENTITY_NAMES: ReadonlyMap<number, string> = new Map(
  [...ENTITY_CODES].map(([name, code]): [number, string] => [code, name]),
)
