/**
 * Bundled plugins at the versions that people install with Jekyll 4.4.1: small sites with the outputs of that Jekyll,
 * recorded once (`compat: jekyll-4.4`).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testSite } from '../../../src/testing.ts'

interface Recorded {
  readonly files: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
}

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json')))
  test(`${file.replace('.json', '')} prints what it prints under Jekyll 4.4.1`, async () => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    const { files, outputs } = JSON.parse(text) as Recorded
    const site = await testSite(files, { config: { compat: 'jekyll-4.4' } })
    for (const [path, output] of Object.entries(outputs)) expect(site.output(path), path).toBe(output)
  })
