/** Settings as the program reads them: typed, plain, and always those of the hash that templates see. */
import { expect, test } from 'vitest'
import { isHash, type Value, zoneFor } from '../../src/base/index.ts'
import { type Config, configFrom, withExclude, withSettings } from '../../src/site/index.ts'

function config(settings: Readonly<Record<string, Value>>): Config {
  const files = new Map<Value, Value>(Object.entries(settings))
  return configFrom(files, new Map([['source', '/s']]), { cwd: '/', zone: zoneFor('UTC') }).config
}

test('a site that says nothing has defaults', () => {
  const { address, excerpt, keeping, permalink, plugins, reading } = config({})
  expect({ address, excerpt, keeping, permalink }).toEqual({
    address: { url: undefined, baseurl: '' },
    excerpt: { separator: '\n\n', ofPages: false },
    keeping: { files: ['.git', '.svn'], pages: false, cache: true },
    permalink: 'date',
  })
  expect(plugins).toEqual({
    names: [],
    whitelist: [],
    directories: ['_plugins'],
    ignoresRuby: false,
    nativeRuby: false,
    oddRuby: undefined,
    timeLimit: undefined,
    oddTimeLimit: undefined,
  })
  expect([reading.include, reading.encoding, reading.data]).toEqual([['.htaccess'], 'utf-8', undefined])
})

test('values of the wrong kind become what Ruby makes of them', () => {
  const { address, excerpt, reading, plugins } = config({
    url: '',
    baseurl: 7,
    excerpt_separator: false,
    page_excerpts: 0,
    include: ['_a', null],
    exclude: [1, 'b'],
    data: false,
    plugins: ['a', null],
    plugin_time_limit: '1m',
  })
  expect(address).toEqual({ url: undefined, baseurl: '7' })
  expect(excerpt).toEqual({ separator: 'false', ofPages: true })
  expect([reading.include, reading.exclude[0], reading.data]).toEqual([['_a'], 'b', undefined])
  expect([plugins.names, plugins.timeLimit, plugins.oddTimeLimit]).toEqual([['a', ''], undefined, '"1m"'])
})

test('one directory of plugins or several', () => {
  const directories = (given: Value) => config({ plugins_dir: given }).plugins.directories
  expect([directories('a'), directories(['a', 'b']), directories([])]).toEqual([['a'], ['a', 'b'], []])
})

test('settings that change, change for templates and for the program', () => {
  const changed = withSettings(config({ url: 'https://a.example' }), new Map([['url', 'https://b.example']]))
  expect([changed.address.url, changed.data.get('url')]).toEqual(['https://b.example', 'https://b.example'])
  const { reading, data } = withExclude(config({ exclude: [1, 'a'] }), 'whirl.config.ts')
  expect([reading.exclude.at(-1), (data.get('exclude') as Value[])[0]]).toEqual(['whirl.config.ts', 1])
})

test('settings are plain data, which can be sent to another thread', () => {
  const { data: _, ...typed } = config({ collections: new Map([['notes', null]]), time: 'now' })
  const sent = structuredClone(typed)
  expect(sent).toEqual(typed)
  expect(isHash(sent.reading.collections)).toBe(true)
})
