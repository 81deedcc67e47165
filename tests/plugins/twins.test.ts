// Plugins in TypeScript beside the same in Ruby: what Jekyll 4.3.1 makes of a site with the one, we make with the other.
import { describe, expect, test } from 'vitest'
import { utcTime } from '../../src/base/index.ts'
import {
  addPages,
  definePlugin,
  makePage,
  mapRenderables,
  type Plugin,
  type PluginConverter,
  type Renderable,
  type Site,
  withFrontMatter,
} from '../../src/plugin-api.ts'
import { testSite } from '../../src/testing.ts'
import { readFixtures } from '../fixtures.ts'

function converter(name: string, priority: number, exts: readonly string[], made: string): PluginConverter {
  return {
    name,
    priority,
    matches: (ext) => exts.includes(ext),
    outputExt: () => made,
    convert: (text) => `${name} ${text}`,
  }
}

function made(site: Site, pages: Readonly<Record<string, string>>): Site {
  return addPages(
    site,
    Object.entries(pages).map(([path, body]) => makePage(site, { path, body, generatedBy: 'twin' })),
  )
}

function box(name: string): NonNullable<Plugin['tags']>[number] {
  return { name, body: 'block', parse: () => null, render: (_, __, inner) => `[box:${inner().trim()}]` }
}

function changed(change: <Doc extends Renderable>(doc: Doc) => Doc): Partial<Plugin> {
  return { generate: (site) => mapRenderables(site, { document: change, page: change }) }
}

const TWINS: Readonly<Record<string, Partial<Plugin>>> = {
  "a generated page has the extension that a plugin's converter gives it": {
    converters: [
      {
        ...converter('csv', -10, ['.csv'], '.html'),
        convert: (text) => `<table>${text.trim()}</table>`,
      },
    ],
    generate: (site) => made(site, { 'data/made.csv': '{{ page.url }}' }),
  },
  'of several converters the last before the one that takes all says the extension': {
    converters: [
      converter('high', 10, ['.x'], '.first'),
      converter('low', -10, ['.x', '.mkd'], '.late'),
      converter('normal', 0, ['.x', '.md'], '.md'),
    ],
  },
  'an excerpt closes the blocks of plugins': {
    tags: [box('box'), box('endless'), { name: 'plain', parse: () => null, render: () => 'plain' }],
  },
  'pages have excerpts that stay as they were read, and warn': {
    generate: (site) =>
      mapRenderables(made(site, { 'made.html': 'first\n\nsecond {{ page.excerpt | inspect }}' }), {
        page: (page) => (page.name === 'read.html' ? { ...page, body: `changed\n\n${page.body}` } : page),
      }),
  },
  'defaults with wildcards hold for generated pages where the source has what they select': {
    generate: (site) =>
      made(site, {
        'made/page.html': '',
        'made/sub/p.html': '',
        'on/x.html': '',
        'on/y.html': '',
        'made/sub/deep/a.html': '',
        'made/sub/deep/b.html': '',
      }),
  },
  'such defaults of collections, which lie in a directory of theirs': {
    generate: (site) => made(site, { 'made/page.html': '{{ page.made }}|{{ page.inside }}|{{ page.bare }}' }),
  },
  'a layout set over an own null and a default': changed((doc) =>
    doc.data.get('change') === true ? withFrontMatter(doc, { layout: 'special' }) : doc,
  ),
  "a date that comes after the site's time, and one that is gone": changed((doc) => {
    if (doc.data.get('later') === true) return withFrontMatter(doc, new Map([['date', utcTime(2999)]]))
    return doc.data.get('never') === true ? withFrontMatter(doc, { published: false }) : doc
  }),
}

describe('twins', () => {
  for (const { title, sections } of readFixtures(new URL('./twins.txt', import.meta.url)))
    test(title, async () => {
      const { answer, log, '_plugins/twin.rb': _, ...files } = sections
      const twin = TWINS[title]
      if (twin === undefined) throw new Error('no twin')
      const { outputs, diagnostics } = await testSite(files, {
        plugins: [definePlugin({ name: 'twin', ...twin })],
        config: { destination: '/site/_site' },
      })
      const text = (path: string): string => {
        const content = outputs.get(path) ?? ''
        return typeof content === 'string' ? content : new TextDecoder().decode(content)
      }
      const lines = [...outputs.keys()].sort().map((path) => `${path}\n${text(path).trim()}\n`)
      expect(lines.join('\n').trimEnd()).toBe((answer ?? 'nothing').trimEnd())
      const said = diagnostics.flatMap(({ topic, message }) =>
        `${topic} ${message}`.replaceAll('/site/', 'SITE/').split('\n'),
      )
      expect(said.map((line) => line.trim()).filter((line) => line !== '')).toEqual(
        (log ?? '').split('\n').filter((line) => line !== ''),
      )
    })
})
