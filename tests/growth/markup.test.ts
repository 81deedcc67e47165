/** HTML as a tree, and the plugins that change pages by it. */
import { expect, test } from 'vitest'
import { changeHtml, numberParts, parseHtml, printHtml, walkHtml } from '../../src/markup/index.ts'
import { testSite } from '../../src/testing.ts'
import { fill, type Generators, growthTable, inside, nested } from './table.ts'

const TREES: Generators = {
  'open blocks': fill('<div>'),
  'nested blocks': nested('<div>', '</div>'),
  'open words': fill('<b>'),
  'nested words': nested('<b>', '</b>'),
  'words that are closed otherwise': nested('<b>', '</i>'),
  'words in a block, closed outside': (size) => `<i><div>${'<b>'.repeat(size / 7)}${'</i>'.repeat(size / 7)}`,
  'end tags': fill('</b>'),
  'end tags in a table': inside('<b><table><tr><td>', '</b>'),
  'open paragraphs': fill('<p>'),
  'open lists': fill('<ul><li>'),
  'list items': fill('<li>a'),
  'open tables': fill('<table><tr><td>'),
  'open headings': fill('<h2>'),
  'open comments': fill('<!--'),
  comments: fill('<!-- a -->'),
  'open scripts': fill('<script>'),
  'open declarations': fill('<!doctype'),
  'half tags': fill('<'),
  'half end tags': fill('</'),
  'one tag of attributes': inside('<a ', 'b="c" ', '>'),
  'one tag of junk': inside('<a ', '=" ', '>'),
  'open attributes': fill('<a b="'),
  'attributes in turns': fill('<a b="c d=\'e'),
  blanks: inside('<a', ' ', '>'),
  'blanks before a sign': inside('<a b', ' ', '=c>'),
  entities: fill('&amp;'),
  'half entities': fill('&#x'),
  text: fill('a\n'),
}
growthTable('a tree', TREES, (text) => {
  const nodes = parseHtml(text)
  let count = 0
  walkHtml(nodes, () => ++count > 0)
  return printHtml(changeHtml(nodes, () => undefined))
})

const deep = (size: number): string =>
  `${'<div>'.repeat(size)}:smile: @user${'</div>'.repeat(size)}<p>end</p>`

test('pages nested deeper than the stack, with emoji and mentions', async () => {
  const site = await testSite(`
-- _config.yml --
plugins: [jemoji, jekyll-mentions, jekyll-toc]
-- index.html --
---
---
${deep(20_000)}
-- toc.html --
---
toc: true
---
{% assign page_text = "${deep(100)}" %}{{ page_text | toc }}
`)
  expect(site.output('index.html')).toContain('<img class="emoji" title=":smile:"')
  expect(site.output('index.html')).toContain('<a href="https://github.com/user" class="user-mention">')
  expect(site.output('index.html')?.match(/<p>end<\/p>/)).not.toBeNull()
  const anchored = site.output('toc.html')
  expect(anchored?.match(/<div>/g)?.length).toBe(100)
})

const NUMBERED: Generators = {
  'nested figures': nested('<figure id="a"><figcaption>', '</figure>'),
  'open figures': fill('<figure><figcaption>'),
  'open tables': fill('<table id="a" caption="b">'),
  'open headings': fill('<h2 id="a">'),
  'pictures with captions': fill('<p><img id="a" caption="b" /></p>'),
  'open code': fill('<code>'),
  'equations without end': fill('<span class="equation-number">'),
  references: fill('<a class="ref" href="#a"></a>'),
  'written references': fill('\\ref{a} '),
  'half references': fill('\\ref{'),
}
const WORDS = { figure: String, table: String, section: String }
growthTable('numbers', NUMBERED, (text) => numberParts(text, { words: WORDS, sections: true }))
