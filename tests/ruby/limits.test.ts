/** What plugins in Ruby do and nothing comes of: builds and `doctor` tell of it in the same words. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

const HEADER = `module Kramdown
  module Converter
    class Html
      def convert_header(el, indent)
        format_as_block_html("h#{el.options[:level]}", { 'class' => 'ours' }, inner(el, indent), indent)
      end

      def convert_p(el, indent)
        inner(el, indent)
      end
    end
  end
end
`
const PREPENDED = `module Quiet
  def convert_blockquote(el, indent)
    ''
  end
end
Kramdown::Converter::Html.prepend(Quiet)
`
const LIMIT =
  'changes how kramdown converts Markdown: kramdown here is not Ruby, and converts without that. The rest of it runs.'

test("methods in the place of kramdown's are told of, each file once, in every build and by doctor", async () => {
  const at = makeSite({
    '_config.yml': 'url: http://x\n',
    '_plugins/header.rb': HEADER,
    '_plugins/quiet.rb': PREPENDED,
    'a.md': '---\n---\n# A\n',
  })
  const said = (err: string): readonly string[] =>
    err.split('\n').flatMap((line) => /Plugins: (.*changes how.*)$/.exec(line)?.[1] ?? [])
  const expected = [`_plugins/header.rb:4 ${LIMIT}`, `_plugins/quiet.rb:2 ${LIMIT}`]
  for (const args of [['build'], ['build'], ['doctor']]) {
    const { code, err } = await runIn(at.root, args)
    expect([code, said(err)]).toEqual([0, expected])
  }
  expect(at.read('_site/a.html')).toBe('<h1 id="a">A</h1>\n')
})

test('doctor says of each file and each gem that one requires what becomes of it', async () => {
  const at = makeSite({
    '_config.yml': 'url: http://x\n',
    Gemfile: "gem 'kept'\ngem 'later'\n",
    '_plugins/fine.rb': "require 'json'\nrequire 'kept'\nrequire 'later'\nrequire 'jekyll-seo-tag'\n",
    '_plugins/some.rb': "x = 1\ny = ENV['HOME']\n",
    '_plugins/none.rb': "require 'socket'\n",
    'vendor/kept/lib/kept.rb': '`ls`\n',
  })
  const { code, out, err } = await runIn(at.root, ['doctor'])
  expect(out).toContain('written in Ruby, and run by builds (docs/ruby-plugins.md): _plugins/fine.rb\n')
  expect(out).toContain('gems that are not on this machine, which builds fetch: later\n')
  expect([
    code,
    err
      .split('\n')
      .filter((line) => line.includes('Plugins:'))
      .map((line) => line.trim()),
  ]).toEqual([
    0,
    [
      'Plugins: _plugins/none.rb:1 requires socket: that library is not all Ruby, and is not there. Where a build comes there, it stops.',
      'Plugins: _plugins/some.rb:2 reads variables of the machine: there is none but JEKYLL_ENV. The rest of it runs.',
      'Plugins: kept (vendor/kept/lib/kept.rb:1) starts programs: only git is answered, where it reads history. Where a build comes there, it stops.',
    ],
  ])
})

test('blocks that lie in one another without end while plugins load stop the build with its plugins named', async () => {
  const at = makeSite({
    '_config.yml': '',
    '_plugins/a.rb': 'NONE = 1\n',
    '_plugins/deep.rb': 'def deep(x) =\n  [x].map { |y| deep(y) }\ndeep(1)\n',
  })
  const { code, err } = await runIn(at.root, ['build'])
  expect(code).toBe(1)
  expect(err).toMatch(/^The plugin .*_plugins\/deep\.rb cannot be loaded: stack level too deep$/m)
  expect(err).toContain('code: plugins/not-loaded')
})
