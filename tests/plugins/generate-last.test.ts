/** The part of a plugin that runs behind the generators of all others. */
import { expect, test } from 'vitest'
import { addPages, definePlugin, makePage, mapRenderables, withFrontMatter } from '../../src/plugin-api.ts'
import { testSite } from '../../src/testing.ts'

test('generateLast sees the pages of plugins that come later', async () => {
  const dates = definePlugin({
    name: 'dates',
    priority: 'highest',
    generate: (site) => mapRenderables(site, { page: (page) => withFrontMatter(page, { seen: 'early' }) }),
    generateLast: (site) =>
      mapRenderables(site, {
        page: (page) => (page.data.has('seen') ? page : withFrontMatter(page, { seen: 'late' })),
      }),
  })
  const pages = definePlugin({
    name: 'pages',
    priority: 'lowest',
    generate: (site) =>
      addPages(site, [makePage(site, { path: 'made.txt', body: '{{ page.seen }}', generatedBy: 'pages' })]),
  })
  const site = await testSite({ 'own.txt': '---\n---\n{{ page.seen }}' }, { plugins: [dates, pages] })
  expect([site.output('own.txt'), site.output('made.txt')]).toEqual(['early', 'late'])
})
