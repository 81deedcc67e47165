/** JavaScript's data as values, and back. */
import { expect, test } from 'vitest'
import { CalendarDate, RubyFloat, utcTime, type Value } from '../../src/base/index.ts'
import { fromValue, toValue } from '../../src/plugins/index.ts'

test('objects become hashes, dates times; what is a value stays', () => {
  const time = utcTime(2024, 1, 2)
  const date = new CalendarDate(2024, 1, 2)
  const float = new RubyFloat(1)
  expect(
    toValue({ a: [1, 'x', null, undefined, true, 1.5, 10n], d: new Date(0), time, date, float }),
  ).toEqual(
    new Map<Value, Value>([
      ['a', [1, 'x', null, null, true, 1.5, 10n]],
      ['d', utcTime(1970)],
      ['time', time],
      ['date', date],
      ['float', float],
    ]),
  )
  expect(toValue(new Map<unknown, unknown>([[1, { a: 1 }]]))).toEqual(new Map([[1, new Map([['a', 1]])]]))
  expect(toValue(Object.create(null))).toEqual(new Map())
})

test('what is no data is named with its place', () => {
  class Own {}
  expect(() => toValue({ a: { b: [0, () => 1] } })).toThrow('the data.a.b[1] is a function')
  expect(() => toValue([Symbol('x')])).toThrow('the data[0] is a symbol')
  expect(() => toValue({ a: new Own() })).toThrow('the data.a is an object of the class Own, not plain data')
  expect(() => toValue({ a: Promise.resolve() })).toThrow('the data.a is an object of the class Promise')
  const round: Record<string, unknown> = {}
  round.self = [round]
  expect(() => toValue(round)).toThrow('the data.self[0] contains itself')
})

test('the same thing twice is no circle', () => {
  const shared = { x: 1 }
  expect(toValue([shared, shared])).toEqual([new Map([['x', 1]]), new Map([['x', 1]])])
})

test('values become plain data for options', () => {
  const options = new Map<Value, Value>([
    ['a', [new Map<Value, Value>([[1, 'one']])]],
    ['t', utcTime(2024, 1, 2, 3)],
    ['d', new CalendarDate(2024, 1, 2)],
    ['f', new RubyFloat(2)],
    ['n', null],
  ])
  expect(fromValue(options)).toEqual({
    a: [{ 1: 'one' }],
    t: new Date('2024-01-02T03:00:00Z'),
    d: new Date('2024-01-02T00:00:00Z'),
    f: 2,
    n: null,
  })
})
