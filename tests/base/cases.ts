/** The reference's answers, made by `cases/generate.rb`, and how a list of them is checked at once. */
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import {
  CalendarDate,
  dateToS,
  floatToS,
  isHash,
  RubyFloat,
  Time,
  timeInspect,
  type Value,
} from '../../src/base/index.ts'

/** The rows of `cases/<name>.json`. */
export function readCases<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(new URL(`./cases/${name}.json`, import.meta.url), 'utf8')) as Row[]
}

/** Fails with every row for which `actual` is not `expected`, so that one run shows all of them. */
export function expectSame<Row>(
  rows: readonly Row[],
  expected: (row: Row) => unknown,
  actual: (row: Row) => unknown,
): void {
  expect(rows.length).toBeGreaterThan(0)
  const wrong: string[] = []
  for (const row of rows) {
    let got: unknown
    try {
      got = actual(row)
    } catch (error) {
      got = error instanceof Error ? `${error.name}: ${error.message}` : error
    }
    if (JSON.stringify(got) !== JSON.stringify(expected(row)))
      wrong.push(`${JSON.stringify(row)} gave ${JSON.stringify(got)}`)
  }
  expect(wrong).toEqual([])
}

/** A value as `generate.rb` writes it: scalars that JSON lacks or mixes up in an object of one key. */
export function plain(value: Value): unknown {
  if (value === undefined) return null
  if (isHash(value)) return { h: [...value].map(([key, item]) => [plain(key), plain(item)]) }
  if (Array.isArray(value)) return { a: (value as readonly Value[]).map(plain) }
  if (value instanceof Time) return { time: timeInspect(value), utc: value.utc }
  if (value instanceof CalendarDate) return { date: dateToS(value) }
  if (value instanceof RubyFloat) return { float: floatToS(value.value) }
  if (typeof value === 'bigint') return { int: String(value) }
  if (typeof value === 'number')
    return Number.isInteger(value) ? { int: String(value) } : { float: floatToS(value) }
  return value
}

/** JSON as a Value: objects as Maps, `1.5` a float, `1` an integer. */
export function fromJson(json: unknown): Value {
  if (Array.isArray(json)) return json.map(fromJson)
  if (typeof json === 'object' && json !== null)
    return new Map(Object.entries(json).map(([key, item]): [Value, Value] => [key, fromJson(item)]))
  return json as Value
}
