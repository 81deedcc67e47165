/** Pages of sites with plugins in Ruby that earlier builds rendered: taken where nothing that Ruby could say of them is another thing. */
import { expect, test } from 'vitest'
import { zoneFor } from '../../src/base/index.ts'
import {
  buildAndFinish,
  buildTime,
  loadPlugins,
  loadSetup,
  memoryOutput,
  sourceTree,
} from '../../src/builder/index.ts'
import { BUNDLED } from '../../src/bundled/index.ts'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'
import { countRubies } from './rubies.ts'

const rubies = countRubies()
type Site = ReturnType<typeof makeSite>

interface Built {
  /** Rubies that were started or brought back */
  readonly rubies: number
  /** pages and documents that were rendered */
  readonly rendered: number
  readonly files: Readonly<Record<string, string>>
  readonly out: string
}

async function build(site: Site, ...flags: readonly string[]): Promise<Built> {
  rubies.taken()
  const { code, out, err } = await runIn(site.root, ['build', '--explain', ...flags])
  expect([code, err]).toEqual([0, ''])
  const files = site.list().filter((name) => name.startsWith('_site/'))
  return {
    rubies: rubies.taken(),
    rendered: Number(/Rendered: (\d+) of/.exec(out)?.[1]),
    files: Object.fromEntries(files.map((name) => [name, site.read(name)])),
    out,
  }
}

