/** A second build starts Ruby only where something that plugins saw is another thing. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'
import { countRubies } from './rubies.ts'

const PLUGIN = `class Listing < Jekyll::Generator
  def generate(site)
    page = Jekyll::PageWithoutAFile.new(site, site.source, '', 'made.html')
    page.content = site.posts.docs.map { |post| post.data['title'] }.join(',') + File.read('words.txt')
    site.pages << page
    puts 'a line'
  end
end
module Shout
  def shout(text) = text.upcase
end
Liquid::Template.register_filter(Shout)
class Box < Liquid::Block
  def render(context) = "[#{context['page.title']}: #{super}]"
end
Liquid::Template.register_tag('box', Box)
Jekyll::Hooks.register(:posts, :post_render) { |post| post.output += '!' }
Jekyll::Hooks.register(:site, :post_write) { |site| File.write(File.join(site.dest, 'last.txt'), 'last') }
`

const site = makeSite({
  '_config.yml': '',
  '_plugins/all.rb': PLUGIN,
  '_posts/2024-01-01-a.md':
    '---\ntitle: A\n---\n{% box %}{{ "in" | shout }}{% box %}deep{% endbox %}{% endbox %}',
  '_posts/2024-01-02-b.md': '---\ntitle: B\n---\n{{ page.title | shout }}',
  'words.txt': 'words',
  'other.html': '---\n---\nother',
})

const rubies = countRubies()

/** Builds; how many Rubies that took, and what came of it. */
async function build(
  ...flags: readonly string[]
): Promise<readonly [rubies: number, files: Readonly<Record<string, string>>]> {
  rubies.taken()
  const { code, out, err } = await runIn(site.root, ['build', ...flags])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('a line')
  const files = site.list().filter((name) => name.startsWith('_site/'))
  return [rubies.taken(), Object.fromEntries(files.map((name) => [name, site.read(name)]))]
}

test('what plugins saw decides', async () => {
  const [once, first] = await build()
  expect(once).toBe(1)
  expect(first['_site/2024/01/01/a.html']).toBe('<p>[A: IN[A: deep]]</p>\n!')
  expect(first['_site/made.html']).toBe('A,Bwords')
  expect(first['_site/last.txt']).toBe('last')
  expect(await build()).toEqual([0, first])

  site.put({ 'other.html': '---\n---\nan edit that no plugin sees' })
  const [none, second] = await build()
  expect([none, second['_site/other.html']]).toEqual([0, 'an edit that no plugin sees'])

  site.put({ 'words.txt': 'other words' })
  const [again, third] = await build()
  expect([again, third['_site/made.html']]).toEqual([1, 'A,Bother words'])
  expect(await build()).toEqual([0, third])

  site.put({ '_posts/2024-01-02-b.md': '---\ntitle: Bee\n---\n{{ page.title | shout }}' })
  const [more, fourth] = await build()
  expect([more, fourth['_site/2024/01/02/b.html']]).toEqual([1, '<p>BEE</p>\n!'])
  expect(fourth['_site/2024/01/01/a.html']).toBe(first['_site/2024/01/01/a.html'])

  site.put({ '_plugins/all.rb': PLUGIN.replace('upcase', 'upcase.reverse') })
  const [anew, fifth] = await build()
  expect([anew, fifth['_site/2024/01/02/b.html']]).toEqual([1, '<p>EEB</p>\n!'])

  site.put({
    '_plugins/time.rb':
      'module Now\n  def now(_) = Time.now.year.to_s\nend\nLiquid::Template.register_filter(Now)\n',
  })
  site.put({ 'other.html': '---\n---\n{{ 1 | now }}' })
  await build()
  // The clock is another one each time.
  const [timed] = await build()
  expect(timed).toBe(1)
})

test('--no-cache takes nothing of what plugins did in an earlier build', async () => {
  site.remove('_plugins/time.rb')
  site.put({ 'other.html': '---\n---\nother' })
  await build()
  const [none, kept] = await build()
  expect(none).toBe(0)
  expect(await build('--no-cache')).toEqual([1, kept])
})
