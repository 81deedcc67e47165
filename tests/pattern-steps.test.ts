/** The counter of what happens inside a match: it finds what JavaScript finds, and sees what explodes. */
import { expect, test } from 'vitest'
import { patternStepsOf } from './pattern-steps.ts'
import { expectLinear } from './steps.ts'

const TEXTS = [
  '',
  'aab',
  'foo(bar, "x\\"y")',
  'A-1\nb_2\r\n',
  '<a b="c">é😀</a>',
  'xyxyzz0123',
  '/* * / **/ */ /*',
]
const PATTERNS = [
  /a*ab/,
  /(?:a|ab)(?:c|bc|b)?/,
  /(a+)+b/,
  /"(?:[^"\\]|\\.)*"/,
  /(?<=a)b/,
  /(?<!a)b|(?<=\1(\w))z/,
  /(x)(?:y|(z))*\1/,
  /(?:(a)|b)*/,
  /(?=(a+))a*b\1/,
  /\bb\w+$/m,
  /^b/m,
  /[\w-]+?\d/i,
  /\/\*[\s\S]*?\*\//,
  /(?<q>["']).*?\k<q>/,
  /(?:){3}a{1,2}?/,
  /\u{1f600}|\p{Lu}/u,
  /(?<=.)[^\x00-\x7f]/u,
  /a-1/i,
  /(?!a)[a-z]{2,3}(?:,|\b)/,
  /\Bx|\By/,
  /(?:a?)*?b/,
  /\/[^/\n]*(?:\/|\*)/,
]

test('it finds what JavaScript finds', () => {
  // Another end than JavaScript's throws.
  for (const flags of ['', 'g', 'y'])
    for (const pattern of PATTERNS)
      for (const text of TEXTS)
        for (let at = 0; at <= text.length; at++) {
          const re = new RegExp(pattern.source, pattern.flags + flags)
          re.lastIndex = at
          patternStepsOf(() => re.exec(text))
        }
})

test('the same match has the same steps, wherever it is asked for', () => {
  const steps = patternStepsOf(() => /(?:ab)*c/.test('ababc'))
  expect(steps).toBe(patternStepsOf(() => 'ababc'.replace(/(?:ab)*c/, '')))
  expect(steps).toBeGreaterThan(5)
  expect(/x/.exec('x')?.index).toBe(0)
})

test('what explodes is not waited for, and a square is seen', () => {
  expect(() => patternStepsOf(() => /(?:a+)+b/.test('a'.repeat(64)))).toThrow(
    /^\/\(\?:a\+\)\+b\/ on "a{40}"…: more than 3000000 steps$/,
  )
  const letters = (size: number): string => 'a'.repeat(size)
  const ends = (re: RegExp) => (text: string) => re.test(text)
  expect(() => expectLinear(letters, ends(/a*b/), 64, patternStepsOf)).toThrow(/steps for 64/)
  expect(() => expectLinear(letters, ends(/a*[\s\S]*b/y), 64, patternStepsOf)).toThrow(/steps for 64/)
  expectLinear(letters, ends(/a*b/y), 64, patternStepsOf)
})
