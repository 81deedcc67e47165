/** Ruby's `to_s` and `inspect` for whatever a template can hold. */
import {
  CalendarDate,
  inspectString,
  RubyFloat,
  rubyInspect,
  rubyToS,
  Time,
  type Value,
} from '../base/index.ts'
import { Drop } from './types.ts'
import { isPlainObject, LiquidRange, MethodLiteral } from './values.ts'

const MAX_DEPTH = 1000

/** What `{{ value }}` prints: nil nothing, arrays their items joined, hashes as Ruby inspects them. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : other(value, 0)
}

function other(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'number':
      return value % 1 === 0 && value < 1e15 && value > -1e15 && !Object.is(value, -0)
        ? `${value}`
        : rubyToS(value)
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'object':
      break
    default:
      return ''
  }
  if (value === null) return ''
  if (Array.isArray(value)) return depth > MAX_DEPTH ? '' : joined(value, '', depth)
  if (value instanceof Drop) return value.toText()
  if (value instanceof LiquidRange) return value.toText()
  if (value instanceof MethodLiteral) return ''
  if (isScalar(value)) return rubyToS(value)
  return inspectAt(value, 0)
}

/** Ruby's `to_s`, which filters apply to their input: arrays as Ruby inspects them, all else as it prints. */
export function toS(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? inspectAt(value, 0) : other(value, 0)
}

/** Ruby's `Array#join`: nested arrays join with the same text between. */
export function joinValues(items: readonly unknown[], glue: string): string {
  return joined(items, glue, 0)
}

function joined(items: readonly unknown[], glue: string, depth: number): string {
  let out = ''
  for (let i = 0; i < items.length; i++) {
    if (i > 0) out += glue
    const item = items[i]
    if (typeof item === 'string') out += item
    else if (Array.isArray(item)) {
      if (depth < MAX_DEPTH) out += joined(item, glue, depth + 1)
    } else out += other(item, depth + 1)
  }
  return out
}

/** Ruby's `inspect`. */
export function inspectValue(value: unknown): string {
  return inspectAt(value, 0)
}

function isScalar(value: object): value is RubyFloat | Time | CalendarDate {
  return value instanceof RubyFloat || value instanceof Time || value instanceof CalendarDate
}

function inspectAt(value: unknown, depth: number): string {
  if (typeof value === 'string') return inspectString(value)
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' || typeof value === 'symbol' ? 'nil' : rubyInspect(value as Value)
  if (Array.isArray(value))
    return depth > MAX_DEPTH ? '[...]' : `[${value.map((item) => inspectAt(item, depth + 1)).join(', ')}]`
  if (value instanceof Map) return pairs(value, depth)
  if (value instanceof Drop) {
    const own = value.inspect()
    if (own !== undefined) return own
    const keys = value.keys()
    return keys.length === 0
      ? value.toText()
      : pairs(
          keys.map((key) => [key, value.get(key)] as const),
          depth,
        )
  }
  if (isScalar(value)) return rubyInspect(value)
  if (value instanceof LiquidRange) return value.toText()
  if (isPlainObject(value)) return pairs(Object.entries(value), depth)
  return value instanceof MethodLiteral ? wordInspect(value) : '{}'
}

/** As Ruby inspects the object, but for its address. */
function wordInspect({ method }: MethodLiteral): string {
  return `#<Liquid::Expression::MethodLiteral @method_name=:${method.replace('?', '')}?, @to_s="">`
}

function pairs(entries: Iterable<readonly [unknown, unknown]>, depth: number): string {
  if (depth > MAX_DEPTH) return '{...}'
  const shown: string[] = []
  for (const [key, item] of entries) shown.push(`${inspectAt(key, depth + 1)}=>${inspectAt(item, depth + 1)}`)
  return `{${shown.join(', ')}}`
}
