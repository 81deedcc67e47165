/** What the theme makes of a text at build time, piece by piece. */
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../src/base/index.ts'
import { withoutInlineStyles } from '../../src/bundled/whirl-theme/align.ts'
import { linesOf } from '../../src/bundled/whirl-theme/code-lines.ts'
import { compactCss } from '../../src/bundled/whirl-theme/compact-css.ts'
import { dress } from '../../src/bundled/whirl-theme/dress.ts'
import { emailHref, emailText } from '../../src/bundled/whirl-theme/email.ts'
import { fontRange, fontsFor } from '../../src/bundled/whirl-theme/fonts.ts'
import { readingMinutes } from '../../src/bundled/whirl-theme/reading-time.ts'
import { wordSlug } from '../../src/bundled/whirl-theme/slug.ts'
import { tableOfContents } from '../../src/bundled/whirl-theme/table-of-contents.ts'
import { toHtml } from '../../src/kramdown/index.ts'
import { createLocale, say } from '../../src/locale/index.ts'
import { expectLinear } from '../steps.ts'

const warnings: Diagnostic[] = []
const dressed = (html: string): string => {
  warnings.length = 0
  const english = createLocale('en')
  return dress(
    html,
    (name, ...values) => say(english, undefined, name, values),
    (diagnostic) => warnings.push(diagnostic),
  )
}
const BLOCK = (attributes: string, code: string): string =>
  `<div ${attributes}><div class="highlight"><pre class="highlight"><code>${code}</code></pre></div></div>`

test('a block of code becomes a frame, with the name of its file', () => {
  expect(
    dressed(BLOCK('data-file="a.c" class="language-c highlighter-rouge"', '<span class="k">if</span>\n')),
  ).toBe(
    '<figure class="code" data-lang="c"><figcaption class="code-head"><span class="code-name">a.c</span><span class="code-lang">c</span></figcaption>' +
      '<div class="highlight"><pre class="highlight" role="group" aria-label="a.c"><code>' +
      '<span class="k">if</span>\n</code></pre></div></figure>',
  )
})

test('a block in a list, whose last end is indented, ends there', () => {
  const block = BLOCK('class="language-c highlighter-rouge"', 'x').replace(/<\/div>$/, '    </div>')
  const frame = dressed(BLOCK('class="language-c highlighter-rouge"', 'x'))
  expect(dressed(`${block}<p>a</p>${block}`)).toBe(`${frame}<p>a</p>${frame}`)
})

test('words are marked across the elements of their colours, lines have numbers, and some are folded', () => {
  const code = '<span class="k">int</span> <span class="n">abc</span>;\n\n<span class="n">a</span>&lt;b\n'
  expect(
    dressed(
      BLOCK(
        'title="x" mark="t ab" data-add-text="a&lt;b" start="9" collapse="2" class="language-c highlighter-rouge"',
        code,
      ),
    ),
  ).toBe(
    '<figure class="code code-numbered" data-lang="c"><figcaption class="code-head"><span class="code-name">x</span><span class="code-lang">c</span></figcaption>' +
      '<div class="highlight"><pre class="highlight" role="group" aria-label="x"><code>' +
      '<span class="line" data-line="9"><span class="k">in<mark>t</mark></span><mark> </mark><span class="n"><mark>ab</mark>c</span>;\n</span></code></pre>' +
      '<details class="code-fold"><summary>1 line</summary><pre class="highlight" role="group" aria-label="x"><code><span class="line" data-line="10">\n</span></code></pre></details>' +
      '<pre class="highlight" role="group" aria-label="x"><code><span class="line" data-line="11"><span class="n"><mark class="mark-added">a</mark></span><mark class="mark-added">&lt;b</mark>\n</span></code></pre></div></figure>',
  )
})

test('all of a block is folded; numbers that are none are told', () => {
  const html = dressed(BLOCK('data-fold="all" data-start="x" class="language-c highlighter-rouge"', 'a\nb\n'))
  expect(html).toContain('<summary>2 lines</summary>')
  expect(html).toContain('data-line="1"')
  expect(warnings.map(({ message }) => message)).toEqual([
    'data-start="x" is no number of a line: count from there, as in data-start="10".',
  ])
})

test('comments that are a number are signs where the block says so', () => {
  const code =
    'a <span class="c1">// (1)</span>\n<span class="cm">/* (12) */</span> <span class="c1"># (3) b</span>\n'
  expect(dressed(BLOCK('class="notes language-c highlighter-rouge"', code))).toContain(
    'a <span class="code-note">1</span>\n<span class="code-note">12</span> <span class="c1"># (3) b</span>\n',
  )
  expect(dressed(BLOCK('class="language-c highlighter-rouge"', code))).not.toContain('code-note')
})

