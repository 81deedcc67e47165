/** Kramdown by construct: texts with what kramdown 2.4 prints for them (`npm run ask` recorded that). */
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/highlight/index.ts'
import { type Options, toHtml } from '../../src/kramdown/index.ts'
import { readFixtures } from '../fixtures.ts'

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

const folder = new URL('./fixtures/', import.meta.url)

for (const file of readdirSync(folder).sort()) {
  describe(file.replace('.txt', ''), () => {
    for (const { title, sections } of readFixtures(new URL(file, folder))) {
      test(title, () => {
        const options: Options = {
          ...JSON.parse(sections.options ?? '{}'),
          highlight: (code, lang) => highlight(code, lang),
        }
        const { html, warnings } = toHtml(sections.text ?? '', options)
        expect(html).toBe(sections.html)
        // kramdown says the same thing again when it goes back to read a text again.
        if (sections.warnings !== undefined)
          expect([...warnings].sort()).toEqual([...new Set(lines(sections.warnings))].sort())
      })
    }
  })
}
