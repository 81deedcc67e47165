/**
 * What stands behind a tag, as Psych (Debian's Jekyll 4.3.1) and SafeYAML (Jekyll 4.4.1) read it: their answers, asked once,
 * are in yaml-tags.json.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  CalendarDate,
  parseYaml,
  RubyFloat,
  rubyToS,
  Time,
  type Value,
  type YamlReader,
  zoneFor,
} from '../../src/base/index.ts'

type Row = readonly [text: string, psych: unknown, safeYaml: unknown]
const ROWS = JSON.parse(readFileSync(new URL('yaml-tags.json', import.meta.url), 'utf8')) as readonly Row[]

/** A value with Ruby's classes: `["h", [key, value]…]`, `["a", …]`, `["s", text]`, `["f", text]`, dates. */
function shown(value: Value): unknown {
  if (value instanceof Map) return ['h', ...[...value].map(([key, item]) => [shown(key), shown(item)])]
  if (Array.isArray(value)) return ['a', ...value.map(shown)]
  if (value instanceof CalendarDate) return ['Date', rubyToS(value)]
  if (value instanceof Time) return ['Time', rubyToS(value)]
  if (value instanceof RubyFloat) return ['f', rubyToS(value)]
  if (typeof value === 'number') return Number.isInteger(value) ? value : ['f', rubyToS(value)]
  return typeof value === 'string' ? ['s', value] : value
}

function read(text: string, reader: YamlReader): unknown {
  const result = parseYaml(text, zoneFor('UTC'), 'a', reader)
  return 'error' in result ? 'refused' : shown((result.value as ReadonlyMap<Value, Value>).get('a') ?? null)
}

test.each(ROWS)('%j', (text, psych, safeYaml) => {
  expect([read(text, 'psych'), read(text, 'safe_yaml')]).toEqual([psych, safeYaml])
})
