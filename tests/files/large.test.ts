/** Files too large to be read at once: each is named, and no memory is asked for. The files are holes. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

const SIZE = 300 * 1024 * 1024

test.each([
  ['_config.yml', 1, 'File too large @ io_fread - SITE/_config.yml'],
  ['_data/a.yml', 1, 'File too large @ io_fread - SITE/_data/a.yml'],
  ['_data/a.csv', 1, 'File too large @ io_fread - SITE/_data/a.csv'],
  ['_posts/2020-01-01-a.md', 1, 'File too large @ io_fread - SITE/_posts/2020-01-01-a.md'],
  ['_layouts/a.html', 1, 'File too large @ io_fread - SITE/_layouts/a.html'],
  ['_includes/a.html', 0, '_includes/a.html is larger than 256 MiB'],
  ['_sass/_a.scss', 0, undefined],
  ['Gemfile', 0, 'Gemfile is larger than 256 MiB'],
  ['Gemfile.lock', 0, 'Gemfile.lock is larger than 256 MiB'],
  ['.bundle/config', 0, '.bundle/config is larger than 256 MiB'],
  ['_plugins/a.rb', 1, 'File too large @ io_fread - SITE/_plugins/a.rb'],
])('%s', async (name, status, message) => {
  const site = makeSite({ 'index.md': '---\n---\n' })
  fs.mkdirSync(path.dirname(site.at(name)), { recursive: true })
  fs.writeFileSync(site.at(name), '')
  fs.truncateSync(site.at(name), SIZE)
  const { code, out, err } = await runIn(site.root, ['build'], { WHIRL_OFFLINE: '1' })
  const said = (out + err).replaceAll(site.root, 'SITE')
  expect(code, said).toBe(status)
  if (message !== undefined) expect(said).toContain(message)
})

test('what is only copied may be of any size', async () => {
  const site = makeSite({ 'index.md': '---\n---\n' })
  fs.writeFileSync(site.at('a.bin'), '')
  fs.truncateSync(site.at('a.bin'), SIZE)
  expect((await runIn(site.root, ['build'])).code).toBe(0)
  expect(fs.statSync(site.at('_site/a.bin')).size).toBe(SIZE)
})
