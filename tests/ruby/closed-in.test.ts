/** What plugins in Ruby reach for and do not get. Each says what became of it; a build must never fail otherwise than in words. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'
import { saidByRuby } from './said-by-ruby.ts'

const MARK = 'marker that nobody may read'
const site = makeSite({
  '../outside.txt': MARK,
  'inside.txt': 'inside',
  'node_modules/a/index.js': '',
  '.git/config': '',
  '_config.yml': '',
})
const { root, at } = site
beforeAll(() => {
  fs.symlinkSync('../outside.txt', at('link.txt'))
  fs.symlinkSync('link.txt', at('chain.txt'))
  fs.symlinkSync('..', at('out'))
  process.env.WHIRL_TEST_MARK = MARK
})
afterAll(() => {
  delete process.env.WHIRL_TEST_MARK
})

const OUTSIDE = path.join(root, '../outside.txt')

const TRIES: readonly (readonly [what: string, code: string, said: string])[] = [
  ['a file of the site is read', "File.read(File.join(Jekyll.site.source, 'inside.txt'))", '"inside"'],
  ['a file above', `File.read(${JSON.stringify(OUTSIDE)})`, 'Errno::ENOENT'],
  ['by ..', "File.read(File.join(Jekyll.site.source, '..', 'outside.txt'))", 'Errno::ENOENT'],
  ['by a link', "File.read(File.join(Jekyll.site.source, 'link.txt'))", 'Errno::ENOENT'],
  ['by a directory', "Dir.children(File.join(Jekyll.site.source, '..')).include?('outside.txt')", 'false'],
  ['by a pattern', "Dir.glob(File.join(Jekyll.site.source, '../*')).grep(/outside/)", '[]'],
  ['by IO.readlines', `IO.readlines(${JSON.stringify(OUTSIDE)})`, 'Errno::ENOENT'],
  ['by open', `open(${JSON.stringify(OUTSIDE)}).read`, 'Errno::ENOENT'],
  ['the system', "File.read('/etc/hostname')", 'Errno::ENOENT'],
  ['/proc', "File.read('/proc/self/environ')", 'Errno::ENOENT'],
  ['the root', "Dir.children('/').size <= 1", 'true'],
  ...[
    "'/made.txt'",
    "File.join(Jekyll.site.source, '../made.txt')",
    "'.git/hooks/pre-commit'",
    "'.git/config'",
    "'.jekyll-cache/x'",
    "'_plugins/more.rb'",
    "'_config.yml'",
    "'_config.more.yml'",
    "'whirl.config.ts'",
    "'package.json'",
    "'node_modules/a/index.js'",
    "'link.txt'",
    "'out/made.txt'",
    "'out/outside.txt'",
    "'/ruby-temporary/../made.txt'",
  ].map((place): readonly [string, string, string] => [
    `writing ${place}`,
    `File.write(${place}, 'x')`,
    'Errno::',
  ]),
  ['a link to the system', "File.symlink('/etc', File.join(Jekyll.site.source, 'b'))", ''],
  ['a hard link', `File.link(${JSON.stringify(OUTSIDE)}, 'b')`, 'Errno::'],
  ['removing what is above', `File.delete(${JSON.stringify(OUTSIDE)})`, 'Errno::'],
  ['moving what is above', `File.rename(${JSON.stringify(OUTSIDE)}, 'b')`, 'Errno::'],
  ['moving out', "File.rename('inside.txt', '../b')", 'Errno::'],
  ['moving to where plugins are', "File.rename('inside.txt', '_plugins/b.rb')", 'Errno::'],
  ['a folder above', "Dir.mkdir('../made')", 'Errno::'],
  ['threads', 'Thread.new { 1 }.value', 'NotImplementedError'],
  ['signals', 'Process.kill(:KILL, Process.ppid)', 'Errno::ENOTSUP'],
  ['the environment', "ENV['WHIRL_TEST_MARK']", 'nil'],
  ['what Ruby was started with', 'ENV.to_h.size', '0'],
  ['the home folder', "ENV['HOME']", ''],
  ['system', "system('true')", 'NotImplementedError: plugins in Ruby cannot start programs'],
  ['backticks', '`true`', 'NotImplementedError'],
  ['spawn', "spawn('true')", 'NotImplementedError'],
  ['exec', "exec('true')", 'NotImplementedError'],
  ['fork', 'fork { }', 'NotImplementedError'],
  ['popen', "IO.popen('true').read", ''],
  ['sockets', "require 'socket'", 'LoadError'],
  ['the network', "require 'net/http'; Net::HTTP.get(URI('http://localhost/'))", 'SocketError'],
  ['an address', "require 'open-uri'; URI.open('http://localhost/').read", 'SocketError'],
  ['JavaScript', "JS.eval('1')", 'NameError'],
  [
    'a question of its own',
    'Whirl.ask(:nothing_of_that_name)',
    "Whirl::HostError: nothing answers 'nothing_of_that_name' here",
  ],
  ['a gem that is not there', "require 'mini_magick'", 'LoadError'],
  ['the end', 'exit', 'SystemExit: exit'],
  ['a link to a link', "File.read('chain.txt')", 'Errno::ENOENT'],
  ['a link to a folder', "File.read('out/outside.txt')", 'Errno::ENOENT'],
  ['what that folder has', "Dir.children('out')", 'Errno::ENOENT'],
  ['going there', "Dir.chdir('out') { File.read('outside.txt') }", 'Errno::ENOENT'],
  ['going above', "Dir.chdir('..') { File.read('outside.txt') }", 'Errno::ENOENT'],
  ['another root', "Dir.chroot('/')", 'NotImplementedError'],
  ['where a link leads', "File.readlink('link.txt')", 'Errno::'],
  ['a place with an end in it', 'File.read("inside.txt\0/../outside.txt")', 'ArgumentError'],
  ['whether it is there', "File.exist?('../outside.txt')", 'false'],
  ['its size', "File.size('../outside.txt')", 'Errno::ENOENT'],
  ['a copy', "FileUtils.cp('../outside.txt', 'copied.txt')", 'Errno::ENOENT'],
  ['a copy by streams', "IO.copy_stream('../outside.txt', 'copied.txt')", 'Errno::ENOENT'],
  ['taking it', "FileUtils.mv('../outside.txt', 'moved.txt')", 'Errno::'],
  ['a link of its own', "FileUtils.ln_s('../outside.txt', 'made-link.txt')", 'Errno::'],
  ['running it', "load '../outside.txt'", 'LoadError'],
  ['emptying it', "File.truncate('../outside.txt', 0)", 'Errno::'],
  ['its rights', "File.chmod(0o777, '../outside.txt')", 'Errno::'],
  ['its time', "File.utime(0, 0, '../outside.txt')", 'Errno::'],
  ['a pipe with a name', "File.mkfifo('pipe')", 'NotImplementedError'],
  ['a device', "File.read('/dev/zero', 4)", 'Errno::ENOENT'],
  ['the terminal', "File.new('/dev/tty', 'w')", 'Errno::'],
  ['what somebody types', '$stdin.read', '""'],
  ['the folder of everything as a file', 'IO.for_fd(3).read', 'Errno::'],
  ['moving a setting', "File.rename('_config.yml', 'inside.yml')", 'Errno::'],
  ['removing what git has', "File.delete('.git/config')", 'Errno::'],
  ['all that git has', "FileUtils.rm_rf('.git'); File.exist?('.git/config')", 'true'],
  ['the folder of plugins', "Dir.rmdir('_plugins')", 'Errno::'],
  ['a process that is not this one', 'Process.daemon', 'NotImplementedError'],
  ['another user', 'Process.setuid(0)', 'NoMethodError'],
  ['limits', 'Process.setrlimit(:CPU, 1)', 'NotImplementedError'],
  ['waiting for a process', 'Process.wait', 'Errno::'],
  ['Process.spawn', "Process.spawn('true')", 'NotImplementedError'],
  ['Process.fork', 'Process.fork { 1 }', 'NotImplementedError'],
  ['open with a pipe', "open('|true').read", 'Errno::ENOENT'],
  ['read with a pipe', "IO.read('|true')", 'Errno::ENOENT'],
  [
    'writing to a program',
    "IO.popen('cat', 'w')",
    'NotImplementedError: plugins in Ruby cannot write to programs',
  ],
  ['Open3', "require 'open3'; Open3.capture2('cat', '/etc/hostname')", 'NotImplementedError'],
  ['the kernel', 'syscall(1)', 'NotImplementedError'],
  ['terminals', "require 'pty'", 'LoadError'],
  ['functions of C', "require 'fiddle'", 'LoadError'],
  ['ractors', 'Ractor.new { 1 }.value', 'NotImplementedError'],
  ['a fiber', "Fiber.new { File.read('/etc/hostname') }.resume", 'Errno::ENOENT'],
  ['what is done at the end', "at_exit { File.write('/made.txt', 'x') }.class", 'Proc'],
  ['what is done at a signal', "trap('EXIT') { File.write('/made.txt', 'x') }", ''],
  ['the end at once', 'exit!', 'SystemExit: exit'],
  ['the end of the process', 'Process.exit!(0)', 'SystemExit: exit'],
  ['the end with words', "abort('over')", 'SystemExit: over'],
  ['the end by force', 'Process.abort', 'SystemExit'],
  ['a variable of the machine', "ENV['WHIRL_TEST_MADE'] = 'x'", '"x"'],
  [
    'an object of a kind that is not there',
    'Marshal.load("\x04\bo:\x11Whirl::NotHere\x00")',
    'ArgumentError',
  ],
  ['more memory than there is', "'x' * (1 << 40)", 'RangeError'],
  ['a list of that size', 'Array.new(1 << 31)', 'RangeError'],
  ['garbage all the time', "GC.stress = true; 50.times { 'a' + 'b' }; GC.stress = false", 'false'],
  ['recursion without end', 'f = ->(n) { f.(n + 1) }; f.(0)', 'SystemStackError: stack level too deep'],
]

let said: readonly string[]
beforeAll(async () => {
  said = await saidByRuby(
    site,
    TRIES.map(([, code]) => code),
  )
})

test.each(TRIES.map(([what, code, expected], i) => ({ what, code, expected, i })))(
  '$what: $code',
  ({ expected, i }) => {
    expect(said[i]).toContain(expected)
    expect(said[i]).not.toContain(MARK)
  },
)

test('all of it is as it was', () => {
  const there = fs.readdirSync(root).filter((name) => name !== '.jekyll-cache')
  const before = '.git _config.yml _plugins chain.txt inside.txt link.txt node_modules out'
  expect(there.sort()).toEqual(before.split(' '))
  expect([fs.existsSync('/made.txt'), process.env.WHIRL_TEST_MADE]).toEqual([false, undefined])
  expect(fs.readFileSync(at('inside.txt'), 'utf8')).toBe('inside')
  expect(fs.readFileSync(OUTSIDE, 'utf8')).toBe(MARK)
  expect(fs.readdirSync(at('_plugins'))).toEqual(['tries.rb'])
  expect(fs.readdirSync(at('.git'))).toEqual(['config'])
})

test('what stops a build is told with its place', async () => {
  const folder = makeSite({ '../outside.txt': MARK, '_config.yml': '' })
  for (const [code, words] of [
    ['exit!', 'exit'],
    ["abort('over')", 'over'],
    ["system('true')", "plugins in Ruby cannot start programs: 'true'"],
    ["File.read('../outside.txt')", 'plugins in Ruby have the files below the site, and no others'],
    ["File.write('_config.yml', '')", 'plugins in Ruby do not write what is hidden, a setting or a plugin'],
    ['Thread.new { 1 }', 'unimplemented'],
    ["'x' * (1 << 40)", 'bignum too big'],
  ] as const) {
    folder.put({ '_plugins/one.rb': `# Ruby\n${code}\n` })
    const { code: exit, err } = await runIn(folder.root, ['build'])
    expect([exit, err]).toEqual([1, expect.stringContaining(words)])
    expect(err).toMatch(/_plugins\/one\.rb:2\b/)
    expect(err).not.toContain('    at ')
  }
})

test('who finds the functions for JavaScript values all the same is stopped', async () => {
  const [, ...more] = await saidByRuby(site, [
    '1',
    "ObjectSpace.each_object(Module).find { |each| each.name == 'JS' }.global",
    '2',
  ])
  expect(more).toEqual([
    expect.stringContaining(
      'stopped The plugin _plugins/tries.rb cannot be loaded: global-this is not there',
    ),
  ])
})
