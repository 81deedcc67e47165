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
