import fs from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { openStore } from '../../../src/builder/cache/open-store.ts'
import type { CacheStore } from '../../../src/builder/cache/types.ts'
import { siteForEachTest } from '../../site-maker.ts'

const place = siteForEachTest()
const LIMIT = 1024 * 1024

const open = (header = '1', limit = LIMIT): CacheStore => openStore(place.root, 'store', header, limit)
const text = (store: CacheStore, key: string): string | undefined => store.get(key)?.toString()
const files = (): string[] => fs.readdirSync(place.at('store')).sort()
const bytesOnDisk = (): number =>
  files()
    .filter((name) => name.endsWith('.pack'))
    .reduce((sum, name) => sum + fs.statSync(place.at(`store/${name}`)).size, 0)

function keep(entries: Readonly<Record<string, string>>, header?: string, limit?: number): void {
  const store = open(header, limit)
  for (const [key, value] of Object.entries(entries)) store.put(key, Buffer.from(value))
  store.save()
}

/** Texts of `keys` in a store opened now. */
function kept(keys: readonly string[], header?: string, limit?: number): (string | undefined)[] {
  const store = open(header, limit)
  return keys.map((key) => text(store, key))
}

/** What `run` asks of the file system, by function. */
function calls(run: () => void): Readonly<Record<string, number>> {
  const names = [
    'openSync',
    'readSync',
    'writeSync',
    'writeFileSync',
    'renameSync',
    'unlinkSync',
    'mkdirSync',
  ] as const
  const spies = names.map((name) => vi.spyOn(fs, name))
  try {
    run()
    return Object.fromEntries(
      names
        .map((name, number) => [name, spies[number]!.mock.calls.length])
        .filter(([, count]) => count !== 0),
    )
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

describe('what is kept', () => {
  test('comes back in this build and, after a save, in the next', () => {
    const store = open()
    expect(text(store, 'a')).toBeUndefined()
    store.put('a', Buffer.from('one'))
    store.put('é\0', new Uint8Array([0, 255]))
    store.put('empty', new Uint8Array())
    expect(text(store, 'a')).toBe('one')
    store.save()
    expect(text(store, 'a')).toBe('one')
    const next = open()
    expect([text(next, 'a'), next.get('é\0'), text(next, 'empty'), text(next, 'b')]).toEqual([
      'one',
      Buffer.from([0, 255]),
      '',
      undefined,
    ])
  })

  test('is what was put last, in one build and in several', () => {
    const store = open()
    store.put('a', Buffer.from('one'))
    store.put('a', Buffer.from('two'))
    expect(text(store, 'a')).toBe('two')
    store.save()
    expect(kept(['a'])).toEqual(['two'])
    keep({ a: 'three' })
    expect(kept(['a'])).toEqual(['three'])
    const back = open()
    back.put('a', Buffer.from('four'))
    back.put('a', Buffer.from('three'))
    expect(text(back, 'a')).toBe('three')
    back.save()
    expect(kept(['a'])).toEqual(['three'])
  })

  test('does not change with the bytes it was made of', () => {
    const store = open()
    const bytes = Buffer.from('one')
    store.put('a', bytes)
    bytes.fill('x')
    expect(text(store, 'a')).toBe('one')
  })

  test('is lost with another header: of other versions nothing is known', () => {
    keep({ a: 'one' })
    expect(kept(['a'], '2')).toEqual([undefined])
    keep({ b: 'two' }, '2')
    expect(kept(['a', 'b'], '2')).toEqual([undefined, 'two'])
    expect(kept(['a', 'b'], '1')).toEqual([undefined, undefined])
    // What nobody can use any more takes no room.
    expect(files()).toHaveLength(2)
  })

  test('lies in memory where there is no directory', () => {
    const store = openStore(undefined, 'store', '1', 10)
    store.put('a', Buffer.from('12345'))
    store.put('b', Buffer.from('12345'))
    store.touch('a')
    store.put('c', Buffer.from('12345'))
    store.put('d', Buffer.alloc(11))
    store.save()
    expect(['a', 'b', 'c', 'd'].map((key) => text(store, key))).toEqual([
      '12345',
      undefined,
      '12345',
      undefined,
    ])
    expect(fs.readdirSync(place.root)).toEqual([])
  })

  test('stays as it was given out, whatever is put after it', () => {
    const store = open('1', 64 * LIMIT)
    store.put('a', 'one')
    const given = store.get('a')
    for (let i = 0; i < 40; i++) store.put(`${i}`, Buffer.alloc(LIMIT / 10, i))
    expect(given?.toString()).toBe('one')
  })

  test('does not fill the memory: what is put goes to the disk by the megabyte, and is there', () => {
    const store = open('1', 100 * LIMIT)
    const value = (number: number): Buffer => Buffer.alloc(300_000, number)
    for (let i = 0; i < 20; i++) store.put(String(i), value(i))
    expect(files().map((name) => name.replace(/.*\./, ''))).toEqual(['part'])
    for (let i = 0; i < 20; i++) expect(store.get(String(i))?.equals(value(i))).toBe(true)
    store.save()
    const next = open('1', 100 * LIMIT)
    for (let i = 0; i < 20; i++) expect(next.get(String(i))?.equals(value(i))).toBe(true)
  })
})

describe('what it costs', () => {
  test('nothing where nothing is asked, and nothing is written where nothing is new', () => {
    keep({ a: 'one', b: 'two' })
    expect(calls(() => open().save())).toEqual({})
    const again = (): void => {
      const store = open()
      text(store, 'a')
      store.touch('b')
      store.put('b', Buffer.from('two'))
      store.save()
    }
    // For the index, for the entry, and for the end of the index: is it still the same?
    expect(calls(again)).toEqual({ openSync: 3, readSync: 3 })
  })

  test('one entry of many is one read of its bytes; many in a row are read together', () => {
    keep(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${i}`, 'x'.repeat(1000)])))
    const one = open()
    one.touch('250')
    const reads = vi.spyOn(fs, 'readSync')
    one.get('250')
    expect(reads.mock.calls.map((call) => Reflect.get(call, 3))).toEqual([1000])
    const all = open()
    all.touch('0')
    reads.mockClear()
    for (let i = 0; i < 500; i++) expect(all.get(`${i}`)).toHaveLength(1000)
    // The first alone, then 128, 256 and 512 KB, of which the last is not full.
    expect(reads.mock.calls.length).toBeLessThanOrEqual(6)
    reads.mockRestore()
  })

  test('a change of one entry writes that entry and the index', () => {
    keep(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i}`, String(i).padStart(500)])))
    const [large] = files()
    const time = fs.statSync(place.at(`store/${large}`)).ino
    const change = open()
    for (let i = 0; i < 1000; i++) change.touch(`${i}`)
    change.put('7', Buffer.from('seven'))
    const written = vi.spyOn(fs, 'writeSync')
    change.save()
    expect(written.mock.calls.map((call) => Reflect.get(call, 3))).toEqual([
      5,
      fs.statSync(place.at('store/index')).size,
    ])
    written.mockRestore()
    expect(fs.statSync(place.at(`store/${large}`)).ino).toBe(time)
    expect(kept(['6', '7', '8'])).toEqual(['6'.padStart(500), 'seven', '8'.padStart(500)])
  })

  test('many small changes leave few segments, and move each byte seldom', () => {
    const store = open('1', 100 * LIMIT)
    store.put('large', Buffer.alloc(8 * LIMIT))
    store.save()
    const written = vi.spyOn(fs, 'writeSync')
    for (let i = 0; i < 200; i++) {
      const store = open('1', 100 * LIMIT)
      store.touch('large')
      for (let j = 0; j < i; j++) store.touch(`${j}`)
      store.put(`${i}`, Buffer.alloc(20_000, i))
      store.save()
    }
    const moved = written.mock.calls.reduce((sum, call) => sum + Number(Reflect.get(call, 3)), 0)
    written.mockRestore()
    expect(files().length).toBeLessThan(12)
    expect(moved).toBeLessThan(200 * 20_000 * 8)
    const next = open('1', 100 * LIMIT)
    for (let i = 0; i < 200; i++) expect(next.get(`${i}`)?.equals(Buffer.alloc(20_000, i))).toBe(true)
  })

  test('what was replaced does not stay on the disk', () => {
    for (let i = 0; i < 50; i++)
      keep(Object.fromEntries(Array.from({ length: 20 }, (_, j) => [`${j}`, `${i}`.repeat(5000)])))
    expect(bytesOnDisk()).toBeLessThan(20 * 10_000 * 1.5)
    const store = open()
    for (let i = 0; i < 30; i++) store.put('a', Buffer.alloc(20_000, i))
    store.save()
    expect(bytesOnDisk()).toBeLessThan(20 * 10_000 * 1.5 + 30_000)
  })
})

