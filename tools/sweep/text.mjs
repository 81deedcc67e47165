/** Text of pages, posts, layouts and includes: Markdown, Liquid, code, what the site knows. */
import { TEXTS } from './yaml-values.mjs'

const WORDS =
  'alpha beta gamma *em* **strong** `code` don\'t "quoted" -- --- ... 日本 [link](/x "t") [ref] ![img](i.png) <b>b</b> &amp; & < > :smile: a_b_c x^2 $$x$$ 1st http://example.org <http://a.b> ~~del~~ note[^1] \\* @octo'.split(
    ' ',
  )

const words = (random, atMost = 8) =>
  random.times(1 + random.below(atMost), () => random.pick(WORDS)).join(' ')

const BLOCKS = [
  (r) => words(r),
  (r) => `${words(r)}\n${words(r)}`,
  (r) => `${words(r)}  \n${words(r)}`,
  (r) => `${'#'.repeat(1 + r.below(4))} ${words(r, 4)}${r.pick(['', ' #', ' {#id}', '\n{: .cls}'])}`,
  (r) => `${words(r, 4)}\n${r.pick(['===', '---'])}`,
  (r) =>
    r
      .times(1 + r.below(4), () => `${r.pick(['*', '-', '+', '1.', '*  '])} ${words(r, 4)}`)
      .join(r.pick(['\n', '\n\n'])),
  (r) =>
    `* ${words(r, 3)}\n${r.pick(['  ', '    '])}* ${words(r, 3)}\n${r.pick(['', '\n    para\n'])}* ${words(r, 3)}`,
  (r) => `> ${words(r)}\n${r.pick(['> ', ''])}${words(r, 3)}`,
  (r) =>
    `| ${words(r, 2)} | ${words(r, 2)} |\n|${r.pick(['---', ':--', '--:', ':-:'])}|---|\n| ${words(r, 2)} | ${words(r, 2)} |`,
  (r) => `\`\`\`${r.pick(LANGUAGES)}\n${r.pick(CODE)}\n\`\`\``,
  (r) => `~~~ ${r.pick(LANGUAGES)}\n${r.pick(CODE)}\n~~~`,
  (r) => `    ${r.pick(CODE).replaceAll('\n', '\n    ')}`,
  (r) =>
    `{% highlight ${r.pick(LANGUAGES.slice(1))}${r.pick(['', ' linenos', ' linenos=table', ' linenos=inline', ' hl_lines="1"', ' mark_lines="1"', ' mark_lines="1 2"', ' start_line="3"', ' x=y', ' linenos x="a b"'])} %}\n${r.pick(CODE)}\n{% endhighlight %}`,
  (r) => `<div${r.pick(['', ' markdown="1"', ' class="x"', ' markdown="span"'])}>\n${words(r)}\n</div>`,
  (r) => `<!-- ${words(r, 3)} -->`,
  (r) => `term\n: ${words(r)}`,
  () => '[^1]: The note.',
  () => '[ref]: http://example.org/ref "Title"',
  () => '*[HTML]: Hyper\n\nHTML',
  () => '---',
  () => '* * *',
  () => '* TOC\n{:toc}',
  (r) => `{: ${r.pick(['.a', '#b', 'k="v"', '.a #b'])}}\n${words(r)}`,
  (r) => `${words(r, 3)}\n{: ${r.pick(['.a', '#b', 'k="v"'])}}`,
  () => '<!--more-->',
  () => '$$\na + b\n$$',
  (r) => `{::comment}\n${words(r, 3)}\n{:/comment}`,
  (r) => `<p>${words(r)}</p>`,
  (r) => `<img src="a.png" ${r.pick(['alt="x"', 'ALT=x', 'disabled'])}>`,
]
const LANGUAGES = [
  '',
  'ruby',
  'js',
  'yaml',
  'bash',
  'html',
  'c',
  'python',
  'json',
  'css',
  'text',
  'nosuch',
  'diff',
  'go',
]
const CODE = [
  'x = 1',
  'def a(b)\n  "c"\nend',
  'a: b # c',
  '<a href="x">&amp;</a>',
  'if (x) { y() }',
  '- a\n+ b',
  '{"a": [1, 2.5, null]}',
  'echo "$HOME" | cat',
  '',
  '  indented',
]

