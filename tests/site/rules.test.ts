import { describe, expect, test } from 'vitest'
import { fixedZone, Time, timeFromLocal, type Value } from '../../src/base/index.ts'
import {
  configFrom,
  type DatedDocument,
  deepMerge,
  defaultFor,
  defaultsFor,
  defaultsFrom,
  documentId,
  inReadOrder,
  nameParts,
  outputExtOf,
  outputPathOf,
  pluralWords,
  siteTime,
  titleFromSlug,
  union,
} from '../../src/site/index.ts'

const zone = fixedZone('UTC', 0, 'UTC')
const hash = (value: Record<string, unknown>): ReadonlyMap<Value, Value> =>
  new Map(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'object' && item !== null && !Array.isArray(item)
        ? hash(item as Record<string, unknown>)
        : (item as Value),
    ]),
  )

describe('deepMerge', () => {
  test('lays hashes over hashes and leaves both as they were', () => {
    const base = hash({ a: 1, h: { x: 1, y: 2 }, l: [1] })
    const over = hash({ h: { y: 3, z: null }, l: [2], n: null })
    expect(deepMerge(base, over)).toEqual(hash({ a: 1, h: { x: 1, y: 3, z: null }, l: [2], n: null }))
    expect(base).toEqual(hash({ a: 1, h: { x: 1, y: 2 }, l: [1] }))
  })

  test('a null hides nothing, and is hidden by anything', () => {
    expect(deepMerge(hash({ a: 1, b: null }), hash({ a: null, b: 2 }))).toEqual(hash({ a: 1, b: 2 }))
  })
})

describe('defaults', () => {
  const { defaults } = defaultsFrom(
    [
      hash({ scope: { path: 'a/b' }, values: { x: 1 } }),
      hash({ scope: { path: '' }, values: { layout: 'root' } }),
      hash({ scope: { path: 'a' }, values: { layout: 'a' } }),
      hash({ scope: { path: 'img/**/*.png' }, values: { png: true } }),
    ],
    '',
    { dateOf: () => undefined, glob: () => ['img/x/y.png'] },
  )

  test('all of them together fold from first to last', () => {
    expect(defaultsFor(defaults, 'a/b/c.md', 'pages').get('layout')).toBe('root')
  })

  test('one of them is looked for among the sets that have it', () => {
    expect(defaultFor(defaults, 'a/b/c.md', 'pages', 'layout')).toBe('a')
  })

  test('wildcards hold for what they match and all below', () => {
    expect(defaultsFor(defaults, 'img/x/y.png', '').get('png')).toBe(true)
    expect(defaultsFor(defaults, 'img/x/y.png/z', '').get('png')).toBe(true)
    expect(defaultsFor(defaults, 'img/x/y.jpg', '').get('png')).toBe(undefined)
  })
})

describe('places in the destination', () => {
  test.each([
    ['/a/', '.html', 'a/index.html'],
    ['/', '.html', 'index.html'],
    ['/a', '.html', 'a.html'],
    ['/a.html', '.html', 'a.html'],
    ['/v1.2', '.html', 'v1.2.html'],
    ['/a.php', '.php', 'a.php'],
    ['/a%20b/%C3%A9', '.html', 'a b/é.html'],
    ['/%2E%2E/%2e%2e/etc/passwd', '', 'etc/passwd'],
    ['/a/%2F%2e./b', '', 'b'],
    ['/100%', '', '100%'],
  ])('%s with %s', (url, ext, path) => {
    expect(outputPathOf(url, ext)).toBe(path)
  })

  test('escapes that are no UTF-8 stay', () => {
    expect(outputPathOf('/%ff%zz%C3%A9', '')).toBe('%ff%zzé')
    expect(outputPathOf('/%C3%A9%zz', '')).toBe('é%zz')
  })

  test.each([
    ['/2024/01/02/a.html', 'a', '/2024/01/02/a'],
    ['/a/b/', 'c', '/a/c'],
    ['/', 'c', '/c'],
  ])('id of %s', (url, slug, id) => {
    expect(documentId({ url, slug })).toBe(id)
  })
})

