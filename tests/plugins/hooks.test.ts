/** Hooks: what they get, what their results do, in which order they run. */
import { expect, test } from 'vitest'
import { definePlugin, type Plugin } from '../../src/plugins/index.ts'
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
