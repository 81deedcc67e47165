/** Ruby values as plain JavaScript, for libraries and engines that take options as objects. */
import { isHash, RubyFloat, rubyToS, type Value } from '../../base/index.ts'

/** A hash becomes an object (keys as text), a whole float a number; a symbol loses its colon. */
export function plainValue(value: Value): unknown {
  if (isHash(value))
    return Object.fromEntries([...value].map(([key, item]) => [rubyToS(key), plainValue(item)]))
  if (Array.isArray(value)) return value.map(plainValue)
  if (value instanceof RubyFloat) return value.value
  return typeof value === 'string' && /^:\w+$/.test(value) ? value.slice(1) : value
}
