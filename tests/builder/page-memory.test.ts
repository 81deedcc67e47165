/** `incremental: true`: what is remembered holds, and everything else is rendered again. */

import fs from 'node:fs'
import { expect, test } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import { buildTime, diskOutput, loadSetup, prepareCache, sourceTree } from '../../src/builder/index.ts'
import { buildSite } from '../../src/index.ts'
import { definePlugin, type Plugin } from '../../src/plugins/index.ts'
import { siteForEachTest } from '../site-maker.ts'

const site = siteForEachTest()
const { put } = site

const configuration = (settings: Readonly<Record<string, string | boolean>> = {}) =>
  loadSetup({
    cwd: site.root,
    overrides: new Map(Object.entries({ incremental: true, ...settings })),
    timezone: 'UTC',
  }).config

/** What the last build warned of. */
let said: readonly string[] = []

/** Builds; answers the paths that were rendered. */
function build(
  program: string | undefined = '1',
  settings: Readonly<Record<string, string | boolean>> = {},
  plugins?: readonly Plugin[],
) {
  const config = configuration(settings)
  const rendered: string[] = []
  const { diagnostics } = buildSite({
    config,
    tree: sourceTree(config),
    time: buildTime('0', zoneFor(config.timezone)),
    output: diskOutput(config.destination),
    ...(program === undefined ? {} : { program }),
    ...(plugins === undefined ? {} : { plugins }),
    note: (topic, name) => {
      if (topic === 'Rendering:') rendered.push(name)
    },
  })
  said = diagnostics.map(({ message }) => message)
  return rendered
}
const output = (name: string): string => site.read(`_site/${name}`)
const page = (text: string, fields = ''): string => `---\n${fields}---\n${text}\n`

test('a page without Liquid is not rendered again, one with Liquid is', () => {
  put({ 'a.md': page('plain'), 'b.md': page('{{ site.pages.size }}') })
  expect(build()).toEqual(['a.md', 'b.md'])
  put({ 'c.md': page('new') })
  expect(build()).toEqual(['b.md', 'c.md'])
  expect([output('a.html'), output('b.html')]).toEqual(['<p>plain</p>\n', '<p>3</p>\n'])
})

test('a page after remembered ones finds the variables that they left', () => {
  put({
    '_layouts/l.html': page('inner', 'layout: outer\nv: 1\nw: 1\n'),
    '_layouts/outer.html': page('outer', 'v: 2\nx: 2\n'),
    '_posts/1969-01-01-a.md': page('text', 'layout: l\n'),
    'b.html': page('[{{ content }}] {{ layout.v }}{{ layout.w }}{{ layout.x }}'),
    'c.html': page('[{{ content }}] {{ layout.v }}'),
  })
  build()
  const first = [output('b.html'), output('c.html')]
  expect(first).toEqual(['[inner\n] 112\n', '[inner\n] \n'])
  expect(build()).toEqual(['b.html', 'c.html'])
  expect([output('b.html'), output('c.html')]).toEqual(first)
})

test('another reference is seen', () => {
  put({ 'a.md': page('plain') })
  build('1', { compat: 'jekyll-4.4' })
  expect(build('1', { compat: 'jekyll-4.4' })).toEqual([])
  put({ 'Gemfile.lock': 'GEM\n  specs:\n    jekyll (4.4.1)\n    jekyll-sass-converter (3.0.0)\n' })
  expect(build()).toEqual(['a.md'])
  expect(build()).toEqual([])
  put({ 'Gemfile.lock': 'GEM\n  specs:\n    jekyll (4.4.1)\n    jekyll-sass-converter (2.2.0)\n' })
  expect(build()).toEqual(['a.md'])
})

