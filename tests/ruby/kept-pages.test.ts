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
