/** What a release needs, as CONTRIBUTING.md says: what can be checked before anyone publishes. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8')
const manifest = (folder: string): Readonly<Record<string, unknown>> =>
  JSON.parse(read(path.join(folder, 'package.json')))

/** The headings of versions in the changelog, newest first. */
const SECTIONS = [...read('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title ?? '')

test('the version has a section in the changelog, below what is not released', () => {
  expect(SECTIONS[0]).toBe('Unreleased')
  expect(SECTIONS[1]?.split(' ')[0]).toBe(manifest('.').version)
})

test('each version has one section, newest first', () => {
  const versions = SECTIONS.slice(1).map((title) => title.split(' ')[0] ?? '')
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  const number = (version: string): number =>
    version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)
  const numbers = versions.map(number)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a))
})

test('create-whirl has the version of the blog that it makes', () => {
  expect(manifest('packages/create-whirl').version).toBe(manifest('.').version)
})

test('where the repository is only a release says, in all packages or in none', () => {
  const keys = ['repository', 'homepage', 'bugs']
  const said = ['.', 'packages/create-whirl', 'packages/whirl-ruby'].map((folder) =>
    keys.filter((key) => manifest(folder)[key] !== undefined),
  )
  expect(new Set(said.map(String)).size).toBe(1)
  expect([0, keys.length]).toContain(said[0]?.length)
})

test('provenance is asked for', () => {
  for (const folder of ['.', 'packages/create-whirl', 'packages/whirl-ruby'])
    expect(manifest(folder).publishConfig).toMatchObject({ access: 'public', provenance: true })
})