/** A block of Markdown. */
export const markdownBlock = (random) => random.pick(BLOCKS)(random)

const VALUES = [
  '"a b c"',
  "'x'",
  '12',
  '-3',
  '1.5',
  'nil',
  'true',
  'false',
  'page.title',
  'page.tags',
  'page.date',
  'page.url',
  'page.x',
  'page.y',
  'page.categories',
  'site.title',
  'site.x',
  'site.posts',
  'site.time',
  'site.data.d',
  'site.data',
  'page.excerpt',
  '"2020-03-04"',
  '"now"',
  '(1..3)',
  'empty',
  'blank',
  'page.nosuch',
  '"Ünï & <b>"',
  '"a,b,,c"',
  'page.z',
  'layout.x',
  'include.p',
  'content',
  'page.content',
  'site.categories',
  'page.list',
  '"A B_c-D/é"',
  '""',
  '" "',
]
const FILTERS = [
  'upcase',
  'downcase',
  'capitalize',
  'size',
  'strip_html',
  'strip_newlines',
  'newline_to_br',
  'strip',
  'lstrip',
  'rstrip',
  'reverse',
  'uniq',
  'compact',
  'first',
  'last',
  'join',
  'join: "-"',
  'split: ","',
  'split: ""',
  'append: "z"',
  'prepend: "z"',
  'plus: 1',
  'minus: 1.5',
  'times: 2',
  'round',
  'ceil',
  'floor',
  'abs',
  'at_least: 2',
  'at_most: 2',
  'truncate: 5',
  'truncatewords: 2',
  'replace: "a", "b"',
  'replace_first: "a", "b"',
  'remove: "a"',
  'remove_first: "a"',
  'slice: 1',
  'slice: 0, 2',
  'slice: -2, 2',
  'default: "d"',
  'date: "%Y-%m-%d"',
  'date: "%b %e, %y"',
  'inspect',
  'jsonify',
  'markdownify',
  'smartify',
  'normalize_whitespace',
  'find: "a", 1',
  'nosuchfilter',
  'sum',
  'has: "a"',
]
/** Those that stop the build where a value is of the wrong type. */
const STRICT_FILTERS = [
  'to_integer',
  'strip_index',
  'slugify: "latin"',
  'slugify: "ascii"',
  'slugify: "pretty"',
  'slugify',
  'date_to_rfc822',
  'date_to_xmlschema',
  'date_to_long_string',
  'date_to_string',
  'sort',
  'concat: page.tags',
  'array_to_sentence_string',
  'array_to_sentence_string: "or"',
  'absolute_url',
  'scssify',
  'number_of_words',
  'number_of_words: "cjk"',
  'divided_by: 2',
  'date_to_string: "ordinal", "US"',
  'map: "title"',
  'where: "title", "foo"',
  'uri_escape',
  'escape_once',
  'sample | size',
  'xml_escape',
  'cgi_escape',
  'where_exp: "i", "i == 1"',
  'push: 1',
  'pop',
  'shift',
  'unshift: 0',
  'url_decode',
  'escape',
  'modulo: 3',
  'url_encode',
  'relative_url',
  'sort_natural',
  'group_by: "title" | size',
]
const anyFilter = (random) => random.pick(random.often(3) ? STRICT_FILTERS : FILTERS)
// what is printed of a drop or a hash of the site differs in the order of Ruby's keys
const WHOLE = new Set(['site.posts', 'site.data', 'site.categories'])
const TIME_FILTERS = /inspect|jsonify/

/** `{{ value | filters }}`. */
export function output(random) {
  const value = random.pick(VALUES)
  const filters = random.times(random.below(4), () => anyFilter(random))
  if (WHOLE.has(value)) return `{{ ${value} | size }}`
  // Debian's Jekyll makes them values of their own, which nothing else does
  if ((value === 'empty' || value === 'blank') && filters.length > 0) return `{{ ${value} }}`
  // Debian's Jekyll makes them values of their own, which nothing else does
  if (value === 'empty' || value === 'blank') return `{{ ${value} }}`
  if (value === '"now"') return '{{ "now" | date: "%Y" | size }}'
  if (value === 'page.excerpt' && filters.some((one) => TIME_FILTERS.test(one))) return '{{ page.excerpt }}'
  return `{{${random.pick(['', '', '-'])} ${[value, ...filters].join(random.pick([' | ', '|']))} ${random.pick(['', '', '-'])}}}`
}

