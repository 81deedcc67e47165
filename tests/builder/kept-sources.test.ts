/** Files of the source that look as they did are not opened again, and in doubt they are. */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { memoryStore } from '../../src/builder/cache/memory-store.ts'
import type { CacheStore } from '../../src/builder/cache/types.ts'
import { withHands } from '../../src/builder/index.ts'
import { knownOf, madeFrom } from '../../src/builder/kept/kept-document.ts'
import { type KeptResults, keptResults } from '../../src/builder/kept/kept-results.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { Digests } from '../../src/render/index.ts'
import { leansOnNow, type Page } from '../../src/site/index.ts'
import { makeSite, type SiteFolder, siteForEachTest } from '../site-maker.ts'
import { handsHere } from './hands-here.ts'
import { type How, rebuild } from './rebuilds.ts'

const site = siteForEachTest()
const { put } = site

/** Longer than a file must have lain there before its look is trusted. */
const SETTLED = 150

const FILES = {
  '_config.yml': 'collections: { recipes: { output: true } }\n',
  '_posts/2020-01-01-a.md': '---\ntitle: A\n---\nAlpha.\n\nMore.\n',
  '_posts/2020-01-02-b.md': '---\ntitle: B\n---\nBeta.\n',
  '_recipes/soup.md': '---\ndate: 2020-01-03\n---\nSoup.\n',
  '_recipes/soup.txt': 'No header.\n',
  'about.md': '---\ntitle: About\n---\nÜber uns.\n',
  'plain.txt': 'No header.\n',
  'list.html':
    '---\n---\n{% for p in site.posts %}{{ p.title }} {{ p.excerpt }}{{ p.content }}{{ p.date }}{% endfor %}{{ site.recipes }}',
}

const SOURCES = Object.keys(FILES).filter((file) => /\.(?:md|html)$/.test(file))
const PLAIN = Object.keys(FILES).filter((file) => file.endsWith('.txt'))

