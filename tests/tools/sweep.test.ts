/** The sweep: random sites, what counts as a difference, how a site is reduced, and a short run of it. */
import { describe, expect, test } from 'vitest'
import { isThere } from '../../tools/ask/references.mjs'
import { type Built, differenceOf } from '../../tools/sweep/difference.mjs'
import { reduceSite } from '../../tools/sweep/reduce.mjs'
import { siteOf, sweep } from '../../tools/sweep/sweep.mjs'
import { lacking } from '../needs.ts'

test('a seed and a number make the same site again, and other numbers other sites', () => {
  expect(siteOf(1, 7)).toEqual(siteOf(1, 7))
  const sites = new Set(Array.from({ length: 50 }, (_, index) => JSON.stringify(siteOf(1, index))))
  expect(sites.size).toBe(50)
})

describe('a difference is', () => {
  const built = (status: number, said = '', files: Record<string, string> = {}): Built => ({
    status,
    said,
    warned: said,
    files: new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])),
  })

  test.each<[string, Built, Built, string | undefined]>([
    ['none where all files are equal', built(0, '', { a: '1' }), built(0, '', { a: '1' }), undefined],
    ['none in source maps', built(0, '', { 'a.css.map': '1' }), built(0), undefined],
    [
      'a file with other text',
      built(0, '', { 'a.html': '1' }),
      built(0, '', { 'a.html': '2' }),
      'text .html',
    ],
    ['a file that is missing', built(0, '', { a: '1' }), built(0), 'missing'],
    ['a file too many', built(0), built(0, '', { a: '1' }), 'extra'],
    ['a build that stops', built(0), built(1, 'Liquid Exception: x'), 'stops'],
    ['none where both stop', built(1), built(1), undefined],
    ['none where Whirl builds and warns', built(1), built(0, 'Build Warning: x'), undefined],
    ['a build without a word where the reference stops', built(1), built(0), 'builds'],
    ['a stack trace', built(1), built(1, 'TypeError\n    at f (file.js:1:2)'), 'trace'],
    ['a build that does not end', built(0), built(-1), 'hangs'],
  ])('%s', (_, reference, whirl, kind) => {
    expect(differenceOf(reference, whirl)?.kind).toBe(kind)
  })
})

test('a site is reduced to the flags, files, lines and words that matter', async () => {
  const site = {
    args: ['--drafts', '--baseurl', '/b', '--future'],
    files: { '_config.yml': 'title: x\nurl: y\n', 'a.md': 'one two\nthree bad four\nfive', 'b.md': 'b' },
  }
  const reduced = await reduceSite(
    site,
    async ({ args, files }) =>
      args.join(' ').includes('--baseurl /b') && (files['a.md'] ?? '').includes('bad'),
  )
  expect(reduced).toEqual({ args: ['--baseurl', '/b'], files: { 'a.md': 'bad' } })
})

describe.skipIf(lacking('reference', 'Jekyll of Debian 12', isThere('bookworm')))(
  'against the reference',
  () => {
    test('random sites are equal', { timeout: 600_000 }, async () => {
      const said: string[] = []
      const { tried, equal } = await sweep({
        sites: 40,
        seed: 2024,
        from: 0,
        reference: 'bookworm',
        reduce: 3,
        say: (line) => said.push(line),
      })
      expect(equal, said.join('\n')).toBe(tried)
    })
  },
)
