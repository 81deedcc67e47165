/** Random edits of a site's sources, as people and tools make them: the same seed gives the same edits. */
import fs from 'node:fs'
import path from 'node:path'

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WORDS = [
  'queue',
  'ring',
  'probe',
  'latency',
  '{{ page.title }}',
  '{{ site.posts.size }}',
  '*patch*',
  '`map`',
]
const ODD = [
  '{% for p in site.html_pages %}{{ p.url }} {% endfor %}',
  '{% assign p = site.pages | last %}{{ p.name }} {{ p.title }}',
  '{{ site.title }} {{ site.baseurl }} {{ site.extra }} {{ site | jsonify | size }}',
  '{% for d in site.data %}{{ d[0] }} {% endfor %}{{ site.data.made1 }} {{ site.data.more.deep }}',
  '{{ ":map" | append: "" | markdownify }}{{ "b { c: d }" | scssify }}{{ "@import \'made1\';" | scssify }}',
  '{% include made1.html %}',
  '{% include made2.html a="b" %}{% include_relative made.txt %}',
  '{% assign s = site.categories %}{% for c in s %}{{ c[0] }}{{ c[1].first.title }} {% endfor %}',
  '{{ site.posts.first.next.title }}{{ site.posts.last.next.excerpt }}{{ page.path }}',
  '{{ theme.root }}{{ jekyll.environment }}{{ site.html_files | size }}{{ site.env }}',
  '{% for p in site.posts limit: 3 %}{{ p.title }} {{ p.excerpt | strip_html }}{% endfor %}',
  '{% for p in site.pages %}{{ p.url }} {{ p.content | size }} {% endfor %}',
  '{{ page.next.title }} {{ page.previous.url }}',
  '{% for t in site.tags %}{{ t[0] }}={{ t[1] | size }} {% endfor %}',
  '{{ site.data | jsonify | size }} {{ site.static_files | size }}',
  '{% for d in site.documents %}{{ d.date | date: "%F" }}{{ d.content | size }} {% endfor %}',
  '{{ content | size }} {{ layout.title }}',
  '{% for c in site.collections %}{{ c.label }}{{ c.docs | size }}{{ c.files | size }} {% endfor %}',
  '{% for p in site.related_posts %}{{ p.title }}{% endfor %}',
  '{% assign p = site.posts | first %}{{ p.output | size }}{{ p | jsonify | size }}',
  '{{ site.time | date: "%s" }}',
  '{{ page.content | size }} {{ page.excerpt | size }} {{ layout.extra }}',
  '{% assign set = page.url %}{{ set }}{{ given }}{% assign given = "x" %}{% increment n %}{{ n }}',
  '{% include_cached made1.html %}{% cycle "a", "b" %}{{ set }}{{ given }}',
  '{{ "a" | no_such: 1 }}{% if a & b %}odd{% endif %}',
]

/** Directories that no edit touches, and configurations, which have edits of their own. */
const APART = /(?:^|\/)(?:_site|\.jekyll-cache|\.git)(?:\/|$)|(?:^|\/)_config\.[a-z]+$/

function filesBelow(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((name) => !APART.test(name))
    .sort()
}

