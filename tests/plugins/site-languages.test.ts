/** Which languages a configuration gives a site. */
import { expect, test } from 'vitest'
import { siteLanguages } from '../../src/plugins/index.ts'

const of = (entries: Readonly<Record<string, unknown>>): unknown => {
  const found = siteLanguages({ data: new Map(Object.entries(entries)) as never })
  return found === undefined ? undefined : [found.tags, found.main]
}

test('two at least, each once and one that may stand in an address; the main one is named, or the first', () => {
  expect(of({ languages: ['en', 'de', 'EN', '../x', 3] })).toEqual([['en', 'de'], 'en'])
  expect(of({ languages: ['en', 'pt-BR'], default_lang: 'pt_br' })).toEqual([['en', 'pt-BR'], 'pt-BR'])
  expect(of({ languages: ['en', 'de'], lang: 'de' })).toEqual([['en', 'de'], 'de'])
  expect(of({ languages: ['en'] })).toBeUndefined()
  expect(of({ languages: 'en' })).toBeUndefined()
})

test('none where jekyll-polyglot does the work', () => {
  expect(of({ languages: ['en', 'de'], plugins: ['jekyll-polyglot'] })).toBeUndefined()
})
