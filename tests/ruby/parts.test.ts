/** A site that plugins in Ruby build several times: built again, and where a part cannot be built. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

const PLUGIN = `class Jekyll::Site
  alias build_once process
  def process
    top = dest
    config['tongues'].each do |tongue|
      config['tongue'] = tongue
      @dest = tongue == 'en' ? top : File.join(top, config['below'] || tongue)
      build_once
    end
    @dest = top
  end
end
class Where < Liquid::Tag
  def render(context) = context.registers[:site].config['tongue'] + Dir.children('texts').sort.join
end
Liquid::Template.register_tag('where', Where)
Jekyll::Hooks.register(:site, :post_write) { |site| File.write(site.in_dest_dir('last.txt'), site.config['tongue']) }
`
const FILES = {
  '_config.yml': 'tongues: [en, es]\nkeep_files: [last.txt]',
  '_plugins/all.rb': PLUGIN,
  'texts/a.txt': 'a',
  'index.html': '---\n---\n{% where %} {{ site.tongue }}',
  'old.html': '---\n---\nold',
  'plain.txt': 'plain',
}

/** Builds the site of `files` over what is there; all files that came of it. */
async function built(site: ReturnType<typeof makeSite>) {
  const { code, err } = await runIn(site.root, ['build'])
  expect([code, err]).toEqual([0, ''])
  const files = site.list().filter((name) => name.startsWith('_site/'))
  return Object.fromEntries(files.map((name) => [name, site.read(name)]))
}

test('builds over builds are as clean ones', async () => {
  const site = makeSite(FILES)
  const first = await built(site)
  expect(first['_site/index.html']).toBe('ena.txt en')
  expect(first['_site/es/index.html']).toBe('esa.txt es')
  expect(first['_site/es/last.txt']).toBe('es')
  expect(await built(site)).toEqual(first)

  site.put({ 'texts/b.txt': 'b', 'plain.txt': 'plainer' })
  site.remove('old.html')
  const second = await built(site)
  expect(second['_site/es/old.html']).toBeUndefined()
  const { 'old.html': _, ...left } = FILES
  expect(second).toEqual(await built(makeSite({ ...left, 'texts/b.txt': 'b', 'plain.txt': 'plainer' })))
})

test('nothing is written beside the destination, nor where the second part fails', async () => {
  const site = makeSite({ ...FILES, '_config.yml': "tongues: [en, es]\nbelow: '../../beside'" })
  const outside = await runIn(site.root, ['build'])
  expect([outside.code, site.list().filter((name) => name.startsWith('_site/'))]).toEqual([1, []])
  expect(outside.err).toContain('which is not in the destination')

  site.put({ '_config.yml': 'tongues: []' })
  const none = await runIn(site.root, ['build'])
  expect([none.code, site.list().filter((name) => name.startsWith('_site/'))]).toEqual([1, []])
  expect(none.err).toContain('and builds nothing')

  site.put({
    '_config.yml': 'tongues: [en, es]',
    'bad.html': "---\n---\n{% if site.tongue == 'es' %}{% include none.html %}{% endif %}",
  })
  const failed = await runIn(site.root, ['build'])
  expect([failed.code, site.list().filter((name) => name.startsWith('_site/'))]).toEqual([1, []])
  expect(failed.err).toContain("Could not locate the included file 'none.html'")
})
