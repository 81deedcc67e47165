/** jekyll-octicons, held to what its own tests and the expected files of actions/jekyll-build-pages say. */
import { expect, test } from 'vitest'
import { BuildError } from '../../src/base/index.ts'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const site = siteForEachTest()

async function drawn(template: string): Promise<string> {
  site.put({ '_config.yml': 'plugins: [jekyll-octicons]\n', 'index.txt': `---\n---\n${template}` })
  const { code, err } = await runIn(site.root, ['build'])
  if (code !== 0) throw new BuildError([{ code: 'test', severity: 'error', message: err, trail: [] }])
  return site.read('_site/index.txt')
}

test('a size, a class and a label', async () => {
  expect(await drawn('{% octicon alert height:32 class:"right left" aria-label:hi %}')).toMatch(
    /^<svg height="32" class="octicon octicon-alert right left" aria-label="hi" viewBox="0 0 24 24" version="1\.1" width="32" role="img"><path d="M13 17\.5/,
  )
})

test('nothing but a name', async () => {
  expect(await drawn('{% octicon alert %}')).toMatch(
    /^<svg class="octicon octicon-alert" viewBox="0 0 16 16" version="1\.1" width="16" height="16" aria-hidden="true"><path/,
  )
  expect(await drawn('{% octicon %}')).toBe('')
})

test('names from variables, sizes in proportion, the drawing for the size', async () => {
  expect(await drawn('{% assign s = "mark-github" %}{% octicon {{ s }} width:24 %}')).toMatch(
    /octicon-mark-github" viewBox="0 0 16 16" version="1\.1" height="24"/,
  )
  expect(await drawn('{% octicon logo-github height:32 %}')).toMatch(/viewBox="0 0 45 16".* width="90"/)
})

test('attributes cannot end their quotes', async () => {
  expect(await drawn(`{% octicon x class:'"><b>' %}`)).toContain(
    'class="octicon octicon-x &quot;&gt;&lt;b&gt;"',
  )
})

test('an unknown icon is an error with its place', async () => {
  await expect(drawn('{% octicon nothing-like-it %}')).rejects.toThrow(
    /Couldn't find octicon symbol for "nothing-like-it"[\s\S]*index\.txt:3:1/,
  )
})