describe('names', () => {
  test.each([
    ['2024-01-02-a-b.md', { date: '2024-01-02', slug: 'a-b', ext: '.md' }],
    ['24-1-2-a.b.md', { date: '24-1-2', slug: 'a.b', ext: '.md' }],
    ['2024-01-02-.md', { date: '2024-01-02', slug: '', ext: '.md' }],
    ['a.tar.gz', { date: undefined, slug: 'a.tar', ext: '.gz' }],
    ['noext', null],
  ])('%s', (name, parts) => {
    expect(nameParts(name)).toEqual(parts)
  })

  test.each([
    ['a-bOOK-é', 'A Book É'],
    ['-a--b-', ' A  B'],
    ['', ''],
  ])('title of %s', (slug, title) => {
    expect(titleFromSlug(slug)).toBe(title)
  })
})

describe('words', () => {
  test('a tag is one word, tags are split', () => {
    expect(pluralWords(hash({ tag: 'a b', tags: 'c d' }), 'tag', 'tags')).toEqual(['a b'])
    expect(pluralWords(hash({ tags: ' c  d ' }), 'tag', 'tags')).toEqual(['c', 'd'])
    expect(pluralWords(hash({ tags: ['c', null, 3] }), 'tag', 'tags')).toEqual(['c', 3])
    expect(pluralWords(hash({ tags: 3 }), 'tag', 'tags')).toEqual([])
  })

  test('joined lists keep each word once', () => {
    expect(union(['a', 1, 'b'], ['b', '1', 1, 'c'])).toEqual(['a', 1, 'b', '1', 'c'])
  })
})

describe('order', () => {
  const doc = (path: string, day: number, dated: boolean): DatedDocument =>
    ({ document: { file: { path }, date: timeFromLocal(zone, 2024, 1, day) }, dated }) as DatedDocument

  test('a document without a date compares by path, wherever that puts the others', () => {
    const order = inReadOrder([doc('a', 3, true), doc('b', 9, false), doc('c', 1, true)])
    expect(order.map((each) => each.file.path)).toEqual(['a', 'b', 'c'])
  })
})

describe('settings', () => {
  const config = (settings: Record<string, unknown>) =>
    configFrom(hash(settings), new Map([['source', '/s']]), { cwd: '/c', home: '/h', zone }).config

  test('directories of the source stay in it', () => {
    const { layoutsDir, dataDir, collectionsDir, includesDir } = config({
      layouts_dir: '/abs/l/',
      data_dir: '../../d',
      collections_dir: './c/../x',
    })
    expect([layoutsDir, dataDir, collectionsDir, includesDir]).toEqual(['abs/l', 'd', 'x', '_includes'])
  })

  test('the destination is relative to where the command runs', () => {
    expect(config({}).destination).toBe('/c/_site')
    expect(config({ destination: '~/out' }).destination).toBe('/h/out')
    expect(config({ destination: '../out' }).destination).toBe('/out')
  })

  test('markdown_ext says what becomes HTML', () => {
    const ext = outputExtOf(config({ markdown_ext: 'md,txt' }))
    expect(['.md', '.MD', '.txt', '.markdown', '.scss', '.erb', ''].map(ext)).toEqual([
      '.html',
      '.html',
      '.html',
      '.markdown',
      '.css',
      '.erb',
      '',
    ])
  })

  test('time holds the clock still, or says why not', () => {
    const now = new Time(0, 0, 0, 'UTC')
    expect(siteTime(config({ time: '2024-01-02 03:04:05 +0100' }), now).seconds).toBe(1704161045)
    expect(() => siteTime(config({ time: 'nope' }), now)).toThrowError("Invalid date 'nope'")
  })
})
