/** Where the command line looks for Bundler's files, and which commands say what a site is built as. */
import fs from 'node:fs'
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

test('the Ruby that a lock file names words its errors', async () => {
  const ruby = (version: string): string => `${lock('4.3.2')}\nRUBY VERSION\n   ruby ${version}\n`
  site.put({ 'index.txt': '---\n---\n{{ 1 | number_of_words }}' })
  for (const [version, words] of [
    ['3.1.2p20', "undefined method `split' for 1:Integer"],
    ['3.3.4', "undefined method `split' for an instance of Integer"],
    ['3.4.1', "undefined method 'split' for an instance of Integer"],
  ] as const) {
    site.put({ 'Gemfile.lock': ruby(version) })
    expect((await runIn(site.root, ['build'])).err).toContain(words)
  }
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

test('`BUNDLE_GEMFILE` names the Gemfile, wherever it is', async () => {
  site.put({
    'Gemfile.lock': lock('4.2.2'),
    'gems/My': 'gem "jekyll"\n',
    'gems/My.lock': lock('4.3.2'),
    'other/gems.rb': 'gem "jekyll", "~> 3.9"\n',
    'other/gems.locked': lock('3.9.5'),
    'index.txt': PAGE,
  })
  const built = async (named: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
    await runIn(site.root, ['build'], { BUNDLE_GEMFILE: named, ...more })
    return site.read('_site/index.txt')
  }
  expect(await built('gems/My')).toBe('4.3.2')
  expect(await built(site.at('other/gems.rb'))).toBe('3.9.5')
  expect(await built('gone')).toBe('4.2.2')
  expect(await built('gems/My', { JEKYLL_NO_BUNDLER_REQUIRE: 'true' })).toBe('4.4.1')
})

test('`.bundle/config` goes before `BUNDLE_GEMFILE`, and that before the one of the home', async () => {
  site.put({
    'a.lock': lock('4.2.2'),
    'b.lock': lock('4.3.2'),
    'c.lock': lock('3.9.5'),
    ...Object.fromEntries(['a', 'b', 'c'].map((name) => [name, 'gem "jekyll"\n'])),
    'home/.bundle/config': '---\nBUNDLE_GEMFILE: "c"\n',
    'index.txt': PAGE,
  })
  const built = async (variables: Readonly<Record<string, string>>): Promise<string> => {
    await runIn(site.root, ['build'], { HOME: site.at('home'), ...variables })
    return site.read('_site/index.txt')
  }
  expect(await built({})).toBe('3.9.5')
  expect(await built({ BUNDLE_IGNORE_CONFIG: '1' })).toBe('4.4.1')
  expect(await built({ BUNDLE_GEMFILE: 'b' })).toBe('4.3.2')
  site.put({ '.bundle/config': '---\nBUNDLE_GEMFILE: "a"\n' })
  expect(await built({ BUNDLE_GEMFILE: 'b' })).toBe('4.2.2')
  expect(await built({ BUNDLE_GEMFILE: 'b', BUNDLE_APP_CONFIG: 'none' })).toBe('4.3.2')
})

test('in safe mode nothing outside the site is followed', async () => {
  site.put({
    'Gemfile.lock': lock('4.2.2'),
    'docs/.bundle/config': '---\nBUNDLE_GEMFILE: "../Gemfile"\n',
    'docs/index.txt': PAGE,
    'docs/gems/in.lock': lock('4.3.2'),
    'docs/gems/in': '',
    Gemfile: 'gem "jekyll"\n',
  })
  const built = async (words: readonly string[], named = 'Gemfile'): Promise<string> => {
    await runIn(site.root, ['build', '-s', 'docs', ...words], { BUNDLE_GEMFILE: named })
    return site.read('_site/index.txt')
  }
  expect(await built([])).toBe('4.2.2')
  expect(await built(['--safe'])).toBe('4.4.1')
  expect(await built(['--safe'], 'docs/gems/in')).toBe('4.4.1')
  fs.rmSync(site.at('docs/.bundle'), { recursive: true })
  expect(await built(['--safe'], 'docs/gems/in')).toBe('4.3.2')
  site.put({ 'docs/_config.yml': 'safe: true\n' })
  expect(await built([])).toBe('4.4.1')
})

test('a theme is looked for as the Gemfile says that `BUNDLE_GEMFILE` names', async () => {
  site.put({
    'site/_config.yml': 'theme: near\n',
    'site/index.txt': '---\nlayout: own\n---\n',
    'gems/My': 'gem "near", path: "../near"\n',
    'near/_layouts/own.html': 'of the folder',
    'near/near.gemspec': '',
  })
  const run = (words: readonly string[]) =>
    runIn(site.at('site'), ['build', '--offline', ...words], { BUNDLE_GEMFILE: '../gems/My' })
  expect((await run([])).err).toBe('')
  expect(site.read('site/_site/index.txt')).toBe('of the folder')
  expect((await run(['--safe'])).err).toContain('The near theme could not be found.')
})

test('a lock file that is of no use gets one warning, from `doctor` too', async () => {
  site.put({ '_config.yml': 'url: https://example.com\n', 'index.txt': PAGE })
  const said = async (command: string): Promise<string> => (await runIn(site.root, [command])).err
  const used = 'the site is built as Jekyll 4.4.1, the newest.\n'
  for (const [text, why] of [
    ['', ' is empty'],
    ['garbage\n', ':1 is not what Bundler writes'],
    ['GEM\n  remote: x\n  specs:\n    rake (13.0.0)\n', ':3 names no version of jekyll'],
    ['\0GEM\n  specs:\n    jekyll (4.2.2)\n', ':2 names no version of jekyll'],
    ['GEM\n  specs:\n<<<<<<< a\n    rake (13.0)\n', ':3 holds the marks of a merge (<<<<<<<)'],
  ] as const) {
    site.put({ 'Gemfile.lock': text })
    for (const command of ['build', 'doctor'])
      expect(await said(command)).toBe(`     Configuration: Gemfile.lock${why}: ${used}`)
  }
  fs.rmSync(site.at('Gemfile.lock'))
  fs.mkdirSync(site.at('Gemfile.lock'))
  expect(await said('doctor')).toBe(`     Configuration: Gemfile.lock is a directory: ${used}`)
  site.put({ Gemfile: 'gem "jekyll", "~> 4.2.0"\n' })
  expect(await said('build')).toContain(
    'is a directory: the site is built as Jekyll 4.2.2, as the Gemfile asks.',
  )
})

test('`doctor` says what a site is built as that names nothing', async () => {
  site.put({ '_config.yml': 'url: https://example.com\n' })
  expect((await runIn(site.root, ['doctor'])).out).toContain(
    'Built as: Jekyll 4.4.1, the newest, since nothing names another (--compat NAME builds as another)',
  )
  expect((await runIn(site.root, ['build'])).out).not.toContain('Built as')
})

test('what is said of `compat` names its place and the way out', async () => {
  site.put({ '_config.yml': 'title: x\ncompat:\n  rouge: "4.1"\n  jekyl: "4.3"\n' })
  expect((await runIn(site.root, ['build'])).err).toBe(
    "     Configuration: 'compat' can name versions of jekyll, liquid, kramdown, rouge and of plugins, not of 'jekyl'. (_config.yml:4:3)\n" +
      "                    Did you mean 'jekyll'?\n",
  )
  site.put({ '_config.yml': 'compat: jekyl-4.3\n' })
  expect((await runIn(site.root, ['build'])).err).toMatch(
    / but was: "jekyl-4.3"\. \(_config\.yml:1:1\)\n {20}Did you mean 'jekyll-4.3'\?\n$/,
  )
})
