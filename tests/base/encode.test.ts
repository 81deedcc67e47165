import { describe, expect, test } from 'vitest'
import { CalendarDate, decodeValue, encodeValue, RubyFloat, Time } from '../../src/base/index.ts'

const JOURNEYS = {
  structuredClone: (data: unknown) => decodeValue(structuredClone(encodeValue(data))),
  JSON: (data: unknown) => decodeValue(JSON.parse(JSON.stringify(encodeValue(data)))),
}

describe.each(Object.entries(JOURNEYS))('through %s', (_, travel) => {
  test.each([
    ['nil', null],
    ['text', 'a\ud800 "b"\n'],
    [
      'numbers',
      [0, 1.5, -3, 2 ** 53 - 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0],
    ],
    ['large integers', [2n ** 64n, -5n]],
    ['floats', [new RubyFloat(2), new RubyFloat(-0), new RubyFloat(1e20)]],
    [
      'times',
      [new Time(1, 999_999_999, 3600, 'CET'), new Time(-1, 0, 0, null), new Time(0, 0, 0, 'UTC', false)],
    ],
    ['a day', new CalendarDate(-44, 3, 15)],
    [
      'keys of several kinds',
      new Map<unknown, unknown>([
        [2, 'a'],
        ['2', 'b'],
        [true, 'c'],
        [null, 'd'],
      ]),
    ],
    [
      'order',
      new Map([
        ['b', 1],
        ['1', 2],
        ['a', 3],
      ]),
    ],
    ['a set', new Set(['b', 'a'])],
    ['an object', { a: [{ b: new Map() }], 'c d': true }],
    ['a key that objects have', JSON.parse('{"__proto__": 1, "constructor": 2}')],
  ])('%s', (_name, data) => {
    expect(travel(data)).toStrictEqual(data)
  })

  test('keys that are objects', () => {
    const hash = travel(new Map([[new RubyFloat(1), 'x']])) as Map<unknown, unknown>
    expect([...hash]).toStrictEqual([[new RubyFloat(1), 'x']])
  })

  test('what is one stays one, and what contains itself does', () => {
    const shared = new Map([['a', 1]])
    const time = new Time(1, 0, 0, 'UTC')
    const own: unknown[] = [shared, { shared, time }, time]
    own.push(own)
    const made = travel(own) as [unknown, { shared: unknown; time: unknown }, unknown, unknown]
    expect(made[1].shared).toBe(made[0])
    expect(made[2]).toBe(made[1].time)
    expect(made[3]).toBe(made)
  })

  test('lists within lists that share their parts stay small', () => {
    let list: unknown = ['x']
    for (let i = 0; i < 60; i++) list = [list, list]
    expect(travel(list)).toHaveLength(2)
  })
})

test('properties that are undefined are left out', () => {
  expect(encodeValue({ a: undefined, b: 1 })).toStrictEqual({ b: 1 })
})

test.each([
  [{ page: new Map([['run', () => 1]]) }, 'page.run is function, which cannot be sent'],
  [[new Date(0)], '0 is an object of the class Date, which cannot be sent'],
  [Symbol('x'), 'the data is symbol, which cannot be sent'],
  [{ a: { $: 1 } }, 'a is an object with the key $, which cannot be sent'],
])('what is not data is refused with its place: %#', (data, message) => {
  expect(() => encodeValue(data)).toThrow(new TypeError(message))
})
