/** Style sheets over builds on the disk: which of them are compiled again, and that none loads a compiler for nothing. */
import { beforeEach, expect, test, vi } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import { buildTime, diskOutput, loadSetup, sourceTree } from '../../src/builder/index.ts'
import { buildSite } from '../../src/index.ts'
import { siteForEachTest } from '../site-maker.ts'

const { asked } = vi.hoisted(() => ({ asked: [] as string[] }))

vi.mock('../../src/base/require.ts', async (original) => {
  const actual = await original<typeof import('../../src/base/require.ts')>()
  return {
    ...actual,
    requirePackage(name: string) {
      asked.push(name)
      return actual.requirePackage(name)
    },
  }
})

const site = siteForEachTest()
const { put } = site
const SETTINGS = { compat: 'jekyll-4.3' }

/** Builds; answers whether Sass was loaded. */
function compiles(settings: Readonly<Record<string, string | boolean>> = SETTINGS): boolean {
  asked.length = 0
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
    program: '1',
  })
  return asked.some((name) => name.startsWith('sass'))
}

beforeEach(() =>
  put({
    'main.scss': '---\n---\n@import "p";\n',
    '_sass/_p.scss': 'a { b: c }\n',
    'i.html': '---\n---\n{% capture x %}x { y: z }{% endcapture %}{{ x | scssify }}',
  }),
)

test('a second build loads no Sass, and prints the same', () => {
  expect(compiles()).toBe(true)
  const first = ['main.css', 'main.css.map', 'i.html'].map((name) => site.read(`_site/${name}`))
  expect(compiles()).toBe(false)
  expect(['main.css', 'main.css.map', 'i.html'].map((name) => site.read(`_site/${name}`))).toEqual(first)
})

test('a partial that is edited is seen, also back', () => {
  compiles()
  put({ '_sass/_p.scss': 'a { b: d }\n' })
  expect([compiles(), site.read('_site/main.css').includes('b: d')]).toEqual([true, true])
  put({ '_sass/_p.scss': 'a { b: c }\n' })
  expect([compiles(), site.read('_site/main.css').includes('b: c')]).toEqual([true, true])
})

test('an edit of a page starts no compiler, and a site without sheets none either', () => {
  compiles()
  put({ 'j.html': '---\n---\nnew' })
  expect(compiles()).toBe(false)
  for (const name of ['main.scss', 'i.html', '.jekyll-cache']) site.remove(name)
  expect(compiles()).toBe(false)
})

test('without a cache every build compiles', () => {
  expect(compiles({ ...SETTINGS, disable_disk_cache: true })).toBe(true)
  expect(compiles({ ...SETTINGS, disable_disk_cache: true })).toBe(true)
})
