/** `whirl check`: pages, feeds, and the texts that findings are traced by. */
import { expect, test } from 'vitest'
import { positionsIn } from '../../src/base/index.ts'
import { checkSite } from '../../src/check/index.ts'
import { pageFacts } from '../../src/check/page-facts.ts'
import { placesIn } from '../../src/check/text-index.ts'
import { parseXml } from '../../src/check/xml.ts'
import { builtSite, page } from '../check/site.ts'
import { expectProportional } from '../steps.ts'
import { fill, type Generators, growthTable, inside, nested, numbered } from './table.ts'

const PAGES: Generators = {
  'open lists': fill('<ul><li>'),
  'nested lists': nested('<ul><li>', '</li></ul>'),
  'open definitions': fill('<dl><dt><dd>'),
  'nested definitions': nested('<dl><dd>', '</dd></dl>'),
  'open blocks': fill('<div>'),
  'nested blocks': nested('<div>', '</div>'),
  'closed blocks': fill('</div>'),
  'blocks that are closed otherwise': nested('<div>', '</p>'),
  'open tables': fill('<table><tr><td>'),
  'nested tables': nested('<table><tr><td>', '</td></tr></table>'),
  'open pictures': fill('<svg><title>'),
  'pictures in pictures': nested('<svg><foreignObject>', '</foreignObject></svg>'),
  'open heads': fill('<head>'),
  'open forms': fill('<form>'),
  'open paragraphs': fill('<p>'),
  'open links': fill('<a href="#x">'),
  'open headings': fill('<h1>a<h2>'),
  'headings in a heading': nested('<h2><span>', '</span></h2>'),
  'a long heading': inside('<h2>', 'a ', '</h2>'),
  'a heading of entities': inside('<h2>', '&amp;', '</h2>'),
  'a heading of pictures': inside('<h2>', '<img alt="a">', '</h2>'),
  'open templates': fill('<template>'),
  'open comments': fill('<!--'),
  'open scripts': fill('<script>'),
  'open titles': fill('<title>'),
  'one tag of attributes': inside('<a ', 'b="c" ', '>'),
  'one tag of names': inside('<a ', 'b ', '>'),
  'open attributes': fill('<a b="'),
  'half tags': fill('<'),
  'half end tags': fill('</'),
  'half entities': fill('&a'),
  declarations: fill('<!doctype>'),
  CDATA: inside('<svg>', '<![CDATA[a]]>'),
  'open CDATA': inside('<svg>', '<![CDATA['),
  ids: numbered((i) => `<i id="a${i}">`),
  'one id': fill('<i id="a">'),
  'source sets': inside('<img srcset="', 'a 1x, ', '">'),
  'a source set of commas': inside('<img srcset="', ',', '">'),
  refreshes: inside('<meta http-equiv="refresh" content="', '0;', '">'),
}
growthTable('a page', PAGES, (text) => pageFacts('a.html', text))

const FEEDS: Generators = {
  'open elements': fill('<a>'),
  'nested elements': nested('<a>', '</a>'),
  'elements beside each other': inside('<a>', '<b/>', '</a>'),
  'attributes of numbers': numbered((i) => `<a b${i}="c">`),
  'open entities': inside('<a>', '&amp', '</a>'),
  'bare ampersands': inside('<a>', '& ', '</a>'),
  entities: inside('<a>', '&amp;', '</a>'),
  'open comments': inside('<a>', '<!--'),
  'a declaration of entities': inside('<!DOCTYPE a [', '<!ENTITY b "c">', ']><a/>'),
  'open declaration': fill('<!DOCTYPE a ['),
}
growthTable('a feed', FEEDS, parseXml)

test('texts that are sought in one source', () => {
  for (const line of [(i: number) => `[a](#head-${i}-x)\n`, (i: number) => `a ${i}\n`, () => 'a#b\n'])
    expectProportional((size) => {
      const source = numbered(line)(16 * size)
      const places = placesIn(source)
      const texts = Array.from({ length: size }, (_, i) => line(i).slice(0, -1))
      return { size, run: () => texts.map((text) => places(text)[Symbol.iterator]().next().value) }
    }, 256)
  expect([...placesIn('ab ab')('ab')]).toEqual([0, 3])
  const often = placesIn('xabcdefghi abcdefghi')
  for (let i = 0; i < 20; i++) expect([...often('abcdefghi')]).toEqual([1, 11])
  expect([...often('abcdefghj')]).toEqual([])
})

test('lines and columns of one text', () => {
  expectProportional((size) => {
    const text = 'ab\n'.repeat(size)
    return { size, run: () => Array.from({ length: size }, (_, i) => positionsIn(text.slice(0, 30))(i % 30)) }
  }, 256)
  const positionOf = positionsIn('ab\n\nc')
  expect([-1, 0, 2, 3, 4, 5, 9].map((at) => Object.values(positionOf(at)))).toEqual([
    [1, 1],
    [1, 1],
    [1, 3],
    [2, 1],
    [3, 1],
    [3, 2],
    [3, 2],
  ])
})

/** Holds that a site of four times the size takes about four times the steps to check. */
async function expectLinearCheck(files: (size: number) => Readonly<Record<string, string>>): Promise<void> {
  const size = 64
  const small = await builtSite(files(size))
  const large = await builtSite(files(4 * size))
  expectProportional((times) => {
    const built = times === size ? small : large
    return { size: times, run: () => expect(checkSite(built).findings.length).toBeGreaterThan(0) }
  }, size)
}
const times = (size: number, line: (i: number) => string): string => numberedLines(size, line).join('')
const numberedLines = (size: number, line: (i: number) => string): string[] =>
  Array.from({ length: size }, (_, i) => line(i))

test('broken anchors on one page', () =>
  expectLinearCheck((size) => ({
    'index.html': page(
      times(size, (i) => `<h2 id="head-${i}-abcdef"><a href="#haed-${i}-abcdef">x</a></h2>\n`),
    ),
  })))

test('anchors of one page that differ by their case', () =>
  expectLinearCheck((size) => ({
    'index.html': page(times(size, (i) => `<h2 id="head-${i}"><a href="#Head-${i}">x</a></h2>\n`)),
  })))

test('a broken link on each page', () =>
  expectLinearCheck((size) =>
    Object.fromEntries(
      numberedLines(size, String).map((i) => [`p${i}.html`, page(`<a href="/q${i}.html">x</a>`)]),
    ),
  ))

test('broken links of one page, made by a loop', () =>
  expectLinearCheck((size) => ({
    'index.html': page(`{% for i in (1..${size}) %}<a href="/gone-{{ i }}/">x</a>\n{% endfor %}`),
  })))

test('pictures without words, ids that come again, headings that skip', () =>
  expectLinearCheck((size) => ({
    'index.html': page(times(size, (i) => `<h1>a${i}</h1><h3 id="x${i % 9}">b</h3><img src="/p${i}.png">\n`)),
  })))
