/** What only a Ruby of the machine does or gets wrong; that it keeps to the contract of the other: contract.test.ts. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'

const missing = lacking('reference', 'ruby', spawnSync('ruby', ['--version']).status === 0)
const PAGE = '---\n---\n{% act %}'

/** A site whose tag `act` does `code`. */
function acting(code: string, more: Readonly<Record<string, string>> = {}) {
  return makeSite({
    '_config.yml': 'ruby: native\n',
    '_plugins/act.rb': `class Act < Liquid::Tag\n  def render(context)\n    ${code}\n  end\nend\nLiquid::Template.register_tag('act', Act)\n`,
    'index.html': PAGE,
    ...more,
  })
}

const build = (site: ReturnType<typeof makeSite>, env: Readonly<Record<string, string>> = {}) =>
  runIn(site.root, ['build'], { PATH: process.env.PATH ?? '', JEKYLL_NO_BUNDLER_REQUIRE: 'true', ...env })

describe.skipIf(missing)('a Ruby of the machine', () => {
  test('has programs, threads, files and native code', async () => {
    const site = acting(
      `[%x(echo hi).strip, Thread.new { context['page.url'] }.value, File.exist?('/bin/sh'), defined?(Encoding::Converter), $$ != 0].join(' ')`,
    )
    const { code, err } = await build(site)
    expect([code, err, site.read('_site/index.html')]).toEqual([0, '', 'hi / true constant true'])
  })

  test('prints in the order in which things happen, however it prints', async () => {
    const site = acting(
      "puts 'one'; Jekyll.logger.info('Two:', 'two'); $stderr.puts 'three'; print 'fo'; puts 'ur'; 'x'",
    )
    const { out } = await build(site)
    expect(out.match(/\b(?:one|two|three|four)\b/g)).toEqual(['one', 'two', 'three', 'four'])
    const constant = acting("STDOUT.puts 'by itself'; STDOUT.flush; system('echo by another'); 'x'")
    const said = await build(constant)
    expect([said.code, constant.read('_site/index.html')]).toEqual([0, 'x'])
  })

  test('never loads Jekyll itself, which plugins name, where it is installed', async () => {
    const site = acting("'x'", {
      '_plugins/b.rb':
        "require 'jekyll'\nrequire 'jekyll/hooks'\nrequire 'liquid/tag'\nJekyll::Hooks.register(:pages, :post_render) { |page| page.output += '!' }\n",
    })
    const { code, err } = await build(site)
    expect([code, err, site.read('_site/index.html')]).toEqual([0, '', 'x!'])
  })

  test('runs in every build, and sees what is new', async () => {
    const site = acting("File.read('/' + File.join(Dir.pwd, 'words.txt'))", { 'words.txt': 'a' })
    await build(site)
    site.put({ 'words.txt': 'b' })
    await build(site)
    expect(site.read('_site/index.html')).toBe('b')
  })

  test.each([
    ['exit!(3)', 'Ruby ended by itself (exit status 3)'],
    ['Process.kill(:KILL, $$); sleep', 'Ruby ended by itself (SIGKILL)'],
    [
      "STDERR.puts 'a last word'; STDERR.flush; exit!(3)",
      'Ruby ended by itself (exit status 3): a last word',
    ],
  ])('that ends by itself: %s', async (doing, words) => {
    const site = acting(doing)
    const { code, err } = await build(site)
    expect([code, site.has('_site')]).toEqual([1, false])
    expect(err).toContain(words)
    expect(err).not.toMatch(/:\d+:\d+\)$/m)
  })

  test('`exit` in a plugin ends the build, not Ruby', async () => {
    const { code, err } = await build(acting('exit'))
    expect([code, err]).toEqual([1, expect.stringContaining('exit')])
  })

  test('with gems that a Gemfile asks for and that are not there', async () => {
    const site = acting("'x'", { Gemfile: "gem 'no-such-gem-of-anybody'\n" })
    const said = await runIn(site.root, ['build'], { PATH: process.env.PATH ?? '' })
    expect(said.code).toBe(1)
    expect(said.err).toMatch(/Could not find gem 'no-such-gem-of-anybody'.* \(`bundle install`\)/s)
  })
})

/** A folder for PATH in which `ruby` is a script. */
function withRuby(script: string) {
  const folder = makeSite({ ruby: script })
  fs.chmodSync(folder.at('ruby'), 0o755)
  return folder.root
}

test.each([
  ['no Ruby', '/nowhere', 'Ruby is not installed: there is no program ruby.'],
  ['a Ruby that does not begin', withRuby('#!/bin/sh\nexit 7\n'), 'Ruby ended by itself (exit status 7).'],
  [
    'an old Ruby',
    withRuby('#!/bin/sh\nread line <&3\necho "eit is version 2.7.0, and plugins need 3.1 or newer" >&4\n'),
    'Ruby of this machine cannot be used: it is version 2.7.0, and plugins need 3.1 or newer.',
  ],
])('%s', async (_, folder, words) => {
  const site = acting("'x'")
  const { code, err } = await build(site, { PATH: `${folder}:${folder === '/nowhere' ? '' : '/bin'}` })
  expect([code, site.has('_site')]).toEqual([1, false])
  expect(err).toContain(words)
  expect(err).toContain('leave out `ruby: native`')
})

test('is never asked in safe mode, and what `ruby` may be is told', async () => {
  const site = acting("'x'", { 'index.html': '---\n---\nno tag' })
  const safe = await runIn(site.root, ['build', '--safe'], { PATH: '/nowhere' })
  expect([safe.code, safe.err]).toEqual([0, ''])
  site.put({ '_config.yml': 'ruby: nativ\n' })
  const odd = await build(site)
  expect(odd.err).toContain(`'ruby' should be wasm or native, but was: "nativ". It is taken for wasm.`)
})
