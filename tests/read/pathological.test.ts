// Inputs made to be slow: each takes steps in proportion to its size.
import { expect, test } from 'vitest'
import { fixedZone, Time } from '../../src/base/index.ts'
import { memoryTree, readSite } from '../../src/read/index.ts'
import { configFrom, excerptOf } from '../../src/site/index.ts'
import { expectLinear, expectProportional } from '../steps.ts'

const zone = fixedZone('UTC', 0, 'UTC')

function read(files: ReadonlyMap<string, string>, settings: ReadonlyMap<string, unknown> = new Map()) {
  const { config } = configFrom(settings as never, new Map([['source', '/site']]), { cwd: '/', zone })
  const time = new Time(1704067200, 0, 0, 'UTC')
  return readSite(memoryTree(files), config, { time, blockTags: ['if'] }).site
}

test.each<[string, (size: number) => string]>([
  ['front matter that never ends', (size) => `---\n${'---x\n...x\n'.repeat(size)}`],
  ['blank lines without end after front matter', (size) => `---\n---\n${' \n'.repeat(size)}x`],
  ['many words of a permalink', (size) => `---\npermalink: /${':x/'.repeat(size)}\n---\n`],
])('%s', (_, make) => expectLinear(make, (text) => read(new Map([['a.md', text]]))))

test('what is read of them', () => {
  const endless = `---\n${'---x\n...x\n'.repeat(20_000)}`
  expect(read(new Map([['a.md', endless]])).pages[0]?.body.length).toBe(endless.length)
  expect(read(new Map([['a.md', `---\n---\n${' \n'.repeat(50_000)}x`]])).pages[0]?.body).toBe('x')
  const permalink = `---\npermalink: /${':x/'.repeat(10_000)}\n---\n`
  expect(read(new Map([['a.md', permalink]])).pages[0]?.url.length).toBe(30_001)
})

test('tags that are opened and never closed before the separator', () => {
  const make = (size: number): string => `${'{% if a '.repeat(size)}\n\nrest`
  expect(excerptOf(make(100_000), '\n\n', ['if']).text.length).toBeGreaterThan(100_000)
  expectLinear(make, (text) => excerptOf(text, '\n\n', ['if']))
})

test('many different blocks and references', () => {
  const make = (size: number): string => {
    const head = Array.from({ length: size }, (_, i) => `{% if x${i} %}[r${i}]`).join('')
    const tail = Array.from({ length: size }, (_, i) => `[q${i}: x`).join('\n')
    return `${head}\n\n${tail}`
  }
  expect(excerptOf(make(20_000), '\n\n', ['if']).closed).toBe(true)
  expectLinear(make, (text) => excerptOf(text, '\n\n', ['if']))
})

test('exclude patterns full of stars', () => {
  const stars = new Map([['exclude', Array.from({ length: 5 }, () => `${'*a'.repeat(20)}*b`)]])
  expectProportional((size) => {
    const files = Array.from({ length: size }, (_, i) => [`${'a'.repeat(60)}${i}.md`, '---\n---\n'] as const)
    return { size, run: () => expect(read(new Map(files), stars).pages.length).toBe(size) }
  }, 16)
  expectLinear(
    (size) => 'a'.repeat(size),
    (name) => read(new Map([[`${name}.md`, '---\n---\n']]), stars),
    1024,
  )
})

test('a table with one endless quoted field', () => {
  expectLinear(
    (size) => `a\n"${'""'.repeat(size)}"\n`,
    (quoted) => expect(read(new Map([['_data/a.csv', quoted]])).data).toBeInstanceOf(Map),
  )
})
