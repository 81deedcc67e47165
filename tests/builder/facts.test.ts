/** Everything that a rendering can read of a site, each on a page of its own: an edit of it renders that page. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { Drop } from '../../src/liquid/index.ts'
import { definePlugin, type Plugin, servicesOf } from '../../src/plugins/index.ts'
import type { Site } from '../../src/site/index.ts'
import { type Files, type SiteFolder, siteForEachTest } from '../site-maker.ts'
import { type How, rebuild } from './rebuilds.ts'

const site = siteForEachTest()
const page = (text: string, fields = ''): string => `---\n${fields}---\n${text}\n`
const CONFIG =
  'collections: { notes: { output: true, tone: low }, bare: {} }\nplugins: [jekyll-include-cache]\n'

const BASE: Files = {
  '_config.yml': CONFIG,
  '_posts/2020-01-01-a.md': page('A.\n\nMore.', 'title: A\ncategories: [x]\n'),
  '_posts/2020-01-02-b.md': page('B.\n\nMore.', 'title: B\n'),
  '_notes/n.md': page('N', 'title: N\n'),
  '_notes/pic.svg': '<svg/>',
  '_data/list.yml': '- 1\n',
  'about.md': page('About.', 'title: About\n'),
  'logo.svg': '<svg/>',
}

interface Row {
  /** the text of `r.html`, which stands behind all pages but those below `z/` */
  readonly text: string
  readonly fields?: string
  readonly with?: Readonly<Record<string, string>>
  readonly edit: (site: SiteFolder) => void
  /** what is rendered besides `r.html` */
  readonly also?: readonly string[]
  readonly how?: How
  readonly after?: How
  /** whether it is rendered each time, edit or not */
  readonly always?: boolean
}

const touch = (files: Readonly<Record<string, string>>) => (folder: SiteFolder) => folder.put(files)
const nothing = (): void => {}

/** A plugin of the site that is pure, with a filter that shows what `read` finds. */
function pure(read: (site: Site) => unknown, parts: Partial<Plugin> = {}): How {
  const origin = { file: 'p.ts', placeOf: () => undefined, started: () => {}, ended: () => {} }
  const run: NonNullable<Plugin['filters']>[string]['run'] = (ctx) => String(read(servicesOf(ctx).site))
  return {
    plugins: [
      {
        ...definePlugin({ name: 'p', pure: true, filters: { read: { min: 0, max: 0, run } }, ...parts }),
        origin,
      },
    ],
  }
}

class Shown extends Drop {
  constructor(private readonly read: () => unknown) {
    super()
  }
  override get(): unknown {
    return this.read()
  }
  override toText(): string {
    return ''
  }
}

const B2 = page('B.\n\nLess.', 'title: B\n')
const POSTS = ['_posts/2020-01-01-a.md']

