/** The example blog, which uses everything: each machine-readable file against its standard. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { parseYaml, utcTime, zoneFor } from '../../../src/base/index.ts'
import { loadSetup, memoryOutput, sourceTree } from '../../../src/builder/index.ts'
import { examineAttribution } from '../../../src/bundled/attribution/examine.ts'
import { BUNDLED } from '../../../src/bundled/index.ts'
import { buildAndFinish } from '../../../src/index.ts'
import { pluginsFor } from '../../../src/plugins/index.ts'
import { atomFaults } from './atom.ts'
import { readBibtex } from './bibtex-reader.ts'
import { cffFaults } from './cff.ts'
import { cslFaults } from './csl.ts'
import { schemaFaults } from './schema-org.ts'
import { parseXml } from './xml.ts'

const SOURCE = path.resolve(import.meta.dirname, '../../../examples/blog')
/** They draw pictures and index words, which is no matter here and takes seconds. */
const SLOW: ReadonlySet<string> = new Set(['search', 'social-cards'])

test('the example keeps to every standard, and has nothing to fix', async () => {
  const { config, theme } = loadSetup({
    cwd: SOURCE,
    timezone: 'UTC',
  })
  const plugins = pluginsFor(config, { bundled: BUNDLED, theme: theme?.plugins ?? [] }).filter(
    ({ name }) => !SLOW.has(name),
  )
  expect(plugins.map(({ name }) => name)).toContain('attribution')
  const output = memoryOutput()
  const { site } = await buildAndFinish({
    config,
    tree: sourceTree(config),
    time: utcTime(2026, 1, 2),
    output,
    plugins,
    ...(theme === undefined ? {} : { theme }),
  })
  expect(examineAttribution(site).map(({ message }) => message)).toEqual([])
  const counts = { jsonLd: 0, bibtex: 0, csl: 0, cff: 0, feeds: 0 }
  for (const [file, content] of output.contents) {
    if (typeof content !== 'string') continue
    if (file.endsWith('.html'))
      for (const script of content.split('<script type="application/ld+json">').slice(1)) {
        counts.jsonLd++
        expect(schemaFaults(JSON.parse(script.slice(0, script.indexOf('</script>')))), file).toEqual([])
      }
    if (file.endsWith('.bib')) counts.bibtex += readBibtex(content).length
    if (file.endsWith('.csl.json')) {
      counts.csl++
      expect(cslFaults(JSON.parse(content)), file).toEqual([])
    }
    if (file.endsWith('.cff')) {
      counts.cff++
      expect(cffFaults(parseYaml(content, zoneFor('UTC'), file).value), file).toEqual([])
    }
    if (file === 'feed.xml') {
      counts.feeds++
      expect(atomFaults(parseXml(content))).toEqual([])
    }
  }
  expect(counts.jsonLd).toBeGreaterThan(20)
  expect(counts.bibtex).toBe(site.collections.get('posts')?.documents.length)
  expect(counts.csl).toBe(counts.bibtex)
  expect(counts).toMatchObject({ cff: 1, feeds: 1 })
})
