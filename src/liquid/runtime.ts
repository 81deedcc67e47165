/** The functions emitted code calls, under the names of `RUNTIME_NAMES`. */
import { isTruthy, RubyFloat } from '../base/index.ts'
import { contains, eq, greater, greaterEqual, less, lessEqual, unknownOperator } from './compare.ts'
import type { RuntimeName } from './emit-values.ts'
import { asciiOf, soleAscii } from './encodings.ts'
import { fixedRange, range, segment } from './iterate.ts'
import { at, firstOf, get, lastOf, sizeOf, walk } from './lookup.ts'
import { arity } from './rendering.ts'
import { text } from './to-text.ts'
import { ASKED_BLANK, BLANK, EMPTY } from './values.ts'

export const RUNTIME: Readonly<Record<RuntimeName, unknown>> = Object.freeze({
  text,
  isTruthy,
  get,
  at,
  sizeOf,
  firstOf,
  lastOf,
  eq,
  less,
  lessEqual,
  greater,
  greaterEqual,
  contains,
  unknownOperator,
  range,
  fixedRange,
  segment,
  EMPTY,
  ASKED_BLANK,
  BLANK,
  RubyFloat,
  arity,
  walk,
  asciiOf,
  soleAscii,
})
