/** Any chain of Jekyll's filters over any value renders or ends with a diagnostic: never with an exception of ours. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BuildError } from '../../src/base/index.ts'
import { nothingRendered, renderDocument } from '../../src/render/index.ts'
import { readFixtures } from '../fixtures.ts'
import { openSite } from './build-site.ts'

const CASES = path.join(import.meta.dirname, 'cases')
const CHAINS = 600

/** A generator of numbers below 1; the same seed gives the same numbers. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Values and filters as the fixtures write them, to be put together anew. */
function pieces(): { values: string[]; filters: string[] } {
  const values = new Set<string>()
  const filters = new Set<string>()
  for (const file of readdirSync(CASES)) {
    for (const { sections } of readFixtures(path.join(CASES, file))) {
      for (const [, output = ''] of (sections.template ?? '').matchAll(/\{\{([^{}]*)\}\}/g)) {
        const [value = '', ...chain] = output.split(' | ')
        values.add(value.trim())
        for (const filter of chain) filters.add(filter.trim())
      }
    }
  }
  return { values: [...values], filters: [...filters] }
}

test(`${CHAINS} chains of filters put together at random`, () => {
  const folder = path.join(import.meta.dirname, 'site')
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  const { site, shared } = openSite(
    new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')])),
  )
  const { values, filters } = pieces()
  const random = numbers(20240506)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const page = site.pages[0]
  if (page === undefined) throw new Error('no page')
  let rendered = 0
  for (let index = 0; index < CHAINS; index++) {
    const chain = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ` | ${pick(filters)}`).join('')
    const body = `{{ ${pick(values)}${chain} }}`
    try {
      renderDocument({ ...page, id: `chain ${index}`, body }, shared, nothingRendered())
      rendered++
    } catch (error) {
      if (!(error instanceof BuildError))
        throw new Error(`${body}\n${error instanceof Error ? error.stack : error}`)
    }
  }
  expect(rendered).toBeGreaterThan(CHAINS / 3)
})
