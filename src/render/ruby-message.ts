/** The messages of Ruby's own errors, which Jekyll lets through to its users. */
import { CalendarDate, hasGem, isHash, RubyFloat, Time } from '../base/index.ts'
import { LiquidRange, MethodLiteral } from '../liquid/index.ts'
import { JekyllDrop } from './drops/drop.ts'
import { HostError } from './failure.ts'
import { inspect } from './inspect.ts'

/** The name of Ruby's class of `value`. */
export function rubyClass(value: unknown): string {
  if (value === null || value === undefined) return 'NilClass'
  if (value === true) return 'TrueClass'
  if (value === false) return 'FalseClass'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'bigint') return 'Integer'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float'
  if (value instanceof RubyFloat) return 'Float'
  if (value instanceof Time) return 'Time'
  if (value instanceof CalendarDate) return 'Date'
  if (isHash(value)) return 'Hash'
  if (Array.isArray(value)) return 'Array'
  if (value instanceof JekyllDrop) return value.className
  if (value instanceof LiquidRange) return 'Range'
  if (value instanceof MethodLiteral) return 'Liquid::Expression::MethodLiteral'
  return 'Object'
}

/** `undefined method` that `value` lacks: Ruby before 3.3 shows the value, later ones what it is. */
export function noMethod(method: string, value: unknown): HostError {
  return new HostError((reference) => {
    const since = (ruby: string): boolean => reference === undefined || hasGem(reference, 'ruby', ruby)
    const quote = since('3.4') ? "'" : '`'
    return `undefined method ${quote}${method}' for ${since('3.3') ? kindOf(value) : shown(value)}`
  })
}

/** `1:Integer`, `nil:NilClass`, `#<Date: …>`. */
function shown(value: unknown): string {
  const text = isSpecial(value) ? specialName(value) : inspect(value)
  return text.startsWith('#') ? text : `${text}:${rubyClass(value)}`
}

/** `an instance of Integer`, `nil`. */
function kindOf(value: unknown): string {
  return isSpecial(value) ? specialName(value) : `an instance of ${rubyClass(value)}`
}

type Special = boolean | null | undefined

function isSpecial(value: unknown): value is Special {
  return value === null || value === undefined || typeof value === 'boolean'
}

function specialName(value: Special): string {
  return String(value ?? 'nil')
}

/** `no implicit conversion of Integer into String`. */
export function noConversion(value: unknown, into: string): HostError {
  const known = isSpecial(value) ? specialName(value) : rubyClass(value)
  return new HostError(`no implicit conversion of ${known} into ${into}`)
}

/** How Ruby names the right-hand value of a comparison that failed: small values as they are, others by class. */
export function comparisonName(value: unknown): string {
  const small =
    value === null || value === undefined || ['boolean', 'number', 'bigint'].includes(typeof value)
  return small || value instanceof RubyFloat ? inspect(value) : rubyClass(value)
}