const ROWS: Readonly<Record<string, Row>> = {
  'the output of a document': {
    text: '{% for p in site.posts %}{{ p.output }}{% endfor %}',
    edit: touch({ '_posts/2020-01-02-b.md': B2 }),
    also: ['_posts/2020-01-02-b.md'],
  },
  'when a file was changed, as a plugin has it': {
    text: '{{ site.notes.first.output }}',
    with: {
      '_config.yml': CONFIG.replace('[jekyll-include-cache]', '[jekyll-last-modified-at]'),
      '_notes/n.md': page('{% last_modified_at %s %}', 'last_modified_at: 2020-01-01\n'),
    },
    edit: (folder) => fs.utimesSync(folder.at('_notes/n.md'), 1, 1),
    also: ['_notes/n.md'],
  },
  'the documents of a collection': {
    text: '{{ site.notes | size }}',
    edit: touch({ '_notes/m.md': page('M') }),
    also: ['_notes/m.md'],
  },
  'all documents': {
    text: '{{ site.documents | size }}',
    edit: touch({ '_notes/m.md': page('M') }),
    also: ['_notes/m.md'],
  },
  'the files of a collection': {
    text: '{% assign c = site.collections | where: "label", "notes" | first %}{{ c.files | size }}',
    edit: touch({ '_notes/more.svg': '<svg/>' }),
  },
  'a setting of a collection': {
    text: '{% assign c = site.collections | where: "label", "notes" | first %}{{ c.tone }}',
    edit: touch({ '_config.yml': CONFIG.replace('low', 'high') }),
    // The settings that the program reads are others, too: all of it is rendered.
    also: ['_posts/2020-01-01-a.md', '_posts/2020-01-02-b.md', '_notes/n.md', 'about.md'],
  },
  'the pages': { text: '{{ site.pages | size }}', edit: touch({ 'new.md': page('') }), also: ['new.md'] },
  'what lies at a path': {
    text: '{% link about.md %}',
    edit: touch({ 'about.md': page('About.', 'title: About\npermalink: /us/\n') }),
    also: ['about.md'],
  },
  'a file at a path': {
    text: '{% link logo.svg %}',
    edit: (folder) => {
      folder.remove('logo.svg')
      folder.put({ 'logo.svg': page('<svg/>', 'permalink: /elsewhere.svg\n') })
    },
    also: ['logo.svg'],
  },
  'a post by its name': {
    text: '{% post_url 2020-01-01-a %}',
    edit: touch({ '_posts/2020-01-01-a.md': page('A.\n\nMore.', 'title: A\npermalink: /a/\n') }),
    also: POSTS,
  },
  'a post by its day': {
    text: '{% post_url 2020-01-01-b %}',
    with: { 'x/_posts/2020-01-01-b.md': page('', 'title: X\n') },
    edit: touch({ 'x/_posts/2020-01-01-b.md': page('', 'title: X\npermalink: /b/\n') }),
    also: ['x/_posts/2020-01-01-b.md'],
  },
  'whether there is a setting': {
    text: '{% if site.more %}more{% endif %}',
    edit: touch({ '_config.yml': `${CONFIG}more: 1\n` }),
  },
  'all settings': {
    text: '{{ site | jsonify | size }}',
    edit: touch({ '_config.yml': `${CONFIG}more: 1\n` }),
  },
  'the names of settings': {
    text: '{% for key in site %}{{ key }}{% endfor %}',
    edit: touch({ '_config.yml': `${CONFIG}more: 1\n` }),
  },
  'a layout that is not there': {
    text: 'text',
    fields: 'layout: later\n',
    edit: touch({ '_layouts/later.html': page('<{{ content }}>') }),
  },
  'the front matter of a layout': {
    text: 'text',
    fields: 'layout: l\n',
    with: { '_layouts/l.html': page('{{ layout.v }}{{ content }}', 'v: 1\n') },
    edit: touch({ '_layouts/l.html': page('{{ layout.v }}{{ content }}', 'v: 2\n') }),
  },
  'a file beside the page': {
    text: '{% include_relative part.txt %}',
    with: { 'part.txt': 'one' },
    edit: touch({ 'part.txt': 'two' }),
  },
  'the clock': { text: '{{ "now" | date: "%s" }}', edit: nothing, after: { clock: '1700000001' } },
  'the date of a document without one': {
    text: '{{ site.notes.first.date | date: "%s" }}',
    edit: nothing,
    after: { clock: '1700000001' },
  },
  'the excerpt of a post': {
    text: '{{ site.posts.first.excerpt }}',
    edit: touch({ '_posts/2020-01-02-b.md': page('Bb.\n\nMore.', 'title: B\n') }),
    also: ['_posts/2020-01-02-b.md'],
  },
  'an excerpt that another page asked for first': {
    text: '{{ site.posts.first.excerpt }}',
    with: {
      '_includes/e.html': 'one',
      'b.html': page('{{ site.posts.first.excerpt }}'),
      '_posts/2020-01-03-c.md': page('{% include e.html %}\n\nMore.', 'title: C\n'),
    },
    edit: touch({ '_includes/e.html': 'two' }),
    also: ['_posts/2020-01-03-c.md', 'b.html'],
  },
  'a source map': {
    text: '{% for p in site.pages %}{% if p.name contains ".map" %}{{ p.content }}{% endif %}{% endfor %}',
    with: { 'm.scss': page('@import "part"; a { b: c }'), '_sass/_part.scss': 'd { e: f }' },
    edit: touch({ '_sass/_part.scss': 'd { e: g }' }),
    also: ['m.scss'],
  },
  'a cached include that another page printed first': {
    text: '{% include_cached c.html %}',
    with: {
      '_includes/c.html': '{{ page.title }}',
      'about.md': page('{% include_cached c.html %}', 'title: One\n'),
    },
    edit: touch({ 'about.md': page('{% include_cached c.html %}', 'title: Two\n') }),
    also: ['about.md'],
  },
  'a warning that another page gives first': {
    text: 'text',
    fields: 'layout: odd\n',
    with: {
      '_layouts/odd.html': page('{{ a b }}{{ content }}'),
      'about.md': page('', 'layout: odd\n'),
    },
    edit: touch({ 'about.md': page('') }),
    also: ['about.md'],
  },
  'the line on which the text begins, which warnings tell': {
    text: '{{ a b }}',
    edit: touch({ 'r.html': page('{{ a b }}', '# a comment\n') }),
  },
  'the data of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => (all.data as ReadonlyMap<string, readonly unknown[]>).get('list')?.length),
    edit: touch({ '_data/list.yml': '- 1\n- 2\n' }),
  },
  'the settings of a plugin’s own': {
    text: '{{ "" | read }}',
    how: pure((all) => all.config.data.get('more')),
    edit: touch({ '_config.yml': `${CONFIG}more: 2\n` }),
    also: ['_posts/2020-01-01-a.md', '_posts/2020-01-02-b.md', '_notes/n.md', 'about.md'],
  },
  'the pages of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => all.pages.map(({ body }) => body).join()),
    edit: touch({ 'about.md': page('Us.', 'title: About\n') }),
    also: ['about.md'],
  },
  'the static files of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => all.staticFiles.length),
    edit: touch({ 'more.svg': '<svg/>' }),
  },
  'a document of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => all.renderables.get('_posts/2020-01-02-b.md')?.body),
    edit: touch({ '_posts/2020-01-02-b.md': B2 }),
    also: ['_posts/2020-01-02-b.md'],
  },
  'all documents of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => [...all.renderables.values()].map(({ body }) => body).join()),
    edit: touch({ '_posts/2020-01-02-b.md': B2 }),
    also: ['_posts/2020-01-02-b.md'],
  },
  'the documents in the order of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => all.collections.get('notes')?.documents.length),
    edit: touch({ '_notes/m.md': page('M') }),
    also: ['_notes/m.md'],
  },
  'the layouts of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => all.layouts.size),
    edit: touch({ '_layouts/more.html': page('') }),
  },
  'the time of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => all.time.seconds),
    edit: nothing,
    after: { clock: '1700000001' },
  },
  'a variable of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => all.config.variables.HUE),
    edit: nothing,
    after: { variables: { HUE: 'red' } },
  },
  'whether a plugin has a variable': {
    text: '{{ "" | read }}',
    how: pure((all) => 'HUE' in all.config.variables),
    edit: nothing,
    after: { variables: { HUE: 'red' } },
  },
  'all variables of a plugin': {
    text: '{{ "" | read }}',
    how: pure((all) => Object.keys(all.config.variables).length),
    edit: nothing,
    after: { variables: { HUE: 'red' } },
    always: true,
  },
  'a field of the site': {
    text: '{{ site.count }}',
    how: pure(nothing, { fields: (all) => ({ site: { count: () => all.staticFiles.length } }) }),
    edit: touch({ 'more.svg': '<svg/>' }),
  },
  'a field of a document': {
    text: '{{ site.posts.first.peers }}',
    how: pure(nothing, { fields: (all) => ({ document: { peers: () => all.staticFiles.length } }) }),
    edit: touch({ 'more.svg': '<svg/>' }),
  },
  'a field that is a drop': {
    text: '{{ site.shown.size }}',
    how: pure(nothing, {
      fields: (all) => ({ site: { shown: () => new Shown(() => all.staticFiles.length) } }),
    }),
    edit: touch({ 'more.svg': '<svg/>' }),
  },
  'a field that is a drop of a document': {
    text: '{{ site.posts.first.shown.size }}',
    how: pure(nothing, { fields: () => ({ document: { shown: (doc) => new Shown(() => doc.body) } }) }),
    edit: touch({ '_posts/2020-01-02-b.md': B2 }),
    also: ['_posts/2020-01-02-b.md'],
  },
  'a field that is a drop with the date of a document without one': {
    text: '{{ site.notes.first.shown.size }}',
    how: pure(nothing, {
      fields: () => ({
        document: { shown: (doc) => new Shown(() => (doc.kind === 'document' ? doc.date.seconds : 0)) },
      }),
    }),
    edit: nothing,
    after: { clock: '1700000001' },
  },
  'what was read for a field that is a drop when fields were made': {
    text: '{{ site.shown.size }}',
    how: pure(nothing, {
      fields(all) {
        const count = all.staticFiles.length
        return { site: { shown: () => new Shown(() => count) } }
      },
    }),
    edit: touch({ 'more.svg': '<svg/>' }),
  },
  'what fields find once, in a field that is a drop': {
    text: '{{ site.shown.size }}',
    how: pure(nothing, {
      fields(all, ctx) {
        const count = ctx.value('count', () => all.staticFiles.length)
        return { site: { shown: () => new Shown(count) } }
      },
    }),
    edit: touch({ 'more.svg': '<svg/>' }),
  },
  'what fields find once that is no data': {
    text: '{{ site.shown.size }}',
    how: pure(nothing, {
      fields(all, ctx) {
        const found = ctx.value('found', () => {
          const count = all.staticFiles.length
          return () => count
        })
        return { site: { shown: () => new Shown(() => found()()) } }
      },
    }),
    edit: touch({ 'more.svg': '<svg/>' }),
  },
  'what a plugin declares of the environment': {
    text: 'text',
    how: pure(nothing, { variables: ['HUE'] }),
    edit: nothing,
    after: { variables: { HUE: 'red' } },
    also: ['_posts/2020-01-01-a.md', '_posts/2020-01-02-b.md', '_notes/n.md', 'about.md'],
  },
  'another plugin': {
    text: 'text',
    how: pure(nothing),
    edit: nothing,
    after: pure(nothing, { name: 'q' }),
    also: ['_posts/2020-01-01-a.md', '_posts/2020-01-02-b.md', '_notes/n.md', 'about.md'],
  },
}

test.each(Object.entries(ROWS))('%s', (_, row) => {
  site.put(BASE)
  site.put({ 'r.html': page(row.text, row.fields), ...row.with })
  const how = row.how ?? {}
  rebuild(site, how)
  expect(rebuild(site, how).rendered).toEqual(row.always === true ? ['r.html'] : [])
  row.edit(site)
  const after = { ...how, ...row.after }
  const second = rebuild(site, after)
  expect(second.rendered.toSorted()).toEqual(['r.html', ...(row.also ?? [])].toSorted())
  const written = fs.readFileSync(site.at('_site/r.html'), 'utf8')
  site.remove('.jekyll-cache')
  const clean = rebuild(site, after)
  expect(written).toBe(site.read('_site/r.html'))
  expect(second.said).toEqual(clean.said)
})
