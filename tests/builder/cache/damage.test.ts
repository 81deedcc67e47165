import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { openStore } from '../../../src/builder/cache/open-store.ts'
import type { CacheStore } from '../../../src/builder/cache/types.ts'
import { siteForEachTest } from '../../site-maker.ts'

const place = siteForEachTest()
const VALUES: Readonly<Record<string, string>> = { one: 'first', two: 'second '.repeat(9), three: '' }

const open = (): CacheStore => openStore(place.root, 'store', 'header', 100_000)
const at = (name: string): string => place.at(`store/${name}`)
const files = (): string[] => fs.readdirSync(place.at('store')).sort()

function fill(values: Readonly<Record<string, string>> = VALUES): void {
  const store = open()
  for (const [key, value] of Object.entries(values)) store.put(key, Buffer.from(value))
  store.save()
}

/** How many of the values come back; the others must not be there at all. */
function found(): number {
  const store = open()
  let right = 0
  for (const [key, value] of Object.entries(VALUES)) {
    const bytes = store.get(key)
    if (bytes === undefined) continue
    expect(bytes.toString()).toBe(value)
    right++
  }
  store.save()
  return right
}

/** Makes the store whole again with a build that finds what it can and puts everything. */
function mended(): number {
  const right = found()
  fill()
  expect(found()).toBe(3)
  return right
}

function contents(): ReadonlyMap<string, Buffer> {
  return new Map(files().map((name) => [name, fs.readFileSync(at(name))]))
}

function restore(whole: ReadonlyMap<string, Buffer>): void {
  place.remove('store')
  for (const [name, bytes] of whole) place.put({ [`store/${name}`]: bytes })
}

describe('damage is noticed, and mended by the next save', () => {
  test('of each byte, whichever way it is changed', () => {
    fill()
    const whole = contents()
    const seen = new Set<number>()
    for (const [name, bytes] of whole)
      for (let i = 0; i < bytes.length; i++) {
        restore(whole)
        const damaged = Buffer.from(bytes)
        damaged[i]! ^= [1, 0x80, 0xff][i % 3]!
        fs.writeFileSync(at(name), damaged)
        seen.add(mended())
      }
    // The index gone, or one of the two entries that have bytes.
    expect([...seen].sort()).toEqual([0, 2])
  })

  test('of each length a file may be cut to, or that is longer', () => {
    fill()
    const whole = contents()
    for (const [name, bytes] of whole)
      for (let length = 0; length < bytes.length + 3; length++) {
        restore(whole)
        fs.writeFileSync(at(name), Buffer.concat([bytes, Buffer.from('more')]).subarray(0, length))
        mended()
      }
  })

  test('of bytes changed at random in a store of many segments', () => {
    let seed = 1
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below
    for (let round = 0; round < 100; round++) {
      place.remove('store')
      fill()
      for (let i = 0; i < 4; i++) fill({ [`more${i}`]: 'x'.repeat(70_000 >> (2 * i)) })
      const name = files()[random(files().length)]!
      const bytes = fs.readFileSync(at(name))
      for (let i = 0; i < 1 + random(5); i++) bytes[random(bytes.length)] = random(256)
      fs.writeFileSync(at(name), bytes)
      mended()
    }
  })

  test('of files that are not there, or are something else', () => {
    fill()
    for (const name of files()) {
      fs.rmSync(at(name))
      mended()
      fs.rmSync(at(name), { force: true })
      // One that stands where the index must go stays.
      fs.mkdirSync(at(name))
      fill()
      expect(found()).toBe(name === 'index' ? 0 : 3)
      fs.rmSync(at(name), { recursive: true, force: true })
      // Nobody writes into it: who opens it waits for ever.
      spawnSync('mkfifo', [at(name)])
      mended()
      place.remove('store')
      fill()
    }
    place.remove('store')
    place.put({ store: 'a file' })
    const store = open()
    store.put('one', Buffer.from('first'))
    store.save()
    expect(store.get('one')).toBeUndefined()
  })
})

describe('more than one build', () => {
  test('two that run at once keep what both made', () => {
    fill({ old: 'old' })
    const a = open()
    const b = open()
    expect([a.get('old'), b.get('old')].map(String)).toEqual(['old', 'old'])
    a.put('a', Buffer.from('of a'))
    b.put('b', Buffer.from('of b'))
    b.put('both', Buffer.from('the same'))
    a.put('both', Buffer.from('the same'))
    a.save()
    b.save()
    const next = open()
    expect(['old', 'a', 'b', 'both'].map((key) => String(next.get(key)))).toEqual([
      'old',
      'of a',
      'of b',
      'the same',
    ])
  })

  test('one goes on while another replaces and drops all it reads', () => {
    fill()
    const slow = open()
    expect(String(slow.get('one'))).toBe('first')
    for (let i = 0; i < 5; i++) fill({ one: `first ${i}`, two: `second ${i}` })
    // The segment is gone; what may come back is only what was put under the key.
    expect([undefined, VALUES.two]).toContain(slow.get('two')?.toString())
    slow.put('slow', Buffer.from('slow'))
    slow.save()
    const next = open()
    expect(['one', 'two', 'slow'].map((key) => String(next.get(key)))).toEqual([
      'first 4',
      'second 4',
      'slow',
    ])
  })

  test('what a killed one left behind goes after two more', () => {
    fill()
    const [name] = files()
    const [generation] = name!.split('-')
    place.put({
      [`store/${generation}-0123456789abcdef.part`]: 'half',
      [`store/${generation}-0123456789abcdee.pack`]: 'nobody knows it',
      'store/of-somebody-else': 'stays',
    })
    fill({ a: 'a' })
    expect(files()).toHaveLength(5)
    fill({ b: 'b' })
    expect(files().filter((each) => each.includes('0123456789'))).toEqual([])
    expect(files()).toContain('of-somebody-else')
  })

  test('one copied to another folder, or in part, is as good as what came along', () => {
    fill()
    fs.cpSync(place.at('store'), place.at('copy/store'), { recursive: true })
    const copy = openStore(place.at('copy'), 'store', 'header', 100_000)
    expect(Object.keys(VALUES).map((key) => copy.get(key)?.toString())).toEqual(Object.values(VALUES))
  })
})

test('a folder that cannot be made, or may not be written to, is done without', () => {
  const nowhere = openStore('/proc/none', 'store', 'header', 100_000)
  nowhere.put('a', Buffer.from('a'))
  nowhere.save()
  expect(nowhere.get('a')).toBeUndefined()
  const large = openStore('/proc/none', 'store', 'header', 100_000_000)
  for (let i = 0; i < 5; i++) large.put(`${i}`, Buffer.alloc(600_000))
  large.save()
  fill()
  for (const refused of ['openSync', 'renameSync', 'writeFileSync', 'writeSync'] as const) {
    const store = open()
    expect(String(store.get('one'))).toBe('first')
    store.put('one', Buffer.from('another'))
    const spy = vi.spyOn(fs, refused).mockImplementation(() => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
    })
    store.save()
    spy.mockRestore()
    expect(files().filter((name) => !/^index$|pack$/.test(name))).toEqual([])
    expect(String(open().get('one'))).toBe('first')
  }
})
