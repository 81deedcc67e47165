/** Values as templates see them: reading fields, and Liquid's `default`. */
import { isHash, type Value } from '../base/index.ts'
import { Drop, lookup, toText } from '../liquid/index.ts'
import type { Config } from '../site/index.ts'

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

/** Ruby's truth. */
export function truthy(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false
}

/** `value` as a template prints it. */
export function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : toText(value)
}

/** The hash under `name` in the configuration: a plugin's own settings; empty when there is none. */
export function settingsOf(config: Config, name: string): ReadonlyMap<Value, Value> {
  const value = config.data.get(name)
  return isHash(value) ? value : new Map()
}

/** `value` as a list: an array as it is, nothing as none, one value as one. */
export function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[]
  return value === null || value === undefined ? [] : [value]
}