test('a changed text, front matter, layout, configuration or program is seen', () => {
  put({
    'a.md': page('text', 'layout: l\n'),
    '_layouts/l.html': page('inner', 'layout: outer\n'),
    '_layouts/outer.html': 'outer',
  })
  build()
  expect(build()).toEqual([])
  put({ 'a.md': page('text', 'layout: l\ntitle: T\n') })
  expect(build()).toEqual(['a.md'])
  put({ '_layouts/outer.html': 'changed' })
  expect([build(), output('a.html')]).toEqual([['a.md'], 'changed'])
  put({ '_layouts/outer.html': '{{ page.title }}' })
  expect([build(), output('a.html')]).toEqual([['a.md'], 'T'])
  expect(build()).toEqual(['a.md'])
  put({ '_layouts/outer.html': 'plain' })
  build()
  expect(build()).toEqual([])
  expect(build('2')).toEqual(['a.md'])
  put({ '_config.yml': 'kramdown: {auto_ids: false}\n' })
  expect(build('2')).toEqual(['a.md'])
})

test('a page that something was said of is rendered again, so that it is said again', () => {
  put({
    '_config.yml': 'kramdown: {show_warnings: true}\n',
    'a.md': page('A [^note] nobody wrote.'),
    'b.md': page('plain'),
  })
  const warnings = (): readonly string[] => said.filter((line) => line.includes('note'))
  expect([build(), warnings().length]).toEqual([['a.md', 'b.md'], 1])
  expect([build(), warnings().length]).toEqual([['a.md'], 1])
})

test('the output is put back where it was lost, and others see the content', () => {
  put({ 'a.md': page('plain'), 'z.html': page('{% for p in site.pages %}{{ p.content }}{% endfor %}') })
  build()
  const first = output('z.html')
  site.remove('_site')
  expect(build()).toEqual(['z.html'])
  expect([output('a.html'), output('z.html')]).toEqual(['<p>plain</p>\n', first])
})

test('plugins that take part in rendering, or no incremental at all: everything is rendered', () => {
  put({ 'a.md': page('plain') })
  expect(build('1', { incremental: false })).toEqual(['a.md'])
  expect(site.has('.jekyll-metadata')).toBe(false)
  put({ '_config.yml': 'plugins: [jekyll-mentions]\n' })
  build()
  expect(build()).toEqual(['a.md'])
  put({ '_config.yml': '' })
  build()
  const plugins = [definePlugin({ name: 'p', codeBlocks: [{ languages: ['fig'], render: () => '' }] })]
  expect(build('1', {}, [])).toEqual([])
  expect(build('1', {}, plugins)).toEqual(['a.md'])
  expect(build('1', {}, plugins)).toEqual(['a.md'])
})

test('a metadata file that is broken, or Jekyll’s own, is as good as none', () => {
  put({ 'a.md': page('plain') })
  for (const text of ['', '{', '\u0004\b{', '{"whirl":1,"pages":{"a.md":{"digest":1}}}', '[]', 'null']) {
    put({ '.jekyll-metadata': text })
    expect(build()).toEqual(['a.md'])
  }
})

test('the cache directory is Jekyll’s, and is not made where it is not wanted', () => {
  put({ 'a.md': page('plain') })
  prepareCache(configuration({ safe: true }))
  prepareCache(configuration({ disable_disk_cache: true }))
  expect(site.has('.jekyll-cache')).toBe(false)
  prepareCache(configuration())
  prepareCache(configuration({ cache_dir: '.other' }))
  for (const name of ['.jekyll-cache', '.other']) {
    expect(fs.statSync(site.at(`${name}/Jekyll/Cache/Jekyll--Cache`)).isDirectory()).toBe(true)
    expect(site.read(`${name}/.gitignore`)).toContain('*\n')
  }
  // The site itself as cache directory keeps its own .gitignore, and a file in the way stops nothing.
  prepareCache(configuration({ cache_dir: '.' }))
  expect(site.has('.gitignore')).toBe(false)
  put({ taken: 'file' })
  prepareCache(configuration({ cache_dir: 'taken' }))
})