/** Makes one edit below `root`, and says which. */
export function edit(root: string, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const files = filesBelow(root)
  const at = (name: string): string => path.join(root, name)
  const read = (name: string): string => fs.readFileSync(at(name), 'latin1')
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(at(name)), { recursive: true })
    fs.writeFileSync(at(name), text, 'latin1')
  }
  const isText = (name: string): boolean =>
    /\.(?:md|markdown|html|ya?ml|json|csv|scss|sass|css|txt|xml|js)$/.test(name)
  const texts = files.filter(isText)
  const headed = texts.filter((name) => /^---\n[\s\S]*?\n?---\n/.test(read(name)))
  const setField = (name: string, key: string, value: string): void => {
    const text = read(name)
    const line = new RegExp(`^${key}:.*$`, 'm')
    const end = text.indexOf('\n---', 3)
    const head = end === -1 ? '---' : text.slice(0, end)
    const rest = end === -1 ? text.slice(3) : text.slice(end)
    write(
      name,
      (line.test(head) ? head.replace(line, `${key}: ${value}`) : `${head}\n${key}: ${value}`) + rest,
    )
  }
  if (texts.length === 0 || headed.length === 0) {
    write('more.md', '---\ntitle: More\n---\nMore.\n')
    return 'create more.md'
  }
  const kinds: readonly (() => string)[] = [
    () => {
      const name = pick(headed)
      write(name, `${read(name)}\n${pick(WORDS)} ${Math.floor(random() * 1000)}\n`)
      return `append to ${name}`
    },
    () => {
      const name = pick(headed)
      write(name, `${read(name)}\n${pick(ODD)}\n`)
      return `a template into ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'title', `Title ${Math.floor(random() * 1000)}`)
      return `title of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'tags', `[t${Math.floor(random() * 4)}, t${Math.floor(random() * 4)}]`)
      return `tags of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'date', `20${10 + Math.floor(random() * 15)}-0${1 + Math.floor(random() * 9)}-11`)
      return `date of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'published', pick(['false', 'true']))
      return `published of ${name}`
    },
    () => {
      const name = pick(headed)
      setField(name, 'layout', pick(['default', 'post', 'none', 'missing', 'null']))
      return `layout of ${name}`
    },
    () => {
      const name = pick(files)
      fs.rmSync(at(name))
      return `delete ${name}`
    },
    () => {
      const name = pick(files)
      const parts = path.parse(name)
      const to = path.join(parts.dir, `${parts.name}-${Math.floor(random() * 100)}${parts.ext}`)
      fs.renameSync(at(name), at(to))
      return `rename ${name} to ${to}`
    },
    () => {
      const name = pick(headed)
      const parts = path.parse(name)
      const to = path.join(parts.dir, `${parts.name}x${Math.floor(random() * 100)}${parts.ext}`)
      write(to, read(name))
      return `copy ${name} to ${to}`
    },
    () => {
      const day = `20${10 + Math.floor(random() * 15)}-1${Math.floor(random() * 3)}-0${1 + Math.floor(random() * 9)}`
      const name = `_posts/${day}-new-${Math.floor(random() * 50)}.md`
      write(
        name,
        `---\ntitle: New ${Math.floor(random() * 100)}\ntags: [t1]\n---\nFirst paragraph.\n\n${pick(ODD)}\n`,
      )
      return `create ${name}`
    },
    () => {
      const name = `_data/made${Math.floor(random() * 3)}.yml`
      write(name, `- a: ${Math.floor(random() * 100)}\n`)
      return `data ${name}`
    },
    () => {
      const name = pick(texts)
      // The same length, a moment later: only content tells.
      const text = read(name)
      const place = text.search(/[a-z]{4}\n*$/)
      if (place === -1) return 'nothing'
      write(name, `${text.slice(0, place)}${pick(['q', 'x', 'k', 'w'])}${text.slice(place + 1)}`)
      return `a letter of ${name}`
    },
    () => setting(at, pick, random),
    () => {
      const name = pick(headed)
      const [key, value] = pick([
        ['permalink', `/moved${Math.floor(random() * 5)}/`],
        ['permalink', `/moved${Math.floor(random() * 5)}.html`],
        ['permalink', '/feed.xml'],
        ['redirect_from', `[/old${Math.floor(random() * 3)}/]`],
        ['category', `c${Math.floor(random() * 3)}`],
        ['categories', '[c1, c2]'],
        ['excerpt', `short ${Math.floor(random() * 3)}`],
        ['excerpt_separator', '"More"'],
        ['date', '2031-05-06'],
        ['sitemap', 'false'],
        ['toc', 'true'],
        ['pin', '{ a: [1, 2], b: 2020-01-02 }'],
        ['author', 'ada'],
        ['output', 'false'],
        ['series', `S${Math.floor(random() * 2)}`],
        ['render_with_liquid', pick(['true', 'false'])],
      ] as const)
      setField(name, key, value)
      return `${key}: ${value} of ${name}`
    },
    () => {
      const name = `_layouts/${pick(['default', 'post', 'made', 'archive'])}.html`
      const around = pick(['', 'layout: default\n', 'layout: made\n', 'title: Of layout\n'])
      write(name, `---\n${around}---\n<p>${pick(ODD)}</p>{{ content }}${pick(WORDS)}\n`)
      return `layout ${name}`
    },
    () => {
      const name = `_includes/made${1 + Math.floor(random() * 2)}.html`
      write(name, `${pick(ODD.filter((text) => !text.includes('include')))} ${Math.floor(random() * 100)}`)
      return `include ${name}`
    },
    () => {
      const name = pick(['_sass/_made1.scss', '_sass/made1/_index.scss', 'made1.css'])
      write(name, `e { f: ${Math.floor(random() * 100)}px }\n`)
      return `sheet ${name}`
    },
    () => {
      const name = `css/made${Math.floor(random() * 2)}.scss`
      const title = `title: Sheet ${Math.floor(random() * 100)}\n`
      write(name, `---\n${title}---\n@import "made1"; a { b: ${Math.floor(random() * 9)}px }\n`)
      return `sheet ${name}`
    },
    () => {
      const folder = path.dirname(pick(headed))
      const name = path.join(folder, 'made.txt')
      write(name, `beside ${Math.floor(random() * 100)}`)
      return `file ${name}`
    },
    () => {
      const name = pick(['_data/more/deep.yml', '_data/more/other.json', '_data/made1.csv'])
      const number = Math.floor(random() * 100)
      write(name, name.endsWith('.csv') ? `a,b\n1,${number}\n` : `{ "a": ${number} }\n`)
      return `data ${name}`
    },
    () => {
      const name = `_drafts/draft${Math.floor(random() * 3)}.md`
      write(name, `---\ntitle: Draft\n---\n${pick(ODD)}\n`)
      return `draft ${name}`
    },
    () => {
      const name = `_plugins/made.mjs`
      const pure = random() < 0.7
      const body = pick([
        `filters: { made: { min: 0, max: 0, run: (_, x) => String(x) + ${Math.floor(random() * 9)} } }`,
        `fields: (site) => ({ site: { made: () => site.pages.length + ${Math.floor(random() * 9)} }, document: { made: (d) => d.url } })`,
        `hooks: { 'documents:post_render': (doc, text, site) => text + '<!-- ' + site.pages.length + ' -->' }`,
        `hooks: { 'pages:pre_render': (page, site) => ({ extra: site.data.size ?? 0 }) }`,
      ])
      write(name, `export default { name: 'made', pure: ${pure}, ${body} }\n`)
      return `plugin ${body}`
    },
    () => {
      const name = 'Gemfile.lock'
      const jekyll = pick(['4.3.1', '4.4.1', '4.2.2'])
      const kramdown = pick(['2.4.0', '2.5.1'])
      write(
        name,
        `GEM\n  remote: https://rubygems.org/\n  specs:\n    jekyll (${jekyll})\n    kramdown (${kramdown})\n\nDEPENDENCIES\n  jekyll\n`,
      )
      return `lock file: ${jekyll} ${kramdown}`
    },
    () => {
      const name = 'whirl.config.mjs'
      write(name, `export default { config: { extra: ${Math.floor(random() * 9)} } }\n`)
      return `script ${name}`
    },
    () => {
      const name = `files/static${Math.floor(random() * 5)}.txt`
      write(name, `${'static '.repeat(1 + Math.floor(random() * 5))}${Math.floor(random() * 100)}\n`)
      return `static file ${name}`
    },
    () => {
      const name = pick(files)
      const later = new Date(1_700_000_000_000 + Math.floor(random() * 10_000_000) * 1000)
      fs.utimesSync(at(name), later, later)
      return `touch ${name}`
    },
  ]
  return pick(kinds)()
}

