/** What plugins in Ruby reach for and do not get. Each says what became of it; a build must never fail otherwise than in words. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  expect(there.sort()).toEqual(['.git', '_config.yml', '_plugins', 'inside.txt', 'link.txt', 'node_modules'])
  expect(fs.readFileSync(at('inside.txt'), 'utf8')).toBe('inside')
  expect(fs.readFileSync(OUTSIDE, 'utf8')).toBe(MARK)
  expect(fs.readdirSync(at('_plugins'))).toEqual(['tries.rb'])
  expect(fs.readdirSync(at('.git'))).toEqual(['config'])
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
