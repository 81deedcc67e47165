/** `!!float 3`: Ruby's `Float()` of what a text looks like. */
import { inspectString, rubyToS } from './ruby-text.ts'
import { Time } from './time.ts'
import { RubyFloat, toFloat, type Value } from './value.ts'
import { resolveScalar } from './yaml-scalar.ts'
import type { Zone } from './zone.ts'

type Read =
  | { readonly value: Value; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string }

const FLOAT_TEXT = /^\s*[-+]?(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][-+]?\d+(?:_\d+)*)?\s*$/
/** In sixteens: the sign, what is before and behind the point, and the power of two. */
const HEX_FLOAT = /^\s*([-+]?)0[xX]([\da-fA-F]+)(?:(?:\.([\da-fA-F]+))?[pP]([-+]?\d+(?:_\d+)*))?\s*$/

/** The float, or what Ruby says where there is none. */
export function taggedFloat(text: string, zone: Zone): Read {
  const value = resolveScalar(text, zone)
  if (typeof value === 'number' || value instanceof RubyFloat || typeof value === 'bigint')
    return { value: toFloat(typeof value === 'number' ? value : Number(rubyToS(value))) }
  if (value instanceof Time) return { value: toFloat(value.seconds + value.nanos / 1e9) }
  if (typeof value !== 'string') return { problem: `can't convert ${inspectNone(value)} into Float` }
  const hex = HEX_FLOAT.exec(text)
  if (hex !== null) return { value: toFloat(hexFloat(hex)) }
  if (!FLOAT_TEXT.test(text)) return { problem: `invalid value for Float(): ${inspectString(text)}` }
  return { value: toFloat(Number(text.replaceAll('_', ''))) }
}

function hexFloat([, sign, whole = '', fraction = '', power = '0']: RegExpExecArray): number {
  const exponent = Number(power.replaceAll('_', '')) - 4 * fraction.length
  return Number(`${sign}1`) * Number(`0x${whole}${fraction}`) * 2 ** exponent
}

function inspectNone(value: Value): string {
  return value === null ? 'nil' : typeof value === 'boolean' ? String(value) : 'Date'
}
