import { describe, expect, test } from 'vitest'
import { parseYaml, type Value, zoneFor } from '../../src/base/index.ts'
import { expectLinear } from '../steps.ts'
import { expectSame, plain, readCases } from './cases.ts'

type Row = [text: string, answer: { value?: unknown; error?: string }]

const utc = zoneFor('UTC')

function read(text: string, zone = utc): unknown {
  const result = parseYaml(text, zone)
  return result.error === undefined ? { value: plain(result.value) } : { error: result.error.message }
}

test('documents and scalars are the values, or the errors, that Psych gives', () => {
  expectSame(
    readCases<Row>('yaml'),
    ([, answer]) => answer,
    ([text]) => read(text),
  )
})

test('timestamps without an offset are UTC, shown in the zone of the site', () => {
  expectSame(
    readCases<Row>('yaml-zones'),
    ([, answer]) => answer,
    ([text]) => read(text, zoneFor('Europe/Berlin')),
  )
})

test('an error names path, line and column', () => {
  expect(parseYaml('a: 1\nb: [\n', utc, '/site/_config.yml').error).toEqual({
    line: 3,
    column: 1,
    isRefusal: false,
    message:
      '(/site/_config.yml): did not find expected node content while parsing a flow node at line 3 column 1',
  })
})

test('tabs are reported', () => {
  expect(parseYaml('a:\n\tb: 1\n', utc).error?.message).toContain(
    'found character that cannot start any token',
  )
})

test('a plain value with a leading colon is a string', () => {
  expect(read('permalink: :title\nstyle: :compressed\n')).toEqual(
    read('permalink: ":title"\nstyle: ":compressed"\n'),
  )
})

test('a byte order mark before the text does not count', () => {
  expect(read('\ufeffa: 1\n')).toEqual(read('a: 1\n'))
})

test('an alias inside its own anchor is refused', () => {
  expect(parseYaml('a: &x [*x]\n', utc).error?.message).toBe('Alias inside its own anchor: x')
})

test('aliases that multiply are refused before they fill the memory', () => {
  const levels = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`)
  expect(parseYaml(`a0: &a0 [x]\n${levels.join('')}`, utc).error?.message).toContain('too many nodes')
})

test('equal keys of kinds that are objects here are one key', () => {
  const result = parseYaml('1.0: a\n1.0: b\n2020-01-02: c\n2020-01-02: d\n', utc)
  expect([...(result.value as ReadonlyMap<Value, Value>).values()]).toEqual(['b', 'd'])
})

/** Texts made to be slow, by their size. */
const HOSTILE: readonly [string, (size: number) => string][] = [
  ['open brackets', (size) => '['.repeat(size)],
  ['open braces with keys', (size) => '{a: '.repeat(size)],
  ['entries in many brackets', (size) => `${'['.repeat(900)}${'a,'.repeat(size)}`],
  ['dashes', (size) => '- '.repeat(size)],
  ['backslashes', (size) => `"${'\\'.repeat(size + 1)}`],
  ['quotes', (size) => "'".repeat(size + 1)],
  ['spaces', (size) => ' '.repeat(size)],
  ['one long comment', (size) => '#'.repeat(size)],
  ['lines of one text', (size) => 'a\n'.repeat(size)],
  ['empty lines inside a text', (size) => `a: x${'\n'.repeat(size)} y`],
  ['a text in a block', (size) => `a: |\n${'  x\n'.repeat(size)}`],
  ['pairs in brackets', (size) => `[${'a: 1,'.repeat(size)}]`],
  [
    'keys that are dates and floats',
    (size) => Array.from({ length: size / 4 }, (_, i) => `${i}.5: a\n${i}.0: b\n`).join(''),
  ],
  ['tags', (size) => '!'.repeat(size)],
  ['levels of lists', (size) => Array.from({ length: size / 16 }, (_, i) => `${' '.repeat(i)}-\n`).join('')],
]

describe.each(HOSTILE)('%s', (_, make) => {
  test('take steps in proportion to the text', () => {
    expectLinear(make, (text) => parseYaml(text, utc))
  })

  test('end, however many', () => {
    expect(parseYaml(make(200_000 / 16), utc)).toBeDefined()
  })
})
