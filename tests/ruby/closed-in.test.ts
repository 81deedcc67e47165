/** What plugins in Ruby reach for and do not get. Each says what became of it; a build must never fail otherwise than in words. */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BuildError } from '../../src/base/index.ts'
import { loadPlugins, loadSetup, runsRuby } from '../../src/builder/index.ts'
import { makeSite } from '../site-maker.ts'

const MARK = 'marker that nobody may read'
const { root, put, at } = makeSite({
  '../outside.txt': MARK,
  'inside.txt': 'inside',
  '_config.yml': '',
})
beforeAll(() => {
  fs.symlinkSync('../outside.txt', at('link.txt'))
  process.env.WHIRL_TEST_MARK = MARK
})
afterAll(() => {
  delete process.env.WHIRL_TEST_MARK
})

/** What the code says of itself while it is loaded. */
async function said(code: string): Promise<string> {
  put({
    '_plugins/tries.rb': `begin\n  Jekyll.logger.info('said', (${code}).inspect)\nrescue Exception => error\n  Jekyll.logger.info('said', "#{error.class}: #{error.message}")\nend\n`,
  })
  const lines: string[] = []
  const { config } = loadSetup({ cwd: root, timezone: 'UTC' })
  expect(runsRuby(config)).toBe(true)
  try {
    await loadPlugins(config, { log: (_, topic, text) => lines.push(`${topic} ${text}`) })
  } catch (error) {
    if (!(error instanceof BuildError)) throw error
    lines.push(`stopped ${error.message}`)
  }
  return lines.join('\n')
}

const OUTSIDE = path.join(root, '../outside.txt')

test.each([
  ['a file of the site is read', "File.read(File.join(Jekyll.site.source, 'inside.txt'))", 'said "inside"'],
  ['a file above', `File.read(${JSON.stringify(OUTSIDE)})`, 'said Errno::ENOENT'],
  ['by ..', "File.read(File.join(Jekyll.site.source, '..', 'outside.txt'))", 'said Errno::ENOENT'],
  ['by a link', "File.read(File.join(Jekyll.site.source, 'link.txt'))", 'said Errno::ENOENT'],
  [
    'by a directory',
    "Dir.children(File.join(Jekyll.site.source, '..')).include?('outside.txt')",
    'said false',
  ],
  ['by a pattern', "Dir.glob(File.join(Jekyll.site.source, '../*')).grep(/outside/)", 'said []'],
  ['by IO.readlines', `IO.readlines(${JSON.stringify(OUTSIDE)})`, 'said Errno::ENOENT'],
  ['by open', `open(${JSON.stringify(OUTSIDE)}).read`, 'said Errno::ENOENT'],
  ['the system', "File.read('/etc/hostname')", 'said Errno::ENOENT'],
  ['/proc', "File.read('/proc/self/environ')", 'said Errno::ENOENT'],
  ['the root', "Dir.children('/').size <= 1", 'said true'],
  ['writing in the site', "File.write(File.join(Jekyll.site.source, 'made.txt'), 'x')", 'said Errno::EROFS'],
  ['writing over a file', "File.write(File.join(Jekyll.site.source, 'inside.txt'), 'x')", 'said Errno::'],
  [
    'appending',
    "File.open(File.join(Jekyll.site.source, 'inside.txt'), 'a') { |f| f << 'x' }",
    'said Errno::',
  ],
  ['a directory', "Dir.mkdir(File.join(Jekyll.site.source, 'made'))", 'said Errno::'],
  ['deleting', "File.delete(File.join(Jekyll.site.source, 'inside.txt'))", 'said Errno::'],
  [
    'renaming',
    "File.rename(File.join(Jekyll.site.source, 'inside.txt'), File.join(Jekyll.site.source, 'b'))",
    'said Errno::',
  ],
  ['a link', "File.symlink('/etc', File.join(Jekyll.site.source, 'b'))", 'said '],
  ['the environment', "ENV['WHIRL_TEST_MARK']", 'said nil'],
  ['the home folder', "ENV['HOME']", 'said '],
  ['system', "system('true')", 'said NotImplementedError: plugins in Ruby cannot start programs'],
  ['backticks', '`true`', 'said NotImplementedError'],
  ['spawn', "spawn('true')", 'said NotImplementedError'],
  ['exec', "exec('true')", 'said NotImplementedError'],
  ['fork', 'fork { }', 'said NotImplementedError'],
  ['popen', "IO.popen('true').read", 'said '],
  ['sockets', "require 'socket'", 'said LoadError'],
  ['the network', "require 'net/http'; Net::HTTP.get(URI('http://localhost/'))", 'said LoadError'],
  ['JavaScript', "JS.eval('1')", 'said NameError'],
  ['JavaScript, by its object', "ObjectSpace.each_object(Module).find { |m| m.name == 'JS' }&.global", ''],
  [
    'a question of its own',
    'Whirl.ask(:nothing_of_that_name)',
    "said Whirl::HostError: nothing answers 'nothing_of_that_name' here",
  ],
  ['a gem', "require 'nokogiri'", 'said LoadError'],
  ['the end', 'exit', 'said SystemExit: exit'],
  ['recursion without end', 'f = ->(n) { f.(n + 1) }; f.(0)', 'said SystemStackError: stack level too deep'],
])('%s', async (_, code, expected) => {
  const text = await said(code)
  expect(text).toContain(expected)
  expect(text).not.toContain(MARK)
  const there = fs.readdirSync(root).filter((name) => name !== '.jekyll-cache')
  expect(there.sort()).toEqual(['_config.yml', '_plugins', 'inside.txt', 'link.txt'])
  expect(fs.readFileSync(at('inside.txt'), 'utf8')).toBe('inside')
})
