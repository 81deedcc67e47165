import { afterEach, expect, test, vi } from 'vitest'
import { zoneFor } from '../../../src/base/index.ts'
import { openStore } from '../../../src/builder/cache/open-store.ts'
import { PackStore } from '../../../src/builder/cache/pack-store.ts'
import { resultStore } from '../../../src/builder/cache/result-store.ts'
import { buildTime, diskOutput, loadSetup, sourceTree } from '../../../src/builder/index.ts'
import { buildSite } from '../../../src/index.ts'
import { siteForEachTest } from '../../site-maker.ts'

const site = siteForEachTest()

afterEach(() => vi.restoreAllMocks())

/** Builds the site; answers the kinds of what was put into the store. */
function build(
  program: string | undefined,
  settings: Readonly<Record<string, string | boolean>> = {},
): string[] {
  const put = vi.spyOn(PackStore.prototype, 'put')
  const { config } = loadSetup({
    cwd: site.root,
    overrides: new Map(Object.entries(settings)),
    timezone: 'UTC',
  })
  buildSite({
    config,
    tree: sourceTree(config),
    time: buildTime('0', zoneFor(config.timezone)),
    output: diskOutput(config.destination),
    ...(program === undefined ? {} : { program }),
  })
  const kinds = put.mock.calls.map(([key]) => key.replace(/[-\0].*/s, ''))
  put.mockRestore()
  return kinds
}

test('a style sheet is made once by two builds, and again by another program', () => {
  site.put({ 'a.scss': '---\n---\na { b: c }\n' })
  expect(build('1')).toContain('sass')
  expect(build('1')).not.toContain('sass')
  expect(build('2')).toContain('sass')
  expect(site.read('_site/a.css')).toContain('b: c')
})

test('nothing is kept on the disk without a program, with a cache turned off, or in safe mode', () => {
  site.put({ 'a.scss': '---\n---\na { b: c }\n' })
  build(undefined)
  build('1', { disable_disk_cache: true })
  build('1', { safe: true })
  expect(site.has('.jekyll-cache')).toBe(false)
  build('1')
  expect(site.has('.jekyll-cache/Jekyll/Cache/Jekyll--Cache/whirl/index')).toBe(true)
})

test('texts come back as they were; kinds and keys do not mix', () => {
  const store = resultStore(openStore(undefined, '', '', 1000))
  store.keep('a', 'b', 'é\u{1F600}\0')
  store.keep('half', 'b', 'x\uD83D')
  expect([store.recall('a', 'b'), store.recall('half', 'b'), store.recall('b', 'a')]).toEqual([
    'é\u{1F600}\0',
    undefined,
    undefined,
  ])
})
