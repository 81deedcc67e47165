import { expect, test } from 'vitest'
import { testSite } from 'whirl-blog/testing'
import bars from './bars.ts'

const FRUIT = '```bars\napples 3\nfine pears 5\n```\n'
const CHART =
  '<dl>\n<dt>apples</dt>\n<dd><meter max="5" value="3">3</meter></dd>\n' +
  '<dt>fine pears</dt>\n<dd><meter max="5" value="5">5</meter></dd>\n</dl>\n</figure>\n'

test('a block becomes a chart, with its caption', async () => {
  const site = await testSite(
    { 'a.md': `---\n---\n${FRUIT}{: caption="Fruit & more"}\n\n{% assign n = 1 %}end\n` },
    { plugins: [bars] },
  )
  expect(site.output('a.html')).toBe(
    `<figure class="bars">\n<figcaption>Fruit &amp; more</figcaption>\n${CHART}\n<p>end</p>\n`,
  )
})

test('it does in CommonMark, too', async () => {
  const site = await testSite(
    { 'a.md': `---\n---\n${FRUIT}` },
    {
      plugins: [bars],
      config: { markdown: 'CommonMark' },
    },
  )
  expect(site.output('a.html')).toBe(`<figure class="bars">\n${CHART}`)
})

test('other languages stay code', async () => {
  const site = await testSite({ 'a.md': '---\n---\n```c\nint x;\n```\n' }, { plugins: [bars] })
  expect(site.output('a.html')).toContain('<div class="language-c highlighter-rouge">')
})

test('a line that is wrong is shown, and the block stays code', async () => {
  const site = await testSite(
    { 'a.md': '---\ntitle: T\n---\n# Fruit\n\n```bars\napples 3\npears\n```\n' },
    { plugins: [bars] },
  )
  expect(site.output('a.html')).toContain('<code class="language-bars">apples 3\npears\n</code>')
  const [warning] = site.diagnostics
  expect(warning).toMatchObject({
    message: 'bars: a line is a name and a number (a.md:8:1)',
    source: { path: 'a.md' },
    help: 'write `apples 3`',
  })
  const { source, span } = warning ?? {}
  expect(source?.text.slice(span?.start, span?.end)).toBe('pears')
  expect(source?.text.slice(0, span?.start).split('\n')).toHaveLength(8)
})
