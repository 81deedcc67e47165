/** JSON as Ruby's generator writes it: `to_json` on one line, `pretty_generate` with two spaces. */
import { floatToS, hasGem, isHash, type Reference, RubyFloat, rubyToS, type Value } from '../base/index.ts'
import { Drop, toText } from '../liquid/index.ts'
import { JekyllDrop } from './drops/drop.ts'
import { HostError } from './failure.ts'

interface Shape {
  readonly newline: string
  readonly indent: string
  readonly colon: string
  /** undefined where it is written as any other: over several lines */
  readonly emptyList: string | undefined
  readonly float: (value: number) => string
}

/** Ruby's default `max_nesting`. */
const MAX_NESTING = 100

/** Jekyll's `jsonify`, by the json of `reference`. Throws a HostError for NaN, the infinities and a nesting beyond 100. */
export function toJson(value: unknown, reference: Reference): string {
  return write(value, 0, { newline: '', indent: '', colon: ':', emptyList: '[]', float: floatOf(reference) })
}

/** Ruby's `JSON.pretty_generate`, which is how drops inspect. Before json 2.8 an empty array takes three lines. */
export function prettyJson(drop: JekyllDrop): string {
  const { reference } = drop
  const emptyList = hasGem(reference, 'json', '2.8') ? '[]' : undefined
  return write(drop, 0, { newline: '\n', indent: '  ', colon: ': ', emptyList, float: floatOf(reference) })
}

function floatOf(reference: Reference): (value: number) => string {
  return hasGem(reference, 'json', '2.15') ? floatToJson : floatToS
}

/** A float since json 2.15: ten digits behind the point before there is an exponent, which has no zero before it. */
function floatToJson(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-9 || (size >= 1e15 && Number.isInteger(value)))) return value.toExponential()
  if (size === 0 || size >= 1e-4) return floatToS(value)
  const [mantissa = '', exponent = ''] = size.toExponential().split('e-')
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace('.', '')}`
}

function write(value: unknown, depth: number, shape: Shape): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (typeof value === 'number') return Number.isInteger(value) ? rubyToS(value) : writeFloat(value, shape)
  if (value instanceof RubyFloat) return writeFloat(value.value, shape)
  if (depth > MAX_NESTING) throw tooDeep()
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
  if (items.length === 0 && shape.emptyList !== undefined) return shape.emptyList
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

function tooDeep(): HostError {
  return new HostError((reference) =>
    reference === undefined || hasGem(reference, 'json', '2.10')
      ? `nesting of ${MAX_NESTING + 1} is too deep. Did you try to serialize objects with circular references?`
      : `nesting of ${MAX_NESTING} is too deep`,
  )
}

function writeFloat(value: number, { float }: Shape): string {
  if (Number.isFinite(value)) return float(value)
  throw new HostError((reference) => {
    const number = reference === undefined || hasGem(reference, 'json', '2.9') ? '' : '1000: '
    return `${number}${floatToS(value)} not allowed in JSON`
  })
}
