import { describe, expect, test } from 'vitest'
import { type BuiltTree, compareTrees, isSafe, summaryOf } from '../../src/compare/index.ts'

const CIRCUMSTANCES = {
  day: '2026-11-30',
  time: Date.parse('2026-11-30T12:00:00Z'),
  url: 'https://example.org',
  baseurl: '/blog',
}

const tree = (files: Readonly<Record<string, string | Uint8Array>>): BuiltTree => ({
  paths: Object.keys(files),
  bytes(path) {
    const content = files[path]
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  },
})

const kinds = (path: string, theirs: string | Uint8Array, ours: string | Uint8Array): string[] =>
  compareTrees(tree({ [path]: theirs }), tree({ [path]: ours }), CIRCUMSTANCES).files.flatMap((file) =>
    file.differences.map(({ kind }) => kind),
  )

describe('what differs has a kind', () => {
  test.each([
    [
      'clock',
      'feed.xml',
      '<updated>2026-11-30T09:00:01+00:00</updated>',
      '<updated>2026-11-30T12:00:00+00:00</updated>',
    ],
    [
      'clock',
      'feed.xml',
      '<pubDate>Mon, 30 Nov 2026 09:00:01 +0000</pubDate>',
      '<pubDate>Mon, 30 Nov 2026 12:00:00 +0000</pubDate>',
    ],
    ['clock', 'a.html', '<p>© 2025 A</p>', '<p>© 2026 A</p>'],
    ['text', 'a.html', '<p>2026-01-30T09:00:01+00:00</p>', '<p>2026-01-31T12:00:00+00:00</p>'],
    ['text', 'a.html', '<p>© 2026 A</p>', '<p>© 2025 A</p>'],
    [
      'version',
      'a.html',
      '<meta name="generator" content="Jekyll v4.3.1" />',
      '<meta name="generator" content="Jekyll v4.4.1" />',
    ],
    ['version', 'a.html', '<!-- Begin Jekyll SEO tag v2.8.0 -->', '<!-- Begin Jekyll SEO tag v2.9.1 -->'],
    [
      'version',
      'feed.xml',
      '<generator version="4.3.1">Jekyll</generator>',
      '<generator version="4.4.1">Jekyll</generator>',
    ],
    ['text', 'a.html', '<p>Jekyll v4.3.1</p>', '<p>Jekyll v4.4.1</p>'],
    [
      'file-time',
      'sitemap.xml',
      '<lastmod>2020-01-01T00:00:00+00:00</lastmod>',
      '<lastmod>2021-01-01T00:00:00+00:00</lastmod>',
    ],
    ['revision', 'a.html', '<link href="/a.css?v=0a1b2c3d4e5f">', '<link href="/a.css?v=ffffffffffff">'],
    ['text', 'a.html', '<p>0a1b2c3d</p>', '<p>ffffffff</p>'],
    [
      'colouring',
      'a.html',
      '<pre><span class="k">if</span> a</pre>',
      '<pre><span class="nb">if</span> a</pre>',
    ],
    ['text', 'a.html', '<pre><span class="k">if</span> a</pre>', '<pre><span class="nb">if</span> b</pre>'],
    ['spelling', 'a.html', '<p>it’s</p>', '<p>it&rsquo;s</p>'],
    ['space', 'a.html', '<p>a</p>\n<p>b</p>\n', '<p>a</p>\n\n<p>b</p>\n'],
    ['text', 'a.html', '<pre>a b</pre>', '<pre>a  b</pre>'],
    ['text', 'a.html', '<p>ab</p>', '<p>a b</p>'],
    ['style-sheet', 'a.css', 'a { color: #FFFFFF; }\n', 'a{color:#fff}'],
    ['style-sheet', 'a.css', 'a{color:#264d73}', 'a{color:rgb(15%, 30%, 45%)}'],
    ['text', 'a.css', 'a { color: red; }', 'a { color: blue; }'],
    ['source-map', 'a.css.map', '{"version":3}', '{ "version": 3, "names": [] }'],
    ['footnote-roles', 'a.html', '<sup id="f" role="doc-noteref">1</sup>', '<sup id="f">1</sup>'],
    ['address', 'a.html', '<a href="/about/">A</a>', '<a href="/blog/about/">A</a>'],
    [
      'address',
      'a.html',
      '<a href="http://localhost:4000/about/">A</a>',
      '<a href="https://example.org/blog/about/">A</a>',
    ],
    ['text', 'a.html', '<a href="/about/">A</a>', '<a href="/other/">A</a>'],
    ['unrendered', 'a.html', '<p>figure</p>', '<p>{% figure %}</p>'],
    ['bytes', 'a.png', new Uint8Array([0, 1, 2]), new Uint8Array([0, 1, 3])],
    ['text', 'a.html', '<p>one</p>', '<p>two</p>'],
    // What looks like a difference that nobody sees, and is none.
    ['text', 'a.html', '<p>&lt;i>a&lt;/i></p>', '<p><i>a</i></p>'],
    ['text', 'a.html', '<p>&amp;lt;b</p>', '<p>&lt;b</p>'],
    ['text', 'a.html', '<script>if(a&lt;b)c</script>', '<script>if(a<b)c</script>'],
    ['text', 'a.json', '{"a":"&rsquo;"}', '{"a":"’"}'],
    ['text', 'a.html', '<a href="tel:0123456789">c</a>', '<a href="tel:9876543210">c</a>'],
    ['text', 'a.html', '<img src="/photo-12345678.jpg">', '<img src="/photo-87654321.jpg">'],
    ['text', 'a.html', '<p><b>a</b> <i>b</i></p>', '<p><b>a</b><i>b</i></p>'],
    ['text', 'a.css', 'a .b{c:d}', 'a.b{c:d}'],
    ['text', 'a.css', 'a{content:"a  b"}', 'a{content:"a b"}'],
    ['text', 'a.css', 'a{margin:1px -2px}', 'a{margin:1px-2px}'],
    ['text', 'a.js', 'return\n1', 'return 1'],
    ['text', 'a.txt', 'a  b', 'a b'],
    ['text', 'a.html', '<p>Founded 2019</p>', '<p>Founded 2026</p>'],
    ['text', 'a.html', '<p>Posted 2011-02-03</p>', '<p>Posted 2026-11-30</p>'],
    ['spelling', 'a.html', '<p>"a" &gt; b</p>', '<p>&quot;a&quot; > b</p>'],
    [
      'revision',
      'a.html',
      '<script src="/main-0a1b2c3d4e.js"></script>',
      '<script src="/main-ffffffffff.js"></script>',
    ],
    ['space', 'a.html', '<ul> <li>a</li></ul>', '<ul><li>a</li></ul>'],
    ['style-sheet', 'a.css', "a::after { content: 'x' }", 'a::after{content:"x"}'],
  ])('%s of %s: %s, %s', (kind, path, theirs, ours) =>
    expect(new Set(kinds(path, theirs, ours))).toEqual(new Set([kind])),
  )

  test('the same words in another order', () => {
    expect(
      kinds('a.html', '<li>a</li>\n<li>b</li>\n<li>c</li>\n', '<li>c</li>\n<li>b</li>\n<li>a</li>\n'),
    ).toEqual(['order', 'order'])
  })
})