describe('the bound', () => {
  const value = (letter: string): string => letter.repeat(1000)

  test('holds for all files together, and those longest out of use go first', () => {
    const limit = 10_000
    keep({ a: value('a'), b: value('b'), c: value('c') }, '1', limit)
    for (const letter of 'defghijklmnop') {
      const store = open('1', limit)
      store.get('a')
      store.touch('b')
      store.put(letter, Buffer.from(value(letter)))
      store.save()
      expect(bytesOnDisk()).toBeLessThanOrEqual(limit)
    }
    expect(kept([...'abcnop'], '1', limit)).toEqual([
      value('a'),
      value('b'),
      undefined,
      ...[...'nop'].map(value),
    ])
  })

  test('is what the last three saves used, and a little for what is older', () => {
    const limit = 64 * 4000
    for (let round = 0; round < 10; round++) {
      const store = open('1', limit)
      store.put('stays', Buffer.from('stays'))
      for (const letter of 'abcd') store.put(`${letter}${round}`, value(letter))
      store.save()
      // Of four times as many bytes as are in use a quarter may be dead.
      expect(bytesOnDisk()).toBeLessThan(20_000)
    }
    const rounds = [...Array(10).keys()].filter((round) => kept([`a${round}`], '1', limit)[0] !== undefined)
    expect([kept(['stays'], '1', limit), rounds]).toEqual([['stays'], [7, 8, 9]])
    place.remove('store')
    for (let round = 0; round < 10; round++) keep({ [`${round}`]: value('x').slice(0, 250) }, '1', limit)
    expect(kept(['0'], '1', limit)[0]).toHaveLength(250)
  })

  test('leaves out what is put beyond it', () => {
    const store = open('1', 4000)
    for (const letter of 'abcdef') store.put(letter, Buffer.from(value(letter)))
    store.save()
    expect(kept([...'abcdef'], '1', 4000)).toEqual([
      ...[...'abc'].map(value),
      undefined,
      undefined,
      undefined,
    ])
  })

  test('is lowered with the next save', () => {
    keep(Object.fromEntries([...'abcdef'].map((letter) => [letter, value(letter)])))
    const store = open('1', 4000)
    store.get('f')
    store.save()
    expect(bytesOnDisk()).toBeLessThanOrEqual(4000)
    expect(kept(['f'], '1', 4000)).toEqual([value('f')])
  })

  test('forgets an entry that could not be put again with other bytes', () => {
    keep({ a: value('a') }, '1', 4000)
    const store = open('1', 4000)
    store.put('a', Buffer.alloc(3500))
    expect(text(store, 'a')).toBeUndefined()
    store.save()
    expect(kept(['a'], '1', 4000)).toEqual([undefined])
  })
})
