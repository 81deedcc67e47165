/** GitHub Pages mode from the command line: asked for, found from the Gemfile, turned off. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { siteForEachTest } from '../site-maker.ts'

const site = siteForEachTest()
const PAGE = '---\n---\n{{ jekyll.version }}'
const OFF = ['--offline']

async function version(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const said = await runIn(site.root, ['build', ...OFF, ...words], env)
  expect(said.code, said.err).toBe(0)
  return site.read('_site/index.txt')
}

test('a Gemfile that names github-pages decides, and says so', async () => {
  site.put({
    'index.txt': PAGE,
    Gemfile: "source 'https://rubygems.org'\ngem 'github-pages', group: :jekyll_plugins\n",
  })
  const { out } = await runIn(site.root, ['build', ...OFF])
  expect(out).toContain(
    'Built as: Jekyll 3.10.0 of GitHub Pages, as the Gemfile asks (--compat NAME builds as another)',
  )
  expect(site.read('_site/index.txt')).toBe('3.10.0')
  expect(await version(['--compat', 'jekyll'])).toBe('4.4.1')
  expect(await version([], { JEKYLL_NO_BUNDLER_REQUIRE: 'true' })).toBe('4.4.1')
  // To Ruby a variable that is set to nothing is set.
  expect(await version([], { JEKYLL_NO_BUNDLER_REQUIRE: '' })).toBe('4.4.1')
  expect((await runIn(site.root, ['build', ...OFF, '--compat', 'github-pages'])).out).not.toContain(
    'Built as',
  )
})

test('a line that is commented out decides nothing', async () => {
  site.put({ 'index.txt': PAGE, Gemfile: '# gem "github-pages"\ngem "jekyll" # not github-pages\n' })
  expect(await version([])).toBe('4.4.1')
})

test('`compat` of the configuration wins over the Gemfile', async () => {
  site.put({
    'index.txt': PAGE,
    Gemfile: 'gem("github-pages", "~> 232")\n',
    '_config.yml': 'compat: jekyll\n',
  })
  expect(await version([])).toBe('4.4.1')
})

test('an unknown `--compat` is refused', async () => {
  const { code, err } = await runIn(site.root, ['build', '--compat', 'pages'])
  expect(code).toBe(1)
  expect(err).toContain(
    '\'--compat\' should be one of jekyll, jekyll-4.4, jekyll-4.3, github-pages, but was: "pages".',
  )
})

test('without a network the theme of sites that name none is left out, with a warning', async () => {
  site.put({ 'index.txt': PAGE })
  const { code, err } = await runIn(site.root, ['build', ...OFF, '--compat', 'github-pages'])
  expect(code).toBe(0)
  expect(err).toContain(
    'jekyll-theme-primer, the theme of sites that name none, could not be found: the site is built without it. (',
  )
  expect(await version(['--compat', 'github-pages'])).toBe('3.10.0')
})

test('a theme that the site names is not left out', async () => {
  site.put({ 'index.txt': PAGE, '_config.yml': 'theme: jekyll-theme-nowhere\n' })
  const { code, err } = await runIn(site.root, ['build', ...OFF, '--compat', 'github-pages'])
  expect(code).toBe(1)
  expect(err).toContain('The jekyll-theme-nowhere theme could not be found.')
})

test("the theme's version is that of GitHub Pages, whatever Gemfile.lock says; its own settings do not count", async () => {
  const gems = path.join(site.root, 'gems')
  const theme = (version: string) => `gems/gems/minima-${version}`
  site.put({
    'index.html': '---\nlayout: l\n---\n{{ site.from_theme }}',
    '_config.yml': 'theme: minima\nexclude: [gems]\n',
    'Gemfile.lock': 'GEM\n  remote: https://rubygems.org/\n  specs:\n    minima (2.5.2)\n',
    [`${theme('2.5.1')}/_layouts/l.html`]: '2.5.1{{ content }}',
    [`${theme('2.5.1')}/_config.yml`]: 'from_theme: yes',
    [`${theme('2.5.2')}/_layouts/l.html`]: '2.5.2{{ content }}',
  })
  const said = await runIn(site.root, ['build', ...OFF, '--compat', 'github-pages'], { GEM_HOME: gems })
  expect(said.code, said.err).toBe(0)
  expect(site.read('_site/index.html')).toBe('2.5.1')
})

test('Ruby and TypeScript of the site are out of reach', async () => {
  site.put({
    'index.txt': '---\n---\n{{ "a" | shout }}',
    '_plugins/shout.mjs': "export default { name: 'shout', filters: { shout: (_, text) => text + '!' } }",
    '_plugins/x.rb': 'module X\nend\n',
  })
  const { code } = await runIn(site.root, ['build', ...OFF, '--compat', 'github-pages'])
  expect(code).toBe(0)
  expect(site.read('_site/index.txt')).toBe('a')
  expect(fs.existsSync(path.join(site.root, '_site/_plugins'))).toBe(false)
})