const CONDITIONS = [
  'page.title',
  'page.title == "foo"',
  'page.tags contains "a"',
  'page.x > 1',
  'page.x == blank',
  'page.y == empty',
  'page.title != nil and page.x',
  'page.x or page.y',
  'page.date < site.time',
  '1 == 1.0',
  'page.nosuch',
  '"abc" contains "b"',
  'page.x <> 1',
  'true',
  'page.x == page.y',
  'forloop.first',
  'page.previous',
  'page.next.title',
]

const STATEMENTS = [
  (r) => `{% if ${r.pick(CONDITIONS)} %}yes{% else %}no{% endif %}`,
  (r) => `{% unless ${r.pick(CONDITIONS)} %}${output(r)}{% endunless %}`,
  (r) => `{% if ${r.pick(CONDITIONS)} %}1{% elsif ${r.pick(CONDITIONS)} %}2{% endif %}`,
  (r) => `{% case ${r.pick(VALUES)} %}{% when ${r.pick(VALUES)}, "x" %}a{% else %}b{% endcase %}`,
  (r) =>
    `{% for i in ${r.pick(['page.tags', '(1..3)', 'site.data.d', 'page.x', 'page.list', '"abc"', 'site.nosuch'])}${r.pick(['', ' limit: 2', ' offset: 1', ' reversed', ' limit:1 offset:1'])} %}${r.pick(['{{ i }}', '{{ forloop.index }}{{ i }}', '{{ i[0] }}', '{% cycle "a", "b" %}', '{% if forloop.last %}last{% endif %}', '{% break %}', '{% continue %}x'])}{% else %}none{% endfor %}`,
  (r) =>
    `{% assign v = ${r.pick(VALUES.filter((v) => !WHOLE.has(v) && v !== '"now"'))} | ${anyFilter(r)} %}{{ v }}`,
  (r) => `{% capture c %}${output(r)}{% endcapture %}[{{ c | ${anyFilter(r)} }}]`,
  () => '{% raw %}{{ raw }}{% endraw %}',
  () => '{% comment %}{{ x }}{% endcomment %}',
  () => '{% increment n %}{% decrement n %}',
  (r) => `{% tablerow i in (1..3) cols:${1 + r.below(3)} %}{{ i }}{% endtablerow %}`,
  (r) => `{% cycle ${r.pick(['"a", "b"', '"g": 1, 2', 'page.title, 2'])} %}`,
  () => '{% ifchanged %}x{% endifchanged %}',
]

/** A tag of Liquid, with what it holds. */
export const statement = (random) => random.pick(STATEMENTS)(random)

