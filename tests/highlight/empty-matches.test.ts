/**
 * Rules that match nothing and only change the state: five in a row are followed, and the sixth makes the character an
 * error. The answers are those of a lexer of the same rules in Rouge 3.30 (a subclass of `Rouge::RegexLexer`).
 */
import { expect, test } from 'vitest'
import { type Language, language } from '../../src/highlight/language.ts'
import { Lexer } from '../../src/highlight/lexer.ts'
import { TokenSink } from '../../src/highlight/tokens.ts'
import type { Rule } from '../../src/highlight/types.ts'

/**
 * Before an `a`, `count` states are entered one after the other with nothing read; only the last one reads words.
 * Before a `?`, the first `stopping` of them are, and no rule reads it.
 */
function entering(count: number, stopping = 0): Language {
  const states: Record<string, readonly Rule<undefined>[]> = {
    root: [
      [stopping > 0 ? /(?=[a?])/ : /(?=a)/, '', 's1'],
      [/b/, 'n'],
    ],
    [`s${count}`]: [
      [/a/, 'k'],
      [/b/, 'nc'],
    ],
  }
  for (let i = 1; i < count; i++) states[`s${i}`] = [[i < stopping ? /(?=[a?])/ : /(?=a)/, '', `s${i + 1}`]]
  return language({ tag: 'entering', states: () => states }).in('3.30')!
}

function lex(language: Language, ...texts: readonly string[]): readonly string[] {
  const sink = new TokenSink()
  const lexer = new Lexer(language, sink, () => undefined)
  for (const text of texts) lexer.run(text)
  sink.flush()
  return sink.tokens.map(({ cls, text }) => `${cls} ${text}`)
}

test.each([
  [3, ['k aa', 'nc b']],
  [4, ['k aa', 'nc b']],
  [5, ['k aa', 'nc b']],
  [6, ['err a', 'k a', 'nc b']],
  [7, ['err aa', 'nc b']],
  [8, ['err aab']],
])('%i states entered before one character', (count, expected) => {
  expect(lex(entering(count), 'aab')).toEqual(expected)
})

test('an error between them reads nothing: they are counted on', () => {
  expect(lex(entering(5, 3), '?a')).toEqual(['err ?', 'k a'])
  expect(lex(entering(6, 3), '?a')).toEqual(['err ?a'])
  expect(lex(entering(6, 5), '?a')).toEqual(['err ?a'])
})

test('each text is counted by itself', () => {
  expect(lex(entering(6, 3), '?', 'a')).toEqual(['err ?', 'k a'])
})
