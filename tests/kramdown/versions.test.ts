/** What kramdown 2.5.2 prints where 2.4.0 prints something else: its own test cases, as both print them. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toHtml } from '../../src/kramdown/index.ts'

interface Case {
  readonly name: string
  readonly text: string
  readonly options: Readonly<Record<string, unknown>>
}
interface Answer {
  readonly name: string
  readonly html: string
}

test('the roles of footnotes', () => {
  const text = 'a[^1] b[^1]\n\n[^1]: note\n'
  expect(toHtml(text, { version: '2.5' }).html).toBe(
    '<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">1</a></sup> b<sup id="fnref:1:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">1</a></sup></p>\n\n<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:1">\n      <p>note\u00a0<a href="#fnref:1" class="reversefootnote" role="doc-backlink">&#8617;</a>\u00a0<a href="#fnref:1:1" class="reversefootnote" role="doc-backlink">&#8617;<sup>2</sup></a></p>\n    </li>\n  </ol>\n</div>\n',
  )
})

const CASES = new URL('../../../shared/conformance/kramdown/cases.json', import.meta.url)
const STOCK = new URL('../../../shared/conformance/stock/kramdown.json', import.meta.url)
/** Recorded where kramdown's helpers for emoji and transliteration were not installed. */
const OTHER_SETUP: ReadonlySet<string> = new Set([
  'gfm/emoji',
  'gfm/emoji_custom',
  'gfm/header_ids_with_transliteration',
])

test.skipIf(!existsSync(STOCK))('its cases of footnotes', () => {
  const cases = new Map(
    (JSON.parse(readFileSync(CASES, 'utf8')) as readonly Case[]).map((each) => [each.name, each] as const),
  )
  const answers = JSON.parse(readFileSync(STOCK, 'utf8')) as readonly Answer[]
  const wrong = answers
    .filter(({ name }) => !OTHER_SETUP.has(name))
    .filter(({ name, html }) => {
      const { text, options } = cases.get(name)!
      return toHtml(text, { ...options, version: '2.5' }).html !== html
    })
    .map(({ name }) => name)
  expect(wrong).toEqual([])
})
