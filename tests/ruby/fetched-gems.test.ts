/** Gems of plugins fetched from a registry on loopback: with what they need, locked, and every way it can fail. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runIn, type Said } from '../cli/host.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'
import { gemFile, type Registry, startRegistry, sum } from '../themes/registry.ts'

let registry: Registry
beforeEach(async () => {
  registry = await startRegistry()
  await add('jekyll-loud', '1.2.0', LOUD, { needs: ['loudness', 'jekyll', 'nokogiri', 'csv'] })
  await add('loudness', '0.1.4', LOUDNESS)
  await add('loudness', '1.0.0', { 'lib/loudness.rb': 'raise "it is not wanted"' })
})
afterEach(() => registry.close())

const LOUD = {
  'lib/jekyll-loud.rb': `require 'jekyll'
require 'loudness/level'
module Loud
  def loud(text) = text.upcase + Loudness::LEVEL
end
Liquid::Template.register_filter(Loud)
`,
}
const LOUDNESS = { 'lib/loudness/level.rb': 'module Loudness\n  LEVEL = "!"\nend\n' }

async function add(name: string, version: string, ...rest: [Parameters<typeof gemFile>[2], object?]) {
  registry.add(name, version, await gemFile(name, version, ...rest))
}

const site = (more: Readonly<Record<string, string>> = {}): SiteFolder =>
  makeSite({
    '_config.yml': 'plugins: [jekyll-loud]\n',
    Gemfile: "source 'https://rubygems.org'\ngem 'jekyll-loud', '~> 1.0'\n",
    'index.html': '---\n---\n{{ "a" | loud }}',
    ...more,
  })

const build = (at: SiteFolder, ...words: readonly string[]): Promise<Said> =>
  runIn(at.root, ['build', ...words], {
    RUBYGEMS_HOST: registry.url,
    WHIRL_CACHE: at.at('.cache-of-gems'),
    JEKYLL_NO_BUNDLER_REQUIRE: 'true',
  })

test('a gem of the Gemfile is fetched once with what it needs, and locked', async () => {
  const at = site()
  const first = await build(at)
  expect([first.code, first.err, at.read('_site/index.html')]).toEqual([0, '', 'A!'])
  expect(first.out).toContain(`Fetching jekyll-loud 1.2.0 from ${registry.url}`)
  expect(first.out).toContain(`Fetching loudness 0.1.4 from ${registry.url}`)
  const gem = registry.answers.get('/gems/loudness-0.1.4.gem') as Uint8Array
  expect(at.read('whirl.lock')).toContain(
    `gems:\n  jekyll-loud:\n    gem: ${registry.url}\n    version: "1.2.0"\n    sha256: "`,
  )
  expect(at.read('whirl.lock')).toContain(
    `  loudness:\n    gem: ${registry.url}\n    version: "0.1.4"\n    sha256: "${sum(gem)}"\n`,
  )
  const asked = registry.asked.length
  expect(asked).toBe(4)
  const lock = at.read('whirl.lock')
  await build(at)
  const offline = await build(at, '--offline')
  expect([offline.code, at.read('_site/index.html'), registry.asked.length]).toEqual([0, 'A!', asked])
  expect(at.read('whirl.lock')).toBe(lock)
})

test('Gemfile.lock says which version, and a gem that a file of `_plugins` requires is fetched, too', async () => {
  await add('jekyll-loud', '1.3.0', { 'lib/jekyll-loud.rb': 'raise "it is not wanted"' })
  const at = site({
    '_config.yml': '',
    '_plugins/a.rb': "require 'jekyll-loud'\nrequire 'nowhere/known' if false\n",
    'Gemfile.lock':
      'GEM\n  remote: https://rubygems.org/\n  specs:\n    jekyll-loud (1.2.0)\n    loudness (0.1.4)\n',
  })
  const { code, err } = await build(at)
  expect([code, err, at.read('_site/index.html')]).toEqual([0, '', 'A!'])
})

const YIKES = "Yikes! It looks like you don't have jekyll-loud or one of its dependencies installed."

test.each<[string, () => Promise<void>, Readonly<Record<string, string>>, readonly string[], string]>([
  [
    'a name that the Gemfile does not know is not asked for',
    async () => {},
    { Gemfile: "gem 'jekyll'\n" },
    [],
    'jekyll-loud',
  ],
  ['nothing is fetched offline', async () => {}, {}, ['--offline'], '`offline` forbids fetching it'],
  [
    'no such version',
    async () => {},
    { Gemfile: "gem 'jekyll-loud', '~> 2.0'\n" },
    [],
    'has no jekyll-loud ~> 2.0',
  ],
  ['no such gem', async () => void registry.answers.clear(), {}, [], 'has no gem jekyll-loud'],
  [
    'code that is not Ruby',
    () => add('loudness', '0.1.5', LOUDNESS, { extensions: ['ext/loud/extconf.rb'] }),
    {},
    [],
    'loudness 0.1.5 has code that is not Ruby (ext/loud/extconf.rb): only the Ruby of this machine runs it',
  ],
  [
    'another file than the index says',
    async () =>
      registry.add('jekyll-loud', '1.9.0', await gemFile('jekyll-loud', '1.9.0', LOUD), 'a'.repeat(64)),
    {},
    [],
    'as the registry says',
  ],
  [
    'another file than is locked',
    async () => {},
    {
      'whirl.lock': `lock: 1\ngems:\n  jekyll-loud:\n    gem: https://rubygems.org\n    version: "1.2.0"\n    sha256: "${'b'.repeat(64)}"\n`,
    },
    [],
    'but whirl.lock has',
  ],
])('%s', async (_, prepare, files, words, said) => {
  await prepare()
  const at = site(files)
  const { code, err } = await build(at, ...words)
  expect([code, at.has('_site')]).toEqual([1, false])
  expect(err).toContain(YIKES)
  expect(err).toContain(said)
  expect(err).not.toContain('theme')
})

test('in safe mode nothing is fetched', async () => {
  const at = site({ 'index.html': 'x' })
  const { code } = await build(at, '--safe')
  expect([code, registry.asked]).toEqual([0, []])
})

test('a gem may not lead out of its folder', async () => {
  registry.add('jekyll-loud', '1.8.0', await gemFile('jekyll-loud', '1.8.0', { '../../evil.rb': 'x' }))
  const at = site()
  const { code, err } = await build(at)
  expect([code, err]).toEqual([1, expect.stringContaining('a path that leads out of it')])
})
