/** JSON as Ruby's generator writes it: `to_json` on one line, `pretty_generate` with two spaces. */
import { floatToS, isHash, RubyFloat, rubyToS, type Value } from '../base/index.ts'
import { Drop, toText } from '../liquid/index.ts'
import { JekyllDrop } from './drops/drop.ts'
import { HostError } from './failure.ts'

interface Shape {
  readonly newline: string
  readonly indent: string
  readonly colon: string
}

const COMPACT: Shape = { newline: '', indent: '', colon: ':' }
const PRETTY: Shape = { newline: '\n', indent: '  ', colon: ': ' }
/** Ruby's default `max_nesting`. */
const MAX_NESTING = 100

/** Jekyll's `jsonify`. Throws a HostError for NaN, the infinities and a nesting beyond 100. */
export function toJson(value: unknown): string {
  return write(value, 0, COMPACT)
}

/** Ruby's `JSON.pretty_generate`, which is how drops inspect. An empty array takes three lines. */
export function prettyJson(drop: JekyllDrop): string {
  return write(drop, 0, PRETTY)
}

function write(value: unknown, depth: number, shape: Shape): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return Number.isInteger(value) ? rubyToS(value) : writeFloat(value)
  if (value instanceof RubyFloat) return writeFloat(value.value)
  if (depth > MAX_NESTING) throw new HostError(`nesting of ${depth} is too deep`)
  if (Array.isArray(value)) return writeArray(value, depth, shape)
  if (isHash(value)) return writeObject(hashPairs(value), depth, shape)
  if (value instanceof JekyllDrop) return writeObject(value.jsonPairs(depth), depth, shape)
  if (value instanceof Drop) return writeDrop(value, depth, shape)
  return JSON.stringify(toText(value))
}

/** A plugin's drop by its fields; one that names none, as Liquid's own, by its text. */
function writeDrop(drop: Drop, depth: number, shape: Shape): string {
  const keys = drop.keys()
  if (keys.length === 0) return JSON.stringify(drop.toText())
  return writeObject(
    keys.map((key) => [key, drop.get(key)] as const),
    depth,
    shape,
  )
}

function* hashPairs(hash: ReadonlyMap<Value, Value>): Iterable<readonly [string, unknown]> {
  for (const [key, item] of hash) yield [rubyToS(key), item]
}

function writeArray(items: readonly unknown[], depth: number, shape: Shape): string {
  if (items.length === 0 && shape === COMPACT) return '[]'
  const inner = shape.newline + shape.indent.repeat(depth + 1)
  const texts = items.map((item) => write(item, depth + 1, shape))
  return `[${items.length === 0 ? shape.newline : inner}${texts.join(`,${inner}`)}${shape.newline}${shape.indent.repeat(depth)}]`
}

function writeObject(pairs: Iterable<readonly [string, unknown]>, depth: number, shape: Shape): string {
  const inner = shape.newline + shape.indent.repeat(depth + 1)
  const texts: string[] = []
  for (const [key, item] of pairs)
    texts.push(`${JSON.stringify(key)}${shape.colon}${write(item, depth + 1, shape)}`)
  if (texts.length === 0) return '{}'
  return `{${inner}${texts.join(`,${inner}`)}${shape.newline}${shape.indent.repeat(depth)}}`
}

function writeFloat(value: number): string {
  const text = floatToS(value)
  if (!Number.isFinite(value)) throw new HostError(`1000: ${text} not allowed in JSON`)
  return text
}
