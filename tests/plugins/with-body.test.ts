import { expect, test } from 'vitest'
import { definePlugin, mapRenderables, withBody } from '../../src/plugin-api.ts'
import { testSite } from '../../src/testing.ts'

const upper = definePlugin({
  name: 'upper',
  generate: (site) =>
    mapRenderables(site, { document: (doc) => withBody(site, doc, doc.body.toUpperCase()) }),
})

test('a text put in the place of another has an excerpt of its own', async () => {
  const site = await testSite(
    `
-- _posts/2026-01-01-a.txt --
---
---
one

two
-- _posts/2026-01-02-b.txt --
---
excerpt_separator: X
---
one x two
-- index.html --
---
---
{% for post in site.posts %}[{{ post.excerpt }}]{% endfor %}
`,
    { plugins: [upper] },
  )
  expect(site.output('index.html')).toBe('[ONE ][ONE]\n')
})
