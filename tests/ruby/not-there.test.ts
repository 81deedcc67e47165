/** The table of what plugins may ask for in vain, held against what the Ruby that is WebAssembly does. */
import { expect, test } from 'vitest'
import { lacksOf } from '../../src/ruby/not-there.ts'
import { makeSite } from '../site-maker.ts'
import { saidByRuby } from './said-by-ruby.ts'

const STOPS: readonly (readonly [code: string, does: string])[] = [
  ['`ls`', 'starts programs'],
  ['x = %x(ls)', 'starts programs'],
  ["system('ls')", 'starts programs'],
  ["IO.popen('ls')", 'starts programs'],
  ["Open3.capture2('ls')", 'starts programs'],
  ["Net::HTTP.get(URI('http://x'))", 'asks the network'],
  ["TCPSocket.new('x', 80)", 'asks the network'],
  ['Thread.new { 1 }.value', 'works in threads'],
  ['Nokogiri::XML::Builder.new', 'writes or streams XML with Nokogiri'],
  ["MiniMagick::Image.open('x')", 'uses a gem that is not all Ruby'],
]

test('what the table says stops, stops', async () => {
  const said = await saidByRuby(
    makeSite({ '_config.yml': '' }),
    STOPS.map(([code]) => code),
  )
  expect(said.map((each) => /^[A-Z][\w:]*(?:Error|Failure): /.test(each))).toEqual(STOPS.map(() => true))
})

test.each(STOPS)('%s is seen', (code, does) => {
  expect(lacksOf(`# \`ls\`\nclass A\n  ${code}\nend\n`, false)).toMatchObject([
    { does, line: 3, stops: true },
  ])
  expect(lacksOf(code, true)).toEqual([])
})

test('git, comments, and text that looks alike are not', () => {
  const code =
    '`git log -1`\n=begin\nsystem("x")\n=end\ntext.gsub(/`(.+)`/, "`x`")\nfile_system(1)\n__END__\nsystem("x")\n'
  expect(lacksOf(code, false)).toEqual([])
})

test('what no Ruby has here is told of each', () => {
  const code =
    'def convert_header(el, indent)\nend\nclass A < Jekyll::Command\nend\nJekyll::Hooks.register :clean, :on_obsolete do end\n'
  const does = ['changes how kramdown converts Markdown', 'adds a command', 'has hooks on cleaning']
  expect([false, true].map((native) => lacksOf(code, native).map((each) => each.does))).toEqual([does, does])
})
