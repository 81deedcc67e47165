import { expect, test } from 'vitest'
import { addPages, definePlugin, makePage } from '../../src/plugin-api.ts'
import { testSite } from '../../src/testing.ts'

const pages = (givesWay: boolean) =>
  definePlugin({
    name: 'p',
    generate: (site) =>
      addPages(site, [makePage(site, { path: 'a.html', body: 'made', generatedBy: 'p', givesWay })]),
  })

test.each([
  [true, []],
  [false, ['build/conflict']],
])('a page that gives way (%s) may be written over without a warning', async (givesWay, codes) => {
  const { diagnostics } = await testSite({ 'a.html': '---\n---\nown' }, { plugins: [pages(givesWay)] })
  expect(diagnostics.map(({ code }) => code)).toEqual(codes)
})
