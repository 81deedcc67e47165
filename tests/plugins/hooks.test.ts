/** Hooks: what they get, what their results do, in which order they run. */
import { expect, test } from 'vitest'
import {
  addData,
  addPages,
  collectionHooks,
  definePlugin,
  makePage,
  mapRenderables,
  type Plugin,
  withFrontMatter,
} from '../../src/plugins/index.ts'
import { buildWith } from './site.ts'

const FILES = {
  '_posts/2024-01-02-a.md': '---\n---\npost',
  'index.html': '---\n---\npage {{ note }}',
}

const messageOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return 'nothing was thrown'
}

test('variables, converted text and output of pages and documents', () => {
  const hooks = definePlugin({
    name: 'hooks',
    hooks: {
      'pages:pre_render': () => new Map([['note', 'n']]),
      'documents:post_convert': (_doc, content) => content.replace('post', 'POST'),
      'pages:post_render': { match: /index\.html$/, run: (_doc, output) => `${output}!` },
      'posts:post_render': (doc, output) => `${output}${doc.url}`,
    },
  })
  const site = buildWith(FILES, [hooks])
  expect(site.output('index.html')).toBe('page n!')
  expect(site.output('2024/01/02/a.html')).toBe('<p>POST</p>\n/2024/01/02/a.html')
})

test('a higher priority runs first, then the order of loading counts', () => {
  const append = (name: string, priority?: Plugin['priority']): Plugin =>
    definePlugin({
      name,
      ...(priority === undefined ? {} : { priority }),
      hooks: { 'pages:post_render': (_doc, output) => output + name },
    })
  const plugins = [append('c', 'low'), append('a'), append('b'), append('z', 'highest')]
  expect(buildWith({ 'i.html': '---\n---\n' }, plugins).output('i.html')).toBe('zabc')
})

test('the site and its documents can be changed after reading', () => {
  const retitled = definePlugin({
    name: 'retitled',
    hooks: {
      'pages:post_init': (page) => ({ ...page, data: new Map(page.data).set('title', 'T') }),
      'site:post_read': (site) => ({ ...site, data: new Map([['k', 'v']]) }),
    },
  })
  const files = { 'i.html': '---\n---\n{{ page.title }} {{ site.data.k }}' }
  expect(buildWith(files, [retitled]).output('i.html')).toBe('T v')
})

test('an unknown event is an error that lists the known ones', () => {
  const wrong = { name: 'wrong', hooks: { 'pages:post_rendre': () => undefined } } as unknown as Plugin
  expect(messageOf(() => buildWith(FILES, [wrong]))).toBe(
    'Invalid hook. pages supports only the following hooks [:post_init, :pre_render, :post_convert, :post_render, ' +
      ":post_write], and the plugin 'wrong' listens to 'pages:post_rendre'.",
  )
})

test('a plugin that throws is named, with the page it was working on', () => {
  const broken = definePlugin({
    name: 'broken',
    hooks: {
      'pages:post_render': () => {
        throw new Error('no')
      },
    },
  })
  expect(messageOf(() => buildWith(FILES, [broken]))).toBe("The plugin 'broken' failed: no")
})

test('rubbish from a generator or a hook is refused', () => {
  const generator = { name: 'rubbish', generate: () => 5 } as unknown as Plugin
  expect(messageOf(() => buildWith(FILES, [generator]))).toMatch(/^The plugin 'rubbish' returned number/)
  const hook = { name: 'rubbish', hooks: { 'pages:post_render': () => 5 } } as unknown as Plugin
  expect(messageOf(() => buildWith(FILES, [hook]))).toMatch(/returned number from its pages:post_render hook/)
})

test('what is written is told, document by document and at the end', () => {
  const told: string[] = []
  const listener = definePlugin({
    name: 'listener',
    hooks: {
      'pages:post_write': (_doc, path) => void told.push(path),
      'site:post_write': (site) => void told.push(`${site.pages.length} pages`),
    },
  })
  buildWith(FILES, [listener])
  expect(told).toEqual(['index.html', '1 pages'])
})

