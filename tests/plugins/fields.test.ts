/** Fields that plugins add to the site, documents and pages. */
import { expect, test } from 'vitest'
import { Drop } from '../../src/liquid/index.ts'
import { definePlugin } from '../../src/plugins/index.ts'
import { buildWith } from './site.ts'

const shouting = definePlugin({
  name: 'shouting',
  fields: (site, ctx) => ({
    site: { greeting: () => `${site.renderables.size} ${ctx.absoluteUrl('/x')}` },
    document: {
      loud: (doc) => String(doc.data.get('title')).toUpperCase(),
      marked: (doc) => ctx.markdownify(`*${doc.url}*`),
    },
  }),
})

test('documents, pages and the site have them beside their own', () => {
  const files = {
    '_posts/2024-01-02-a.md': '---\ntitle: a\nloud: mine\n---\n',
    'index.html':
      '---\ntitle: i\n---\n{{ site.greeting }} {{ page.loud }} {% for p in site.posts %}{{ p.loud }} {{ p.marked }}{% endfor %}',
  }
  const site = buildWith(files, [shouting], [['url', 'https://example.org']])
  expect(site.output('index.html')).toBe('2 https://example.org/x I A <p><em>/2024/01/02/a.html</em></p>\n')
})

test('they are asked only when a template asks', () => {
  const never = definePlugin({
    name: 'never',
    fields: () => ({
      document: {
        x: () => {
          throw new Error('asked')
        },
      },
    }),
  })
  expect(buildWith({ 'index.html': '---\n---\n{{ page.url }}' }, [never]).output('index.html')).toBe('/')
})

test('a drop among them is JSON by its fields, one that names none by its text', () => {
  const dropped = definePlugin({
    name: 'dropped',
    fields: () => ({
      site: {
        open: () =>
          new (class extends Drop {
            get(key: string): unknown {
              return key === 'a' ? [1, 'x'] : undefined
            }
            override keys(): readonly string[] {
              return ['a']
            }
            toText(): string {
              return 'open'
            }
          })(),
      },
    }),
  })
  const body = '---\n---\n{{ site.open | jsonify }} {% for i in (1..1) %}{{ forloop | jsonify }}{% endfor %}'
  expect(buildWith({ 'index.html': body }, [dropped]).output('index.html')).toBe(
    '{"a":[1,"x"]} "Liquid::ForloopDrop"',
  )
})
