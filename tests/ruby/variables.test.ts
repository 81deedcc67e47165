/** What plugins in Ruby leave in a template is there for the tags after it, and for the template: as Jekyll 4.4.1 printed it. */
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'

const PLUGIN = `class Note < Liquid::Tag
  def initialize(name, markup, tokens)
    super
    @word = markup.strip
  end

  def render(context)
    context['words'] = context.environments.first['page']['words'] ||= []
    context['words'] << @word
    (context['counts'] ||= {})[@word] ||= context['words'].size
    "#{context['words'].join('+')} #{context['counts'].values.join}"
  end
end
Liquid::Template.register_tag('note', Note)
`

test('lists and hashes that tags change', async () => {
  const site = makeSite({
    '_config.yml': '',
    '_plugins/note.rb': PLUGIN,
    'a.html':
      '---\n---\n{% note x %}|{{ words | join: "," }}|{% note y %}|{{ words | join: "," }}|{{ counts.y }}|{% note x %}',
    'b.html': '---\n---\n{% note z %}',
  })
  const { code, err } = await runIn(site.root, ['build'])
  expect([code, err]).toEqual([0, ''])
  expect([site.read('_site/a.html'), site.read('_site/b.html')]).toEqual([
    'x 1|x|x+y 12|x,y|2|x+y+x 12',
    'z 1',
  ])
})
