/** Reading values that a template or a configuration may hold anything in. */
import { Drop, lookup } from '../liquid/index.ts'

/** What Liquid's `default` filter passes over: nil, false, and what is empty. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return value instanceof Map && value.size === 0
}

/** The first value that is not blank, else the last: `a | default: b | default: c`. */
export function firstPresent(...values: readonly unknown[]): unknown {
  return values.find((value) => !isBlank(value)) ?? values.at(-1)
}

/** The field `key` of a hash or a drop, the item of an array; nil of anything else. */
export function fieldOf(object: unknown, key: string | number): unknown {
  if (!(object instanceof Map) && !(object instanceof Drop) && !Array.isArray(object)) return null
  return lookup(object, key)
}
