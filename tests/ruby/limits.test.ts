/** What plugins in Ruby do and nothing comes of: builds and `doctor` tell of it in the same words. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

const FOOTNOTES = `module Kramdown
  module Converter
    class Html
      def convert_p(el, indent)
        inner(el, indent)
      end

      def footnote_content
        ''
      end

      def helper
        ''
      end
    end
  end
end
`
const PREPENDED = `module Quiet
  def generate_toc_tree(_toc, _type, _attr)
    ''
  end
end
Kramdown::Converter::Html.prepend(Quiet)
`
const PARSER = `class Kramdown::Parser::GFM
  START = /#{OPT_SPACE}::/

  define_parser(:colons, START, '::')
  def parse_colons
    @src.pos += @src.matched_size
  end
end
`
const LIMIT =
  'changes kramdown beyond how it writes elements: kramdown here is not Ruby, and converts without that. The rest of it runs.'

test("methods in the place of kramdown's that write no element are told of, each file once, in every build and by doctor", async () => {
  const at = makeSite({
    '_config.yml': 'url: http://x\n',
    '_plugins/colons.rb': PARSER,
    '_plugins/footnotes.rb': FOOTNOTES,
    '_plugins/quiet.rb': PREPENDED,
    'a.md': '---\n---\nA\n',
  })
  const said = (err: string): readonly string[] =>
    err.split('\n').flatMap((line) => /Plugins: (.*changes kram.*)$/.exec(line)?.[1] ?? [])
  const expected = (parser: number): readonly string[] => [
    `_plugins/colons.rb:${parser} ${LIMIT}`,
    `_plugins/footnotes.rb:8 ${LIMIT}`,
    `_plugins/quiet.rb:2 ${LIMIT}`,
  ]
  for (const [args, parser] of [
    [['build'], 5],
    [['build'], 5],
    [['doctor'], 4],
  ] as const) {
    const { code, err } = await runIn(at.root, args)
    expect([code, said(err)]).toEqual([0, expected(parser)])
  }
  expect(at.read('_site/a.html')).toBe('A')
})

test('a parser or another converter for kramdown stops what asks for it', async () => {
  for (const [plugin, asked, message] of [
    [
      'class Kramdown::Parser::Own < Kramdown::Parser::GFM\n  def parse_p\n  end\nend\n',
      "input: 'Own').to_html",
      'plugins in Ruby have no parsers for kramdown: Kramdown::Parser::Own is not called',
    ],
    [
      'class Kramdown::Converter::Own < Kramdown::Converter::Base\nend\n',
      "input: 'GFM').to_own",
      "plugins in Ruby have no converters of kramdown's but those made of Html: Kramdown::Converter::Own is none",
    ],
  ]) {
    const filter = `module Own\n  def own(text)\n    Kramdown::Document.new(text, ${asked}\n  end\nend\n`
    const at = makeSite({
      '_config.yml': 'url: http://x\n',
      '_plugins/own.rb': `${plugin}${filter}Liquid::Template.register_filter(Own)\n`,
      'a.html': '---\n---\n{{ "a" | own }}\n',
    })
    const { code, err } = await runIn(at.root, ['build'])
    expect([code, err.includes(String(message))]).toEqual([1, true])
  }
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
