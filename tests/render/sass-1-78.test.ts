/** Which of the two packages of Dart Sass 1.78 compiles: machine code, or JavaScript where there is none. */
import path from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { readAnswered } from '../fixtures.ts'
import { buildSite } from './build-site.ts'

const { asked, absent } = vi.hoisted(() => ({ asked: [] as string[], absent: new Set<string>() }))

vi.mock('../../src/base/require.ts', async (original) => {
  const actual = await original<typeof import('../../src/base/require.ts')>()
  return {
    ...actual,
    requirePackage(name: string) {
      asked.push(name)
      if (absent.has(name)) throw new Error(`Cannot find module '${name}'`)
      return actual.requirePackage(name)
    },
  }
})

beforeEach(() => {
  asked.length = 0
  absent.clear()
})

const SHEETS = new Map(['a', 'b', 'c'].map((name) => [`${name}.scss`, `---\n---\n${name} { color: red }\n`]))

test('machine code compiles all sheets of a site, and the other package is not loaded', () => {
  expect(buildSite(SHEETS, 'jekyll-4.3').outputs.get('c.css')).toContain('c { color: red; }')
  expect(asked.filter((name) => name.startsWith('sass'))).toEqual(['sass-embedded-1.78'])
})

test('a site without sheets loads neither', () => {
  buildSite(new Map([['a.html', '---\n---\nA']]), 'jekyll-4.3')
  expect(asked.filter((name) => name.startsWith('sass'))).toEqual([])
})

for (const { title, sections } of readAnswered(path.join(import.meta.dirname, 'libsass.txt')))
  test(`in JavaScript: ${title}`, () => {
    absent.add('sass-embedded-1.78')
    const entries = Object.entries(sections)
    const outputs = entries.filter(([name]) => name.startsWith('output '))
    const files = new Map(entries.filter(([name]) => !name.startsWith('output ')))
    const wanted = outputs.map(([name, text]) => [name.slice('output '.length), text])
    expect([...buildSite(files, 'jekyll-4.3').outputs].sort()).toEqual(wanted.sort())
    expect(asked.filter((name) => name.startsWith('sass'))).toEqual(['sass-embedded-1.78', 'sass'])
  })
