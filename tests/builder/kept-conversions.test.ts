/**
 * What documents are before their layouts is kept apart from these: an edit that only layouts read converts nothing again, and
 * what hangs on both is rendered whole. Every build is compared with a clean one, with what it says.
 */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keptIn } from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { definePlugin, type Plugin, pluginsFor } from '../../src/plugins/index.ts'
import { siteForEachTest } from '../site-maker.ts'
import { type How, rebuild, setupOf } from './rebuilds.ts'

const site = siteForEachTest()
const { put } = site
const page = (text: string, fields = ''): string => `---\n${fields}---\n${text}\n`
const post = (n: number): string => `_posts/2020-01-0${n}-p${n}.md`
const POSTS = [post(1), post(2), post(3)]

/** paths of documents that were converted by the last build */
let converted: string[] = []

/** A plugin of the site's own that leaves all as it is and sees what is converted. */
const watcher: Plugin = {
  ...definePlugin({
    name: 'watcher',
    pure: true,
    hooks: {
      'documents:post_convert': (doc) => void converted.push(doc.file.path),
      'pages:post_convert': (doc) => void converted.push(doc.file.path),
    },
  }),
  origin: { file: '_plugins/w.ts', placeOf: () => undefined, started: () => {}, ended: () => {} },
}

/** Builds; answers what was rendered, and what of that only placed in its layouts. */
function build(how: How = {}) {
  const { config, theme } = setupOf(site, how)
  const plugins = [...pluginsFor(config, { bundled: BUNDLED, theme: theme?.plugins ?? [] }), watcher]
  converted = []
  const { rendered, placed, said } = rebuild(site, { ...how, plugins })
  const again = converted.toSorted()
  const files = outputs('_site')
  const clean = rebuild(site, { plugins, settings: { destination: '_clean', disable_disk_cache: true } })
  expect([files, said]).toEqual([outputs('_clean'), clean.said])
  site.remove('_clean')
  const whole = rendered.filter((file) => !placed.includes(file))
  expect(again).toEqual(whole.toSorted())
  return { placed: placed.toSorted(), whole: whole.toSorted(), said }
}

function outputs(folder: string): readonly (readonly [string, string])[] {
  const files = site.list().filter((file) => file.startsWith(`${folder}/`))
  return files.map((file) => [file.slice(folder.length), site.read(file)])
}

/** Posts in a layout in a layout, with an include and data that only layouts show. */
function putBlog(body = 'Text of *it*.', layout = '{{ content }}{{ page.next.title }}', settings = ''): void {
  put({
    '_config.yml': `title: Blog\n${settings}`,
    '_data/nav.yml': '- a\n',
    '_includes/head.html': '<title>{{ page.title }}</title>',
    '_includes/note.html': 'A note by {{ include.by }}.',
    '_layouts/default.html': page('{% include head.html %}{{ site.data.nav }}{{ site.title }}{{ content }}'),
    '_layouts/post.html': page(layout, 'layout: default\n'),
    [post(1)]: page(body, 'layout: post\ntitle: One\n'),
    [post(2)]: page(body, 'layout: post\ntitle: Two\n'),
    [post(3)]: page(body, 'layout: post\ntitle: Three\n'),
    'list.html': page('{% for p in site.posts %}{{ p.content }}{% endfor %}'),
  })
  build()
  expect(build()).toEqual({ placed: [], whole: [], said: [] })
}

const LAYOUT_EDITS: readonly (readonly [what: string, make: () => void])[] = [
  ['the inner layout', () => put({ '_layouts/post.html': page('({{ content }})', 'layout: default\n') })],
  ['the outer layout', () => put({ '_layouts/default.html': page('<b>{{ content }}</b>') })],
  ['an include of layouts', () => put({ '_includes/head.html': '<title></title>' })],
  ['data of layouts', () => put({ '_data/nav.yml': '- b\n' })],
  ['a layout gone', () => site.remove('_layouts/default.html')],
  [
    'a layout around the layout',
    () =>
      put({
        '_layouts/default.html': page('{{ content }}', 'layout: more\n'),
        '_layouts/more.html': page('<i>{{ content }}</i>'),
      }),
  ],
]

test.each(LAYOUT_EDITS)('%s: nothing is converted', (_, make) => {
  putBlog()
  make()
  expect(build()).toMatchObject({ placed: POSTS, whole: [] })
  expect(build()).toMatchObject({ placed: [], whole: [] })
})

test.each(LAYOUT_EDITS)('%s, in the process that built before', (_, make) => {
  const kept = keptIn(setupOf(site).config, '1')
  putBlog()
  build({ kept })
  make()
  expect(build({ kept })).toMatchObject({ placed: POSTS, whole: [] })
  make()
  put({ [post(2)]: page('Other text.', 'layout: post\ntitle: Two\n') })
  expect(build({ kept })).toMatchObject({ placed: [], whole: [post(2), 'list.html'] })
})

