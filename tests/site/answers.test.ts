// Excerpts, URLs and configurations beside Jekyll's own (recorded by `npm run ask`).
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { fixedZone, parseYaml, type Value } from '../../src/base/index.ts'
import { blockTags } from '../../src/render/index.ts'
import { configFrom, excerptOf, plainUrl } from '../../src/site/index.ts'
import { readFixtures } from '../fixtures.ts'
import { plain } from '../read/model.ts'

const fixtures = (name: string) => readFixtures(path.join(import.meta.dirname, name))
const zone = fixedZone('UTC', 0, 'UTC')

describe('excerpts', () => {
  for (const { title, sections } of fixtures('excerpts.txt')) {
    test(title, () => {
      const separator = (sections.separator ?? '\n\n').replaceAll('\\n', '\n')
      const { text, closed } = excerptOf(sections.body ?? '', separator, blockTags([]))
      expect([text, String(closed)]).toEqual([sections.excerpt, sections.closed])
    })
  }
})

describe('urls of pages and static files', () => {
  for (const { title, sections } of fixtures('urls.txt')) {
    test(title, () => {
      const values = Object.entries(
        JSON.parse(sections.placeholders ?? '{}') as Record<string, string | null>,
      )
      expect(
        plainUrl(
          sections.template ?? '',
          values.map(([name, value]) => [name, value ?? undefined]),
        ),
      ).toBe(sections.url)
    })
  }
})

describe('configuration', () => {
  for (const { title, sections } of fixtures('config.txt')) {
    test(title, () => {
      const files = (parseYaml(sections.files ?? '', zone).value ?? new Map()) as ReadonlyMap<Value, Value>
      const overrides = new Map([
        ...(fromJson(JSON.parse(sections.overrides ?? '{}')) as Map<Value, Value>),
        ['source', 'DIR'],
      ])
      const run = (): unknown => plain(configFrom(files, overrides, { cwd: '/', zone }).config.data)
      if (sections.error === undefined) {
        const text = JSON.stringify(run(), null, 1)
          .replaceAll('"/DIR', '"DIR')
          .replace('"/_site"', '"DIR/_site"')
        expect(JSON.parse(text)).toEqual(JSON.parse(sections.config ?? ''))
        expect(keysOf(text)).toEqual(keysOf(sections.config ?? ''))
      } else expect(run).toThrowError(sections.error)
    })
  }
})

function keysOf(json: string): string[] {
  return [...json.matchAll(/^ *"([^"]+)":/gm)].map((match) => match[1] ?? '')
}

function fromJson(value: unknown): Value {
  if (Array.isArray(value)) return value.map(fromJson)
  if (typeof value === 'object' && value !== null)
    return new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item)]))
  return value as Value
}
