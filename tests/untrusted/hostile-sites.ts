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
const TOO_LARGE = /limit\/memory|too-large|exhausted|failed to allocate/

/** A script that leaves a marker outside. */
const WRITES =
  "import fs from 'node:fs'\nfs.writeFileSync('OUTSIDE/written', 'x')\nexport default { name: 'writes' }\n"

/** A post with a card, on which the logo of an employer stands. */
const CARDS: Tree = {
  ...config(
    'title: A\nurl: https://a.example\nplugins: [attribution, social-cards]\n' +
      'author: { name: Ada }\nemployers: { acme: { name: Acme, logo: /logo.svg, from: 2019-03 } }',
  ),
  '_posts/2020-01-02-post.md': '---\ntitle: A\n---\nx\n',
}

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
    name: 'loops in an include',
    files: {
      'page.html': page('{% include b.html %}{% include a.html %}'),
      '_includes/a.html': `{% include b.html %}${LOOPS}`,
      '_includes/b.html': 'b',
    },
    ends: PAGE_TIME,
    names: 'The include _includes/a.html in page.html',
    always: true,
  },
  {
    name: 'loops behind an include',
    files: {
      'page.html': page(`{% include b.html %}{{ "b" | markdownify }}${LOOPS}`),
      '_includes/b.html': '*b*',
    },
    ends: PAGE_TIME,
    names: 'Liquid in page.html',
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
  {
    name: 'a long sort',
    files: { 'page.html': page('{% for i in (1..1000) %}{{ (1..1000000) | sort | size }}{% endfor %}') },
    ends: /limit\/(?:page-time|memory)/,
    names: 'page.html',
  },
  {
    name: 'Markdown without end',
    files: {
      'page.html': page(
        '{% capture text %}{% for i in (1..2000) %}*a* `b` [c](d) {% endfor %}{% endcapture %}' +
          '{% for i in (1..1000000) %}{% assign text = text | append: " " %}{{ text | markdownify | size }}{% endfor %}',
      ),
    },
    ends: PAGE_TIME,
    names: 'page.html',
  },
  {
    name: 'colouring without end',
    files: {
      'page.html': page(
        '{% for i in (1..1000000) %}{% highlight ruby %}{% for j in (1..1000) %}a = "#{i}"\n{% endfor %}{% endhighlight %}{% endfor %}',
      ),
    },
    ends: /limit\/(?:page-time|memory)/,
    names: 'page.html',
  },
  {
    name: 'a filter in the logo on a card',
    files: {
      ...CARDS,
      'logo.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 99" width="99" height="99"><filter id="f">' +
        `${times('<feTurbulence baseFrequency="0.1" numOctaves="1000"/>', 200)}</filter>` +
        '<rect width="99" height="99" filter="url(#f)"/></svg>',
    },
    limits: ['--whitelist', 'attribution,social-cards'],
    ends: PAGE_TIME,
    names: 'The plugin social-cards in _posts/2020-01-02-post.md',
  },
]

/** Rows that are put into a text, a list or an output again and again. */
const ROWS = '{% for i in (1..1000) %}'