test('a setting of layouts', () => {
  putBlog()
  // With a plugin of the site's own, which is made with all settings, all would be rendered.
  rebuild(site)
  put({ '_config.yml': 'title: Weblog\n' })
  expect(rebuild(site)).toMatchObject({ rendered: POSTS, placed: POSTS })
})

test('an edit, then one of the layout: what is converted by then', () => {
  putBlog()
  put({ [post(2)]: page('Other text.', 'layout: post\ntitle: Two\n') })
  expect(build()).toMatchObject({ placed: [], whole: [post(2), 'list.html'] })
  put({ '_layouts/default.html': page('<b>{{ content }}</b>') })
  expect(build()).toMatchObject({ placed: POSTS, whole: [] })
})

test('the title of a post: those beside it are not converted', () => {
  putBlog()
  put({ [post(2)]: page('Text of *it*.', 'layout: post\ntitle: Due\n') })
  expect(build()).toMatchObject({ placed: [post(1)], whole: [post(2), 'list.html'] })
})

test('a layout edited together with what bodies include', () => {
  putBlog('{% include note.html by="me" %}')
  put({ '_includes/note.html': 'By {{ include.by }}.' })
  expect(build()).toMatchObject({ placed: [], whole: [...POSTS, 'list.html'] })
  put({
    '_layouts/default.html': page('<b>{{ content }}</b>'),
    '_includes/note.html': 'From {{ include.by }}.',
  })
  expect(build()).toMatchObject({ placed: [], whole: [...POSTS, 'list.html'] })
})

test.each([
  ['data of its layout', '{{ layout.title }}'],
  ['all of it', '{{ layout | jsonify }}'],
  ['it by way of an include', '{% include body.html %}'],
])('a body that shows %s is rendered whole', (_, body) => {
  put({ '_includes/body.html': '{{ layout.title }}' })
  putBlog(body)
  put({ '_layouts/post.html': page('{{ content }}', 'layout: default\ntitle: T\n') })
  const { placed, whole } = build()
  expect([placed, whole]).toEqual([[], [...POSTS, 'list.html']])
})

test('what bodies leave for their layouts and for others is there', () => {
  put({ '_includes/once.html': '{{ page.url }} {{ include.a }}' })
  putBlog(
    'First {% include_cached once.html a=1 %}.\n\nSecond {{ page.excerpt | size }}.',
    '{{ content }}{{ page.excerpt }}{% include_cached once.html a=1 %}{{ page.content | size }}',
    'plugins: [jekyll-include-cache]\n',
  )
  put({ '_layouts/default.html': page('<b>{{ content }}</b>{% include_cached once.html a=1 %}') })
  expect(build()).toMatchObject({ placed: POSTS, whole: [] })
  put({
    '_layouts/default.html': page(
      '<b>{{ content }}</b>{{ page.excerpt }}{{ page.next.excerpt }}{{ page.next.content }}',
    ),
  })
  build()
})

test('what is said of texts and of layouts is said in the same order', () => {
  put({
    '_config.yml': 'kramdown: { show_warnings: true }\n',
    '_layouts/l.html': page('{{ content }}{% if a & b %}{% endif %}'),
    'a.md': page('{% if c & d %}{% endif %}A [^note].', 'layout: l\n'),
    'b.md': page('{% if c & d %}{% endif %}B [^note].', 'layout: l\n'),
    'c.md': page('C [^note].', 'layout: missing\n'),
  })
  build()
  put({ '_layouts/l.html': page('<b>{{ content }}</b>{% if a & b %}{% endif %}') })
  const { placed, said } = build()
  expect(placed).toEqual(['a.md', 'b.md'])
  expect(said.filter((line) => line.includes('note'))).toHaveLength(3)
  expect(build().said).toEqual(said)
})

test('a layout that fails fails as in a clean build', () => {
  putBlog('{% include note.html by="me" %}')
  put({ '_layouts/default.html': page('{% include note.html by="x" %}{% include none.html %}') })
  const failing = (settings: How['settings']) => {
    try {
      rebuild(site, { settings: { ...settings } })
    } catch (error) {
      return (error as { diagnostics?: unknown }).diagnostics
    }
    return undefined
  }
  const clean = failing({ destination: '_clean', disable_disk_cache: true })
  expect(clean).toBeDefined()
  expect(failing({})).toEqual(clean)
})

test('texts that are lost are made again', () => {
  putBlog()
  const folder = site.at('.jekyll-cache')
  const packs = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile())
  // All bytes but those of the index.
  for (const name of packs.filter((each) => !/index/.test(each))) fs.truncateSync(path.join(folder, name), 0)
  put({ '_layouts/default.html': page('<b>{{ content }}</b>') })
  expect(build().placed).toEqual([])
})
