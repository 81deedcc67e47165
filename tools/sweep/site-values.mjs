/** What a small random site chooses from: settings, front matter, names, collections, data and files. */
import { TEXTS } from './yaml-values.mjs'

const PERMALINKS = [
  'pretty',
  'date',
  'none',
  'ordinal',
  'weekdate',
  '/:categories/:title/',
  '/:year/:month/:day/:title.html',
  '/blog/:slug',
  '/:title:output_ext',
  '/:y_day/:short_year/:i_month/:title/',
  '/:categories/:year/:title.html',
  '/:path/',
  '/:basename/',
]

export const SETTINGS = {
  title: TEXTS,
  url: ['http://example.org', '"https://x.y/"'],
  baseurl: ['/base', '""', 'base', '/'],
  permalink: PERMALINKS,
  timezone: ['UTC', 'America/New_York', 'Asia/Kolkata'],
  excerpt_separator: ['"<!--more-->"', '"\\n\\n\\n"', '""', '"beta"'],
  future: ['true', 'false'],
  unpublished: ['true', 'false'],
  show_drafts: ['true', 'false'],
  limit_posts: ['1', '2'],
  strict_front_matter: ['false'],
  include: ['[_hidden, .well]', '["*.bak"]'],
  exclude: ['[sub]', '["*.txt"]', '[sub/a.md]', '["**/b*"]'],
  keep_files: ['[keep]'],
  markdown_ext: ['"md,markdown,mkd"', '"text"'],
  encoding: ['utf-8'],
  lsi: ['false'],
  x: TEXTS,
  highlighter: ['rouge', 'none'],
  permalink_style: ['x'],
}

export const KRAMDOWN = {
  input: ['GFM', 'kramdown'],
  hard_wrap: ['true', 'false'],
  auto_ids: ['true', 'false'],
  toc_levels: ['2..3', '[2]', '"1,2"'],
  entity_output: ['as_char', 'numeric', 'symbolic', 'as_input'],
  smart_quotes: ['lsquo,rsquo,ldquo,rdquo', '[apos, apos, quot, quot]'],
  footnote_nr: ['3'],
  auto_id_prefix: ['p-'],
  header_offset: ['1'],
  syntax_highlighter_opts: [
    '{disable: true}',
    '{block: {line_numbers: true}}',
    '{default_lang: ruby}',
    '{css_class: hl}',
  ],
  math_engine: ['mathjax', 'null'],
  parse_block_html: ['true'],
  typographic_symbols: ['{hellip: "..."}'],
}

export const FRONT = {
  title: TEXTS,
  permalink: ['/fixed/', '/a/b.html', 'rel.html', '/:title/', '/x/:categories/y', '"/c d/"', '/noext'],
  tags: ['a', 'a b', '[a, b]', '[a, a, C#]', '[2020, 1.5]', '"x, y"', '[Ünï]'],
  categories: ['a', 'a b', '[a, B]', '[2020]', 'Cat Name', '["x y"]'],
  category: ['cat', '"c d"'],
  tag: ['t', '"t u"'],
  published: ['true', 'false'],
  date: [
    '2020-05-06',
    '2020-05-06 07:08:09',
    '2020-05-06 23:30:00 -0500',
    '"2020-05-06"',
    '2019-01-01T00:00:00Z',
  ],
  excerpt: TEXTS,
  excerpt_separator: ['"<!--more-->"', '"\\n"', '""'],
  render_with_liquid: ['true', 'false'],
  slug: ['my-slug', '"A b"', 'Ünï'],
  ext: ['.html'],
  sitemap: ['false'],
  x: TEXTS,
  y: ['1', '[]', '{}'],
  z: ['2020-01-02', 'true'],
  list: ['[b, a, c]', '[3, 1, 2]', '[{n: 1}]'],
  inc: ['i0.html', 'i1.html'],
  show_excerpts: ['true'],
  order: ['1'],
  name: TEXTS,
}

export const NAMES = [
  'hello',
  'Hello-World',
  'a b',
  'ünï',
  'x.y',
  'c#',
  '12',
  'the-post',
  'a_b',
  'FOO',
  "it's",
  'a+b',
  '日本',
]

export const EXTENSIONS = ['md', 'md', 'md', 'markdown', 'html', 'txt', 'htm', 'mkd']

export const COLLECTION = {
  output: ['true', 'true', 'false'],
  permalink: ['/:collection/:name/', '/:collection/:path:output_ext', '/t/:title/', 'pretty'],
  sort_by: ['order', 'title'],
  order: ['[b.md, a.md]'],
  x: ['1'],
}

export const DATA = {
  'd.yml': [
    '- a\n- b\n- 3\n',
    'k: v\nl: [1, 2]\n',
    '',
    '- {n: 1, t: x}\n- {n: 2, t: y}\n',
    'a: 2020-01-02\nb: 1.0\n',
  ],
  'csv.csv': ['a,b\n1,2\n"x, y",\n', 'a;b\n1;2\n'],
  'd.json': ['{"a": [1, 2.50, "x"]}', '[1, 2]'],
  'deep/e.yml': ['- z\n', 'x: {y: z}\n'],
  'deep/f g.yml': ['1\n'],
  't.tsv': ['a\tb\n1\t2\n'],
}

export const STATIC = {
  'a.txt': 'plain\n',
  'img/p.png': 'PNG',
  'sub/x.pdf': 'PDF',
  'dup.html': '<p>static</p>',
  '.hidden': 'h',
  '_under/x.txt': 'u',
  'robots.txt': 'User-agent: *\n',
  'file~': 'b',
  '#x#': 'b',
  'things/s.txt': 's',
  'with space.txt': 's',
}