test('comments whose line ends in them are signs as well, and the end of the line stays', () => {
  const code = 'x <span class="c1"># (1)\n</span>y <span class="c">; (2)\n</span>'
  expect(dressed(BLOCK('class="notes language-python highlighter-rouge"', code))).toContain(
    'x <span class="code-note">1</span>\ny <span class="code-note">2</span>\n',
  )
})

test.each([
  ['12:00 IP 10.0.0.1.1234 &gt;', false],
  ['foo -&gt;', false],
  ['mysql&gt;', true],
  ['router1&gt;', true],
  ['&gt;', true],
  ['PS C:\\Users&gt;', true],
  ['(env) C:\\&gt;', true],
  ['[root@host ~]#', true],
])('%s is a prompt: %s', (prompt, isPrompt) => {
  const line = `</span><span class="gp">${prompt}</span> <span class="nb">x</span>\n`
  const html = dressed(BLOCK('class="language-console highlighter-rouge"', `<span class="go">a\n${line}`))
  expect(html).toContain(isPrompt ? line : `</span><span class="go">${prompt} x</span>\n`)
})

test('a session has the frame of a terminal, and so has what says so', () => {
  const session = dressed(BLOCK('class="language-console highlighter-rouge"', '$ ls\n'))
  expect(session).toContain('<figure class="code code-terminal" data-lang="console">')
  expect(session).toContain('<span class="code-name">Terminal</span>')
  const told = dressed(
    BLOCK('data-title="r1" id="x" class="terminal wrap mine language-plaintext highlighter-rouge"', 'a'),
  )
  expect(told).toContain('<figure class="code code-terminal code-wrap mine" id="x">')
  expect(told).toContain('<span class="code-name">r1</span>')
})

test('a name with signs of HTML stays text', () => {
  const html = dressed(BLOCK('data-file="a&quot;<b>.c" class="language-c highlighter-rouge"', 'x'))
  expect(html).toContain('<span class="code-name">a&quot;&lt;b&gt;.c</span>')
})

test('marked lines are elements of their own; a comment over several lines goes on in each', () => {
  const code = 'a\n<span class="cm">/* b\n c */</span> d\n\ne\n'
  const html = dressed(
    BLOCK('data-mark="2" data-add="1" data-del="3,5" class="language-c highlighter-rouge"', code),
  )
  expect(html).toContain(
    '<code><span class="line is-added">a\n</span>' +
      '<span class="line is-marked"><span class="cm">/* b\n</span></span>' +
      '<span class="line is-removed"><span class="cm"> c */</span> d\n</span>' +
      '<span class="line">\n</span><span class="line is-removed">e\n</span></code>',
  )
  expect(warnings).toEqual([])
})

test('marking lines loses no character, whatever the spans', () => {
  const code = '<span class="a">1\n2<span class="b">3\n\n</span>4</span>&lt;5\n6'
  const none = { marked: new Set([1]), added: new Set<number>(), removed: new Set<number>() }
  const plain = (html: string): string => html.replace(/<[^>]*>/g, '')
  expect(plain(linesOf(code, none).join(''))).toBe(plain(code))
})

test('what is no line is told, and the rest counts', () => {
  const html = dressed(BLOCK('data-mark="1,x,7-3,0" class="language-c highlighter-rouge"', 'a\nb\n'))
  expect(html).toContain('<span class="line is-marked">a')
  expect(warnings.map(({ code, message }) => [code, message])).toEqual([
    [
      'theme/bad-lines',
      'data-mark="1,x,7-3,0" has no line or range of lines in \'x\': count from 1, as in data-mark="3,5-7".',
    ],
    [
      'theme/bad-lines',
      'data-mark="1,x,7-3,0" has no line or range of lines in \'7-3\': count from 1, as in data-mark="3,5-7".',
    ],
    [
      'theme/bad-lines',
      'data-mark="1,x,7-3,0" has no line or range of lines in \'0\': count from 1, as in data-mark="3,5-7".',
    ],
  ])
})

test('the tag highlight is framed too', () => {
  expect(
    dressed('<figure class="highlight"><pre><code class="language-c" data-lang="c">x</code></pre></figure>'),
  ).toBe(
    '<figure class="code" data-lang="c"><div class="highlight"><pre class="highlight" role="group" aria-label="Code"><code>x</code></pre></div></figure>',
  )
})

