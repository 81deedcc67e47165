/** Ruby's `inspect` for everything a template can hold: values, drops, ranges. */
import { inspectString, isHash, rubyInspect, type Value } from '../base/index.ts'
import { Drop, inspectValue } from '../liquid/index.ts'
import { JekyllDrop } from './drops/drop.ts'
import { prettyJson } from './json.ts'

/** `value.inspect`. Documents, pages and static files are drops on their own, but plain objects inside a collection. */
export function inspect(value: unknown, inside = false): string {
  if (typeof value === 'string') return inspectString(value)
  if (Array.isArray(value)) return `[${value.map((item) => inspect(item, true)).join(', ')}]`
  if (isHash(value)) {
    const pairs: string[] = []
    for (const [key, item] of value) pairs.push(`${inspect(key, true)}=>${inspect(item, true)}`)
    return `{${pairs.join(', ')}}`
  }
  if (value instanceof JekyllDrop) return inspectDrop(value, inside)
  if (value instanceof Drop) return inspectValue(value)
  return typeof value === 'object' && value !== null ? inspectValue(value) : rubyInspect(value as Value)
}

function inspectDrop(drop: JekyllDrop, inside: boolean): string {
  const object = inside ? drop.inspect() : undefined
  if (object !== undefined) return object
  if (drop.style === 'class') return drop.className
  if (drop.style === 'json') return prettyJson(drop)
  return `{${drop
    .keys()
    .map((key) => `${inspectString(key)}=>${inspect(drop.get(key), true)}`)
    .join(', ')}}`
}
