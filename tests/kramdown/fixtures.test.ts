/** Kramdown by construct: texts with what the versions of kramdown print for them (`npm run ask` recorded that). */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/highlight/index.ts'
import { type KramdownOptions, toHtml } from '../../src/kramdown/index.ts'
import { sectionsUnder } from '../../tools/ask/fixture-text.mjs'
import { kramdownOf } from '../../tools/ask/references.mjs'
import { readFixtures } from '../fixtures.ts'

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

const folder = new URL('./fixtures/', import.meta.url)

for (const file of readdirSync(folder).sort()) {
  describe(file.replace('.txt', ''), () => {
    for (const { title, sections: all, references } of readFixtures(new URL(file, folder))) {
      test(title, () => {
        for (const reference of references) {
          const sections = sectionsUnder(all, reference, references)
          // kramdown stops at some.
          if (sections.html === undefined) continue
          const { html, warnings } = toHtml(sections.text ?? '', {
            ...JSON.parse(sections.options ?? '{}'),
            version: kramdownOf(reference),
            highlight: (code, lang) => highlight(code, lang),
          } satisfies KramdownOptions)
          expect(html, reference).toBe(sections.html)
          // kramdown says the same thing again when it goes back to read a text again.
          if (sections.warnings !== undefined)
            expect([...warnings].sort(), reference).toEqual([...new Set(lines(sections.warnings))].sort())
        }
      })
    }
  })
}
