/** The table of what plugins may ask for in vain, held against what the Ruby that is WebAssembly does. */
import { expect, test } from 'vitest'
import { absentLibrary, lacksOf, librariesOf } from '../../src/ruby/not-there.ts'
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
    'def footnote_content\nend\nclass A < Jekyll::Command\nend\nJekyll::Hooks.register :clean, :on_obsolete do end\n'
  const does = ['changes kramdown beyond how it writes elements', 'adds a command', 'has hooks on cleaning']
  expect([false, true].map((native) => lacksOf(code, native).map((each) => each.does))).toEqual([does, does])
})

const LIBRARIES = (
  'bigdecimal drb expect fiddle io/console io/wait ipaddr net/ftp net/smtp nkf pty racc readline resolv socket syslog webrick ' +
  'csv digest erb etc json net/http open3 openssl psych rexml/document ripper stringio strscan zlib'
).split(' ')

test('the libraries that are said to be absent are, and no other of these', async () => {
  const said = await saidByRuby(
    makeSite({ '_config.yml': '' }),
    LIBRARIES.map((name) => `(require '${name}'; 'there')`),
  )
  expect(said.map((each) => each.startsWith('LoadError: '))).toEqual(
    LIBRARIES.map((name) => absentLibrary(name, () => false) !== undefined),
  )
  expect(absentLibrary('socket', () => true)).toBeUndefined()
})

test('what is required is read, but for files and comments', () => {
  const code =
    "require 'json'\n  require(\"socket.rb\")\n# require 'a'\nrequire './b'\nrequire_relative 'c'\nrequire 'json'\n"
  expect([...librariesOf(code)]).toEqual([
    ['json', 1],
    ['socket', 2],
  ])
})

test('variables of the machine are none, but for one', async () => {
  const said = await saidByRuby(makeSite({ '_config.yml': '' }), ["ENV['HOME']", "ENV.fetch('PATH', 0)"])
  expect(said).toEqual(['nil', '0'])
  expect(lacksOf("ENV.fetch('PATH')", false)).toMatchObject([
    { does: 'reads variables of the machine', stops: false },
  ])
  expect(lacksOf("ENV['JEKYLL_ENV'] == 'production' || ENV.fetch(\"JEKYLL_ENV\")", false)).toEqual([])
})
