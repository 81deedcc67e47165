/** What a build takes from earlier ones, in counts: which documents are rendered after an edit, and which are not. */
import fs from 'node:fs'
import { expect, test, vi } from 'vitest'
import { prepareCache } from '../../src/builder/index.ts'
import { FactLists } from '../../src/builder/kept/fact-lists.ts'
import { definePlugin, type Plugin, type PluginOrigin } from '../../src/plugins/index.ts'
import { SiteView } from '../../src/render/site-view.ts'
import { siteForEachTest } from '../site-maker.ts'
import { type How, rebuild, setupOf } from './rebuilds.ts'

const site = siteForEachTest()
const { put } = site

const configuration = (settings: How['settings'] = {}) => setupOf(site, { settings }).config

/** What the last build warned of, and why it rendered what it did. */
let said: readonly string[] = []
let reasons: readonly string[] = []

/** Builds; answers the paths that were rendered. */
function build(how: How = {}): readonly string[] {
  const built = rebuild(site, how)
  said = built.said
  reasons = built.reasons
  return built.rendered
}
const output = (name: string): string => site.read(`_site/${name}`)
const page = (text: string, fields = ''): string => `---\n${fields}---\n${text}\n`
const post = (n: number): string => `_posts/2020-01-0${n}-p${n}.md`

/** A blog whose pages depend on each other in the ways that blogs have. */
function putBlog(): void {
  put({
    '_config.yml': 'title: Blog\ncollections: { notes: { output: true } }\n',
    '_data/nav.yml': '- a\n',
    '_data/people.yml': '- b\n',
    '_includes/head.html': '<title>{{ page.title }}</title>',
    '_layouts/default.html': page('{% include head.html %}{{ site.data.nav }}{{ content }}'),
    '_layouts/post.html': page(
      '{{ content }}{{ page.previous.title }}|{{ page.next.title }}',
      'layout: default\n',
    ),
    '_layouts/plain.html': page('{{ content }}'),
    [post(1)]: page('One.\n\nMore.', 'layout: post\ntitle: One\ntags: [x]\n'),
    [post(2)]: page('Two.\n\nMore.', 'layout: post\ntitle: Two\ntags: [x, y]\n'),
    [post(3)]: page('Three.\n\nMore.', 'layout: post\ntitle: Three\ntags: [y]\n'),
    [post(4)]: page('Four.\n\nMore.', 'layout: post\ntitle: Four\n'),
    '_notes/n.md': page('A note, dated never.', 'title: Note\n'),
    'about.md': page('About {{ site.title }}.', 'layout: plain\ntitle: About\n'),
    'archive.html': page('{% for p in site.posts %}{{ p.title }} {% endfor %}'),
    'excerpts.html': page('{% for p in site.posts limit: 2 %}{{ p.excerpt }}{% endfor %}'),
    'full.html': page('{% for p in site.posts %}{{ p.content }}{% endfor %}'),
    'notes.html': page('{% for n in site.notes %}{{ n.title }}{% endfor %}'),
    'tags.html': page(
      '{% for t in site.tags %}{{ t[0] }}{% for p in t[1] %}{{ p.url }}{% endfor %}{% endfor %}',
    ),
    'people.html': page('{{ site.data.people }}'),
    'files.html': page(
      '{{ site.static_files | size }}{% for f in site.static_files %}{{ f.path }}{% endfor %}',
    ),
    'clock.html': page('{{ site.time | date: "%s" }}'),
    'main.scss': page('@import "part"; a { b: c }'),
    '_sass/_part.scss': 'd { e: f }\n',
    'logo.svg': '<svg/>',
  })
  build()
  expect(build()).toEqual([])
}

