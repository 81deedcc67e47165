/** `markdown: CommonMark`: the plugins' settings, through another engine. */
import { expect, test } from 'vitest'
import { BuildError } from '../../src/base/index.ts'
import { filesOf } from '../../src/read/memory-tree.ts'
import { buildSite } from './build-site.ts'

function html(config: string, markdown: string): string | undefined {
  return buildSite(filesOf(`-- _config.yml --\n${config}\n-- a.md --\n---\n---\n${markdown}`)).outputs.get(
    'a.html',
  )
}

test('CommonMark reads what kramdown reads otherwise', () => {
  expect(html('markdown: CommonMark', '# A\n* a\n* b\n')).toBe(
    '<h1>A</h1>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n',
  )
})

test('its extensions are those the site lists', () => {
  const table = 'a|b\n-|-\n1|~~2~~\n'
  expect(html('markdown: CommonMark', table)).not.toContain('<table>')
  expect(html('{markdown: CommonMark, commonmark: {extensions: [table, strikethrough]}}', table)).toMatch(
    /<table>[\s\S]*<del>2<\/del>/,
  )
})

test('SMART turns quotes', () => {
  expect(html('{markdown: commonmark, commonmark: {options: [SMART]}}', '"a" -- b...\n')).toBe(
    '<p>“a” – b…</p>\n',
  )
})

test("GitHub's variant has tables and ids by itself", () => {
  expect(html('markdown: CommonMarkGhPages', '# A b, c!\n# A b, c!\n')).toBe(
    '<h1 id="a-b-c">A b, c!</h1>\n<h1 id="a-b-c-1">A b, c!</h1>\n',
  )
})

test('code in a known language is wrapped as kramdown wraps it', () => {
  expect(html('markdown: CommonMark', '```json\n[]\n```\n\n```nosuch\n<a>\n```\n')).toMatch(
    /^<div class="language-json highlighter-rouge"><div class="highlight"><pre class="highlight"><code><span[\s\S]*<\/code><\/pre><\/div><\/div>\n<pre><code class="language-nosuch">&lt;a&gt;\n<\/code><\/pre>\n$/,
  )
})

test('a processor that does not exist stops the build at the first Markdown file', () => {
  expect(() => html('markdown: redcarpet', 'a\n')).toThrow(BuildError)
  expect(() => html('markdown: redcarpet', 'a\n')).toThrow(/Invalid Markdown processor given: redcarpet/)
})