/** The same site, built with nothing kept. */
async function afresh(site: Site): Promise<Built['files']> {
  const names = site.list().filter((name) => !/^(?:_site|\.jekyll-cache)\//.test(name))
  const other = makeSite(Object.fromEntries(names.map((name) => [name, site.read(name)])))
  return (await build(other, '--no-cache')).files
}

test('pages that no tag, filter, hook or converter of theirs takes part in', async () => {
  const site = makeSite({
    '_config.yml': '',
    '_plugins/all.rb': `class Listing < Jekyll::Generator
  def generate(site)
    site.pages.each { |page| page.data['titles'] = site.posts.docs.map { |post| post.data['title'] }.join(',') }
  end
end
module Shout
  def shout(text) = text.upcase
end
Liquid::Template.register_filter(Shout)
`,
    '_posts/2024-01-01-a.md': '---\ntitle: A\n---\n*a*',
    'plain.html': '---\n---\n{{ page.titles }}',
    'shouting.html': '---\n---\n{{ page.titles | shout }}',
  })
  const first = await build(site)
  expect(first.files['_site/plain.html']).toBe('A')
  const second = await build(site)
  expect(second).toMatchObject({ rubies: 0, files: first.files })
  expect(second.rendered).toBeLessThan(3)

  site.put({ '_posts/2024-01-01-a.md': '---\ntitle: b\n---\n*a*' })
  const third = await build(site)
  expect([third.files['_site/plain.html'], third.files['_site/shouting.html']]).toEqual(['b', 'B'])
  expect(third.files).toEqual(await afresh(site))
})

const STATEFUL = `module Shout
  def shout(text) = text.upcase
end
Liquid::Template.register_filter(Shout)
class Counted < Liquid::Tag
  @@count = 0
  def render(context)
    titles = context.registers[:site].posts.docs.map { |post| post.data['title'] }
    puts "at #{context['page']['path']}"
    "#{@@count += 1} #{titles.join(',')} #{File.read('words.txt').strip}"
  end
end
Liquid::Template.register_tag('counted', Counted)
class Upper < Jekyll::Converter
  def matches(ext) = ext == '.up'
  def output_ext(_) = '.html'
  def convert(text) = text.upcase
end
Jekyll::Hooks.register(:posts, :post_render) { |post| post.output += '!' }
`
const STATEFUL_SITE = {
  '_config.yml': 'exclude: [words.txt]\n',
  '_plugins/all.rb': STATEFUL,
  '_posts/2024-01-01-a.md': '---\ntitle: A\n---\n{% counted %}',
  '_posts/2024-01-02-b.md': '---\ntitle: B\n---\n*b*',
  'one.html': '---\n---\n{% counted %} {{ "x" | shout }}',
  'plain.html': '---\n---\nplain',
  'two.up': '---\n---\ntwo',
  'words.txt': 'words',
}
const edits: readonly (readonly [what: string, files: Readonly<Record<string, string>>])[] = [
  ['a file that one read', { 'words.txt': 'others' }],
  ['a title that one listed', { '_posts/2024-01-02-b.md': '---\ntitle: Bee\n---\n*b*' }],
  ['the plugin', { '_plugins/all.rb': STATEFUL.replaceAll('upcase', 'upcase.reverse') }],
  ['a text that none sees', { 'plain.html': '---\n---\nplainer' }],
  ['one more page that counts', { 'first.html': '---\n---\n{% counted %}' }],
  ['one page that counts no more', { '_posts/2024-01-01-a.md': '---\ntitle: A\n---\na' }],
  ['a setting', { '_config.yml': 'exclude: [words.txt]\ntitle: other\npermalink: pretty\n' }],
  [
    'one more plugin',
    { '_plugins/one.rb': "Jekyll::Hooks.register(:pages, :post_render) { |page| page.output += '?' }\n" },
  ],
]
test.each(edits)('pages that they took part in, until there is another thing: %s', async (_, files) => {
  const site = makeSite(STATEFUL_SITE)
  const first = await build(site)
  const lines = (out: string): readonly string[] => out.split('\n').filter((line) => line.includes(' at '))
  expect(first.files['_site/2024/01/01/a.html']).toBe('<p>1 A,B words</p>\n!')
  expect(first.files['_site/one.html']).toBe('2 A,B words X')
  const second = await build(site)
  expect(second).toMatchObject({ rubies: 0, rendered: 0, files: first.files })
  expect(lines(second.out)).toEqual(lines(first.out))

  site.put(files)
  const third = await build(site)
  expect(third.files).toEqual(await afresh(site))
  expect(third.files).not.toEqual(first.files)
  expect(await build(site)).toMatchObject({ rubies: 0, rendered: 0, files: third.files })

  for (const name of Object.keys(files)) if (!(name in STATEFUL_SITE)) site.remove(name)
  site.put(STATEFUL_SITE)
  expect((await build(site)).files).toEqual(first.files)
})

test('a page that is rendered in every build has them all do again what they did before it', async () => {
  const site = makeSite({
    ...STATEFUL_SITE,
    'last.html': '---\n---\n{% counted %} {{ "only" | split: "," | sample }}',
  })
  const first = await build(site)
  expect(first.files['_site/last.html']).toBe('2 A,B words only')
  expect(await build(site)).toMatchObject({ rubies: 0, files: first.files })
  site.put({ 'plain.html': '---\n---\nplainer' })
  expect((await build(site)).files).toEqual(await afresh(site))
})

test('what they do once all is written is done again, and what they are told the time for', async () => {
  const site = makeSite({
    ...STATEFUL_SITE,
    '_plugins/last.rb': `Jekyll::Hooks.register(:site, :post_write) do |site|
  File.write(File.join(site.dest, 'list.txt'), Dir.children(site.dest).sort.join(','))
end
`,
  })
  const first = await build(site)
  site.put({ '_site/list.txt': 'damaged' })
  expect(await build(site)).toMatchObject({ rubies: 0, files: first.files })
  site.put({
    '_plugins/last.rb':
      'Jekyll::Hooks.register(:posts, :post_render) { |post| post.output += Time.now.year.to_s }\n',
  })
  const timed = await build(site)
  const again = await build(site)
  expect(again).toMatchObject({ rubies: 1, files: timed.files })
})

test('which tags and filters there are decides', async () => {
  const site = makeSite({
    '_config.yml': 'liquid:\n  strict_filters: false\n',
    '_plugins/all.rb': `module Words
  File.readlines('words.txt', chomp: true).each { |word| define_method(word) { |_| word * 2 } }
end
Liquid::Template.register_filter(Words)
`,
    'words.txt': 'one\n',
    'page.html': '---\n---\n{{ "x" | two }}',
  })
  expect((await build(site)).files['_site/page.html']).toBe('x')
  site.put({ 'words.txt': 'one\ntwo\n' })
  expect((await build(site)).files['_site/page.html']).toBe('twotwo')
})

test('what a hook makes of written files is made again', async () => {
  const site = makeSite({
    '_config.yml': '',
    '_plugins/all.rb': `Jekyll::Hooks.register(:site, :post_write) do |site|
  file = File.join(site.dest, 'page.html')
  File.write(file, File.read(file) + '!')
end
`,
    'page.html': '---\n---\npage',
    'other.html': '---\n---\nother',
  })
  for (let turn = 0; turn < 3; turn++) expect((await build(site)).files['_site/page.html']).toBe('page!')
  site.put({ 'page.html': '---\n---\nnew' })
  expect((await build(site)).files['_site/page.html']).toBe('new!')
  expect((await build(site)).files['_site/page.html']).toBe('new!')
})

test('nobody watches over plugins while no Ruby is there', async () => {
  const site = makeSite({
    '_config.yml': 'time: 2024-01-01\n',
    '_plugins/all.rb': `class Named < Jekyll::Generator
  def generate(site) = site.pages.each { |page| page.data['named'] = page.name }
end
`,
    'page.html': '---\n---\n{{ page.named }}',
  })
  const calls = async (): Promise<readonly number[]> => {
    let started = 0
    let ended = 0
    const watch = { started: () => void started++, ended: () => void ended++ }
    const { config } = loadSetup({ cwd: site.root, timezone: 'UTC' })
    const { plugins } = await loadPlugins(config, { bundled: BUNDLED, watch })
    const time = buildTime('0', zoneFor('UTC'))
    await buildAndFinish({
      config,
      plugins,
      bundled: BUNDLED,
      tree: sourceTree(config),
      time,
      output: memoryOutput(),
    })
    return [started, ended]
  }
  const [started = 0, ended] = await calls()
  expect(started).toBeGreaterThan(0)
  expect(ended).toBe(started)
  expect(await calls()).toEqual([0, 0])
})
