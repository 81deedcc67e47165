/** What is kept of style sheets from one build to the next, and when it is made anew. */
import { expect, test } from 'vitest'
import { createSass } from '../../src/render/converters/sass.ts'
import { sassSettings } from '../../src/render/settings/sass.ts'
import type { ExtraFile, ResultStore } from '../../src/render/types.ts'
import { openSite } from './build-site.ts'
import { compilers } from './compilers.ts'

/** A store in memory that tells how often a new result was kept. */
function memoryStore(): ResultStore & { readonly kept: Map<string, string>; made: number } {
  const kept = new Map<string, string>()
  return {
    kept,
    made: 0,
    recall: (kind, key) => kept.get(`${kind} ${key}`),
    keep(kind, key, text) {
      if (kind === 'sass-1') this.made++
      kept.set(`${kind} ${key}`, text)
    },
  }
}

interface Sheet {
  readonly css: string | undefined
  readonly files: readonly ExtraFile[]
  readonly warnings: readonly unknown[]
}

/** One build of `page`, as far as its style sheet goes. */
function build(
  files: Readonly<Record<string, string>>,
  results: ResultStore,
  { compat = 'jekyll-4.3', page = 'main.scss', config = '' } = {},
): Sheet {
  const { site } = openSite(new Map([['_config.yml', config], ...Object.entries(files)]), compat)
  const document = site.pages.find(({ file }) => file.path === page)!
  const access = {
    readText(at: string): string | undefined {
      read.push(at)
      return files[at.replace(/^\/SITE\//, '')]
    },
  }
  const converter = createSass(site, access, sassSettings(site), compilers, results).find(({ matches }) =>
    matches(page.slice(page.lastIndexOf('.'))),
  )
  const extra: ExtraFile[] = []
  const warnings: unknown[] = []
  const css = converter?.convert(document.body, {
    path: page,
    document,
    ascii: false,
    addFile: (file) => extra.push(file),
    warn: (...warning) => warnings.push(warning),
  })
  return { css, files: extra, warnings }
}

/** The files that were read, by what was at their path: each time one was. */
const read: string[] = []

const SITE = {
  'main.scss': '---\n---\n@import "p";\n@warn "careful";\na { b: c }\n',
  '_sass/_p.scss': 'p { q: r }\n',
}

for (const compat of ['jekyll-4.3', 'jekyll-4.4'])
  test(`${compat}: a second build takes the sheet, its map and its warnings from the first`, () => {
    const store = memoryStore()
    const first = build(SITE, store, { compat })
    expect([first.css?.includes('q: r'), first.files.length, first.warnings.length > 0, store.made]).toEqual([
      true,
      1,
      true,
      1,
    ])
    expect(build(SITE, store, { compat })).toEqual(first)
    expect(store.made).toBe(1)
    for (const [key, text] of store.kept) store.kept.set(key, text.replace('q: r', 'q: kept'))
    expect(build(SITE, store, { compat }).css).toContain('q: kept')
  })

test.each<[string, Record<string, string>, object]>([
  ['the sheet changes', { 'main.scss': '---\n---\n@import "p";\na { b: d }\n' }, {}],
  ['a partial changes', { '_sass/_p.scss': 'p { q: s }\n' }, {}],
  ['a partial comes that is looked for first', { '_p.scss': 'p { first: 1 }\n' }, {}],
  ['the style is another', {}, { config: 'sass: {style: compressed}' }],
  ['the compiler is another', {}, { compat: 'jekyll-4.4' }],
  ['the place of its lines changes', { 'main.scss': SITE['main.scss'].replace('---\n', '---\nx: 1\n') }, {}],
])('a sheet is compiled anew when %s', (_, changed, options) => {
  const store = memoryStore()
  build(SITE, store)
  const site = { ...SITE, ...changed }
  expect(build(site, store, options)).toEqual(build(site, memoryStore(), options))
  expect(store.made).toBe(2)
})

test('what is gone is missed, not recalled', () => {
  const store = memoryStore()
  build(SITE, store)
  const { '_sass/_p.scss': _, ...rest } = SITE
  expect(() => build(rest, store)).toThrow('File to import not found or unreadable: p.')
})

test('what is made by chance is made anew in each build', () => {
  const store = memoryStore()
  build({ ...SITE, '_sass/_p.scss': 'p { q: random() }\n' }, store)
  build({ 'main.scss': '---\n---\na { b: unique-id() }\n' }, store)
  expect(store.made).toBe(0)
})

for (const compat of ['jekyll-4.3', 'jekyll-4.4'])
  test(`${compat}: a compilation asks for each file once, also where it is imported again`, () => {
    read.length = 0
    build({ ...SITE, 'main.scss': '---\n---\n@import "p", "p";\na { @import "p"; }\n' }, memoryStore(), {
      compat,
    })
    expect(read.length).toBe(new Set(read).size)
    expect(read).toContain('/SITE/_sass/_p.scss')
  })