beforeEach(async () => {
  put(FILES)
  await wait(SETTLED)
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** Builds `of`; answers the files of the source that were opened for what is in them. */
function opened(of: SiteFolder = site, how: How = {}, among = SOURCES): readonly string[] {
  const open = vi.spyOn(fs, 'openSync')
  rebuild(of, how)
  const files = open.mock.calls.map(([file]) => path.relative(of.root, String(file)))
  open.mockRestore()
  return [...new Set(files)].filter((file) => among.includes(file)).sort()
}

/** Runs `run` while the file system's clock says that `file` was written that many milliseconds ago, however slow this is. */
function whenWritten<Made>(file: string, ago: number, run: () => Made): Made {
  const stat = fs.statSync
  const now = stat(site.at(file)).ctimeMs + ago
  const clock = vi.spyOn(fs, 'statSync').mockImplementation(((...given: Parameters<typeof stat>) => {
    const found = stat(...given)
    return String(given[0]).startsWith(site.at('.jekyll-cache'))
      ? Object.assign(found ?? {}, { ctimeMs: now })
      : found
  }) as typeof stat)
  try {
    return run()
  } finally {
    clock.mockRestore()
  }
}

function expectClean(of: SiteFolder = site, how: How = {}): void {
  const built = outputOf(of, '_site')
  rebuild(of, { ...how, settings: { destination: '_clean', disable_disk_cache: true } })
  expect(built).toEqual(outputOf(of, '_clean'))
  of.remove('_clean')
}

function outputOf(of: SiteFolder, folder: string): readonly (readonly [string, string])[] {
  return of
    .list()
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => [file.slice(folder.length), of.read(file)])
}

test('cold all, unchanged none, after one edit one', () => {
  expect(opened()).toEqual([...SOURCES].sort())
  expect(opened()).toEqual([])
  put({ 'about.md': '---\ntitle: Others\n---\nÜber andere.\n' })
  expect(whenWritten('about.md', SETTLED / 2, opened)).toEqual(['about.md'])
  expectClean()
  // What was written just before the last build is opened once more: it may have been written once more.
  expect(whenWritten('about.md', SETTLED, opened)).toEqual(['about.md'])
  expect(whenWritten('about.md', SETTLED, opened)).toEqual([])
  expectClean()
})

test('files without front matter', async () => {
  // Copies that are as young as their source are compared with it.
  await wait(2000)
  expect(opened(site, {}, PLAIN)).toEqual([...PLAIN].sort())
  expect(opened(site, {}, PLAIN)).toEqual([])
  put({ 'plain.txt': '---\n---\nWith one.\n' })
  expect(opened(site, {}, PLAIN)).toEqual(['plain.txt'])
  expectClean()
})

test('other text of the same size and time', () => {
  const file = site.at('_posts/2020-01-01-a.md')
  const { atime, mtime, size } = fs.statSync(file)
  rebuild(site)
  fs.writeFileSync(file, FILES['_posts/2020-01-01-a.md'].replace('Alpha', 'Gamma'))
  fs.utimesSync(file, atime, mtime)
  expect(fs.statSync(file)).toMatchObject({ size, mtime })
  expect(opened()).toEqual(['_posts/2020-01-01-a.md'])
  expectClean()
})

test('editors that write beside and rename, keep a backup, exchange files', () => {
  rebuild(site)
  const [a, b] = [site.at('_posts/2020-01-01-a.md'), site.at('_posts/2020-01-02-b.md')]
  fs.renameSync(a, `${a}~`)
  put({ 'a.tmp': FILES['_posts/2020-01-01-a.md'].replace('Alpha', 'Delta') })
  fs.renameSync(site.at('a.tmp'), a)
  expect(opened()).toEqual(['_posts/2020-01-01-a.md'])
  expectClean()
  fs.renameSync(a, site.at('x'))
  fs.renameSync(b, a)
  fs.renameSync(site.at('x'), b)
  rebuild(site)
  expectClean()
})

test('a file that was written just now is opened by the next build, too', () => {
  rebuild(site)
  put({ 'about.md': '---\ntitle: 1\n---\n1\n' })
  whenWritten('about.md', 0, () => rebuild(site))
  expect(opened()).toEqual(['about.md'])
})

test('a file that is dated later than now', () => {
  const file = site.at('about.md')
  fs.utimesSync(file, new Date(), new Date(Date.now() + 86_400_000))
  rebuild(site)
  expect(opened()).toEqual(['about.md'])
})

test('a site that was copied with its cache', () => {
  rebuild(site)
  const copy = makeSite()
  fs.cpSync(site.root, copy.root, { recursive: true, preserveTimestamps: true })
  expect(opened(copy)).toEqual([...SOURCES].sort())
  expectClean(copy)
})

test('another site in the place of one, with its cache', () => {
  rebuild(site)
  const other = makeSite({ ...FILES, 'about.md': '---\ntitle: Other\n---\nOther one.\n' })
  fs.cpSync(site.at('.jekyll-cache'), other.at('.jekyll-cache'), { recursive: true })
  const { root } = site
  site.remove('.')
  fs.renameSync(other.root, root)
  fs.mkdirSync(other.root)
  expect(opened()).toEqual([...SOURCES].sort())
  expectClean()
})

test('other settings, defaults and plugins read all anew', () => {
  rebuild(site)
  expect(opened(site, { settings: { excerpt_separator: 'lpha' } })).toEqual([...SOURCES].sort())
  put({
    '_config.yml': `${FILES['_config.yml']}defaults: [{ scope: { path: '' }, values: { title: Default } }]\n`,
  })
  expect(opened()).toEqual([...SOURCES].sort())
  expectClean()
  expect(opened(site, { pluginFiles: 'others' })).toEqual([...SOURCES].sort())
})

test('dates that lean on the clock, and such as it passes', async () => {
  put({
    '_posts/2020-02-01-noon.md': '---\ndate: "12:30"\n---\nToday.\n',
    '_posts/2023-11-14-later.md': '---\n---\nLater, and then not.\n',
    '_recipes/undated.md': '---\n---\nUndated.\n',
    '_recipes/now.md': '---\ndate: 2023-11-14 22:13:20 +0000\n---\nNow.\n',
  })
  await wait(SETTLED)
  // 2023-11-14 22:13:20 is the second of these.
  for (const clock of ['1699000000', '1700000000', '1700000000', '1700100000', '1699000000', '1800000000']) {
    rebuild(site, { clock })
    expectClean(site, { clock })
  }
})

test('a text that says which year it means leans on no clock', () => {
  const dates = ['2020-01-02', '2020-1-2', '20-01-02', '2 Jan 2020', 'Thu, 2 Jan 2020 10:00 +0100']
  expect(dates.map(leansOnNow)).toEqual(dates.map(() => false))
  const others = ['12:30', 'Jan 2', 'Thursday', '02', '', 'x'.repeat(200)]
  expect(others.map(leansOnNow)).toEqual(others.map(() => true))
})

test('a cache that may not be written to, and one that is not there any more', () => {
  rebuild(site)
  fs.rmSync(site.at('.jekyll-cache'), { recursive: true })
  fs.writeFileSync(site.at('.jekyll-cache'), 'in the way')
  rebuild(site)
  expectClean()
  fs.rmSync(site.at('.jekyll-cache'))
  expect(opened()).toEqual([...SOURCES].sort())
  expect(opened()).toEqual([])
})

test('many files, then few of them, then others', async () => {
  const posts = (from: number, to: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: to - from }, (_, i) => [
        `_posts/2019-01-01-p${from + i}.md`,
        `---\ntitle: P${from + i}\n---\n`,
      ]),
    )
  put(posts(0, 300))
  await wait(SETTLED)
  rebuild(site)
  expectClean()
  for (const file of Object.keys(posts(20, 300))) site.remove(file)
  rebuild(site)
  expectClean()
  put(posts(400, 600))
  await wait(SETTLED)
  rebuild(site)
  expect(opened()).toEqual([])
  expectClean()
})

