import path from 'node:path'
import { expect, test } from 'vitest'
import { generateSite } from '../../bench/generate-site.mjs'
import { siteForEachTest } from '../site-maker.ts'
import { fixtureAt } from './builders.mjs'
import { classify, compareTrees, filesBelow, foldCss } from './compare.mjs'

const site = siteForEachTest()

const classOf = (file: string, a: string, b: string): string =>
  classify(file, Buffer.from(a), Buffer.from(b)).class

test.each([
  ['a.html', '<p>x</p>', '<p>x</p>', 'same'],
  ['a.html', '<p>x</p>', '<p>y</p>', 'differs'],
  ['a.html', '<p>x  y</p>', '<p>x y</p>', 'space'],
  ['a.html', '<pre><span class="k">if</span></pre>', '<pre>if</pre>', 'highlight'],
  ['a.css', 'a { color: #FFFFFF; }\n', 'a{color:#fff}', 'css'],
  ['a.css', 'a { color: red; }', 'a { color: blue; }', 'differs'],
  ['a.css.map', '{"version":3}', '{ "version": 3 }', 'map'],
  ['a.png', 'x', 'y', 'differs'],
])('%s: %j against %j is %s', (file, a, b, expected) => expect(classOf(file, a, b)).toBe(expected))

test('what differs names the line and both texts', () => {
  const at = classify('a.txt', Buffer.from('one\ntwo\n'), Buffer.from('one\ntoo\n')).at
  expect(at).toBe('line 2\n      - "one\\ntwo\\n"\n      + "one\\ntoo\\n"')
})

test('trees: every file of the reference has a class, others are extra', () => {
  site.put({ 'a/x.html': '1', 'a/gone.html': '1', 'b/x.html': '1', 'b/more/y.html': '1' })
  const compared = compareTrees(site.at('a'), site.at('b'))
  expect(compared.map((file) => `${file.class} ${file.file}`)).toEqual([
    'missing gone.html',
    'same x.html',
    'extra more/y.html',
  ])
  expect(filesBelow(site.at('nowhere'))).toEqual([])
})

test('style sheets are folded without changing what they mean', () => {
  expect(foldCss('/* c */ a > b , c { margin : 0.5em ; }')).toBe('a>b,c{margin:.5em}')
})

test('a fixture names its source, flags and environment; a plain directory is its own source', () => {
  const limits = fixtureAt(path.resolve(import.meta.dirname, '../sites/limits'))
  expect([limits.name, path.basename(limits.source), limits.env]).toEqual([
    'limits',
    'source',
    { JEKYLL_ENV: 'production' },
  ])
  const { root } = site
  expect(fixtureAt(root)).toEqual({ name: path.basename(root), source: root, args: [], env: {} })
})

test('the bench’s blog is the same every time, and both generators get the same posts', () => {
  generateSite(3, site.at('one'))
  generateSite(3, site.at('two'))
  const files = filesBelow(site.at('one'))
  expect(compareTrees(site.at('one'), site.at('two')).every((each) => each.class === 'same')).toBe(true)
  const body = (file: string): string => site.read(`one/${file}`).replace(/^---\n[\s\S]*?\n---\n/, '')
  const jekyll = files.filter((file) => file.startsWith('jekyll/_posts/')).map(body)
  const hugo = files.filter((file) => file.startsWith('hugo/content/posts/')).map(body)
  expect(jekyll).toHaveLength(3)
  expect(jekyll.sort()).toEqual(hugo.sort())
})
