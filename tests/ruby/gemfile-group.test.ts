/**
 * Gems of the Gemfile's group `:jekyll_plugins`, as Bundler has Jekyll load them: before the files of `_plugins`, named in
 * the configuration or not, with a lock file or without.
 */
import { expect, test } from 'vitest'
import { gemfileStatements } from '../../src/builder/theme/gemfile-statements.ts'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

const GEMFILE = `source 'https://rubygems.org'
gem 'jekyll'
if true
  gem 'outside'
end
group :jekyll_plugins do
  gem 'jekyll-sitemap'
  gem 'jekyll-loud', path: 'gems/loud'
  gem 'of-two-words', path: 'gems/two'
  gem 'left-out', path: 'gems/none', require: false
  platforms :mswin, :jruby do
    gem 'wdm'
  end
  gem 'jekyll-admin'
end
gem 'later', group: :jekyll_plugins, path: 'gems/later', require: 'later/all'
gem 'other'
`

test('what Bundler loads for the group', () => {
  const { gems } = gemfileStatements(GEMFILE)
  expect(gems.flatMap(({ plugins }) => plugins)).toEqual([
    'jekyll-sitemap',
    'jekyll-loud',
    'of-two-words',
    'jekyll-admin',
    'later/all',
  ])
})

test('it is loaded first, and not where Jekyll leaves the Gemfile alone', async () => {
  const at = makeSite({
    '_config.yml': 'url: http://x\n',
    Gemfile: GEMFILE,
    'gems/loud/lib/jekyll-loud.rb':
      "$order = ['loud']\nmodule Loud; def loud(input) = \"#{input}! #{$order.join(' ')}\"; end\nLiquid::Template.register_filter(Loud)\n",
    'gems/two/lib/of/two/words.rb': "$order << 'words'\n",
    'gems/later/lib/later/all.rb': "$order << 'later'\n",
    '_plugins/a.rb': "($order ||= []) << 'file'\n",
    'index.html': '---\n---\n{{ "a" | loud }}',
  })
  const bundled = await runIn(at.root, ['build'])
  expect([bundled.code, at.read('_site/index.html'), at.has('_site/sitemap.xml')]).toEqual([
    0,
    'a! loud words later file',
    true,
  ])
  expect(bundled.err).toContain("jekyll-admin, which the Gemfile's group :jekyll_plugins names, is not run: ")
  const doctor = await runIn(at.root, ['doctor'])
  expect([doctor.code, doctor.out]).toEqual([0, expect.stringContaining('part of Whirl: jekyll-sitemap\n')])
  expect(doctor.out).toContain('_plugins/a.rb, jekyll-loud, of-two-words, later/all\n')
  const safe = await runIn(at.root, ['build', '--safe'])
  expect([safe.code, at.has('_site/sitemap.xml')]).toEqual([0, false])
  const alone = await runIn(at.root, ['build'], { JEKYLL_NO_BUNDLER_REQUIRE: 'true' })
  expect([alone.code, alone.err, at.read('_site/index.html'), at.has('_site/sitemap.xml')]).toEqual([
    0,
    '',
    'a',
    false,
  ])
})
