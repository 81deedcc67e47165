/** Ruby files in _plugins: named, with what they seem to do; where a template needs one, the message there names it. */
import { expect, test } from 'vitest'
import { readRuby, rubyWarning } from '../../src/builder/plugins/ruby-plugin.ts'
import { complaint, siteOnDisk } from './site-on-disk.ts'

test.each<readonly [string, string]>([
  [
    'class A < Jekyll::Generator\n  def generate(site)\n  end\nend\nLiquid::Template.register_tag("foo", Foo)',
    " It seems to add a tag 'foo', a generator.",
  ],
  [
    'Liquid::Template.register_tag(:a, A)\nLiquid::Template.register_tag "b-c", B',
    " It seems to add a tag 'a', a tag 'b-c'.",
  ],
  [
    'module F\n  def shout(input)\n  end\n  def whisper(input, n = 1)\n  end\nend\nLiquid::Template.register_filter(F)',
    " It seems to add filters 'shout', 'whisper'.",
  ],
  ['class C < Converter\nend', ' It seems to add a converter.'],
  ['Jekyll::Hooks.register :posts, :post_write do |post|\nend', ' It seems to add hooks.'],
  [
    'module Jekyll\n  class Page\n    def url\n    end\n  end\nend',
    ' It seems to add a change to Jekyll itself.',
  ],
  ['Jekyll::Document.prepend(Patch)', ' It seems to add a change to Jekyll itself.'],
  [
    '# class A < Jekyll::Generator\nrequire "jekyll-scholar"\nrequire "json"',
    ' It seems to add what is in jekyll-scholar, json.',
  ],
  ['require "openssl"\nclass Handler\nend', ''],
  ['puts 1', ''],
])('%j', (text, does) => {
  expect(rubyWarning(readRuby('_plugins/my_plugin.rb', text)).message).toBe(
    `_plugins/my_plugin.rb is written in Ruby and is not run.${does}\n` +
      "Ruby's package runs it (npm install -D whirl-ruby; docs/ruby-plugins.md). Or write it as _plugins/my_plugin.ts (docs/plugins.md), or leave it out with --ignore-ruby-plugins.",
  )
})

test('the help shows how it begins in TypeScript', () => {
  const ruby = 'class A < Jekyll::Generator\nend\nLiquid::Template.register_tag("foo", Foo)'
  expect(rubyWarning(readRuby('_plugins/my_plugin.rb', ruby)).help).toBe(
    "it begins: import { definePlugin } from 'whirl-blog'; " +
      "export default definePlugin({ name: 'my-plugin', tags: [{ name: 'foo', parse, render }], generate: (site, ctx) => site })",
  )
})

const RUBY = `module F
  def shout(input)
    input.upcase
  end
end
Liquid::Template.register_filter(F)
Liquid::Template.register_tag('foo', Foo)
Liquid::Template.register_tag('include', BetterInclude)
`

test('an unknown tag that a Ruby file defines is told so', async () => {
  const one = siteOnDisk({ '_plugins/tags.rb': RUBY, 'i.html': '---\n---\n{% foo %}' })
  expect(await complaint(() => one.build('i.html'))).toBe(
    `Liquid Exception: Liquid syntax error (line 1): Unknown tag 'foo' in i.html

  i.html:3:1
    2 |
  > 3 | {% foo %}
      | ^^^^^^^^^
  help: _plugins/tags.rb seems to define it, in Ruby, which is not run: write the tag in TypeScript (docs/plugins.md)
  while: rendering i.html
  code: liquid/unknown-tag`,
  )
})

test('a filter that a Ruby file defines passes its input on, and says so once', async () => {
  const one = siteOnDisk({
    '_plugins/tags.rb': RUBY,
    '_includes/a.txt': 'ours',
    'i.html': "---\n---\n{{ 'a' | shout }}{{ 'b' | shout: 1, 2 }} {% include a.txt %}",
  })
  const { output, diagnostics } = await one.build('i.html')
  expect(output).toBe('ab ours')
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "The filter 'shout' changes nothing: _plugins/tags.rb seems to define it, in Ruby, which is not run.",
  ])
})

test('what is written in TypeScript beside it takes its place', async () => {
  const one = siteOnDisk({
    '_plugins/tags.rb': RUBY,
    '_plugins/tags.ts': `export default {
      name: 'tags',
      tags: [{ name: 'foo', parse: () => 0, render: () => 'foo' }],
      filters: { shout: { min: 0, max: 0, run: (_, input) => input.toUpperCase() } },
    }`,
    'i.html': "---\n---\n{% foo %} {{ 'a' | shout }}",
  })
  const { output, diagnostics } = await one.build('i.html')
  expect([output, diagnostics]).toEqual(['foo A', []])
})

test('a site may say that it builds without', async () => {
  const one = siteOnDisk({
    '_config.yml': 'ignore_ruby_plugins: true',
    '_plugins/tags.rb': RUBY,
    'i.html': "---\n---\n{{ 'a' | shout }}",
  })
  expect((await one.load()).diagnostics).toEqual([])
  expect((await one.build('i.html')).diagnostics).toEqual([])
})
