/**
 * How many of the pages of examples/blog, with its theme and plugins, twenty edits render, one after the other. Those that
 * draw pictures and index words after all is rendered stay out.
 */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { BUNDLED } from '../../src/bundled/index.ts'
import { pluginsFor } from '../../src/plugins/index.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'
import { rebuild, setupOf } from './rebuilds.ts'

const POST = '_posts/2023-02-07-what-bpf-maps-cost.md'
const LAST = '_posts/2025-09-02-a-syn-flood-drawn.md'

const change = (name: string, from: RegExp | string, to: string) => (site: SiteFolder) => {
  const text = site.read(name)
  const made = text.replace(from, to)
  expect(made, name).not.toBe(text)
  site.put({ [name]: made })
}
const add = (name: string, text: string) => (site: SiteFolder) => site.put({ [name]: text })

const EDITS: readonly (readonly [edit: string, make: (site: SiteFolder) => void, rendered: number])[] = [
  ['nothing', () => {}, 0],
  ['the text of a post', change(POST, /$/, '\nMore.\n'), 12],
  ['the text of the newest post', change(LAST, /$/, '\nMore.\n'), 12],
  ['the title of a post', change(POST, /^title: .*$/m, 'title: What maps cost'), 25],
  ['the date of a post', change(POST, /^---\n/, '---\ndate: 2023-02-09\n'), 21],
  ['a tag of a post', change(POST, /^---\n/, '---\nkeywords: [x]\n'), 21],
  ['a new post', add('_posts/2025-10-01-new.md', '---\ntitle: New\n---\nText.\n'), 87],
  ['its text', change('_posts/2025-10-01-new.md', 'Text', 'More text'), 7],
  ['a tag of it', change('_posts/2025-10-01-new.md', 'title: New', 'title: New\ntags: [eBPF]'), 30],
  ['it goes', (site) => site.remove('_posts/2025-10-01-new.md'), 82],
  ['the page about the site', change('about.md', /$/, '\nMore.\n'), 2],
  ['its title', change('about.md', /^title: .*$/m, 'title: About it'), 2],
  ['the home page', change('index.md', /$/, '\nMore.\n'), 2],
  ['a new page', add('colophon.md', '---\ntitle: Colophon\n---\nText.\n'), 2],
  ['a picture', add('assets/more.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n'), 1],
  ['data nobody reads', add('_data/more.yml', 'a: 1\n'), 1],
  [
    'a layout of the site for one page',
    add('_layouts/own.html', '---\nlayout: page\n---\n{{ content }}\n'),
    1,
  ],
  ['the page in it', change('colophon.md', 'title', 'layout: own\ntitle'), 2],
  ['that layout', change('_layouts/own.html', '{{ content }}', '<p>{{ content }}</p>'), 2],
  ['the title of the site', change('_config.yml', /^title: .*$/m, 'title: Another title'), 95],
]

test('twenty edits', () => {
  const site = makeSite()
  fs.cpSync(path.resolve(import.meta.dirname, '../../examples/blog'), site.root, { recursive: true })
  const { config, theme } = setupOf(site)
  const plugins = pluginsFor(config, { bundled: BUNDLED, theme: theme?.plugins ?? [] }).filter(
    ({ name }) => name !== 'social-cards' && name !== 'search',
  )
  const build = (): readonly string[] => rebuild(site, { clock: '1790000000', plugins }).rendered
  const all = build().length
  const counts = EDITS.map(([edit, make]) => {
    make(site)
    return [edit, build().length] as const
  })
  expect({ all, counts }).toEqual({ all: 97, counts: EDITS.map(([edit, , rendered]) => [edit, rendered]) })
}, 240_000)
