/** The three worked examples of a plugin: a generator, a tag, a converter. */
import { expect, test } from 'vitest'
import { addPages, asTag, definePlugin, documentsOf, makePage, servicesOf } from '../../src/plugins/index.ts'
import { buildWith } from './site.ts'

test('a generator adds a page whose body is a template', () => {
  const titles = definePlugin({
    name: 'titles',
    generate(site) {
      const body = documentsOf(site)
        .map((doc) => `${String(doc.data.get('title'))}\n`)
        .join('')
      return addPages(site, [
        makePage(site, { path: 'titles.txt', body: `{{ site.title }}:\n${body}`, generatedBy: 'titles' }),
      ])
    },
  })
  const files = {
    '_posts/2024-01-02-a.md': '---\ntitle: A\n---\n',
    'index.html': '---\n---\n{{ site.pages | size }}',
  }
  const site = buildWith(files, [titles], [['title', 'T']])
  expect(site.output('titles.txt')).toBe('T:\nA\n')
  expect(site.output('index.html')).toBe('2')
})

test('a tag prints what it is given and asks the site', () => {
  const shout = definePlugin({
    name: 'shout',
    tags: [
      asTag<string>({
        name: 'shout',
        parse: (markup) => markup.trim(),
        render: (word, ctx) => `${word.toUpperCase()} ${servicesOf(ctx).absoluteUrl('/x')}`,
      }),
    ],
    filters: { twice: { min: 0, max: 0, run: (_ctx, input) => `${String(input)}${String(input)}` } },
  })
  const files = { 'index.html': "---\n---\n{% shout hey %} {{ 'ab' | twice }}" }
  const site = buildWith(files, [shout], [['url', 'https://example.org']])
  expect(site.output('index.html')).toBe('HEY https://example.org/x abab')
})

test('a converter turns files of its kind into others', () => {
  const upper = definePlugin({
    name: 'upper',
    converters: [
      {
        name: 'Upper',
        priority: 0,
        matches: (ext) => ext === '.up',
        outputExt: () => '.txt',
        convert: (text) => text.toUpperCase(),
      },
    ],
  })
  const site = buildWith({ 'a.up': '---\n---\nloud' }, [upper])
  expect(site.output('a.txt')).toBe('LOUD')
})
