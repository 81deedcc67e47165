/** kramdown's formulas through KaTeX, and its emoji. */
import { expect, test } from 'vitest'
import { type BuiltSite, buildSite } from './build-site.ts'

function site(config: string, markdown: string): BuiltSite {
  return buildSite(
    new Map([
      ['_config.yml', `${config}\n`],
      ['a.md', `---\ntitle: A\n---\n${markdown}`],
    ]),
  )
}

const html = (config: string, markdown: string): string | undefined =>
  site(config, markdown).outputs.get('a.html')

test('formulas are HTML and MathML when math_engine is katex', () => {
  const made = html('kramdown: {math_engine: katex}', 'a $$x^2$$\n\n$$\ny\n$$\n')
  expect(made).toMatch(/^<p>a <span class="katex"><span class="katex-mathml"><math /)
  expect(made).toContain('\n\n<span class="katex-display">')
})

test('attributes of a formula stand first in KaTeX’s own element', () => {
  expect(html('kramdown: {math_engine: katex}', 'a $$x$${: .m}\n')).toContain(
    '<span class="m" class="katex">',
  )
})

test('options go to KaTeX', () => {
  expect(
    html('kramdown: {math_engine: katex, math_engine_opts: {output: mathml}}', '$$x$$ a\n'),
  ).not.toContain('katex-html')
})

test('a formula that cannot be read is shown in red, and told with its place', () => {
  const { outputs, diagnostics } = site('kramdown: {math_engine: katex}', 'one\n\ntwo $$\\frac$$ three\n')
  expect(outputs.get('a.html')).toContain(
    'two <span class="katex-error" title="ParseError: KaTeX parse error: Unexpected end of input in a macro argument, expected &#x27;}&#x27; at end of input: \\frac" style="color:#cc0000">\\frac</span> three',
  )
  expect(diagnostics).toHaveLength(1)
  const { severity, message, source, span, trail } = diagnostics[0]!
  expect(message).toMatch(/ \(a\.md:6:7\)$/)
  expect(severity).toBe('warning')
  expect(source?.path).toBe('a.md')
  expect(source?.text.slice(span?.start, span?.end)).toBe('\\frac')
  expect(source?.text.slice(0, span?.start).split('\n')).toHaveLength(6)
  expect(trail).toEqual(['converting a.md'])
})

test('with throw_on_error it stops the build, as in Jekyll', () => {
  expect(() =>
    site('kramdown: {math_engine: katex, math_engine_opts: {throw_on_error: true}}', 'a $$\\frac$$\n'),
  ).toThrow(
    "Conversion error: Jekyll::Converters::Markdown encountered an error while converting 'a.md':\nParseError: KaTeX parse error: Unexpected end of input in a macro argument",
  )
})

test('a formula defines nothing for the next one', () => {
  const { diagnostics } = site(
    'kramdown: {math_engine: katex, math_engine_opts: {throw_on_error: true}}',
    '$$\\gdef\\foo{x}\\foo$$ a\n',
  )
  expect(diagnostics).toEqual([])
  expect(html('kramdown: {math_engine: katex}', 'a $$\\gdef\\foo{x}\\foo$$ b $$\\foo$$\n')).toContain(
    'color:#cc0000',
  )
})

test('an engine that needs a gem stops the build at the first Markdown file', () => {
  for (const engine of ['mathjaxnode', 'sskatex', 'nosuch'])
    expect(() => site(`kramdown: {math_engine: ${engine}}`, 'a\n')).toThrow(`kramdown-math-${engine}`)
})

test('without an engine formulas stay as they are', () => {
  expect(html('kramdown: {math_engine: }', 'a $$x$$\n')).toBe('<p>a <span class="kdmath">$x$</span></p>\n')
})

test('gfm_emojis shows emoji, from GitHub or from where the site says', () => {
  expect(html('kramdown: {gfm_emojis: true}', ':smile: `:smile:` :nosuch:\n')).toBe(
    '<p><img class="emoji" title=":smile:" alt=":smile:" src="https://github.githubassets.com/images/icons/emoji/unicode/1f604.png" height="20" width="20" /> <code class="language-plaintext highlighter-rouge">:smile:</code> :nosuch:</p>\n',
  )
  expect(html('kramdown: {gfm_emojis: true, gfm_emoji_opts: {asset_path: "/img/"}}', ':smile:\n')).toContain(
    'src="/img/unicode/1f604.png"',
  )
  expect(html('kramdown: {}', ':smile:\n')).toBe('<p>:smile:</p>\n')
})
