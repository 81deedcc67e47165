/** A property of an item, as Jekyll's `where`, `group_by` and `sort` look it up, and Ruby's `Array()`. */
import { isHash, RubyFloat, Time, timeParts } from '../../base/index.ts'
import { Drop, toText } from '../../liquid/index.ts'
import type { JekyllRules } from '../../site/index.ts'
import { HostError } from '../failure.ts'
import { inspect } from '../inspect.ts'
import { noConversion, noMethod } from '../ruby-message.ts'

const NUMBER = /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/
const INTEGER = /^\s*-?\d+\s*$/

/** A text that is a number is that number to filters: `05` is 5. */
function numberIn(value: unknown): unknown {
  if (typeof value !== 'string' || !NUMBER.test(value)) return value
  const number = Number.parseFloat(value)
  if (INTEGER.test(value)) return Number.isSafeInteger(number) ? number : BigInt(value.trim())
  return Number.isInteger(number) ? new RubyFloat(number) : number
}

/**
 * `item[property]`; a dotted property goes step by step and ends with `false` where there is nothing more to look into.
 * A string gives the property where it contains it (Ruby's `String#[]`). Throws a HostError for nil and numbers, as
 * Ruby raises.
 */
export function itemProperty(item: unknown, property: string, rules: JekyllRules): unknown {
  if (rules.namesList && Array.isArray(item)) throw listFault(item, property)
  const value = propertyAt(item, property)
  return rules.sortsNumbersInText ? numberIn(value) : value
}

function propertyAt(item: unknown, property: string): unknown {
  if (!property.includes('.')) return field(item, property)
  let value = item
  for (const key of property.split('.')) {
    if (!hasFields(value)) return false
    value = field(value, key)
  }
  return value
}

function listFault(item: readonly unknown[], property: string): HostError {
  const shown = [...inspect(item)].slice(0, 20).join('')
  return new HostError(
    `Error accessing object (${shown}) with given key. Expected an integer but got ${inspect(property)} instead.`,
  )
}

/** Whether Ruby can be asked for `value[key]`; it may still stop for the key. */
function hasFields(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value)
  if (typeof value === 'object') return value instanceof Drop || isHash(value) || Array.isArray(value)
  return typeof value === 'string' || typeof value === 'bigint'
}

function field(item: unknown, key: string): unknown {
  if (item instanceof Drop) return item.get(key)
  if (isHash(item)) return item.get(key)
  if (typeof item === 'string') return item.includes(key) ? key : null
  if (Array.isArray(item) || typeof item === 'number' || typeof item === 'bigint')
    throw noConversion('', 'Integer')
  throw noMethod('[]', item)
}

/** The texts of Ruby's `Array(value)`: a hash is its pairs, a time its ten fields, nil nothing. */
export function texts(value: unknown): readonly string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.map(toText)
  if (isHash(value)) return [...value].map((pair) => inspect(pair))
  if (value instanceof Time) return timeParts(value).map(toText)
  return [toText(value)]
}
