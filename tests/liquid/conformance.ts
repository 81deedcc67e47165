/** Runs the outside cases of Liquid and says which fail. Shared by the test and by `npm run conformance -- liquid`. */
import { existsSync, readFileSync } from 'node:fs'
import { type LiquidVersion, toInteger, utcTime, type Value } from '../../src/base/index.ts'
import { createEngine, LiquidFault, LiquidSyntaxError } from '../../src/liquid/index.ts'
import { parseRubyJson } from './ruby-json.ts'

const CASES = new URL('../../../shared/conformance/liquid/cases.json', import.meta.url)
/** What Liquid 4.0 answers to those of the cases that it answers otherwise. */
const ANSWERS_4_0 = new URL('../../../shared/conformance/stock/liquid.json', import.meta.url)

export interface Failure {
  readonly name: string
  readonly template: string
  readonly expected: string
  readonly got: string
}

export interface Result {
  readonly total: number
  readonly failures: readonly Failure[]
}

export function casesPresent(): boolean {
  return existsSync(CASES) && existsSync(ANSWERS_4_0)
}

/** The day on which the answers were recorded: some of them print it. */
const RECORDED = utcTime(2026, 11, 22)

const INTEGER_KEYS = /^liquid_ruby\/standard_filters\/|#test_(?:int|integer)_key_|#test_weird_keys_/

/** Where Liquid 4.0 stops at a tag of later versions, that tag does what it does there. */
const LATER_TAG = /: (?:Unknown tag '(?:render|liquid|echo)'$|Tag '\{%-?\s*#)/

type Case = ReadonlyMap<string, Value>

function read(file: URL): readonly Case[] {
  return parseRubyJson(readFileSync(file, 'utf8')) as readonly Case[]
}

/** Every case, in the order of the file. */
export function runConformance(version: LiquidVersion): Result {
  const cases = read(CASES)
  const otherwise = new Map(
    version === '4.0' ? read(ANSWERS_4_0).map((answer) => [answer.get('name'), answer]) : [],
  )
  const failures: Failure[] = []
  for (const one of cases) {
    const other = otherwise.get(one.get('name'))
    const expected = answerOf(
      other === undefined || LATER_TAG.test(String(other.get('syntax_error'))) ? one : other,
    )
    // Liquid 4.0 was asked with JSON as it is.
    const got = run(one, version, other === undefined && INTEGER_KEYS.test(String(one.get('name'))))
    if (got !== expected)
      failures.push({ name: String(one.get('name')), template: String(one.get('template')), expected, got })
  }
  return { total: cases.length, failures }
}

function answerOf(one: Case): string {
  const syntaxError = one.get('syntax_error')
  if (typeof syntaxError === 'string') return syntaxError
  const errors = (one.get('errors') as readonly string[] | undefined) ?? []
  return JSON.stringify({ output: one.get('output'), errors })
}

function run(one: Case, version: LiquidVersion, hasIntegerKeys: boolean): string {
  const files =
    (one.get('filesystem') as ReadonlyMap<string, string> | undefined) ?? new Map<string, string>()
  const engine = createEngine({
    version,
    partials(name) {
      const source = files.get(name) ?? files.get(`${name}.liquid`)
      if (source === undefined) throw new LiquidFault(`Could not find asset ${name}`)
      return source
    },
  })
  try {
    const data = one.get('environment')
    // JSON has only text for keys; these cases were recorded with Integers, as their outputs show: {1=>"bar"}.
    const environment = hasIntegerKeys ? integerKeys(data) : data
    const { output, errors } = engine
      .parse(String(one.get('template')))
      .render(environment, { now: () => RECORDED })
    return JSON.stringify({ output, errors: errors.map((error) => error.message) })
  } catch (error) {
    if (error instanceof LiquidSyntaxError) return error.message
    return `${error instanceof Error ? error.stack : error}`
  }
}

function integerKeys(value: Value): Value {
  if (Array.isArray(value)) return value.map(integerKeys)
  if (!(value instanceof Map)) return value
  return new Map(
    [...(value as ReadonlyMap<Value, Value>)].map(([key, item]) => [
      typeof key === 'string' && /^\d+$/.test(key) ? toInteger(BigInt(key)) : key,
      integerKeys(item),
    ]),
  )
}
