/** Scalars as SafeYAML 1.0.5 reads them for Jekyll 4.4.1: its answers, asked once, are in safe-yaml.json. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  CalendarDate,
  isHash,
  parseYaml,
  RubyFloat,
  rubyToS,
  Time,
  type Value,
  zoneFor,
} from '../../src/base/index.ts'

/** A scalar, the Ruby class of its value, and the value in JSON. */
type Row = readonly [string, string, string | number | boolean | null]
const ROWS = JSON.parse(readFileSync(new URL('safe-yaml.json', import.meta.url), 'utf8')) as readonly Row[]

function classOf(value: Value): string {
  if (value === null) return 'NilClass'
  if (value instanceof Time) return 'Time'
  if (value instanceof CalendarDate) return 'Date'
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass'
  if (typeof value === 'string') return 'String'
  return value instanceof RubyFloat || !Number.isInteger(Number(value)) ? 'Float' : 'Integer'
}

test.each(['UTC', 'America/New_York'])('scalars mean what SafeYAML makes of them, in the zone %s', (zone) => {
  const read = ROWS.map(([text]) => {
    const { value } = parseYaml(`a: ${text}`, zoneFor(zone), 'x.yml', 'safe_yaml')
    const scalar = isHash(value) ? value.get('a') : undefined
    return [text, classOf(scalar), rubyToS(scalar)]
  })
  expect(read).toEqual(
    ROWS.map(([text, name, value]) => [
      text,
      name,
      rubyToS(name === 'Float' && typeof value === 'number' ? new RubyFloat(value) : value),
    ]),
  )
})
