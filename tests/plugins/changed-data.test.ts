// What follows from front matter that a plugin changes, beside what Jekyll makes of the same change.
import { describe, expect, test } from 'vitest'
import { type Hash, parseYaml, zoneFor } from '../../src/base/index.ts'
import { definePlugin, mapRenderables, type Renderable, withFrontMatter } from '../../src/plugin-api.ts'
import { testSite } from '../../src/testing.ts'
import { readFixtures } from '../fixtures.ts'

const [site, ...cases] = readFixtures(new URL('./changed-data.txt', import.meta.url))

describe('front matter that a plugin changes', () => {
  for (const { title, sections } of cases)
    test(title, async () => {
      const read = parseYaml(sections.set ?? '', zoneFor('UTC'))
      const change = <Doc extends Renderable>(doc: Doc): Doc =>
        doc.file.path.includes('changed') ? withFrontMatter(doc, read.value as Hash) : doc
      const plugin = definePlugin({
        name: 'change',
        generate: (whole) => mapRenderables(whole, { document: change, page: change }),
      })
      const { outputs } = await testSite(site?.sections ?? {}, { plugins: [plugin] })
      const lines = [...outputs.keys()].sort().map((path) => `${path}\n${String(outputs.get(path)).trim()}\n`)
      expect(lines.join('\n')).toBe(`${sections.answer}\n`.replace(/\n*$/, '\n'))
    })
})
