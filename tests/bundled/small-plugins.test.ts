/** Plugins of a few lines each, and what their goldens cannot show: faults. */
import { expect, test } from 'vitest'
import { utcTime, type Value, zoneFor } from '../../src/base/index.ts'
import { memoryOutput } from '../../src/builder/index.ts'
import { buildSite } from '../../src/index.ts'
import { emojiFile } from '../../src/markup/index.ts'
import { memoryTree } from '../../src/read/index.ts'
import { configFrom } from '../../src/site/index.ts'
import { buildWith } from '../plugins/site.ts'

test('site.env is the environment', () => {
  const { config } = configFrom(
    new Map<Value, Value>([['plugins', ['jekyll-environment-variables']]]),
    new Map<Value, Value>([['source', '/site']]),
    { cwd: '/', zone: zoneFor('UTC'), variables: { GREETING: 'hello', EMPTY: '' } },
  )
  const output = memoryOutput()
  buildSite({
    config,
    tree: memoryTree(
      new Map([['a.txt', '---\n---\n{{ site.env.GREETING }}|{{ site.env.EMPTY }}|{{ site.env.NONE }}']]),
      '/site',
    ),
    time: utcTime(2026, 1, 2),
    output,
  })
  expect(output.contents.get('a.txt')).toBe('hello||')
})

test('the compiler of CoffeeScript leaves the stacks of other errors alone', () => {
  const before = Error.prepareStackTrace
  buildWith({ 'a.coffee': '---\n---\nx = 1\n' }, undefined, [['plugins', ['jekyll-coffeescript']]])
  expect(Error.prepareStackTrace).toBe(before)
})

test('a script that is no CoffeeScript stops the build and says where', () => {
  expect(() =>
    buildWith({ 'a.coffee': '---\n---\nx = 1\ny = [\n' }, undefined, [['plugins', ['jekyll-coffeescript']]]),
  ).toThrow(
    "Conversion error: Jekyll::Converters::CoffeeScript encountered an error while converting 'a.coffee':\nSyntaxError: missing ] (line 2 of the script)",
  )
})

test('a list of all contents does not show the tags that the pages of plugins are made with', () => {
  const { output } = buildWith(
    { 'a.txt': '---\n---\n{% for p in site.pages %}{{ p.url }}[{{ p.content }}]{% endfor %}\n' },
    undefined,
    [['plugins', ['jekyll-feed', 'jekyll-sitemap', 'json-feed']]],
  )
  expect(output('a.txt')).not.toContain('_document')
  expect(output('a.txt')).toContain('/feed.xml[]')
  expect(output('feed.xml')).toContain('<feed')
})

test('a gist without an id is refused in the words of Jekyll', () => {
  expect(() =>
    buildWith({ 'a.md': '---\n---\n{% gist %}\n' }, undefined, [['plugins', ['jekyll-gist']]]),
  ).toThrow(/^Liquid Exception: Syntax error in tag 'gist' while parsing the following markup:/)
})

test('emoji are found by every name of gemoji, and by no other', () => {
  expect(emojiFile('+1')).toBe('unicode/1f44d.png')
  expect(emojiFile('family_man_woman_boy')).toBe('unicode/1f468-1f469-1f466.png')
  expect(emojiFile('hash')).toBe('unicode/0023-20e3.png')
  for (const name of ['octocat', 'constructor', 'SMILE', '']) expect(emojiFile(name)).toBeUndefined()
})

test('optional-front-matter leaves the files of collections where they are', () => {
  const { output } = buildWith({ 'a.md': '# A\n', '_docs/b.md': '# B\n' }, undefined, [
    ['plugins', ['jekyll-optional-front-matter']],
    ['collections', new Map<Value, Value>([['docs', new Map<Value, Value>([['output', true]])]])],
    ['optional_front_matter', new Map<Value, Value>([['remove_originals', true]])],
  ])
  expect(output('a.html')).toContain('A</h1>')
  expect(output('a.md')).toBeUndefined()
})
