/** `markdown: CommonMark`: the plugins' settings, as Ruby's plugins answer them. */
import { expect, test } from 'vitest'
import { BuildError } from '../../src/base/index.ts'
import { readFixtures } from '../fixtures.ts'
import { buildSite } from './build-site.ts'

function html(config: string, markdown: string): string | undefined {
  return buildSite(
    new Map([
      ['_config.yml', `${config}\n`],
      ['a.md', `---\n---\n${markdown}`],
    ]),
  ).outputs.get('a.html')
}

test.each(readFixtures(new URL('./commonmark.txt', import.meta.url)))('$title', ({ sections }) => {
  expect(html(sections.config ?? '', sections.markdown ?? '')).toBe(sections.output)
})

test('any address is let through, as the Ruby plugins do', () => {
  const text = '[a](javascript:x) ![b](data:image/png;base64,x) [c](data:text/html,x)\n'
  expect(html('markdown: CommonMark', text)).toBe(
    '<p><a href="javascript:x">a</a> <img src="data:image/png;base64,x" alt="b" /> <a href="data:text/html,x">c</a></p>\n',
  )
})

test('options are read in small letters too', () => {
  expect(html('{markdown: commonmark, commonmark: {options: [smart]}}', '"a" -- b...\n')).toBe(
    '<p>“a” – b…</p>\n',
  )
})

test('long runs of what may begin something take no long time', () => {
  const config =
    '{markdown: CommonMark, commonmark: {options: [SMART, FOOTNOTES], extensions: [autolink, strikethrough]}}'
  const text = ['[', '"', '~', '-', 'www.', 'http://', 'a@', '[^a', '<!--', '\\h']
    .map((piece) => piece.repeat(20_000 / piece.length))
    .join('\n\n')
  expect(html(config, text)).toContain('<p>')
})

test('a processor that does not exist stops the build at the first Markdown file', () => {
  expect(() => html('markdown: redcarpet', 'a\n')).toThrow(BuildError)
  expect(() => html('markdown: redcarpet', 'a\n')).toThrow(/Invalid Markdown processor given: redcarpet/)
})
