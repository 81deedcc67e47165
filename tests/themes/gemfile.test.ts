import path from 'node:path'
import { expect, test } from 'vitest'
import { compareVersions, satisfies } from '../../src/base/index.ts'
import { fromRuby } from '../../src/builder/theme/gem-spec.ts'
import { bundleOf } from '../../src/builder/theme/gemfile.ts'
import { makeSite } from '../site-maker.ts'

function bundle(files: Readonly<Record<string, string>>) {
  const { root: source } = makeSite(files)
  const found = bundleOf({ source, safe: false, githubPages: false })
  return {
    ...found,
    folders: [...found.folders].map(([name, folder]) => [name, path.relative(source, folder)]),
  }
}

test('what a Gemfile says', () => {
  const { registry, requirements, folders } = bundle({
    Gemfile: `source "https://gems.example.com/"
# gem "not-this"
gem 'nice', '~> 1.0', ">= 1.2", require: false
gem("other", "2.0")
  gem "near", path: "../near"
gem "old", :path => 'old'
gem "plain" # ", "3"
gemspec
`,
    'me.gemspec': '',
  })
  expect(registry).toBe('https://gems.example.com/')
  expect([...requirements]).toEqual([
    ['nice', ['~> 1.0', '>= 1.2']],
    ['other', ['2.0']],
    ['near', []],
    ['old', []],
    ['plain', []],
  ])
  expect(folders).toEqual([
    ['near', '../near'],
    ['old', 'old'],
    ['me', ''],
  ])
})

test('calls of any form: over several lines, arrays, comments between, groups', () => {
  const { requirements, folders } = bundle({
    Gemfile: `gem "a",
  "~> 1.0", # one
  # another
  ">= 1.2"
gem(
  'b',
  ['~> 2.0', ">= 2.1"],
  require: false
)
group :jekyll_plugins do
  gem 'c', %w[~>3.0 >=3.1], :path => "c"
  gem 'd' # , "4"
end
gem "e", ["1.0"], platforms: [:mingw, "x"]
gem ("f"), "5#6"
gem "unclosed", [
gem "g", "7"
`,
  })
  expect([...requirements]).toEqual([
    ['a', ['~> 1.0', '>= 1.2']],
    ['b', ['~> 2.0', '>= 2.1']],
    ['c', ['~>3.0', '>=3.1']],
    ['d', []],
    ['e', ['1.0']],
    ['f', []],
    ['unclosed', []],
    ['g', ['7']],
  ])
  expect(folders).toEqual([['c', 'c']])
})

test('long runs of anything are read in one pass', () => {
  const count = 50_000
  for (const piece of [' ', '\n', '(', '"', "'", 'gem "', '\\', '[', '{', 'a.b = ', ',"'])
    for (const start of [
      '',
      'source',
      'gem',
      's.metadata = {',
      's.version = "',
      's.authors = [',
      's.add_dependency ',
    ])
      fromRuby(start + piece.repeat(count))
  for (const piece of [' ', '(', '"', ', "', 'path: ']) bundle({ Gemfile: `gem "a"${piece.repeat(count)}` })
  bundle({ Gemfile: `source${' '.repeat(count)}`, 'Gemfile.lock': `    a (${' '.repeat(count)}` })
})

test('what a Gemfile.lock says', () => {
  const { registry, locked, folders, revisions } = bundle({
    'Gemfile.lock': `GIT
  remote: https://github.com/me/gitty.git
  revision: 0123456789abcdef0123456789abcdef01234567
  specs:
    gitty (0.2)

PATH
  remote: ../near
  specs:
    near (1.0)
      jekyll (~> 4)

GEM
  remote: https://rubygems.org/
  specs:
    jekyll (4.3.1)
      addressable (~> 2.4)
    sass-embedded (1.2.3-x86_64-linux-gnu)

PLATFORMS
  ruby
`,
  })
  expect(registry).toBe('https://rubygems.org/')
  expect([...locked]).toEqual([
    ['gitty', '0.2'],
    ['near', '1.0'],
    ['jekyll', '4.3.1'],
    ['sass-embedded', '1.2.3'],
  ])
  expect(folders).toEqual([['near', '../near']])
  expect([...revisions]).toEqual([['gitty', '0123456789ab']])
})