const HUGE: readonly Omit<HostileSite, 'category'>[] = [
  {
    name: 'a text that is appended to itself',
    files: {
      'page.html': page(
        '{% assign s = "0123456789abcdef" %}{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}{{ s | size }}',
      ),
    },
    ends: TOO_LARGE,
    names: 'page.html',
    always: true,
  },
  {
    name: 'a text that is captured twice',
    files: {
      'page.html': page(
        '{% assign s = "0123456789abcdef" %}{% for i in (1..60) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}{{ s | size }}',
      ),
    },
    ends: TOO_LARGE,
    names: 'page.html',
  },
  {
    name: 'a list that doubles',
    files: {
      'page.html': page(
        '{% assign a = "a,b,c,d" | split: "," %}{% for i in (1..60) %}{% assign a = a | concat: a %}{% endfor %}{{ a | size }}',
      ),
    },
    ends: TOO_LARGE,
    names: 'page.html',
    always: true,
  },
  {
    name: 'many long texts',
    files: {
      'page.html': page(
        `{% assign a = "" | split: "," %}{% assign s = "${times('x', 1000)}" %}{% for i in (1..10000000) %}{% capture t %}{{ i }}{{ s }}{% endcapture %}{% assign a = a | push: t %}{% endfor %}`,
      ),
    },
    ends: /limit\/(?:page-time|memory)|too-large|allocate/,
    names: 'page.html',
  },
  {
    name: 'a page of gigabytes',
    files: { 'page.html': page(`${times(ROWS, 4)}${times('x', 1000)}${times('{% endfor %}', 4)}`) },
    ends: /limit\/(?:page-time|memory)|too-large|allocate/,
    names: 'page.html',
  },
  {
    name: 'more output than allowed',
    files: many(20, (i) => [`page${i}.html`, page(times('x', 1000))]),
    limits: ['--output-limit', '0.01'],
    ends: /limit\/output\n/,
    names: 'page',
    always: true,
  },
  {
    name: 'a static file larger than the output may be',
    files: { 'page.html': page('x'), 'large.bin': times('x', 20_000) },
    limits: ['--output-limit', '0.01'],
    ends: /limit\/output\n/,
    names: 'large.bin',
  },
  {
    name: 'more files than may be written',
    files: many(20, (i) => [`page${i}.html`, page('x')]),
    limits: ['--output-file-limit', '10'],
    ends: /limit\/output-files/,
    names: 'page',
    always: true,
  },
  {
    name: 'pages of a list',
    files: {
      ...config('plugins: [jekyll-paginate]\npaginate: 1'),
      'index.html': page('{{ paginator.page }}'),
      ...many(20, (i) => [`_posts/2020-01-02-post${i}.md`, page('x')]),
    },
    limits: ['--whitelist', 'jekyll-paginate', '--output-file-limit', '30'],
    ends: /limit\/output-files/,
  },
  {
    name: 'more to read than allowed',
    files: many(20, (i) => [`page${i}.html`, page(times('x', 1000))]),
    limits: ['--input-limit', '0.01'],
    ends: /limit\/input\n/,
    names: 'page',
    always: true,
  },
  {
    name: 'a data file larger than may be read',
    files: { 'page.html': page('x'), '_data/rows.csv': times('a,b,c\n', 5000) },
    limits: ['--input-limit', '0.01'],
    ends: /limit\/input\n/,
    names: '_data/rows.csv',
  },
  {
    name: 'a partial larger than may be read',
    files: { 'style.scss': page('@import "a";'), '_sass/_a.scss': times('a { b: c }\n', 5000) },
    limits: ['--input-limit', '0.01'],
    ends: /limit\/input\n/,
    names: '_sass/_a.scss',
  },
  {
    name: 'more files than may be read',
    files: many(20, (i) => [`notes/page${i}.html`, page('x')]),
    limits: ['--input-file-limit', '10'],
    ends: /limit\/input-files/,
    names: 'notes',
    always: true,
  },
  {
    name: 'names that stand for names',
    files: {
      'page.html': page('{{ site.data.bomb | jsonify | size }}'),
      '_data/bomb.yml': [
        'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
        ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${times(`*a${i}, `, 9)}*a${i}]`),
      ].join('\n'),
    },
    ends: /limit\/(?:page-time|memory)|too-large|allocate|read\//,
  },
  {
    name: 'a text that doubles in Sass',
    files: {
      'style.scss': page('$s: "01234567"; @for $i from 1 through 60 { $s: $s + $s !global; } a { b: $s }'),
    },
    ends: /limit\/(?:page-time|memory)|stack level|allocate/,
    names: 'style.scss',
  },
  {
    name: 'warnings without end',
    files: { 'style.scss': page('@for $i from 1 through 1000000000 { @warn "#{$i} is large"; }') },
    limits: ['--log-limit', '0.001'],
    ends: /limit\/(?:page-time|memory)/,
    names: 'style.scss',
  },
]

const DEEP: readonly Omit<HostileSite, 'category'>[] = [
  {
    name: 'folders in folders',
    files: { [`${times('a/', 30)}page.html`]: page('x') },
    limits: ['--depth-limit', '20'],
    ends: /limit\/depth/,
    names: `deep: ${times('a/', 20)}a\n`,
    always: true,
  },
  {
    name: 'folders of data',
    files: { [`_data/${times('a/', 30)}page.yml`]: 'a: b' },
    limits: ['--depth-limit', '20'],
    ends: /limit\/depth/,
    names: '_data/a/a/a',
  },
  {
    name: 'an include of itself',
    files: { 'page.html': page('{% include a.html %}'), '_includes/a.html': '{% include a.html %}' },
    ends: /Nesting too deep|stack level too deep/,
    names: 'page.html',
  },
  {
    name: 'includes in a circle',
    files: {
      'page.html': page('{% include a.html %}'),
      '_includes/a.html': '{% if true %}{% include b.html %}{% endif %}',
      '_includes/b.html': '{% for i in (1..2) %}{% include a.html %}{% endfor %}',
    },
    ends: /Nesting too deep|stack level too deep/,
    names: 'page.html',
  },
  {
    name: 'blocks in blocks',
    files: { 'page.html': page(times('{% if true %}', 5000) + times('{% endif %}', 5000)) },
    ends: /Nesting too deep/,
    names: 'page.html',
  },
  {
    name: 'lists in JSON',
    files: { 'page.html': page('x'), '_data/deep.json': times('[', 5000) + times(']', 5000) },
    ends: /exceeded maximum depth/,
    names: '_data/deep.json',
  },
  {
    name: 'lists in YAML',
    files: { 'page.html': page('x'), '_data/deep.yml': times('[', 5000) + times(']', 5000) },
    ends: /exceeded maximum depth/,
    names: '_data/deep.yml',
  },
  {
    name: 'lists in the configuration',
    files: { 'page.html': page('x'), '_config.yml': `a: ${times('[', 5000)}${times(']', 5000)}\n` },
    ends: /exceeded maximum depth/,
    names: '_config.yml',
  },
  {
    name: 'lists in front matter',
    files: { 'page.html': `---\na: ${times('[', 5000)}${times(']', 5000)}\n---\nx` },
    limits: ['--strict_front_matter'],
    ends: /exceeded maximum depth/,
    names: 'page.html',
  },
  {
    name: 'a function of Sass that calls itself',
    files: { 'style.scss': page('@function f($x) { @return f($x + 1); } a { b: f(1) }') },
    ends: /stack level too deep/,
    names: 'style.scss',
    always: true,
  },
  {
    name: 'a mixin of Jekyll 4.3 that includes itself',
    files: {
      ...config('compat: jekyll-4.3'),
      'style.scss': page('@mixin f { @include f; } a { @include f }'),
    },
    ends: /stack level too deep/,
    names: 'style.scss',
  },
  {
    name: 'Markdown in a quote in a quote',
    files: { 'page.md': page(`${times('> ', 20_000)}x`) },
    ends: 'built',
  },
  {
    name: 'elements in elements, looked through by plugins',
    files: {
      ...config('plugins: [jekyll-mentions, jemoji]'),
      'page.html': page(`${times('<div>', 20_000)}@someone :+1:`),
    },
    limits: ['--whitelist', 'jekyll-mentions,jemoji'],
    ends: 'built',
  },
]

const LINKED: readonly Omit<HostileSite, 'category'>[] = [
  {
    name: 'a page',
    files: { 'index.html': page('x') },
    links: { 'page.html': 'OUTSIDE/secret.html' },
    ends: 'built',
    always: true,
  },
  { name: 'a folder', files: { 'index.html': page('x') }, links: { pages: 'OUTSIDE' }, ends: 'built' },
  {
    name: 'an include',
    files: { 'index.html': page('{% include secret.html %}') },
    links: { '_includes/secret.html': 'OUTSIDE/secret.html' },
    ends: /include/i,
    names: 'secret.html',
  },
  {
    name: 'the folder of includes',
    files: { 'index.html': page('{% include secret.html %}') },
    links: { _includes: 'OUTSIDE' },
    ends: /include/i,
    names: 'secret.html',
  },
  {
    name: 'the folder of layouts',
    files: { 'index.html': '---\nlayout: secret\n---\n' },
    links: { _layouts: 'OUTSIDE' },
    ends: 'built',
  },
  {
    name: 'the folder of data',
    files: { 'index.html': page('{{ site.data | jsonify }}') },
    links: { _data: 'OUTSIDE' },
    ends: 'built',
  },
  {
    name: 'the folder of posts',
    files: { 'index.html': page('{{ site.posts | jsonify }}') },
    links: { _posts: 'OUTSIDE' },
    ends: 'built',
  },
  {
    name: 'paths that go up',
    files: { 'index.html': page('{% include_relative ../outside/secret.html %}') },
    ends: /include/i,
    names: 'index.html',
  },
  {
    name: 'an import that goes up',
    files: { 'style.scss': page('@import "../outside/secret";') },
    ends: /find stylesheet|not found/,
    names: 'style.scss',
  },
  {
    name: 'folders that the configuration names',
    files: {
      ...config(
        'data_dir: OUTSIDE\nincludes_dir: OUTSIDE\nlayouts_dir: OUTSIDE\ncollections_dir: OUTSIDE\nsass: {sass_dir: OUTSIDE, load_paths: [OUTSIDE]}',
      ),
      'index.html': '---\nlayout: secret\n---\n{{ site.data | jsonify }}',
      'style.scss': page('@import "secret";'),
    },
    ends: /find stylesheet|not found|outside/i,
  },
  {
    name: 'a page that is written outside',
    files: { 'page.html': '---\npermalink: /../outside/written.html\n---\nx' },
    ends: 'built',
  },
  {
    name: 'an output and a cache outside',
    files: {
      ...config('destination: OUTSIDE/site\ncache_dir: OUTSIDE/cache\nincremental: true'),
      'page.html': page('x'),
    },
    links: { '.jekyll-metadata': 'OUTSIDE/metadata' },
    ends: 'built',
  },
  {
    name: 'scripts of the site',
    files: {
      'index.html': page('x'),
      'whirl.config.ts': WRITES,
      '_plugins/write.ts': WRITES,
      '_plugins/write.rb': "File.write('OUTSIDE/written', 'x')\n",
    },
    ends: 'built',
    always: true,
  },
]

const FETCHING: readonly Omit<HostileSite, 'category'>[] = [
  {
    name: 'a remote theme',
    files: { ...config('remote_theme: SERVER/a/b\nplugins: [jekyll-remote-theme]'), 'index.html': page('x') },
    limits: ['--whitelist', 'jekyll-remote-theme'],
    ends: /theme/i,
  },
  {
    name: 'a theme of a source of gems',
    files: { ...config('theme: some-theme\ngem_source: SERVER'), 'index.html': page('x') },
    ends: /theme/i,
    always: true,
  },
  {
    name: 'a theme of the source of a Gemfile',
    files: {
      ...config('theme: some-theme'),
      Gemfile: 'source "SERVER"\ngem "some-theme"\n',
      'index.html': page('x'),
    },
    ends: /theme/i,
  },
  {
    name: 'the API of GitHub',
    files: {
      ...config(
        'repository: a/b\ngithub: {fetch: true, api_url: SERVER}\nplugins: [jekyll-github-metadata, jekyll-avatar, jekyll-gist]',
      ),
      'index.html': page('{{ site.github.owner_name }} {% avatar a %} {% gist 1 %}'),
    },
    limits: ['--whitelist', 'jekyll-github-metadata,jekyll-avatar,jekyll-gist'],
    ends: 'built',
  },
  {
    name: 'a style sheet',
    files: { 'style.scss': page('@import url("SERVER/a.css"); @import "SERVER/b.css";') },
    ends: 'built',
  },
  {
    name: 'a picture in the logo on a card',
    files: {
      ...CARDS,
      'logo.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="SERVER/a.png" width="9" height="9"/></svg>',
    },
    limits: ['--whitelist', 'attribution,social-cards'],
    ends: 'built',
  },
]

const inCategory = (
  category: Category,
  sites: readonly Omit<HostileSite, 'category'>[],
): readonly HostileSite[] => sites.map((site) => ({ ...site, category }))

export const SITES: readonly HostileSite[] = [
  ...inCategory('endless', ENDLESS),
  ...inCategory('huge', HUGE),
  ...inCategory('deep', DEEP),
  ...inCategory('linked', LINKED),
  ...inCategory('fetching', FETCHING),
]
