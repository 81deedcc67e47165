/**
 * The entities kramdown knows by name: those of HTML 4 and `apos`, with one of its own and two pairs that it has the wrong
 * way round; from 2.5 on more. Found by asking kramdown for every name of HTML 5.
 */
import { HTML4_ENTITIES } from '../base/index.ts'
import { HTML5_ENTITIES } from './html5-entities.ts'

export interface Entities {
  /** code point by name */
  readonly codes: ReadonlyMap<string, number>
  /** the name that is printed, by code point */
  readonly names: ReadonlyMap<number, string>
}

function entities(codes: ReadonlyMap<string, number>): Entities {
  return { codes, names: new Map([...codes].map(([name, code]) => [code, name])) }
}

const OLD_ENTITIES: readonly (readonly [string, number])[] = [
  ...HTML4_ENTITIES,
  ['vellip', 8942],
  ['lceil', 8969],
  ['rceil', 8968],
  ['lang', 9002],
  ['rang', 9001],
]

export const FEWER_ENTITIES = entities(new Map(OLD_ENTITIES))
export const ALL_ENTITIES = entities(new Map([...OLD_ENTITIES, ...HTML5_ENTITIES]))
