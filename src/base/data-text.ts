/** Data as a text that differs when the data does: for digests, not to be read back. */
import { CalendarDate, Time } from './time.ts'
import { RubyFloat } from './value.ts'

/** Deeper data is taken for one that holds itself. */
const MAX_DEPTH = 200

/**
 * `data`, values and plain objects, lists, maps and sets of them, as text: hashes keep their order, keys and values their
 * kinds; a property that is undefined counts as absent. Undefined where something in it is no data: a function, a drop,
 * a hash that holds itself.
 */
export function dataText(data: unknown): string | undefined {
  const parts: string[] = []
  return append(parts, data, 0) ? parts.join('') : undefined
}

function append(parts: string[], value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'string':
      parts.push(`s${value.length}:`, value)
      return true
    case 'number':
      parts.push(Object.is(value, -0) ? 'n-0;' : `n${value};`)
      return true
    case 'boolean':
      parts.push(value ? 'T' : 'F')
      return true
    case 'bigint':
      parts.push(`i${value};`)
      return true
    case 'undefined':
      parts.push('U')
      return true
    case 'object':
      return value === null ? parts.push('N') > 0 : appendObject(parts, value, depth + 1)
    default:
      return false
  }
}

function appendObject(parts: string[], value: object, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  if (value instanceof Map) {
    parts.push('{')
    for (const [key, item] of value)
      if (!append(parts, key, depth) || !append(parts, item, depth)) return false
    parts.push('}')
    return true
  }
  if (Array.isArray(value) || value instanceof Set) {
    parts.push(Array.isArray(value) ? '[' : '<')
    for (const item of value) if (!append(parts, item, depth)) return false
    parts.push(']')
    return true
  }
  if (value instanceof Time) {
    parts.push(`t${value.seconds},${value.nanos},${value.offset},${value.utc};`)
    return append(parts, value.zone, depth)
  }
  if (value instanceof CalendarDate) {
    parts.push(`d${value.year},${value.month},${value.day};`)
    return true
  }
  if (value instanceof RubyFloat) return append(parts, value.value, depth) && parts.push('f') > 0
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) return false
  parts.push('(')
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue
    if (!append(parts, key, depth) || !append(parts, item, depth)) return false
  }
  parts.push(')')
  return true
}
