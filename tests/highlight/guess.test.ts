import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guess } from '../../src/highlight/index.ts'

/** Code, file name and the tag Rouge guesses; `plaintext` also where Rouge cannot decide. */
const cases: readonly [string, string, string][] = JSON.parse(
  readFileSync(new URL('./guess.json', import.meta.url), 'utf8'),
)

test('the lexer Rouge guesses', () => {
  const wrong = cases
    .map(([code, name, tag]) => ({ code, name, tag, ours: guess(code, name) }))
    .filter(({ tag, ours }) => tag !== ours)
  expect(wrong).toEqual([])
})