/** Builds twice with the same store, in which the second build finds nothing that was rendered, and of texts what `texts` says. */
function rebuildWithTexts(texts: (of: CacheStore, key: string) => Buffer | undefined): readonly string[] {
  const directory = site.at('.jekyll-cache')
  const store = memoryStore(1e6)
  rebuild(site, { kept: keptResults(store, (save) => void save(), directory) })
  const found: CacheStore = {
    get: (key) =>
      key.startsWith('texts ')
        ? texts(store, key)
        : /^(?:result|traces) /.test(key)
          ? undefined
          : store.get(key),
    put: (key, content) => store.put(key, content),
    touch: (key) => store.touch(key),
    save: () => {},
  }
  return opened(site, { kept: keptResults(found, (save) => void save(), directory) })
}

test('texts are looked for once they are rendered, and are in the files where they are gone', () => {
  expect(rebuildWithTexts((store, key) => store.get(key))).toEqual([])
  expectClean()
  expect(rebuildWithTexts(() => undefined)).toEqual([...SOURCES].sort())
  expectClean()
  let asked = 0
  const store = memoryStore(1e6)
  const counting: CacheStore = {
    ...store,
    get(key) {
      if (key.startsWith('texts ')) asked++
      return store.get(key)
    },
  }
  const kept = (): KeptResults => keptResults(counting, (save) => void save(), site.at('.jekyll-cache'))
  rebuild(site, { kept: kept() })
  expect(rebuild(site, { kept: kept() }).rendered).toEqual([])
  expect(asked).toBe(0)
})