test('tables scroll by themselves, pictures but the first load late, code without colours takes the focus', () => {
  expect(dressed('<table><tr><td><table></table></td></tr></table><p>')).toBe(
    '<div class="table" role="group" aria-label="Table 1"><table><tr><td><table></table></td></tr></table></div><p>',
  )
  const label = (html: string) =>
    [...dressed(html).matchAll(/<div class="table"(?: role="group" aria-label="([^"]*)")?>/g)].map(
      ([, name]) => name,
    )
  const table = (caption = '') => `<table>${caption}<tr><td>x</td></tr></table>`
  expect(
    label(
      `<figure>${table()}</figure>${table()}<figure>${table()}<figure></figure>${table()}</figure>${table()}`,
    ),
  ).toEqual([undefined, 'Table 1', undefined, undefined, 'Table 2'])
  expect(label(`${table()}${table('\n<caption>Rates, <b>"a" &lt; b</b></caption>')}${table()}`)).toEqual([
    'Table 1',
    'Rates, &quot;a&quot; &lt; b',
    'Table 2',
  ])
  expect(
    label(`${table()}${table('<caption><span class="number">Table 1:</span> Rates</caption>')}`),
  ).toEqual([undefined, 'Table 1: Rates'])
  expect(dressed(BLOCK('data-title=" " class="language-c highlighter-rouge"', 'x'))).not.toContain(
    'figcaption',
  )
  expect(dressed('<img src="a"><img src="b"><img loading="eager" src="c">')).toBe(
    '<img src="a"><img loading="lazy" decoding="async" src="b"><img loading="eager" src="c">',
  )
  expect(dressed('<pre><code>x</code></pre>')).toBe('<pre><code>x</code></pre>')
})

test('headings link to themselves; one with a link inside has a sign behind it', () => {
  expect(dressed('<h2 id="a">A <code>b</code></h2>')).toBe(
    '<h2 id="a"><a class="heading" href="#a">A <code>b</code></a></h2>',
  )
  expect(dressed('<h3 id="a">A <a href="/">b</a></h3>')).toBe(
    '<h3 id="a">A <a href="/">b</a> <a class="anchor" href="#a" aria-label="Link to: A b"></a></h3>',
  )
  expect(dressed('<h2>no id</h2>')).toBe('<h2>no id</h2>')
})

test('an empty heading of a table is a cell; of a formula the MathML stays', () => {
  expect(dressed('<th class="a">&nbsp;</th><th>x</th>')).toBe('<td class="a"></td><th>x</th>')
  expect(
    dressed(
      '<span class="katex-display"><span class="katex"><span class="katex-mathml"><math display="block"><mi>x</mi></math></span>' +
        '<span class="katex-html" aria-hidden="true"><span style="height:1em"><span></span></span></span></span></span>.',
    ),
  ).toBe(
    '<span class="katex-display"><span class="katex"><span class="katex-mathml"><math tabindex="0" display="block"><mi>x</mi></math></span></span></span>.',
  )
})

test('scripts, comments and broken HTML stay as they are', () => {
  for (const html of [
    '<script>if (a<table) x</script>',
    '<!-- <table> -->',
    '<textarea><h2 id="x">y</h2></textarea>',
    '<table',
    '<h2 id="x">never closed',
    '<div class="highlighter-rouge"><div class="highlight"></div></div>',
    '< div>',
    '</table>',
  ])
    expect(dressed(html)).toBe(html)
})

test.each(['<', '<h2 id="a">', '<div class="highlighter-rouge">', '<!--', '<table>', '<a b="', '<sup'])(
  '%s without end is linear',
  (piece) => expectLinear((size) => piece.repeat(size), dressed),
)

test('the cells of a table of Markdown keep their sides without a style', () => {
  const { html } = toHtml('| a | b |\n|--:|:-:|\n| 1 | 2 |\n')
  const plain = withoutInlineStyles(html) as string
  expect(plain).toContain('<th class="align-right">a</th>')
  expect(plain).toContain('<td class="align-center">2</td>')
  expect(plain).not.toContain('style')
  expect(withoutInlineStyles('<p style="text-align: left">x</p>')).toBe('<p style="text-align: left">x</p>')
  expect(withoutInlineStyles('<p>x</p>')).toBeUndefined()
})

test('the table of contents has headings of two levels, and none for a short text', () => {
  const html =
    '<h3 id="z">Z</h3><h2 id="a">A <em>b</em></h2><h3 id="b">B<sup id="f"><a>1</a></sup></h3><h3 id="c">C &amp; D</h3><h2 id="d">D</h2>'
  expect(tableOfContents(html)).toBe(
    '<ol><li><a href="#z">Z</a></li><li><a href="#a">A b</a><ol><li><a href="#b">B</a></li><li><a href="#c">C &amp; D</a></li></ol></li><li><a href="#d">D</a></li></ol>',
  )
  expect(tableOfContents('<h2 id="a">A</h2><h2 id="b">B</h2>')).toBe('')
  expect(tableOfContents(`<ul id="markdown-toc"></ul>${html}`)).toBe('')
})

