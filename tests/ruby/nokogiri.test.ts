/** What stands for Nokogiri does what Nokogiri does. */
import { execFileSync, spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'
import { saidByRuby } from './said-by-ruby.ts'

const HTML =
  '<h2 id="a">One <em>two</em></h2><p class="x y">text <a href="https://example.org/ä b">link</a> &amp; <img src="i.png" alt="A"></p>' +
  '<ul><li>1</li><li class="y">2</li><li>3</li></ul><table><tr><td>c</td></tr></table><!-- note --><script>a < b</script>'

/** Each with `f`, the fragment of `HTML`. */
const CODES = [
  'f.to_html',
  '["html>\\n\\n", "HTML >", "html>"].map { |rest| Nokogiri::HTML("<!doctype #{rest}<html><body><p>x</p></body></html>\\n").to_html }',
  'f.to_s == f.inner_html',
  "f.css('li').map(&:text)",
  "f.css('li.y, h2').map(&:name)",
  'f.css(\'p > a[href^="https"]\').size',
  "f.css('ul li:nth-child(2)').text",
  "f.css('li:first-child, li:last-child').map(&:text)",
  "f.css('li + li').size",
  "f.css('h2 ~ ul li').size",
  "f.css('p:not(.x)').size",
  "f.css('[id]').map { |node| node['id'] }",
  "f.css('#a').first.name",
  "f.at_css('a')['href']",
  "f.at_css('a').attr('href')",
  "f.at_css('nothing')",
  "f.at_css('p').classes",
  "f.at_css('h2').content",
  "f.at_css('h2').inner_html",
  "f.at_css('h2').children.map(&:name)",
  "f.at_css('em').parent.name",
  "f.at_css('li.y').next_element.text",
  "f.at_css('li.y').previous_element.text",
  "f.at_css('em').ancestors.map(&:name)",
  "f.xpath('.//li').map(&:text)",
  "f.xpath('.//a[@href]').size",
  'f.xpath(\'.//li[@class="y"]\').text',
  "f.xpath('.//li[2]').text",
  "f.xpath('.//h2/em').text",
  "f.xpath('.//a/@href').map(&:value)",
  "f.at_xpath('.//img')['alt']",
  "f.search('img').size",
  "a = f.at_css('a'); a['target'] = '_blank'; a['rel'] = 'no \"quotes\"'; a.to_html",
  "a = f.at_css('a'); a.remove_attribute('href'); a.to_html",
  "f.at_css('h2').name = 'h3'; f.to_html[0, 20]",
  "f.at_css('em').content = '<b> & c'; f.at_css('h2').to_html",
  "f.at_css('em').inner_html = '<b>bold</b> x'; f.at_css('h2').to_html",
  "f.at_css('em').replace('<i>new</i>'); f.at_css('h2').to_html",
  "f.at_css('img').wrap('<figure></figure>'); f.at_css('p').to_html",
  "f.at_css('ul').before('<hr>'); f.at_css('ul').after('<p>behind</p>'); f.to_html",
  "f.at_css('p').add_class('z'); f.at_css('p').remove_class('x'); f.at_css('p')['class']",
  "f.css('li').each { |li| li.add_child('<b>!</b>') }; f.at_css('ul').to_html",
  "f.at_css('ul').prepend_child('<li>0</li>'); f.css('li').first.text",
  "f.css('li').remove; f.at_css('ul').to_html",
  "node = Nokogiri::XML::Node.new('span', Nokogiri::HTML.fragment('').document); node['id'] = 's'; node.content = 'x'; f.at_css('em').add_next_sibling(node); f.at_css('h2').to_html",
  "f.css('a').each { |a| a.replace(a.children) }; f.at_css('p').to_html",
  "f.css('table').wrap('<div class=\"scroll\"></div>'); f.to_html",
  "f.traverse { |node| node.content = node.content.upcase if node.text? && node.parent.name == 'em' }; f.at_css('h2').to_html",
  "f.at_css('p').key?('class')",
  "f.at_css('p').keys",
  "f.css('li').first.next_sibling.text",
  'f.children.map(&:name)',
  "f.css('li').index { |li| li.text == '2' }",
  "f.css('li').to_a.size + f.css('li').length",
  "Nokogiri::HTML::DocumentFragment.parse('<b>a</b>').to_html",
  "Nokogiri::HTML.fragment('<p>a<p>b').css('p').size",
  'Nokogiri::XML(\'<a><!-- c --><B d="1">t &amp; u</B> <c/></a>\').root.children.map(&:name)',
  'Nokogiri::XML(\'<?xml version="1.0"?><a xmlns="urn:x"><B d="1" xml:lang="en">t &amp; u<![CDATA[<v>]]></B></a>\').root.children.map { |b| [b.name, b.attributes.map { |k, v| [k, v.value] }, b.text] }',
  'Nokogiri::XML::Document.parse("<a>\\n <b/> \\n</a>", nil, nil, Nokogiri::XML::ParseOptions::DEFAULT_XML | Nokogiri::XML::ParseOptions::NOBLANKS | Nokogiri::XML::ParseOptions::NOENT).root.children.map(&:name)',
]

const hasNokogiri = spawnSync('ruby', ['-rnokogiri', '-e', '']).status === 0

test.skipIf(lacking('reference', 'nokogiri', hasNokogiri))('every question has the same answer', async () => {
  const given = JSON.stringify(HTML)
  const codes = CODES.map((code) => `(f = Nokogiri::HTML.fragment(${given}); ${code})`)
  const program = `require 'nokogiri'\n${codes.map((code) => `begin\n  puts((${code}).inspect)\nrescue => error\n  puts error.class\nend\n`).join('')}`
  const expected = execFileSync('ruby', ['-EUTF-8:UTF-8', '-e', program], { encoding: 'utf8' })
  const said = await saidByRuby(makeSite({ '_config.yml': '' }), ["require 'nokogiri'", ...codes])
  const paired = (all: readonly string[]) => CODES.map((code, i) => `${code} => ${all[i]}`)
  expect(paired(said.slice(1))).toEqual(paired(expected.trimEnd().split('\n')))
})
