/** Kramdown by construct: texts with what the versions of kramdown print for them (`npm run ask` recorded that). */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/highlight/index.ts'
import {
  type GivenElement,
  type KramdownOptions,
  type OwnElements,
  toHtml,
} from '../../src/kramdown/index.ts'
import { sectionsUnder } from '../../tools/ask/fixture-text.mjs'
import { kramdownOf } from '../../tools/ask/references.mjs'
import { readFixtures } from '../fixtures.ts'

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

const TYPES = new Set(
  (
    'text p smart_quote typographic_sym entity br a em strong img codespan header li dd dt ul ol dl blockquote thead tbody tfoot ' +
    'tr table td codeblock hr html_element xml_comment xml_pi comment raw math footnote abbreviation blank'
  ).split(' '),
)
const folder = new URL('./fixtures/', import.meta.url)

/** The same where somebody else writes every element, and gives it back told anew. */
function told(options: KramdownOptions, text: string): string {
  const elements: OwnElements = {
    types: TYPES,
    begin: (document) => (el, indent) => document.written(retold(el), indent),
  }
  return toHtml(text, { ...options, elements }).html
}

/** Another element in the form of this one. */
function retold(el: GivenElement): GivenElement {
  if (typeof el === 'number') return el
  const [number, type, value, attributes, options, children] = el
  return [number, type, value, [...attributes], [...options], children.map(retold)]
}

for (const file of readdirSync(folder).sort()) {
  describe(file.replace('.txt', ''), () => {
    for (const { title, sections: all, references } of readFixtures(new URL(file, folder))) {
      test(title, () => {
        for (const reference of references) {
          const sections = sectionsUnder(all, reference, references)
          // kramdown stops at some.
          if (sections.html === undefined) continue
          const options = {
            ...JSON.parse(sections.options ?? '{}'),
            version: kramdownOf(reference),
            highlight: (code, lang) => highlight(code, lang),
          } satisfies KramdownOptions
          const { html, warnings } = toHtml(sections.text ?? '', options)
          expect(html, reference).toBe(sections.html)
          expect(told(options, sections.text ?? ''), reference).toBe(sections.html)
          // kramdown says the same thing again when it goes back to read a text again.
          if (sections.warnings !== undefined)
            expect([...warnings].sort(), reference).toEqual([...new Set(lines(sections.warnings))].sort())
        }
      })
    }
  })
}