const LISTS = [
  '{% for p in site.posts %}{{ p.title }}|{{ p.url }}|{{ p.date | date: "%F %T" }}|{{ p.categories | join: "," }}|{{ p.tags | join: "," }};\n{% endfor %}',
  '{% for p in site.posts %}{{ p.excerpt }}{% endfor %}',
  '{% for p in site.posts limit: 1 %}{{ p.content }}{% endfor %}',
  '{% assign sorted = site.pages | sort: "url" %}{% for p in sorted %}{{ p.url }} {{ p.title | inspect }} {{ p.path }};\n{% endfor %}',
  '{% for c in site.tags %}{{ c[0] }}={{ c[1].size }};{% endfor %}',
  '{% for c in site.categories %}{{ c[0] }}={{ c[1].size }};{% endfor %}',
  '{% for c in site.collections %}{{ c.label }} {{ c.docs.size }} {{ c.output }} {{ c.files.size }};{% endfor %}',
  '{% for d in site.things %}{{ d.title }} {{ d.url }} {{ d.path }} {{ d.date | date: "%F" }} {{ d.slug }};\n{% endfor %}',
  '{% for d in site.documents %}{{ d.url }}{% endfor %}',
  '{% assign f = site.static_files | sort: "path" %}{% for s in f %}{{ s.path }} {{ s.extname }} {{ s.basename }} {{ s.name }};{% endfor %}',
  '{{ page.previous.url }} {{ page.next.url }}',
  '{{ page.id }} {{ page.slug }} {{ page.collection }} {{ page.relative_path }} {{ page.ext }} {{ page.draft }} {{ page.dir }} {{ page.name }} {{ page.path }}',
  '{{ site.related_posts | map: "title" | join: "," }}',
  '{{ site.time | date: "%F %T %z" }} {{ page.date | date: "%F %T %z" }}',
  '{{ layout.name }} {{ layout.x | inspect }}',
  '{{ site.html_pages.size }} {{ site.html_files.size }} {{ site.documents.size }} {{ site.pages.size }}',
  '{% for x in site.data.d %}{{ x | inspect }};{% endfor %}',
  '{{ site.data.csv | jsonify }} {{ site.data.deep.e | jsonify }}',
  '{{ page.x | inspect }} {{ page.y | inspect }} {{ page.z | inspect }} {{ site.x | inspect }}',
  '{% assign g = site.posts | group_by: "layout" %}{% for x in g %}{{ x.name }} {{ x.items.size }} {{ x.size }};{% endfor %}',
  '{% assign w = site.posts | where: "tags", "a" %}{{ w.size }} {% assign w = site.posts | where_exp: "p", "p.title contains \'o\'" %}{{ w.size }}',
  '{{ jekyll.environment }} {{ site.baseurl }} {{ site.url }} {{ "/x" | relative_url }} {{ "x" | absolute_url }}',
]

/** What the site and the page know of themselves. */
export const listing = (random) => random.pick(LISTS)

/** A whole text of a few pieces; `site.includes` are taken where there are some. */
export function bodyOf(random, site, { markdown = true, lists = 35, atMost = 5 } = {}) {
  return random
    .times(random.below(atMost + 1), () => {
      if (site.includes.length > 0 && random.often(15)) return includeTag(random, site)
      const linked = site.posts.filter((name) => LINKED.test(name))
      if (linked.length > 0 && random.often(6)) return linkTag(random, random.pick(linked))
      if (random.often(lists)) return listing(random)
      if (random.often(35)) return output(random)
      if (random.often(25)) return statement(random)
      return markdown ? markdownBlock(random) : `<p>${words(random)}</p>`
    })
    .join(random.pick(['\n\n', '\n']))
}

const PARAMETERS = [
  'p="x"',
  "p='it'",
  'p=page.title',
  'q=12',
  'p="a \\"b\\""',
  'p=site.posts',
  'long-name="v"',
  'p=""',
]

function includeTag(random, site) {
  const name =
    random.below(200) > 0
      ? random.pick(site.includes)
      : random.pick([
          '{{ page.inc }}',
          '{{ page.inc }}',
          'nosuch.html',
          '{{ page.nosuch }}',
          '../x.html',
          '"i0.html"',
        ])
  const tag = site.plugins.has('jekyll-include-cache') && random.often(50) ? 'include_cached' : 'include'
  return `{% ${[tag, name, ...random.some(PARAMETERS, 2)].join(' ')} %}`
}

/** Posts of odd names are not found, and those of the future are not there. */
const LINKED = /\/20[12]\d-\d\d-\d\d-[\w-]+\.\w+$/

function linkTag(random, post) {
  const name = post.replace(/^.*\//, '').replace(/\.\w+$/, '')
  return random.pick([
    `{% post_url ${name} %}`,
    `{% link ${post} %}`,
    `[p]({% link ${post} %})`,
    `[p](${post})`,
    `{% post_url ${name} %}`,
    `{% link ${random.often(5) ? 'nosuch.md' : post} %}`,
    `{% post_url ${random.often(5) ? '2020-01-01-nosuch' : name} %}`,
    `{% post_url ${post.replace(/(^|\/)_posts\//, '$1').replace(/\.\w+$/, '')} %}`,
    `{% link {{ page.nosuch }}${post} %}`,
  ])
}

/** Front matter's `title` and the like as lines. */
export const titleLine = (random) => `title: ${random.pick(TEXTS)}`
