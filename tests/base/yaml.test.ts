import { expect, test } from 'vitest'
import { parseYaml, type Value, zoneFor } from '../../src/base/index.ts'
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

const HOSTILE: readonly [string, string][] = [
  ['open brackets', '['.repeat(200_000)],
  ['open braces with keys', '{a: '.repeat(100_000)],
  ['dashes', '- '.repeat(200_000)],
  ['backslashes', `"${'\\'.repeat(200_001)}`],
  ['quotes', "'".repeat(200_001)],
  ['spaces', ' '.repeat(2_000_000)],
  ['one long comment', '#'.repeat(2_000_000)],
  ['lines of one text', 'a\n'.repeat(400_000)],
  ['empty lines inside a text', `a: x${'\n'.repeat(400_000)} y`],
  ['a text in a block', `a: |\n${'  x\n'.repeat(300_000)}`],
  ['pairs in brackets', `[${'a: 1,'.repeat(150_000)}]`],
  [
    'keys that are dates and floats',
    Array.from({ length: 100_000 }, (_, i) => `${i}.5: a\n${i}.0: b\n`).join(''),
  ],
  ['tags', '!'.repeat(200_000)],
  ['levels of lists', Array.from({ length: 2500 }, (_, i) => `${' '.repeat(i)}-\n`).join('')],
]

test.each(HOSTILE)('%s end quickly', (_, text) => {
  const start = performance.now()
  parseYaml(text, utc)
  expect(performance.now() - start).toBeLessThan(3000)
})