test.each([
  ['2.5.1', ['~> 2.5'], true],
  ['3.0', ['~> 2.5'], false],
  ['2.6.0', ['~> 2.5.0'], false],
  ['2.5.9', ['~> 2.5.0'], true],
  ['2.9', ['~> 2'], true],
  ['3.0', ['~> 2'], false],
  ['2.5.1', ['>= 2.5.1', '< 3'], true],
  ['2.5.1', ['>= 2.5.1, < 2.5.1'], false],
  ['2.5.0', ['2.5'], true],
  ['2.5.1', ['!= 2.5.1'], false],
  ['1.0', ['whatever'], true],
])('%s against %j', (version, requirements, answer) => expect(satisfies(version, requirements)).toBe(answer))

test('versions in order', () => {
  const sorted = ['1.10', '1.9', '1.9.0.rc1', '1.9.0.pre2', '1.9.1', '1.0.0-beta'].sort(compareVersions)
  expect(sorted).toEqual(['1.0.0-beta', '1.9.0.pre2', '1.9.0.rc1', '1.9', '1.9.1', '1.10'])
})

test('a gemspec as people write it', () => {
  const spec = fromRuby(`# frozen_string_literal: true
Gem::Specification.new do |spec|
  spec.name          = "nice"
  spec.version       = "0.1.0"
  spec.authors       = ["Ann", 'Ben']
  spec.summary       = %q<A summary>
  spec.metadata["plugin_type"] = "theme"
  spec.files = \`git ls-files -z\`.split("\\x0")
  spec.add_runtime_dependency "jekyll", ">= 3.5", "< 5.0"
  spec.add_dependency('jekyll-feed', '~> 0.9')
  spec.add_development_dependency "jekyll-toc", "~> 1"
end
`)
  expect(spec).toEqual({
    version: '0.1.0',
    authors: 'Ann, Ben',
    description: 'A summary',
    metadata: new Map([['plugin_type', 'theme']]),
    extensions: [],
    needs: new Map([
      ['jekyll', ['>= 3.5', '< 5.0']],
      ['jekyll-feed', ['~> 0.9']],
    ]),
    dependencies: ['jekyll (>= 3.5, < 5.0)', 'jekyll-feed (~> 0.9)'],
    plugins: ['jekyll-feed'],
  })
})

test('Ruby’s escapes in a gemspec', () => {
  const text = String.raw`s.version = "1"
s.description = "Two\nlines: and \"quotes\", a \u00e4, a \u{1F600}, a \\ and \#{x}"
s.authors = ["A \"B\" C".freeze, 'D']
`
  const { description, authors } = fromRuby(text)
  expect(description).toBe('Two\nlines: and "quotes", a ä, a 😀, a \\ and #{x}')
  expect(authors).toBe('A "B" C, D')
})

test('a gemspec as RubyGems writes it, with the form for old versions', () => {
  const spec = fromRuby(`  s.version = "2.5.1"
  s.metadata = { "plugin_type" => "theme", "b" => "c" } if s.respond_to? :metadata=
  s.authors = ["Joel Glovier".freeze]
  s.description = "D".freeze
  s.summary = "S".freeze
    s.add_runtime_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])
    s.add_runtime_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])
    s.add_development_dependency(%q<bundler>.freeze, [">= 1.15"])
  else
    s.add_dependency(%q<jekyll>.freeze, [">= 3.5", "< 5.0"])
    s.add_dependency(%q<jekyll-feed>.freeze, ["~> 0.9"])
    s.add_dependency(%q<bundler>.freeze, [">= 1.15"])
`)
  expect(spec.dependencies).toEqual(['jekyll (>= 3.5, < 5.0)', 'jekyll-feed (~> 0.9)'])
  expect([...spec.metadata]).toEqual([
    ['plugin_type', 'theme'],
    ['b', 'c'],
  ])
  expect([spec.description, spec.version]).toEqual(['D', '2.5.1'])
})
