/** Values as Ruby prints them: `to_s` and `inspect` (Ruby 3.1: `{"a"=>1}`). */
import { CalendarDate, Time } from './time.ts'
import { dateInspect, dateToS, timeInspect, timeToS } from './time-text.ts'
import { isHash, listOrNone, RubyFloat, type Value } from './value.ts'

/** Ruby's `Float#to_s`: `1.0`, `0.1`, `1.0e+20`, `1.0e-05`, `Infinity`, `NaN`. */
export function floatToS(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Infinity' : 'Infinity'
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const size = Math.abs(value)
  // From 1e15 on only a fraction keeps a float from the exponent form.
  if (size >= 1e-4 && (size < 1e15 || !Number.isInteger(value))) {
    const text = String(value)
    return text.includes('.') ? text : `${text}.0`
  }
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  const digits = exponent.slice(1).padStart(2, '0')
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${exponent[0]}${digits}`
}

/** Ruby's `to_s`: nil is empty, hashes and arrays as `inspect`. */
export function rubyToS(value: Value): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return scalarToS(value) ?? rubyInspect(value)
}

/** Ruby's `inspect`. A value nested beyond 1000 levels is cut with `...`, as Ruby shows recursion. */
export function rubyInspect(value: Value): string {
  return inspect(value, 0)
}

const MAX_DEPTH = 1000

function inspect(value: Value, depth: number): string {
  if (value === null || value === undefined) return 'nil'
  if (typeof value === 'string') return inspectString(value)
  if (value instanceof Time) return timeInspect(value)
  if (value instanceof CalendarDate) return dateInspect(value)
  const scalar = scalarToS(value)
  if (scalar !== undefined) return scalar
  if (isHash(value)) {
    if (depth > MAX_DEPTH) return '{...}'
    if (value.size === 0) return '{}'
    const pairs: string[] = []
    for (const [key, item] of value) pairs.push(`${inspect(key, depth + 1)}=>${inspect(item, depth + 1)}`)
    return `{${pairs.join(', ')}}`
  }
  if (depth > MAX_DEPTH) return '[...]'
  return `[${listOrNone(value)
    .map((item) => inspect(item, depth + 1))
    .join(', ')}]`
}

/** `to_s` of numbers, booleans, times and dates; undefined for collections. */
function scalarToS(value: Exclude<Value, null | undefined | string>): string | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && !Object.is(value, -0) ? integerToS(value) : floatToS(value)
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (value instanceof RubyFloat) return floatToS(value.value)
  if (value instanceof Time) return timeToS(value)
  if (value instanceof CalendarDate) return dateToS(value)
  return undefined
}

/** Integers beyond 2^53 should be bigints; one that is not still prints all its digits. */
function integerToS(value: number): string {
  return Math.abs(value) < 1e21 ? String(value) : String(BigInt(value))
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '#{': '\\#{',
  '#$': '\\#$',
  '#@': '\\#@',
}

const UNPRINTABLE = /["\\]|#[{$@]|(?!\u0085)[\p{Cc}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Ruby's `String#inspect` for UTF-8: quoted, with `\n`, `\e`, `\u0000` and `\#{` escaped. */
export function inspectString(text: string): string {
  if (/^[ !$-[\]-~]*$/.test(text)) return `"${text}"`
  const escaped = text.replace(UNPRINTABLE, (char) => {
    const known = ESCAPES[char]
    if (known !== undefined) return known
    const code = char.codePointAt(0) ?? 0
    const hex = code.toString(16).toUpperCase()
    return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`
  })
  return `"${escaped}"`
}
