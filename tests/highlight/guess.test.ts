import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ROUGE_VERSIONS } from '../../src/base/index.ts'
import { guess, highlight } from '../../src/highlight/index.ts'

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

/** Code and the tag that each version guesses, where they differ: 3.26, 3.30, 4.1, 4.5, 4.7, 5.1. */
const byVersion: readonly [string, readonly string[]][] = JSON.parse(
  readFileSync(new URL('./guess-versions.json', import.meta.url), 'utf8'),
)

test('the lexer that each version of Rouge guesses', () => {
  const ours = byVersion.map(([code]) => [code, ROUGE_VERSIONS.map((version) => guess(code, '', version))])
  expect(ours).toEqual(byVersion)
})

test('the language named guess is found out from the code', () => {
  const code = '#!/bin/sh\necho 1'
  expect(highlight(code, 'guess')).toBe(highlight(code, 'shell'))
  expect(highlight('a < b', 'guess')).toBe('a &lt; b')
})
