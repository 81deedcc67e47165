/** Words, dates and plurals by language. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLocale, dayIn, isPhrase, phraseNames, say } from '../../src/locale/index.ts'
import { en, type Phrase } from '../../src/locale/languages/en.ts'
import { LANGUAGES } from '../../src/locale/languages.ts'

const textsOf = (phrase: Phrase): readonly string[] =>
  typeof phrase === 'string' ? [phrase] : Object.values(phrase)
const places = (text: string): string => [...new Set(text.match(/\{\d\}/g))].sort().join()

describe.each([...LANGUAGES])('%s', (tag, phrases) => {
  test('says what English says, with the same values', () => {
    for (const name of phraseNames()) {
      const texts = textsOf(phrases[name])
      // One and two may be words of their own.
      const full = typeof phrases[name] === 'string' ? texts : [phrases[name].other]
      const english = textsOf(en[name]).at(-1) as string
      for (const text of full) expect([name, places(text)]).toEqual([name, places(english)])
      for (const text of texts) expect(text.trim()).toBe(text === '' ? 'something' : text)
    }
  })

  test('has a form for each plural of whole numbers that it uses', () => {
    const rules = new Intl.PluralRules(tag)
    const used = new Set(Array.from({ length: 200 }, (_, n) => rules.select(n)))
    const { posts } = phrases
    expect(new Set(Object.keys(posts))).toEqual(new Set([...used, 'other']))
  })
})

test('counts as the language does', () => {
  const posts = (tag: string, ...counts: number[]): readonly string[] =>
    counts.map((count) => say(createLocale(tag), undefined, 'posts', [count]))
  expect(posts('en', 0, 1, 2)).toEqual(['0 posts', '1 post', '2 posts'])
  expect(posts('pl', 1, 3, 5, 22)).toEqual(['1 wpis', '3 wpisy', '5 wpisów', '22 wpisy'])
  expect(posts('ru', 1, 3, 11, 21)).toEqual(['1 запись', '3 записи', '11 записей', '21 запись'])
  expect(posts('ar', 2, 3, 11)).toEqual(['تدوينتان', '3 تدوينات', '11 تدوينة'])
  expect(posts('fr', 0, 2)).toEqual(['0 article', '2 articles'])
})

test('writes days as the language and the country do, with Latin digits', () => {
  const day = (tag: string): string => dayIn(createLocale(tag), 'long', 2026, 1, 4)
  expect(day('en')).toBe('4 January 2026')
  expect(day('en_US')).toBe('January 4, 2026')
  expect(day('de')).toBe('4. Januar 2026')
  expect(day('ja')).toBe('2026年1月4日')
  expect(day('ar')).toMatch(/^4 \S+ 2026$/)
  expect(dayIn(createLocale('en'), 'day', 99, 12, 31)).toBe('31 Dec')
})

test('tags in any form; what is none, or nobody knows, is English', () => {
  const about = (written: string) => {
    const { tag, direction, hasPhrases } = createLocale(written)
    return [tag, direction, hasPhrases]
  }
  expect(about('pt_br')).toEqual(['pt-BR', 'ltr', true])
  expect(about('he')).toEqual(['he', 'rtl', false])
  expect(about('uz-Arab')).toEqual(['uz-Arab', 'rtl', false])
  expect(about('zh-TW')).toEqual(['zh-TW', 'ltr', false])
  expect(about('zh-Hans-TW')).toEqual(['zh-Hans-TW', 'ltr', true])
  expect(about('not a tag')).toEqual(['en', 'ltr', true])
  expect(dayIn(createLocale('tlh'), 'long', 2026, 1, 4)).toBe('4 January 2026')
})

test('a site’s own words go first, in any of the forms', () => {
  const own = new Map<string, unknown>([
    ['archive', 'Everything'],
    [
      'posts',
      new Map([
        ['one', 'one only'],
        ['other', '{1} notes'],
      ]),
    ],
    ['tags', 3],
  ])
  const english = createLocale('en')
  expect(say(english, own, 'archive')).toBe('Everything')
  expect([1, 2].map((count) => say(english, own, 'posts', [count]))).toEqual(['one only', '2 notes'])
  expect(say(english, own, 'tags')).toBe('Tags')
  expect(isPhrase('toString')).toBe(false)
})

test('values are put in as they are', () => {
  expect(say(createLocale('en'), undefined, 'credit_by', ['{2} $&', '{1}'])).toBe('{2} $& by {1}')
})

test('the documentation lists the names with what English says', () => {
  const file = path.resolve(import.meta.dirname, '../../docs/phrases.md')
  const shown = (phrase: Phrase): string =>
    typeof phrase === 'string'
      ? phrase
      : Object.entries(phrase)
          .map(([plural, text]) => `${plural}: ${text}`)
          .join('; ')
  const rows = phraseNames().map((name) => `| \`${name}\` | ${shown(en[name])} |`)
  const text = `${fs.readFileSync(file, 'utf8').split('| name |')[0]}| name | in English |\n|---|---|\n${rows.join('\n')}\n`
  if (process.env.WHIRL_UPDATE === '1') fs.writeFileSync(file, text)
  expect(fs.readFileSync(file, 'utf8')).toBe(text)
})
