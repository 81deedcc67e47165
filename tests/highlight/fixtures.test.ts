import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { highlight } from '../../src/highlight/index.ts'
import { readFixtures } from '../fixtures.ts'

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))) {
  const tag = file.slice(0, -4)
  describe(tag, () => {
    for (const { title, sections } of readFixtures(new URL(file, import.meta.url)))
      test(title, () => expect(highlight(sections.code!, tag)).toBe(sections.html))
  })
}
