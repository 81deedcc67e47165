/**
 * Sites that harm whoever builds them without limits: they do not end, are huge, deep, lead outside or want to be fetched
 * from. Harmless by themselves: each is a few lines, and asks only for what our own limits refuse. What would be read or
 * written outside is a marker in a folder beside the site.
 */

/** Texts and bytes by path. */
type Tree = Readonly<Record<string, string>>

export type Category = 'endless' | 'huge' | 'deep' | 'linked' | 'fetching'

export interface HostileSite {
  readonly name: string
  readonly category: Category
  readonly files: Tree | (() => Tree)
  /** links by path: where they lead, `OUTSIDE` being the folder beside the site */
  readonly links?: Tree
  /** how it ends: with an error of this code, or built without what is outside */
  readonly ends: 'built' | RegExp
  /** the file that is named where it is not built */
  readonly names?: string
  /** limits besides those that all have */
  readonly limits?: readonly string[]
  /** whether it is built in every run of the tests */
  readonly always?: boolean
}

const FRONT = '---\n---\n'
const page = (body: string): string => FRONT + body
const config = (text: string): Tree => ({ '_config.yml': `${text}\n` })
const times = (text: string, count: number): string => text.repeat(count)
const many = (count: number, file: (index: number) => readonly [string, string]): Tree =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => file(index)))

const PAGE_TIME = /limit\/page-time/

const BILLION = '{% for i in (1..1000) %}'
const LOOPS = times(BILLION, 5) + times('{% endfor %}', 5)

const ENDLESS: readonly Omit<HostileSite, 'category'>[] = [
  {
    name: 'loops in loops',
    files: { 'page.html': page(LOOPS) },
    ends: PAGE_TIME,
    names: 'Liquid in page.html',
    always: true,
  },
  {
    name: 'loops in a post',
    files: { '_posts/2020-01-02-post.md': page(LOOPS) },
    ends: PAGE_TIME,
    names: '_posts/2020-01-02-post.md',
  },
  {
    name: 'loops in a layout',
    files: { 'page.html': '---\nlayout: a\n---\n', '_layouts/a.html': LOOPS },
    ends: PAGE_TIME,
    names: 'The layout _layouts/a.html in page.html',
  },
  {
    name: 'loops in an excerpt',
    files: {
      'index.html': page('{{ site.posts.first.excerpt }}'),
      '_posts/2020-01-02-post.md': page(`${LOOPS}\n\nmore`),
    },
    ends: PAGE_TIME,
    names: '_posts/2020-01-02-post.md',
  },
  {
    name: 'a billion includes',
    files: {
      'page.html': page('{% include a0.html %}'),
      ...many(10, (i) => [`_includes/a${i}.html`, times(`{% include a${i + 1}.html %}`, 10)]),
      '_includes/a10.html': 'x',
    },
    ends: PAGE_TIME,
    names: 'page.html',
  },
  {
    name: 'a loop in SCSS',
    files: { 'style.scss': page('$i: 0; @while $i == 0 { a { b: c } }') },
    ends: /limit\/(?:page-time|memory)/,
    names: 'style.scss',
  },
  {
    name: 'a loop in SCSS that prints nothing',
    always: true,
    files: { 'style.scss': page('@for $i from 1 through 1000000000000 { $j: $i }') },
    ends: PAGE_TIME,
    names: 'style.scss',
  },
  {
    name: 'a loop in a partial',
    files: {
      'style.scss': page('@import "a";'),
      '_sass/_a.scss': '@for $i from 1 through 1000000000000 { $j: $i }',
    },
    ends: PAGE_TIME,
    names: 'style.scss',
  },
  {
    name: 'a loop in Sass, indented',
    files: { 'style.sass': page('$i: 0\n@while $i == 0\n  $j: 1\n') },
    ends: PAGE_TIME,
    names: 'style.sass',
  },
  {
    name: 'a loop in SCSS of Jekyll 4.3',
    files: {
      ...config('compat: jekyll-4.3'),
      'style.scss': page('@for $i from 1 through 1000000000000 { $j: $i }'),
    },
    ends: PAGE_TIME,
    names: 'style.scss',
  },
  {
    name: 'a loop in scssify',
    files: {
      'page.html': page(
        '{% capture s %}@for $i from 1 through 1000000000000 { $j: $i }{% endcapture %}{{ s | scssify }}',
      ),
    },
    ends: PAGE_TIME,
    names: 'page.html',
  },
  {
    name: 'selectors that multiply',
    files: {
      'style.scss': page(`${times('a,b,c,d,e,f,g,h,i,j { ', 12)} x: y ${times('}', 12)}`),
    },
    ends: /limit\/(?:page-time|memory)/,
    names: 'style.scss',
  },
  {
    name: 'macros in TeX',
    files: {
      ...config('kramdown: {math_engine: katex, math_engine_opts: {maxExpand: .inf}}'),
      'page.md': page('$$\\def\\a{\\a}\\a$$\n'),
    },
    ends: /limit\/(?:page-time|memory)/,
    names: 'page.md',
  },
]

export const SITES: readonly HostileSite[] = [
  ...ENDLESS.map((site) => ({ ...site, category: 'endless' as const })),
]
