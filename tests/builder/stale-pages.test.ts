/** What a kept page may depend on by a roundabout way: each of these once left, or could leave, a page as it was. */
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { definePlugin, type Plugin, type PluginOrigin } from '../../src/plugins/index.ts'
import { siteForEachTest } from '../site-maker.ts'
import { type How, rebuild } from './rebuilds.ts'

const site = siteForEachTest()
const { put } = site

const build = (how: How = {}): readonly string[] => rebuild(site, how).rendered
const output = (name: string): string => site.read(`_site/${name}`)
const page = (text: string, fields = ''): string => `---\n${fields}---\n${text}\n`

/** A plugin of the site's own, of which it is not said that it is pure. */
function impure(parts: Partial<Plugin>): Plugin {
  const origin: PluginOrigin = {
    file: '_plugins/p.ts',
    placeOf: () => undefined,
    started: () => {},
    ended: () => {},
  }
  return { ...definePlugin({ name: 'p', ...parts }), origin }
}

describe('what is made once for several pages', () => {
  test('a style sheet that a filter compiles and that imports a file', () => {
    const sheet = `@import "part"; ${'/* long */ '.repeat(100)} a { b: c }`
    const text = page(`{% capture s %}${sheet}{% endcapture %}{{ s | scssify }}`)
    put({ 'a.html': text, 'b.html': text, '_sass/_part.scss': 'd { e: f }\n' })
    build()
    put({ '_sass/_part.scss': 'd { e: g }\n' })
    expect(build()).toEqual(['a.html', 'b.html'])
    expect(output('b.html')).toContain('e: g')
  })

  test('whether an employer is one of today', () => {
    put({
      '_config.yml': `
plugins: [attribution]
employers: { acme: { name: Acme, from: 2020-01, to: 2023-11 } }
`,
      'a.html': page('{% for e in site.attribution.employers %}{{ e.current }}{% endfor %}'),
      'b.html': page('{% for e in site.attribution.employers %}{{ e.current }}{% endfor %}!'),
    })
    build()
    expect([output('a.html'), output('b.html')]).toEqual(['true\n', 'true!\n'])
    // The same day, and the first of December.
    expect(build({ clock: '1700000060' })).toEqual([])
    expect(build({ clock: '1701400000' })).toEqual(expect.arrayContaining(['a.html', 'b.html']))
    expect([output('a.html'), output('b.html')]).toEqual(['false\n', 'false!\n'])
  })
})

describe('lists', () => {
  test('the pages that are HTML: one becomes it by its address', () => {
    put({
      'a.txt': page('text', 'permalink: /a.txt\n'),
      'list.html': page('{% for p in site.html_pages %}{{ p.url }} {% endfor %}'),
    })
    build()
    expect(build()).toEqual([])
    put({ 'a.txt': page('text', 'permalink: /a/\n') })
    expect(build()).toEqual(['a.txt', 'list.html'])
    expect(output('list.html')).toContain('/a/')
  })

  test('source maps among the pages show the front matter of their sheets', () => {
    put({
      'a.scss': page('a { b: c }', 'title: One\n'),
      'list.html': page('{% assign map = site.pages | last %}{{ map.name }} {{ map.title }}'),
    })
    build()
    expect(output('list.html')).toBe('a.css.map One\n')
    expect(build()).toEqual([])
    put({ 'a.scss': page('a { b: c }', 'title: Two\n') })
    expect(build()).toEqual(['a.scss', 'list.html'])
    expect(output('list.html')).toBe('a.css.map Two\n')
  })
})

test('variables that stand from a page that is never the same', () => {
  let count = 0
  const plugins = [
    impure({ filters: { count: { min: 0, max: 0, run: (_, input) => `${String(input)}${count}` } } }),
  ]
  put({
    '_layouts/l.html': page('{{ "n" | count }}', 'layout: outer\n'),
    '_layouts/outer.html': page('outer'),
    '_posts/1969-01-01-a.md': page('text', 'layout: l\n'),
    'b.html': page('[{{ content }}]'),
  })
  build({ plugins })
  expect(output('b.html')).toBe('[n0\n]\n')
  count++
  expect(build({ plugins })).toEqual(['_posts/1969-01-01-a.md', 'b.html'])
  expect(output('b.html')).toBe('[n1\n]\n')
})

describe('the environment', () => {
  test('of avatars and emoji', () => {
    put({
      '_config.yml': 'plugins: [jekyll-avatar, jemoji]\n',
      'a.html': page('{% avatar ada %}'),
      'b.html': page(':smile:'),
      'c.html': page('plain'),
    })
    build()
    expect(build({ variables: { OTHER: 'x' } })).toEqual([])
    expect(build({ variables: { PAGES_AVATARS_URL: 'https://a.example' } })).toEqual(['a.html'])
    expect(output('a.html')).toContain('https://a.example')
    expect(build()).toEqual(['a.html'])
    build({ variables: { ASSET_HOST_URL: 'https://e.example' } })
    expect(output('b.html')).toContain('https://e.example')
  })

  test('of the root of a theme, which is shown in development where that is said', () => {
    put({ '_config.yml': 'theme: whirl\ncompat: jekyll-4.4\n', 'a.html': page('[{{ theme.root }}]') })
    build()
    expect(output('a.html')).toBe('[]\n')
    build({ variables: { JEKYLL_ENV: 'development' } })
    expect(output('a.html')).toContain('/themes/whirl')
  })
})

test('a file that changes while it is read is seen the next time', () => {
  put({
    'a.html': page('{% include_relative part.txt %}'),
    'b.html': page('{% include_relative part.txt %}'),
    'part.txt': 'one',
    '_config.yml': 'exclude: [part.txt]\n',
  })
  let armed = true
  const spoil = (): string => {
    if (armed) put({ 'part.txt': 'two' })
    armed = false
    return ''
  }
  const spoils = impure({ filters: { spoil: { min: 0, max: 0, run: spoil } }, pure: true })
  put({ 'a.html': page('{% include_relative part.txt %}{{ "" | spoil }}') })
  build({ plugins: [spoils] })
  expect(output('a.html')).toBe('one\n')
  build({ plugins: [spoils] })
  expect([output('a.html'), output('b.html')]).toEqual(['two\n', 'two\n'])
})

test('a written file with other bytes of the same length, put there with the old time', () => {
  put({ 'a.html': page('plain') })
  build()
  const file = site.at('_site/a.html')
  fs.utimesSync(file, 1, 1)
  build()
  fs.writeFileSync(file, 'PLAIN\n')
  fs.utimesSync(file, 1, 1)
  build()
  expect(output('a.html')).toBe('plain\n')
})