test('hooks of a collection run before those of all documents, as in Jekyll', () => {
  const order: string[] = []
  const note = (event: string) => (doc: { readonly url: string }) => void order.push(`${event} ${doc.url}`)
  const listener = definePlugin({
    name: 'listener',
    hooks: {
      'documents:post_render': note('documents'),
      ...collectionHooks('notes', { post_render: note('notes') }),
      'posts:post_render': note('posts'),
      'pages:post_render': note('pages'),
    },
  })
  const files = { '_notes/a.md': '---\n---\n', '_pages/b.md': '---\n---\n', ...FILES }
  const collections = new Map([
    ['notes', new Map([['output', true]])],
    ['pages', new Map([['output', true]])],
  ])
  buildWith(files, [listener], [['collections', collections]])
  expect(order).toEqual([
    'posts /2024/01/02/a.html',
    'documents /2024/01/02/a.html',
    'notes /notes/a.html',
    'documents /notes/a.html',
    'pages /pages/b.html',
    'documents /pages/b.html',
    'pages /',
  ])
})

test('a hook on a collection that is not there is told, with the nearest that is', () => {
  const listener = definePlugin({ name: 'listener', hooks: { 'note:post_render': () => undefined } })
  const { result } = buildWith(FILES, [listener], [['collections', ['notes']]])
  expect(result.diagnostics).toMatchObject([
    {
      code: 'plugins/no-such-collection',
      message: "The plugin 'listener' listens to 'note:post_render', and this site has no collection 'note'.",
      help: "did you mean 'notes'?",
    },
  ])
})

test('variables may be a plain object, lists and dates in it too', () => {
  const given = definePlugin({
    name: 'given',
    hooks: { 'pages:pre_render': (page) => ({ note: { list: [page.url, new Date(0)] } }) },
  })
  const files = { 'i.html': "---\n---\n{{ note.list[0] }} {{ note.list[1] | date: '%Y' }}" }
  expect(buildWith(files, [given]).output('i.html')).toBe('/i.html 1970')
})

test('hooks that return nothing change nothing', () => {
  const idle = definePlugin({
    name: 'idle',
    hooks: {
      'site:post_read': () => undefined,
      'pages:post_init': () => undefined,
      'pages:pre_render': () => undefined,
      'pages:post_convert': () => undefined,
      'pages:post_render': () => undefined,
      'clean:on_obsolete': () => undefined,
    },
  })
  expect(buildWith(FILES, [idle]).output('index.html')).toBe('page ')
})

test('a generator finds its options under its name, with hyphens or underscores', () => {
  const words = definePlugin({
    name: 'word-count',
    generate: (site, { options }) => addData(site, { least: options.get('least') }),
  })
  const files = { 'i.html': '---\n---\n{{ site.data.least }}' }
  for (const key of ['word-count', 'word_count'])
    expect(buildWith(files, [words], [[key, new Map([['least', 3]])]]).output('i.html')).toBe('3')
})

test('front matter and data can be added to, pages made of plain data', () => {
  const adding = definePlugin({
    name: 'adding',
    generate: (site) =>
      addPages(
        mapRenderables(addData(site, { extra: { n: 1 } }), {
          document: (doc) => withFrontMatter(doc, { words: 3 }),
        }),
        [
          makePage(site, {
            path: 'made.md',
            body: '{{ page.list | join }}',
            data: { list: [1, 2] },
            generatedBy: 'adding',
          }),
        ],
      ),
  })
  const files = { ...FILES, 'i.html': '---\n---\n{{ site.data.extra.n }} {{ site.posts.first.words }}' }
  const site = buildWith(files, [adding])
  expect(site.output('i.html')).toBe('1 3')
  expect(site.output('made.html')).toBe('<p>1 2</p>\n')
})
