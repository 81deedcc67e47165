/** Mistakes in settings are shown where they stand: in front matter or in the configuration. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const site = siteForEachTest()

async function said(files: Readonly<Record<string, string>>): Promise<string> {
  site.put({ 'index.html': '---\n---\n', ...files })
  return (await runIn(site.root, ['build'])).err
}

const PAGINATE = 'plugins: [jekyll-paginate-v2]\n'

test('a permalink with a name that means nothing', async () => {
  const post = (front: string): Record<string, string> => ({
    '_posts/2026-01-02-a.md': `---\n${front}---\nx\n`,
  })
  expect(await said(post('title: A\npermalink: /:nope/\n'))).toContain('_posts/2026-01-02-a.md:3:1')
  expect(await said({ ...post(''), '_config.yml': 'title: x\npermalink: /:nope/\n' })).toContain(
    '_config.yml:2:1',
  )
  const own = 'collections:\n  docs: {output: true}\n  posts:\n    permalink: /:nope/\n'
  expect(await said({ ...post(''), '_config.yml': own })).toContain('_config.yml:4:5')
})

test('of jekyll-paginate-v2', async () => {
  const config = `${PAGINATE}pagination:\n  enabled: true\n  per_page: {}\n`
  const page = (more: string): Record<string, string> => ({
    'blog.html': `---\npagination:\n  enabled: true\n${more}---\n`,
  })
  expect(await said({ '_config.yml': config, ...page('') })).toContain('_config.yml:4:3')
  expect(await said({ '_config.yml': config, ...page('  per_page: []\n') })).toContain('blog.html:4:3')
  expect(await said({ '_config.yml': `${PAGINATE}paginate: 5\n` })).toContain('_config.yml:2:1')
  expect(await said({ '_config.yml': `${PAGINATE}autopages:\n  enabled: true\n  tags: 5\n` })).toContain(
    '_config.yml:4:3',
  )
})

test('of jekyll-feed', async () => {
  const feed = (text: string): string => `plugins: [jekyll-feed]\nfeed: ${text}\n`
  expect(await said({ '_config.yml': feed('[1]') })).toContain('_config.yml:2:1')
  const tagged = { '_posts/2020-01-01-a.md': '---\ntags: [t]\n---\n' }
  expect(await said({ ...tagged, '_config.yml': feed('\n  # tags: x\n  tags: {only: 5}\n') })).toContain(
    '_config.yml:4:10',
  )
})