test('an edit of the layout looks for the texts that could be slips on the new page, and for no other', async () => {
  const post = (text: string): string => `---\nlayout: post\n---\n${text}\n`
  const slip = '2020-02-02-slip.md'
  put({
    '_layouts/post.html': '{{ content }}',
    'list.html': '',
    [`_posts/${slip}`]: post('::: note\n\nA box.'),
  })
  put(Object.fromEntries([1, 2, 3].map((n) => [`_posts/2020-03-0${n}-p.md`, post('```js extra\n1\n```')])))
  await wait(SETTLED)
  const store = memoryStore(1e6)
  const asked: string[] = []
  const kept = (): KeptResults =>
    keptResults(
      {
        ...store,
        get(key) {
          if (key.startsWith('texts ')) asked.push(key)
          return store.get(key)
        },
      },
      (save) => void save(),
      site.at('.jekyll-cache'),
    )
  const warned = (): readonly string[] => {
    const { said, placed } = rebuild(site, { kept: kept() })
    expect(placed.length === 0 || placed.length === 4).toBe(true)
    return said.filter((each) => each.includes('opens a box'))
  }
  expect(warned()).toHaveLength(1)
  put({ '_layouts/post.html': '<b>{{ content }}</b>' })
  expect(warned()).toHaveLength(1)
  expect(asked.length).toBeGreaterThan(0)
  site.remove(`_posts/${slip}`)
  put(Object.fromEntries([1, 2, 3].map((n) => [`_posts/2020-03-0${n}-p.md`, post('```js\n1\n```')])))
  await wait(SETTLED)
  rebuild(site, { kept: kept() })
  asked.length = 0
  put({ '_layouts/post.html': '<i>{{ content }}</i>' })
  expect(rebuild(site, { kept: kept() }).placed).toHaveLength(3)
  expect(asked).toEqual([])
})

test('after a build in threads an edit looks for no text of another file', async () => {
  const list = '---\n---\n{% for p in site.posts %}{{ p.title }}{% endfor %}'
  put({
    'list.html': list,
    '_posts/2020-01-03-c.md': '---\ntitle: C\n---\nGamma.\n',
  })
  await wait(SETTLED)
  const store = memoryStore(1e6)
  let asked = 0
  const counting: CacheStore = {
    ...store,
    get(key) {
      if (key.startsWith('texts ')) asked++
      return store.get(key)
    },
  }
  // A parcel with a changed file is written anew, with the texts of the others in it; that is not looked at here.
  const kept = (isSaved: boolean): KeptResults =>
    keptResults(counting, (save) => void (isSaved && save()), site.at('.jekyll-cache'))
  const elsewhere = withHands(
    handsHere(2, () => true),
    [],
    BUNDLED,
  )
  rebuild(site, { kept: kept(true), elsewhere })
  put({ '_posts/2020-01-03-c.md': '---\ntitle: Other\n---\nGamma.\n', 'list.html': `${list}.` })
  expect(rebuild(site, { kept: kept(false) }).rendered).toContain('list.html')
  expect(asked).toBe(0)
  expectClean()
})

test('a file that is changed while its text is looked for stops the build', () => {
  const changing = (): undefined => {
    put(Object.fromEntries(SOURCES.map((file) => [file, `${FILES[file as keyof typeof FILES]}More.\n`])))
  }
  expect(() => rebuildWithTexts(changing)).toThrow(/ was changed while the site was built/)
  rebuild(site)
  expectClean()
})

test('a text that nothing brings back is no empty one', () => {
  const digests = new Digests()
  const page = { kind: 'page', id: 'a', body: 'Text.', excerpt: null, data: new Map() } as unknown as Page
  const stat = { size: 1, mtime: 1, identity: { device: 1, inode: 1, changed: 1 } }
  const known = knownOf({ place: 'about.md', purpose: 'page', stat }, page, digests)!
  const made = madeFrom({ ...known, body: () => undefined }, page.home, digests, () => null)
  expect(() => (made as Page).body).toThrow('is gone')
})
