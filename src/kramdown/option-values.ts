/**
 * Values of options as kramdown 2.4 reads them, from YAML, from JSON and from the text of `{::options name="value" /}`.
 * A reader gives `undefined` for a value that makes no sense, after telling `warn` so in kramdown's words.
 */
import { fixedZone, parseYaml } from '../base/index.ts'

export type Warn = (message: string) => void

/** What Ruby's `inspect` and error messages call the class of a value. */
function className(value: unknown): string {
  if (value === null || value === undefined) return 'NilClass'
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass'
  if (typeof value === 'bigint') return 'Integer'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float'
  if (Array.isArray(value)) return 'Array'
  return typeof value === 'string' ? 'String' : 'Hash'
}

function refuse(name: string, value: unknown, warn: Warn): undefined {
  warn(`Invalid type ${className(value)} for option ${name}`)
}

export function asText(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}

/** Everything is true but `false` and nothing: `no` and `off` are true. */
export function asBoolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  const text = asText(value).trim().toLowerCase().replace(/^:/, '')
  return text !== 'false' && text !== ''
}

const INTEGER = /^[+-]?(?:0x[0-9a-f]+|\d+(?:_\d+)*)$/i

/** A whole number; kramdown takes Ruby's notations. */
export function asInteger(name: string, value: unknown, warn: Warn): number | undefined {
  const text = asText(value).trim()
  if (INTEGER.test(text)) return Number(text.replaceAll('_', ''))
  warn(`Invalid integer value for option '${name}': '${text}'`)
  return undefined
}

/** A name, without the colon of Ruby's symbols; null for none. */
export function asName(value: unknown): string | null {
  // What nearly every site says, before anything is cut off.
  if (value === 'rouge' || value === 'as_char' || value === null) return value
  const text = asText(value).trim().replace(/^:/, '')
  return text === '' || text === 'nil' ? null : text
}

/** Names, from a list or a text with commas. */
export function asNames(name: string, value: unknown, warn: Warn): readonly string[] | undefined {
  if (typeof value !== 'string' && !Array.isArray(value)) return refuse(name, value, warn)
  const list: readonly unknown[] = typeof value === 'string' ? value.split(',') : value
  return list.map((one) => String(one).trim().replace(/^:/, '')).filter((one) => one !== '')
}

export const ALL_LEVELS: readonly number[] = [1, 2, 3, 4, 5, 6]

/** `1..6`, `1,3`, `[2, 3]`. */
export function asLevels(name: string, value: unknown, warn: Warn): readonly number[] | undefined {
  if (value === '1..6') return ALL_LEVELS
  let levels: number[] = []
  if (typeof value === 'string') {
    const range = /^(\d)\.\.(\d)$/.exec(value)
    if (range) for (let n = Number(range[1]); n <= Number(range[2]); n++) levels.push(n)
    else if (/^\d(?:,\d)*$/.test(value)) levels = value.split(',').map(Number)
    else {
      warn(`Invalid syntax for option ${name}`)
      return undefined
    }
  } else if (Array.isArray(value)) levels = value.map(Number)
  else return refuse(name, value, warn)
  if (levels.every((n) => n >= 1 && n <= 6)) return levels
  warn(`Level numbers for option ${name} have to be integers from 1 to 6`)
  return undefined
}

/** Names of entities or numbers: left single, right single, left double, right double. */
export const QUOTES: readonly string[] = ['lsquo', 'rsquo', 'ldquo', 'rdquo']

export function asQuotes(name: string, value: unknown, warn: Warn): readonly string[] | undefined {
  if (value === 'lsquo,rsquo,ldquo,rdquo') return QUOTES
  if (typeof value !== 'string' && !Array.isArray(value)) return refuse(name, value, warn)
  const quotes: readonly unknown[] = typeof value === 'string' ? value.split(',') : value
  if (quotes.length === 4) return quotes.map(String)
  warn(`Option ${name} needs exactly 4 values`)
  return undefined
}

const UTC = fixedZone('UTC', 0, 'UTC')

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Pairs of an object, of a Map, or of a mapping written as YAML; symbols as keys are plain names. */
export function asPairs(name: string, given: unknown, warn: Warn): [string, unknown][] | undefined {
  let value = given
  if (typeof given === 'string') {
    const { value: read, error } = parseYaml(given, UTC)
    // kramdown names the class of what the YAML means.
    value = error === undefined ? read : given
  }
  if (value instanceof Map) return [...value].map(([key, one]) => [String(key).replace(/^:/, ''), one])
  return isRecord(value) ? Object.entries(value) : refuse(name, value, warn)
}

/** An object with string keys, from whatever stands for one. */
export function asRecord(
  name: string,
  value: unknown,
  warn: Warn,
): Readonly<Record<string, unknown>> | undefined {
  if (isRecord(value) && !(value instanceof Map)) return value
  const pairs = asPairs(name, value, warn)
  return pairs && Object.fromEntries(pairs)
}

/** Link definitions: an address, and perhaps a title, by id. */
export function asLinks(
  name: string,
  value: unknown,
  warn: Warn,
): ReadonlyMap<string, { readonly url: string; readonly title: string | null }> | undefined {
  const pairs = asPairs(name, value, warn)
  if (!pairs) return undefined
  const links = new Map<string, { readonly url: string; readonly title: string | null }>()
  for (const [id, def] of pairs) {
    if (!Array.isArray(def) || def.length < 1 || def.length > 2) {
      warn(`Invalid structure for hash value of option ${name}`)
      return undefined
    }
    const title: unknown = def[1]
    links.set(id.replace(/\s+/g, ' ').toLowerCase(), {
      url: asText(def[0]),
      title: title === null || title === undefined ? null : String(title),
    })
  }
  return links
}
