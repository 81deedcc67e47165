/** The counter itself: it must see a square, in our own blocks and in what built-in functions do for us. */
import { expect, test } from 'vitest'
import { fnmatch } from '../src/base/index.ts'
import { expectLinear, stepsOf } from './steps.ts'

const searching = (text: string): number => {
  let found = 0
  for (let at = 0; at < text.length; at++) found += text.indexOf('}', at)
  return found
}

test('the same run has the same steps', () => {
  const run = (): boolean => fnmatch('*a*b', 'a'.repeat(500))
  run()
  expect(stepsOf(run)).toBe(stepsOf(run))
})

test('a square is seen', () => {
  const braces = (size: number): string => '{'.repeat(size)
  expect(() => expectLinear(braces, searching, 256)).toThrow(/steps for 256/)
  expect(() => expectLinear(braces, (text) => fnmatch(`*${text}x`, text + text), 64)).toThrow(/steps for 64/)
  expectLinear(braces, (text) => text.indexOf('}'))
})

test('what was counted is as it was', () => {
  expect('abc'.indexOf('c')).toBe(2)
  expect(String.prototype.indexOf.name).toBe('indexOf')
  stepsOf(() => 'abc'.indexOf('c'))
  expect(String.prototype.indexOf.name).toBe('indexOf')
})