test('an address of e-mail is not text that a harvester finds, and a link all the same', () => {
  const href = emailHref('a.b+c@é.example')
  expect(href).not.toMatch(/@|example|mailto/)
  const decode = (html: string): string =>
    html.replace(/&#(x?)([0-9a-f]+);/g, (_whole, hex: string, digits: string) =>
      String.fromCodePoint(Number.parseInt(digits, hex === 'x' ? 16 : 10)),
    )
  expect(decodeURIComponent(decode(href))).toBe('mailto:a.b+c@é.example')
  expect(decode(emailText('ada@x.example'))).toBe('ada<span hidden>.invalid</span>@x.example')
  expect(emailText('ada@x.example')).not.toContain('@')
})

test('words that differ stay apart in addresses', () => {
  expect(['C', 'C++', 'C#', 'XDP', 'xdp', 'R & D', '日本', '!!', ' '].map(wordSlug)).toEqual([
    'c',
    'c-plus-plus',
    'c-sharp',
    'xdp',
    'xdp',
    'r-and-d',
    '日本',
    'u21-21',
    '',
  ])
})

test('a stylesheet loses comments and blanks, and nothing else', () => {
  expect(
    compactCss(
      `/* x */
a:hover > .b ~ c, a :focus {
  width: calc(1px + 2px) ;
  content: "a  b; }";
  background: url(x.svg) 0 0 / 1px 2px;
}
@media (min-width: 3rem) and (hover: hover) {
  :root:not(.a) .b { --x: light-dark(#fff, #000); }
}
`,
    ),
  ).toBe(
    'a:hover>.b ~ c,a :focus{width:calc(1px + 2px);content:"a  b; }";background:url(x.svg) 0 0 / 1px 2px}' +
      '@media (min-width:3rem) and (hover:hover){:root:not(.a) .b{--x:light-dark(#fff,#000)}}\n',
  )
})

test('reading takes a minute at least', () => {
  expect([
    readingMinutes(''),
    readingMinutes('word '.repeat(220)),
    readingMinutes('word '.repeat(1100)),
    readingMinutes('漢字'.repeat(1000)),
    readingMinutes(`${'word '.repeat(220)}${'かな'.repeat(500)}`),
  ]).toEqual([1, 1, 5, 4, 3])
})

test('a page asks for the parts of typefaces that it has characters of, in the faces it sets them in', () => {
  const core = ['fira-sans-400-normal-core', 'fira-sans-600-normal-core', 'fira-mono-400-normal-core']
  const more = (html: string, title = ''): readonly string[] =>
    fontsFor(html, title).filter((name) => !core.includes(name))
  expect(fontsFor('<p>plain “text”</p>', 'Title')).toEqual(core)
  expect(more('<p>für</p>')).toEqual(['fira-sans-400-normal-more'])
  expect(more('', 'Línea')).toEqual(['fira-sans-600-normal-more'])
  expect(more('<h2>Łódź <em>ø</em> ä</h2>x')).toEqual([
    'fira-sans-600-normal-ext',
    'fira-sans-600-normal-more',
    'fira-sans-400-italic-core',
    'fira-sans-400-italic-more',
  ])
  expect(more('<pre><code>ž</code></pre>é')).toEqual([
    'fira-sans-400-normal-more',
    'fira-mono-400-normal-ext',
  ])
  expect(more('<script>"ü"</script><textarea>ü</textarea><a title="ü">漢字</a>')).toEqual([])
  expect(fontRange('core')).toContain('U+20-7E')
  expect(fontRange('constructor')).toBe('')
})

test('finding the typefaces takes no longer than reading the page', () => {
  expectLinear(
    (n) => '<em>é</em><'.repeat(n) + '</em'.repeat(n),
    (html) => fontsFor(html, ''),
  )
})

test('types and helpers of the kernel have the colours of types and functions, in C alone', () => {
  const code = (language: string): string =>
    dressed(
      BLOCK(
        `class="language-${language} highlighter-rouge"`,
        '<span class="n">__u32</span> <span class="n">bpf_map_lookup_elem</span><span class="p">(</span> <span class="n">SEC</span> <span class="n">u32x</span>',
      ),
    )
  expect(code('c')).toContain(
    '<span class="kt">__u32</span> <span class="nf">bpf_map_lookup_elem</span><span class="p">(</span> <span class="n">SEC</span> <span class="n">u32x</span>',
  )
  expect(code('go')).toContain('<span class="n">__u32</span>')
})
