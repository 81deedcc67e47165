/** Where the command line looks for Bundler's files, and which commands say what a site is built as. */
import { expect, test } from 'vitest'
import { siteForEachTest } from '../site-maker.ts'
import { runIn } from './host.ts'

const site = siteForEachTest()
const PAGE = '---\n---\n{{ jekyll.version }}'
const lock = (version: string): string => `GEM\n  specs:\n    jekyll (${version})\n    safe_yaml (1.0.5)\n`

test('a site in a folder below is built as the lock file here says, unless it has its own', async () => {
  site.put({ 'Gemfile.lock': lock('4.3.2'), 'docs/index.txt': PAGE })
  expect((await runIn(site.root, ['build', '-s', 'docs'])).out).toContain('Built as: Jekyll 4.3.2')
  expect(site.read('_site/index.txt')).toBe('4.3.2')
  site.put({ 'docs/Gemfile.lock': lock('4.2.2') })
  await runIn(site.root, ['build', '-s', 'docs'])
  expect(site.read('_site/index.txt')).toBe('4.2.2')
})

test('what is not a version in a lock file is none', async () => {
  site.put({ 'Gemfile.lock': lock('next'), 'index.txt': PAGE })
  await runIn(site.root, ['build'])
  expect(site.read('_site/index.txt')).toBe('4.4.1')
})

test('a command that builds nothing does not say what it is built as', async () => {
  site.put({ 'Gemfile.lock': lock('4.3.2') })
  expect((await runIn(site.root, ['clean'])).out).not.toContain('Built as')
  expect((await runIn(site.root, ['doctor'])).out).toContain('Built as: Jekyll 4.3.2')
})

test('`doctor` takes `--compat`', async () => {
  site.put({ 'Gemfile.lock': lock('4.3.2'), '_config.yml': 'url: https://example.com\n' })
  const { code, out } = await runIn(site.root, ['doctor', '--compat', 'jekyll-4.3'])
  expect(code).toBe(0)
  expect(out).not.toContain('Built as')
})