test('every file has a verdict, and a missing page the name that it has here', () => {
  const { same, files } = compareTrees(
    tree({ 'a.html': '1', 'b.html': 'x y', 'gone.html': '1', 'old.html': '1', 'c.html': '<p>a</p> ' }),
    tree({ 'a.html': '1', 'b.html': 'x z', 'old/index.html': '1', 'new.html': '1', 'c.html': '<p>a</p>' }),
    CIRCUMSTANCES,
  )
  expect(same).toBe(1)
  expect(files.map(({ path, verdict, meant }) => [path, verdict, meant])).toEqual([
    ['b.html', 'look', undefined],
    ['c.html', 'unseen', undefined],
    ['gone.html', 'missing', undefined],
    ['new.html', 'extra', undefined],
    ['old.html', 'missing', 'old/index.html'],
    ['old/index.html', 'extra', undefined],
  ])
})

test('of a copy that is not whole, nothing of ours is too much', () => {
  const { files } = compareTrees(
    tree({ 'a.html': '1' }),
    tree({ 'a.html': '1', 'b.html': '1' }),
    CIRCUMSTANCES,
    false,
  )
  expect(files).toEqual([])
})

test('a difference that many pages have is one, and what no reader sees is safe', () => {
  const page = (version: string, word: string): string =>
    `<meta name="generator" content="Jekyll v${version}">\n<p>${word}</p>`
  const both = (word: string) =>
    summaryOf(
      compareTrees(
        tree({ 'a.html': page('4.3.1', 'one'), 'b.html': page('4.3.1', 'one') }),
        tree({ 'a.html': page('4.4.1', word), 'b.html': page('4.4.1', word) }),
        CIRCUMSTANCES,
      ),
    )
  expect(isSafe(both('one'))).toBe(true)
  const { groups, builtBy, kinds } = both('two')
  expect(groups.map(({ difference, files }) => [difference.theirs, difference.ours, files])).toEqual([
    ['one', 'two', ['a.html', 'b.html']],
  ])
  expect(builtBy).toBe('4.3.1')
  expect(kinds).toEqual([['version', 2]])
})

test('files with equal bytes are not looked into', () => {
  let read = 0
  const counting = (content: string): BuiltTree => ({
    paths: ['a.html'],
    bytes: () => {
      read++
      return new TextEncoder().encode(content)
    },
  })
  compareTrees(counting('a'.repeat(1000)), counting('a'.repeat(1000)), CIRCUMSTANCES)
  expect(read).toBe(2)
})

test('an instant long before the others of theirs is no time of the build', () => {
  const feed = (updated: string): string => `<updated>${updated}</updated>`
  const now = feed('2026-11-30T12:00:00Z')
  const { files } = compareTrees(
    tree({ 'feed.xml': feed('2026-11-30T09:00:00Z'), 'post.html': feed('2011-02-03T00:00:00Z') }),
    tree({ 'feed.xml': now, 'post.html': now }),
    CIRCUMSTANCES,
  )
  expect(files.map(({ path, verdict }) => [path, verdict])).toEqual([
    ['feed.xml', 'unseen'],
    ['post.html', 'look'],
  ])
})

test('what cannot be read, and a comparison of nothing, is not safe', () => {
  const unread = {
    paths: ['a.html', 'b.html'],
    bytes: (path: string) => (path === 'a.html' ? new Uint8Array([1]) : undefined),
  }
  const some = summaryOf(compareTrees(unread, tree({ 'a.html': new Uint8Array([1]) }), CIRCUMSTANCES))
  expect([some.same, some.unread, isSafe(some)]).toEqual([1, 1, false])
  expect(isSafe(summaryOf(compareTrees(tree({}), tree({}), CIRCUMSTANCES)))).toBe(false)
})