const EDITS: readonly (readonly [edit: string, make: () => void, rendered: readonly string[]])[] = [
  ['nothing', () => {}, []],
  [
    'the text of the oldest post',
    () => put({ [post(1)]: page('Uno.\n\nMore.', 'layout: post\ntitle: One\ntags: [x]\n') }),
    [post(1), 'full.html'],
  ],
  [
    'its text after the excerpt',
    () => put({ [post(1)]: page('One.\n\nLess.', 'layout: post\ntitle: One\ntags: [x]\n') }),
    [post(1), 'full.html'],
  ],
  [
    'the text of the newest post',
    () => put({ [post(4)]: page('Quattro.\n\nMore.', 'layout: post\ntitle: Four\n') }),
    [post(4), 'excerpts.html', 'full.html'],
  ],
  [
    'the title of a post',
    () => put({ [post(2)]: page('Two.\n\nMore.', 'layout: post\ntitle: Due\ntags: [x, y]\n') }),
    [post(1), post(2), post(3), 'archive.html', 'full.html', 'tags.html'],
  ],
  [
    'the tags of a post',
    () => put({ [post(4)]: page('Four.\n\nMore.', 'layout: post\ntitle: Four\ntags: [x]\n') }),
    [post(3), post(4), 'archive.html', 'excerpts.html', 'full.html', 'tags.html'],
  ],
  [
    'a new post',
    () => put({ [post(5)]: page('Five.', 'layout: post\ntitle: Five\n') }),
    [post(4), post(5), 'archive.html', 'excerpts.html', 'full.html'],
  ],
  [
    'a post gone',
    () => site.remove(post(2)),
    [post(1), post(3), 'archive.html', 'excerpts.html', 'full.html', 'tags.html'],
  ],
  [
    'a post renamed',
    () => fs.renameSync(site.at(post(1)), site.at(post(1).replace('p1', 'q1'))),
    [post(1).replace('p1', 'q1'), post(2), 'archive.html', 'excerpts.html', 'full.html', 'tags.html'],
  ],
  ['a note', () => put({ '_notes/n.md': page('Another note.', 'title: Note\n') }), ['_notes/n.md']],
  [
    'the title of a note',
    () => put({ '_notes/n.md': page('A note, dated never.', 'title: Notiz\n') }),
    ['_notes/n.md', 'notes.html'],
  ],
  [
    'the inner layout',
    () => put({ '_layouts/post.html': page('{{ content }}', 'layout: default\n') }),
    [post(1), post(2), post(3), post(4)],
  ],
  [
    'the outer layout',
    () => put({ '_layouts/default.html': page('{{ content }}') }),
    [post(1), post(2), post(3), post(4)],
  ],
  ['a layout of a page', () => put({ '_layouts/plain.html': page('({{ content }})') }), ['about.md']],
  [
    'an include',
    () => put({ '_includes/head.html': '<title></title>' }),
    [post(1), post(2), post(3), post(4)],
  ],
  ['data of a layout', () => put({ '_data/nav.yml': '- c\n' }), [post(1), post(2), post(3), post(4)]],
  ['data of a page', () => put({ '_data/people.yml': '- c\n' }), ['people.html']],
  ['data that nobody reads', () => put({ '_data/more.yml': '- c\n' }), []],
  [
    'a setting',
    () => put({ '_config.yml': 'title: Weblog\ncollections: { notes: { output: true } }\n' }),
    ['about.md'],
  ],
  [
    'a setting that nobody reads',
    () => put({ '_config.yml': 'title: Blog\nnote: 1\ncollections: { notes: { output: true } }\n' }),
    [],
  ],
  ['a part of a style sheet', () => put({ '_sass/_part.scss': 'd { e: g }\n' }), ['main.scss']],
  ['a static file', () => put({ 'logo.svg': '<svg></svg>' }), ['files.html']],
  ['a file touched', () => fs.utimesSync(site.at(post(1)), 1, 1), []],
]

test.each(EDITS)('%s', (_, make, rendered) => {
  putBlog()
  make()
  expect(build().toSorted()).toEqual(rendered.toSorted())
})

