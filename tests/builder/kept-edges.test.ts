/** Kept results where the cache, the output, the clock or a build is not as the last build left it. */
import fs from 'node:fs'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { STORE_NAME } from '../../src/builder/cache/cache-directory.ts'
import { keptIn } from '../../src/builder/index.ts'
import { folderAt, makeSite, type SiteFolder, siteForEachTest } from '../site-maker.ts'
import { type How, rebuild, setupOf } from './rebuilds.ts'

const site = siteForEachTest()
const { put } = site
const build = (how: How = {}): readonly string[] => rebuild(site, how).rendered
const page = (text: string, fields = ''): string => `---\n${fields}---\n${text}\n`

beforeEach(() => {
  put({
    '_layouts/default.html': page('{{ content }}{{ site.time | date: "%s" }}'),
    '_posts/2020-01-01-a.md': page('A.\n\nMore.', 'layout: default\ntitle: A\n'),
    '_posts/2020-01-02-b.md': page('B.\n\nMore.', 'title: B\n'),
    'list.html': page('{% for p in site.posts %}{{ p.title }}{{ p.excerpt }}{{ p.content }}{% endfor %}'),
    'main.scss': page('a { b: c }'),
    'plain.md': page('plain'),
  })
  build()
})

/** What is written is what a clean build writes. */
function expectClean(of: SiteFolder = site, how: How = {}, destination = '_site'): void {
  const other = { ...how, settings: { destination: '_clean', disable_disk_cache: true } }
  rebuild(of, other)
  const files = (name: string): readonly (readonly [string, string])[] => {
    const root = folderAt(of.at(name))
    return root.list().map((file) => [file, root.read(file)] as const)
  }
  expect(files(destination)).toEqual(files('_clean'))
  of.remove('_clean')
}

const cacheFiles = (): readonly string[] =>
  site.list().filter((name) => name.startsWith(`.jekyll-cache/Jekyll/Cache/Jekyll--Cache/${STORE_NAME}/`))

test('damaged, shortened and lost files of the cache', () => {
  const damages: readonly ((file: string) => void)[] = [
    (file) =>
      fs.writeFileSync(
        file,
        fs.readFileSync(file).map((byte) => byte ^ 1),
      ),
    (file) => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2)),
    (file) => fs.rmSync(file),
  ]
  expect(cacheFiles().length).toBeGreaterThan(0)
  for (const damage of damages)
    for (let at = 0; at < cacheFiles().length; at++) {
      damage(site.at(cacheFiles()[at]!))
      site.remove('_site')
      put({ 'list.html': page(`${at}{% for p in site.posts %}{{ p.excerpt }}{{ p.content }}{% endfor %}`) })
      build()
      expectClean()
    }
})

test('a build that stops half way leaves what earlier ones kept', () => {
  put({ '_posts/2020-01-01-a.md': page('Aa.', 'title: Aa\n'), 'z.html': page('{% include gone.html %}') })
  expect(() => build()).toThrow(/gone\.html/)
  expect(() => build()).toThrow(/gone\.html/)
  put({ 'z.html': page('z') })
  build()
  expectClean()
})

test('a clock that goes back', () => {
  build({ clock: '1800000000' })
  build({ clock: '1600000000' })
  expectClean(site, { clock: '1600000000' })
})

test('the cache of before with the output of now, as after a kill, and the other way round', () => {
  const keep = (name: string, as: string): void =>
    fs.cpSync(site.at(name), site.at(as), { recursive: true, preserveTimestamps: true })
  keep('.jekyll-cache', '.old-cache')
  keep('_site', '.old-site')
  put({
    '_posts/2020-01-01-a.md': page('Other.', 'layout: default\ntitle: Other\n'),
    'plain.md': page('plain!'),
  })
  build()
  site.remove('.jekyll-cache')
  keep('.old-cache', '.jekyll-cache')
  put({ 'plain.md': page('plain') })
  build()
  expectClean()
  site.remove('_site')
  keep('.old-site', '_site')
  build()
  expectClean()
})

test('a cache that was copied with the site, or from another', () => {
  const copy = makeSite()
  fs.cpSync(site.root, copy.root, { recursive: true })
  copy.put({ 'plain.md': page('other'), '_layouts/default.html': page('<{{ content }}>') })
  rebuild(copy)
  expectClean(copy)
  // Back, over a site that went on by itself.
  put({ 'plain.md': page('third') })
  build()
  site.remove('.jekyll-cache')
  fs.cpSync(copy.at('.jekyll-cache'), site.at('.jekyll-cache'), { recursive: true })
  build()
  expectClean()
})

test('two destinations in turn', () => {
  build({ settings: { destination: 'other' } })
  put({ 'plain.md': page('changed'), '_config.yml': 'exclude: [other]\n' })
  build({ settings: { destination: 'other' } })
  expectClean(site, {}, 'other')
  build()
  expectClean()
  put({ 'plain.md': page('plain') })
  build()
  build({ settings: { destination: 'other' } })
  expectClean(site, {}, 'other')
})

test('a server, which keeps it all in memory, and builds beside it', () => {
  const kept = keptIn(setupOf(site).config, '1')
  build({ kept })
  put({ 'plain.md': page('one') })
  build()
  put({ '_posts/2020-01-02-b.md': page('Bb.', 'title: Bb\n') })
  build({ kept })
  expectClean()
  put({ 'plain.md': page('two') })
  build()
  put({ 'plain.md': page('one') })
  build({ kept })
  expectClean()
  expect(build({ kept, clock: '1700000001' })).toEqual(['_posts/2020-01-01-a.md'])
})

test('a document and a page that go by one name', () => {
  put({
    '_config.yml': 'collections: { notes: { output: true, permalink: /:path/ } }\n',
    '_notes/a.md': page('note'),
    'a.md': page('page', 'permalink: /a/\n'),
    '_notes/_posts/2020-01-01-a.md': page('post'),
  })
  build()
  put({ 'a.md': page('page!', 'permalink: /a/\n') })
  build()
  expectClean()
  put({ '_notes/a.md': page('note!') })
  build()
  expectClean()
  fs.rmSync(path.join(site.root, 'a.md'))
  build()
  expectClean()
})

test('who shows the texts of the newest is not rendered for an old one', () => {
  const name = (day: number): string => `_posts/2021-01-${String(day).padStart(2, '0')}-p.md`
  const post = (day: number, text: string): Record<string, string> => ({ [name(day)]: page(text) })
  for (let day = 1; day <= 20; day++) put(post(day, `${day}.`))
  put({ 'list.html': page('{% for p in site.posts limit: 10 %}{{ p.excerpt }}{{ p.content }}{% endfor %}') })
  build()
  put(post(2, 'Old.'))
  expect(build()).toEqual([name(2)])
  expectClean()
  put(post(12, 'New.'))
  expect(build().toSorted()).toEqual([name(12), 'list.html'])
  expectClean()
})
