import { expect, test } from 'vitest'
import { testSite } from 'whirl-blog/testing'
import callout from './callout.ts'

const page = (body: string): Record<string, string> => ({ 'index.html': `---\n---\n${body}` })

test('the body is Liquid and Markdown', async () => {
  const site = await testSite(page('{% callout warning %}\nBack up {{ "*first*" }}.\n{% endcallout %}'), {
    plugins: [callout],
  })
  expect(site.output('index.html')).toBe(
    '<aside class="callout callout-warning">\n<p>Back up <em>first</em>.</p>\n</aside>',
  )
})

test('an unknown kind is told with its place', async () => {
  const site = testSite(page('{% callout alarm %}{% endcallout %}'), { plugins: [callout] })
  await expect(site).rejects.toThrow("(line 1): callout: 'alarm' is none of note, tip, warning")
})

test('reading time counts words, not markup', async () => {
  const words = '<b class="a b c">word</b> '.repeat(500)
  const site = await testSite(page(`{% capture text %}${words}{% endcapture %}{{ text | reading_time }}`), {
    plugins: [callout],
  })
  expect(site.output('index.html')).toBe('3 min')
})
