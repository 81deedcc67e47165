/** Files that plugins in Ruby read and write: below the site as Ruby has it. */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
import { saidByRuby } from './said-by-ruby.ts'

const CODES = [
  "Dir.glob('**/*.md').sort",
  "Dir['data/*.{json,md}'].sort",
  "Dir.children('data').sort",
  "File.mtime('data/a.md').to_i",
  "File.stat('data/a.md').size",
  "File.write('data/new.txt', 'one')",
  "File.open('data/new.txt', 'a') { |file| file << ' and two' }",
  "File.read('data/new.txt')",
  "File.open('data/new.txt', 'r+') { |file| file.seek(4); file.write('AND'); file.rewind; file.read }",
  "File.exist?('data/none.txt')",
  "FileUtils.mkdir_p('made/deep'); FileUtils.cp('data/new.txt', 'made/deep/copy.txt'); Dir.glob('made/**/*').sort",
  "FileUtils.mv('made/deep/copy.txt', 'made/moved.txt'); File.read('made/moved.txt')",
  "FileUtils.touch('made/touched'); File.size('made/touched')",
  "Dir.rmdir('made')",
  "FileUtils.rm_rf('made'); File.directory?('made')",
  "File.binwrite('data/bytes', [255, 0, 1].pack('C*')); File.binread('data/bytes').bytes",
  "File.write('data/none/x', '')",
  "File.open('data/new.txt', File::WRONLY | File::CREAT | File::EXCL) { }",
  "IO.readlines('data/a.md', chomp: true)",
  "require 'tempfile'; Tempfile.create('x') { |file| file.write('abc'); file.rewind; file.read }",
  "require 'tmpdir'; Dir.mktmpdir { |dir| File.write(File.join(dir, 'a'), 'b'); Dir.children(dir) }",
  "Tempfile.new('y').tap { |file| file.write('z'); file.close }.then { |file| File.read(file.path) }",
]

const files = { '_config.yml': '', 'data/a.md': 'a\nb\n', 'b.md': 'b', 'data/c.json': '{}' }

const hasRuby = spawnSync('ruby', ['--version']).status === 0

test.skipIf(lacking('reference', 'ruby', hasRuby))(
  'what Ruby does with files, it does below a site',
  async () => {
    const [site, native] = [makeSite(files), makeSite(files)]
    for (const { at } of [site, native]) fs.utimesSync(at('data/a.md'), 1e9, 1e9)
    native.put({
      'tries.rb': `require 'fileutils'\n${CODES.map(
        (code) =>
          `begin\n  puts((${code}).inspect)\nrescue Exception => error\n  puts "#{error.class}: #{error.message}"\nend\n`,
      ).join('')}`,
    })
    const expected = execFileSync('ruby', ['tries.rb'], { cwd: native.root, encoding: 'utf8' })
    expect(await saidByRuby(site, CODES)).toEqual(expected.trimEnd().split('\n'))
    expect(site.list().filter((name) => name.startsWith('data'))).toEqual(
      native.list().filter((name) => name.startsWith('data')),
    )
    expect(site.read('data/new.txt')).toBe(native.read('data/new.txt'))
  },
)

test('source and destination are whole paths where the command names them from elsewhere', async () => {
  const folder = makeSite({
    'site/_config.yml': '',
    'site/_plugins/a.rb':
      'Jekyll::Hooks.register(:site, :post_read) { |site| puts [site.source, site.dest, Dir.pwd].inspect }',
  })
  const { out, err, code } = await runIn(folder.root, ['build', '-s', 'site', '-d', 'out'])
  expect([err, code]).toEqual(['', 0])
  expect(out).toContain(
    JSON.stringify([folder.at('site'), folder.at('out'), folder.at('site')]).replaceAll(',', ', '),
  )
})

test('a destination elsewhere may be made by a plugin', async () => {
  const folder = makeSite({
    'site/_config.yml': 'keep_files: [made.txt]',
    'site/_plugins/a.rb': `class Made < Jekyll::Generator
  def generate(site)
    Dir.mkdir(site.dest) unless File.directory?(site.dest)
    File.write(File.join(site.dest, 'made.txt'), 'made')
  end
end`,
  })
  const { err, code } = await runIn(folder.root, ['build', '-s', 'site', '-d', 'out'])
  expect([err, code]).toEqual(['', 0])
  expect(folder.read('out/made.txt')).toBe('made')
})
