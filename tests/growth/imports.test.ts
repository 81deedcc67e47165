/** Texts of other programs' exports, made to be slow or deep. */
import { expect, test } from 'vitest'
import { htmlToMarkdown } from '../../src/imports/html-to-markdown.ts'
import { withoutHugoShortcodes } from '../../src/imports/hugo-shortcodes.ts'
import { ghostSite, type Importer, mediumSite, wordpressSite } from '../../src/imports/index.ts'
import { addressLines } from '../../src/imports/lines.ts'
import { codeBlock } from '../../src/imports/markdown-text.ts'
import { withoutShortcodes } from '../../src/imports/wordpress-shortcodes.ts'
import { fill, type Generators, growthTable, inside, nested, numbered } from './table.ts'

const convert = (html: string, linesCount = false): string =>
  htmlToMarkdown(html, { address: (written) => written, linesCount })

const PAGES: Generators = {
  paragraphs: fill('<p>a</p>'),
  'open words': fill('<b>'),
  'nested words': nested('<b>', '</b>', 'a'),
  'nested blocks': nested('<div>', '</div>', 'a'),
  'nested figures': nested('<figure><figcaption>', '</figcaption></figure>', 'a'),
  'nested tables': nested('<table><tr><td>', '</td></tr></table>', 'a'),
  'nested heads of tables': nested('<thead>', '</thead>', 'a'),
  'nested code': nested('<pre><code>', '</code></pre>', 'a'),
  'nested words in a block': (size) => `<div>${nested('<i>', '</i>', '<p>a</p>')(size)}</div>`,
  'blanks in a word': inside('<b>a', ' ', 'b</b>'),
  'line breaks': inside('<b>a', '<br>', 'b</b>'),
  backticks: inside('<pre>', '` ', '</pre>'),
  'empty lines': inside('a', '\n ', 'b'),
  links: numbered((i) => `<a href="/${i}">a</a> `),
}
growthTable('HTML as Markdown', PAGES, (html) => convert(html) + convert(html, true), { size: 1024 })

/** Each line is indented once for each of the sixty levels that are Markdown, so that growth is even behind them. */
const DEEP: Generators = {
  'nested lists': nested('<ul><li>', '</li></ul>', 'a'),
  'nested quotes': nested('<blockquote>', '</blockquote>', 'a'),
}
growthTable('HTML as indented Markdown', DEEP, (html) => convert(html), { size: 8192 })

const SHORTCODES: Generators = {
  'open captions': fill('[caption]'),
  'open code': fill('[code]'),
  'captions of two kinds': fill('[caption][wp_caption]'),
  brackets: fill('['),
  'open names': fill('[code '),
  'embeds without an address': fill('[embed] '),
  galleries: fill('[gallery ids="1"]\n'),
  captions: fill('[caption]<img src="a"> b[/caption]'),
}
growthTable('shortcodes of WordPress', SHORTCODES, (text) => withoutShortcodes(text, () => undefined), {
  size: 512,
  patterns: true,
})

const HUGO: Generators = {
  'open highlights': fill('{{< highlight c >}}'),
  'open escapes': fill('{{</* '),
  'open tags': fill('{{< '),
  'open tags before an end': inside('', '{{< ', 'a >}}'),
  'quotes of a tag': inside('{{< a "', '\\"', ' >}}'),
  'words of a tag': inside('{{< a ', 'b-', ' >}}'),
  'blanks of a tag': inside('{{<', ' ', 'a >}}'),
  'unknown tags': fill('{{< a >}}\n'),
}
growthTable(
  'shortcodes of Hugo',
  HUGO,
  (text) =>
    withoutHugoShortcodes(text, {
      page: () => undefined,
      address: (written) => written,
      note: () => undefined,
    }),
  { size: 512, patterns: true },
)

