/**
 * Bundled plugins at the versions that people install with Jekyll 4.4.1: small sites with the outputs of that Jekyll,
 * recorded once. `compat` in a recording says that other versions gave it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testSite } from '../../../src/testing.ts'

interface Recorded {
  readonly compat?: Readonly<Record<string, string>>
  readonly files: Readonly<Record<string, string>>
  /** of which outputs it was recorded; all, where it is not there */
  readonly only?: string
  readonly outputs: Readonly<Record<string, string>>
}

for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json')))
  test(`${file.replace(/\.json$/, '')} prints what its plugin does`, async () => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8')
    const { compat = 'jekyll-4.4', files, only, outputs } = JSON.parse(text) as Recorded
    const site = await testSite(files, { config: { compat } })
    for (const [path, output] of Object.entries(outputs)) expect(site.output(path), path).toBe(output)
    if (only === undefined) expect([...site.outputs.keys()].sort()).toEqual(Object.keys(outputs).sort())
  })