test('a new minute of the clock: only what shows it', () => {
  putBlog()
  expect(build({ clock: '1700000060' })).toEqual(['clock.html'])
  expect(reasons).toEqual(['it shows the time of the build'])
})

test('an edit taken back finds everything as it was', () => {
  putBlog()
  const before = site.read(post(1))
  put({ [post(1)]: page('Uno.', 'layout: post\ntitle: Uno\n') })
  build()
  put({ [post(1)]: before })
  build()
  expect(build()).toEqual([])
})

test('a page after kept ones finds the variables that they left', () => {
  put({
    '_layouts/l.html': page('inner', 'layout: outer\nv: 1\nw: 1\n'),
    '_layouts/outer.html': page('outer', 'v: 2\nx: 2\n'),
    '_posts/1969-01-01-a.md': page('text', 'layout: l\n'),
    'b.html': page('[{{ content }}] {{ layout.v }}{{ layout.w }}{{ layout.x }}'),
    'c.html': page('[{{ content }}] {{ layout.v }}'),
  })
  build()
  const first = ['[inner\n] 112\n', '[inner\n] \n']
  expect([output('b.html'), output('c.html')]).toEqual(first)
  expect(build()).toEqual([])
  // Rendered alone, each has to find them again.
  put({ 'b.html': page('[{{ content }}] {{ layout.v }}{{ layout.w }}{{ layout.x }}!') })
  expect(build()).toEqual(['b.html', 'c.html'])
  expect([output('b.html'), output('c.html')]).toEqual(['[inner\n] 112!\n', first[1]])
  put({ '_posts/1969-01-01-a.md': page('other', 'layout: none\n') })
  build()
  expect(output('b.html')).toBe('[] !\n')
})

test('another reference, program, theme of settings or state of plugins is seen', () => {
  put({ 'a.md': page('plain') })
  build({ settings: { compat: 'jekyll-4.4' } })
  expect(build({ settings: { compat: 'jekyll-4.4' } })).toEqual([])
  expect(build({ settings: { compat: 'jekyll-4.3' } })).toEqual(['a.md'])
  expect(build({ settings: { compat: 'jekyll-4.3' }, program: '2' })).toEqual(['a.md'])
  put({ '_config.yml': 'kramdown: { auto_ids: false }\n' })
  build()
  expect(build()).toEqual([])
  expect(build({ pluginFiles: 'changed' })).toEqual(['a.md'])
  put({ '_config.yml': 'kramdown: { auto_ids: true }\n' })
  expect(build()).toEqual(['a.md'])
})

test('switches of the command are no settings of pages', () => {
  put({ 'a.md': page('plain'), 'b.md': page('{{ site.quiet }}') })
  build()
  expect(build({ settings: { quiet: true } })).toEqual(['b.md'])
})

test('what was said of a kept page is said again', () => {
  put({
    '_config.yml': 'kramdown: { show_warnings: true }\n',
    'a.md': page('A [^note] nobody wrote.'),
  })
  const warnings = (): readonly string[] => said.filter((line) => line.includes('note'))
  expect([build(), warnings().length]).toEqual([['a.md'], 1])
  expect([build(), warnings().length]).toEqual([[], 1])
})

test('the output is put back where it was lost or changed by hand, and others see the content', () => {
  put({ 'a.md': page('plain'), 'z.html': page('{% for p in site.pages %}{{ p.content }}{% endfor %}') })
  build()
  const first = output('z.html')
  site.remove('_site')
  expect(build()).toEqual([])
  expect([output('a.html'), output('z.html')]).toEqual(['<p>plain</p>\n', first])
  fs.writeFileSync(site.at('_site/a.html'), '<p>PLAIN</p>\n')
  expect(build()).toEqual([])
  expect(output('a.html')).toBe('<p>plain</p>\n')
  put({ 'z.html': page('{% for p in site.pages %}{{ p.content | upcase }}{% endfor %}') })
  expect(build()).toEqual(['z.html'])
  expect(output('z.html')).toContain('<P>PLAIN</P>')
})