const ADDRESSES: Generators = {
  links: numbered((i) => `<a href="/${i}">\n`),
  'open quotes': fill("href='"),
  'blanks before a sign': fill('href   '),
}
growthTable('lines of addresses', ADDRESSES, (html) => addressLines(html)('/none'), { patterns: true })

/** What an importer makes of one file. */
const imported = (importer: Importer, name: string, text: string, root?: unknown) =>
  importer(
    {
      files: new Map([[name, () => Buffer.from(text)]]),
      parseXml: () => root as never,
      parseToml: () => null,
    },
    { permalink: '/:title/' },
  )

const pictures = numbered((i) => `<img src="https://miro.medium.com/${i}.png">\n`)
growthTable(
  'exports with much that is left',
  {
    'pictures of Medium': (size) =>
      `<article class="h-entry"><section data-field="body">${pictures(size)}</section></article>`,
  },
  (html) => imported(mediumSite, 'posts/a.html', html),
)

growthTable(
  'exports with many links between rows',
  {
    'tags of Ghost': (size) => {
      const ids = Array.from({ length: size / 16 }, (_, id) => id)
      const posts = ids.map((id) => ({ id, slug: `s${id}`, title: 'T', html: '' }))
      const links = ids.map((id) => ({ post_id: id, tag_id: 1 }))
      return JSON.stringify({ data: { posts, posts_tags: links, tags: [{ id: 1, name: 't' }] } })
    },
  },
  (json) => imported(ghostSite, 'a.json', json),
)

test('pages deeper than the stack stay HTML where they are deep', () => {
  for (const [open, close] of [
    ['<b>', '</b>'],
    ['<div>', '</div>'],
    ['<ul><li>', '</li></ul>'],
    ['<figure>', '</figure>'],
    ['<thead>', '</thead>'],
    ['<pre><b>', '</b></pre>'],
  ] as const)
    expect(convert(`<p>before</p>${open.repeat(20_000)}in${close.repeat(20_000)}<p>after</p>`)).toMatch(
      /^before\n[\s\S]*in[\s\S]*after\n$/,
    )
})

test('more blocks and more backticks than a call has room for', () => {
  expect(convert(`<div>${'<hr>'.repeat(200_000)}</div>`).length).toBe(200_000 * 7 - 1)
  expect(codeBlock('` '.repeat(200_000), '')).toMatch(/^```\n/)
})

test('notes that name themselves and each other come once', () => {
  const sup = (id: string): string => `<sup data-fn="${id}">1</sup>`
  const footnotes = new Map([
    ['a', `A ${sup('a')}${sup('b')}`],
    ['b', `B ${sup('a')}`],
  ])
  expect(
    htmlToMarkdown(`<p>x${sup('a')}</p>`, { address: (written) => written, linesCount: false, footnotes }),
  ).toBe('x[^1]\n\n[^1]: A [^1][^2]\n\n[^2]: B [^1]\n')
})

test('what is left of WordPress is named by its line', () => {
  const leaf = (name: string, text: string, at = 0) => ({
    name,
    text,
    at,
    children: [],
    attributes: new Map<string, string>(),
  })
  const html = '[code]\n[gallery]\n[/code]\n[caption]\n\n[/caption]\n<a href="/x?a&amp;b">x</a>\n[gallery]'
  const item = {
    ...leaf('item', ''),
    children: [
      ...['post', 'publish', 'T'].map((text, at) =>
        leaf(['wp:post_type', 'wp:status', 'title'][at] ?? '', text),
      ),
      leaf('content:encoded', html),
    ],
  }
  const channel = { ...leaf('channel', ''), children: [leaf('wp:wxr_version', '1.2'), item] }
  const { left } = imported(wordpressSite, 'a.xml', '', { root: { ...leaf('rss', ''), children: [channel] } })
  expect(left.map(({ line, what }) => `${line} ${what}`)).toEqual([
    '8 the shortcode [gallery] stands for nothing here',
    '7 leads to the old site: /x?a&b',
  ])
})
