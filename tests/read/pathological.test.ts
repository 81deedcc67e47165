// Inputs made to be slow: each must end within the second that tests have for it.
import { expect, test } from 'vitest'
import { fixedZone, Time } from '../../src/base/index.ts'
import { memoryTree, readSite } from '../../src/read/index.ts'
import { configFrom, excerptOf } from '../../src/site/index.ts'

const zone = fixedZone('UTC', 0, 'UTC')

function read(files: ReadonlyMap<string, string>, settings: ReadonlyMap<string, unknown> = new Map()) {
  const { config } = configFrom(settings as never, new Map([['source', '/site']]), { cwd: '/', zone })
  const time = new Time(1704067200, 0, 0, 'UTC')
  return readSite(memoryTree(files), config, { time, blockTags: ['if'] }).site
}

const fast = (name: string, run: () => void) => test(name, run, 2000)

fast('front matter that never ends', () => {
  const text = `---\n${'---x\n...x\n'.repeat(200_000)}`
  expect(read(new Map([['a.md', text]])).pages[0]?.body.length).toBe(text.length)
})

fast('blank lines without end after front matter', () => {
  expect(read(new Map([['a.md', `---\n---\n${' \n'.repeat(500_000)}x`]])).pages[0]?.body).toBe('x')
})

fast('tags that are opened and never closed before the separator', () => {
  const { text } = excerptOf(`${'{% if a '.repeat(100_000)}\n\nrest`, '\n\n', ['if'])
  expect(text.length).toBeGreaterThan(100_000)
})

fast('many different blocks and references', () => {
  const head = Array.from({ length: 20_000 }, (_, i) => `{% if x${i} %}[r${i}]`).join('')
  const tail = Array.from({ length: 20_000 }, (_, i) => `[q${i}: x`).join('\n')
  expect(excerptOf(`${head}\n\n${tail}`, '\n\n', ['if']).closed).toBe(true)
})

fast('exclude patterns full of stars', () => {
  const files = new Map(Array.from({ length: 2000 }, (_, i) => [`${'a'.repeat(60)}${i}.md`, '---\n---\n']))
  const stars = new Map([['exclude', Array.from({ length: 20 }, () => `${'*a'.repeat(20)}*b`)]])
  expect(read(files, stars).pages.length).toBe(2000)
})

fast('a table with one endless quoted field', () => {
  const quoted = `a\n"${'""'.repeat(200_000)}"\n`
  expect(read(new Map([['_data/a.csv', quoted]])).data).toBeInstanceOf(Map)
})

fast('ten thousand words of a permalink', () => {
  const page = `---\npermalink: /${':x/'.repeat(10_000)}\n---\n`
  expect(read(new Map([['a.md', page]])).pages[0]?.url.length).toBe(30_001)
})