/** One setting of the configuration is made, or is another. */
function setting(
  at: (name: string) => string,
  pick: <T>(list: readonly T[]) => T,
  random: () => number,
): string {
  const config = ['_config.yml', '_config.yaml'].find((name) => fs.existsSync(at(name))) ?? '_config.yml'
  const text = fs.existsSync(at(config)) ? fs.readFileSync(at(config), 'latin1') : ''
  const line = pick([
    `title: Site ${Math.floor(random() * 10)}`,
    `baseurl: /b${Math.floor(random() * 3)}`,
    `extra: ${Math.floor(random() * 10)}`,
    'show_drafts: true',
    'show_drafts: false',
    'excerpt_separator: "\\n"',
    'permalink: pretty',
    'permalink: /:year/:title.html',
    'future: true',
    'collections: { notes: { output: true, tone: 1 }, things: { output: true } }',
    'collections: { notes: { output: false }, things: { output: true } }',
    'include: [_drafts]',
    'exclude: [about.md, "*.txt"]',
    'exclude: []',
    `defaults: [{ scope: { path: "" }, values: { layout: default, foo: ${Math.floor(random() * 5)} } }]`,
    'defaults: [{ scope: { type: posts }, values: { layout: post } }]',
    'plugins: [jekyll-feed, jekyll-sitemap, jekyll-redirect-from, jekyll-archives, jemoji]',
    'plugins: [jekyll-seo-tag, jekyll-mentions, jekyll-relative-links, jekyll-toc, attribution]',
    'plugins: [jekyll-titles-from-headings, jekyll-include-cache, jekyll-paginate]',
    'plugins: []',
    'jekyll-archives: { enabled: all, layout: default }',
    `paginate: ${1 + Math.floor(random() * 3)}`,
    'author: { name: Ada }',
    'employers: { acme: { name: Acme, from: 2012-01, to: 2017-03 } }',
    'kramdown: { show_warnings: true, auto_ids: false }',
    'markdown: CommonMark',
    'page_excerpts: true',
    'strict_front_matter: true',
    'liquid: { error_mode: strict }',
    'sass: { style: compressed }',
    'theme: whirl',
    'limit_posts: 2',
    'timezone: Asia/Tokyo',
    'time: [broken',
    'mended',
  ])
  if (line === 'mended') {
    fs.writeFileSync(at(config), 'title: Mended\ncollections: { notes: { output: true } }\n')
    return 'configuration mended'
  }
  const key = line.slice(0, line.indexOf(':'))
  // What a block of lines says under the key goes with it.
  const rest = text.split(/\n(?=\S)/).filter((each) => !each.startsWith(`${key}:`))
  fs.writeFileSync(at(config), `${rest.join('\n').trimEnd()}\n${line}\n`, 'latin1')
  return `configuration: ${line}`
}