test('without a cache on the disk everything is rendered', () => {
  put({ 'a.md': page('plain') })
  build({ settings: { disable_disk_cache: true } })
  expect(build({ settings: { disable_disk_cache: true } })).toEqual(['a.md'])
  expect(build({ settings: { safe: true } })).toEqual(['a.md'])
  expect(site.has('.jekyll-cache')).toBe(false)
})

test('pages that use a plugin of the site are rendered each time, unless it says that it is pure', () => {
  const origin: PluginOrigin = {
    file: '_plugins/p.ts',
    placeOf: () => undefined,
    started: () => {},
    ended: () => {},
  }
  const plugin = (parts: Partial<Plugin>): readonly Plugin[] => [
    { ...definePlugin({ name: 'p', ...parts }), origin },
  ]
  put({ 'a.md': page('plain'), 'b.md': page('{{ "x" | shout }}') })
  const filters: Plugin['filters'] = { shout: { min: 0, max: 0, run: (_, input) => `${String(input)}!` } }
  build({ plugins: plugin({ filters }) })
  expect(build({ plugins: plugin({ filters }) })).toEqual(['b.md'])
  build({ plugins: plugin({ filters, pure: true }) })
  expect(build({ plugins: plugin({ filters, pure: true }) })).toEqual([])
  const hooks: Plugin['hooks'] = { 'pages:post_render': (_, text) => `${text}<!-- -->` }
  build({ plugins: plugin({ hooks, filters }), pluginFiles: 'hooks' })
  expect(build({ plugins: plugin({ hooks, filters }), pluginFiles: 'hooks' })).toEqual(['a.md', 'b.md'])
  // One that a program hands in comes from no file that could be compared.
  expect(build({ plugins: [definePlugin({ name: 'q' })] })).toEqual(['a.md', 'b.md'])
})

test('the cache directory is Jekyll’s, and is not made where it is not wanted', () => {
  put({ 'a.md': page('plain') })
  prepareCache(configuration({ safe: true }))
  prepareCache(configuration({ disable_disk_cache: true }))
  expect(site.has('.jekyll-cache')).toBe(false)
  prepareCache(configuration())
  prepareCache(configuration({ cache_dir: '.other' }))
  for (const name of ['.jekyll-cache', '.other']) {
    expect(fs.statSync(site.at(`${name}/Jekyll/Cache/Jekyll--Cache`)).isDirectory()).toBe(true)
    expect(site.read(`${name}/.gitignore`)).toContain('*\n')
  }
  // The site itself as cache directory keeps its own .gitignore, and a file in the way stops nothing.
  prepareCache(configuration({ cache_dir: '.' }))
  expect(site.has('.gitignore')).toBe(false)
  put({ taken: 'file' })
  prepareCache(configuration({ cache_dir: 'taken' }))
})

test('which documents stand before and after others nobody asks where all of them are as they were', () => {
  putBlog()
  build()
  const asked = vi.spyOn(SiteView.prototype, 'neighbour')
  try {
    build()
    expect(asked).toHaveBeenCalledTimes(0)
    put({ [post(5)]: page('Five.', 'layout: post\ntitle: Five\n') })
    expect(build()).toEqual(expect.arrayContaining([post(4), post(5)]))
    expect(asked.mock.calls.length).toBeGreaterThan(0)
  } finally {
    asked.mockRestore()
  }
})

test('documents that read the same have one list of it', () => {
  const [a, b] = [
    { name: 'layout:a', digest: '1' },
    { name: 'layout:b', digest: '2' },
  ]
  const lists = new FactLists()
  const both = lists.same([a, b])
  expect(lists.same([a, b])).toBe(both)
  expect(lists.same([a])).toEqual([a])
  expect(lists.same([b, a])).toEqual([b, a])
  expect(lists.same([])).toEqual([])
})
