/** Formulas as MathML: in pages, in excerpts, and in text without tags; their labels and numbers. */
import { expect, test } from 'vitest'
import { maths } from '../../src/bundled/maths/plugin.ts'
import { references } from '../../src/bundled/references/plugin.ts'
import type { Value } from '../../src/plugin-api.ts'
import { buildWith } from '../plugins/site.ts'

const built = (body: string, settings: readonly (readonly [string, Value])[] = []) =>
  buildWith({ 'a.md': `---\n---\n${body}` }, [maths, references], settings)
const html = (body: string): string => built(body).output('a.html') ?? ''

test('a formula is MathML and nothing else, its TeX an attribute', () => {
  expect(html('a $$t = \\frac{n}{r}$$ b')).toBe(
    '<p>a <math alttext="t = \\frac{n}{r}"><mrow><mi>t</mi><mo>=</mo><mfrac><mi>n</mi><mi>r</mi></mfrac></mrow></math> b</p>\n',
  )
  expect(html('$$\nx < y\n$$')).toBe(
    '<div class="equation"><math display="block" alttext="x &lt; y"><mrow><mi>x</mi><mo>&lt;</mo><mi>y</mi></mrow></math></div>\n',
  )
})

test('without tags a formula is one line of text, once', () => {
  const text = (tex: string): string | undefined =>
    buildWith(
      {
        'i.html': `---\n---\n{% capture x %}{% raw %}$$${tex}$$ & b{% endraw %}{% endcapture %}{{ x | markdownify | strip_html | strip }}`,
      },
      [maths],
    ).output('i.html')
  expect(text('t = \\frac{n}{r}')).toBe('t = n/r &amp; b')
  expect(text('\\frac{a+b}{2} < \\sqrt{x_1^2}')).toBe('(a + b)/2 &lt; √(x_1^2) &amp; b')
  expect(text('\\sum_{i=0}^n -x_i, \\hat y \\in \\mathbb{R}')).toBe('∑_(i = 0)^n −x_i, y ∈ ℝ &amp; b')
})

test('letters of a kind are letters of Unicode', () => {
  expect(
    html('$$\\mathbb{RA}\\mathcal{LA}\\mathbf{x1}\\mathfrak{g}\\boldsymbol\\alpha\\mathrm{d}$$'),
  ).toMatch(
    /<mi>ℝ<\/mi><mi>𝔸<\/mi>.*<mi>ℒ<\/mi><mi>𝒜<\/mi>.*<mi>𝐱<\/mi><mn>𝟏<\/mn>.*<mi>𝔤<\/mi><mi>𝜶<\/mi><mi mathvariant="normal">d<\/mi>/,
  )
})

test('a label numbers a formula, and LaTeX, a formula or the tag refers to it', () => {
  const page = html(
    '\\eqref{eq:e}, $$\\eqref{eq:e}$$, {% ref eq:f %}\n\n$$\nE \\label{eq:e}\n$$\n\n$$\nn\n$$\n\n$$\nF\n$$\n{: #eq:f .big}\n\n$$\nG \\tag{A}\n$$\n',
  )
  expect(page).toContain(
    '<p><a class="ref" href="#eq:e">(1)</a>, <a class="ref" href="#eq:e">(1)</a>, <a class="ref" href="#eq:f">(2)</a></p>',
  )
  expect(page.match(/<div [^>]*>|<span class="equation-number">[^<]*/g)).toEqual([
    '<div class="equation" id="eq:e">',
    '<span class="equation-number">(1)',
    '<div class="equation">',
    '<div id="eq:f" class="equation big">',
    '<span class="equation-number">(2)',
    '<div class="equation">',
    '<span class="equation-number">(A)',
  ])
})

test('rows of an environment are numbered one by one, and its columns are aligned', () => {
  const page = html(
    '$$\n\\begin{align}\na &= \\begin{pmatrix}1 & 2 \\\\ 3 & 4\\end{pmatrix} \\label{r1} \\\\[2pt]\nb &= \\{ \\nonumber \\\\\nc &= d \\tag*{B} \\\\ e &= f\n\\end{align}\n$$\n\n{% ref r1 %}',
  )
  expect(page.match(/<mtd class="equation-number".*?<\/mtd>/g)).toEqual([
    '<mtd class="equation-number" id="r1"><mtext>(1)</mtext></mtd>',
    '<mtd class="equation-number"><mtext>B</mtext></mtd>',
    '<mtd class="equation-number"><mtext>(2)</mtext></mtd>',
  ])
  expect(page.match(/<mtd class="math-(left|right)">/g)).toHaveLength(8)
  expect(page).toContain('<mtable class="math-numbered" columnalign="center right left center right">')
  expect(page).toContain('<a class="ref" href="#r1">(1)</a>')
  expect(html('$$\n\\begin{align*}\na &= b\n\\end{align*}\n$$')).not.toContain('equation-number')
  expect(html('$$\n\\begin{equation}\na\n\\end{equation}\n$$')).toContain('(1)</span>')
})

test('what KaTeX cannot read is shown as it is, and warned of once with its place', () => {
  for (const body of ['one $$\\frac{a$$ b', '$$\n\\frac{a\n$$', 'x $$\\foo$$']) {
    const { result, output } = built(body)
    expect(result.diagnostics).toMatchObject([{ message: expect.stringContaining('KaTeX') }])
    expect(output('a.html')).not.toContain('style=')
  }
  const labelled = built('one\n\n$$\n\\label{eq-a}\\frac{a\n+ b\n$$\n').result.diagnostics[0]
  expect(labelled?.message).toMatch(/^KaTeX: [^\n]* \(a\.md:6:1\)$/)
  expect(html('one $$\\frac{<$$ b')).toContain('<code class="math-error" title="')
  expect(html('one $$\\frac{<$$ b')).toContain('>\\frac{&lt;</code>')
})

test('the engine that the configuration names wins', () => {
  const kramdown = (engine: string | null): Value => new Map([['math_engine', engine]])
  expect(built('a $$x$$', [['kramdown', kramdown('mathjax')]]).output('a.html')).toBe('<p>a \\(x\\)</p>\n')
  expect(built('a $$x$$', [['kramdown', kramdown('katex')]]).output('a.html')).toContain('class="katex-html"')
  expect(built('a $$x$$', [['kramdown', kramdown(null)]]).output('a.html')).toContain('kdmath')
})

test('excerpts have their formulas and numbers', () => {
  const { output } = buildWith(
    {
      '_posts/2025-01-01-p.md': '---\n---\nBy \\eqref{e}, $$x^2$$.\n\n$$\nE \\label{e}\n$$\n',
      'index.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt | strip_html }}{% endfor %}',
    },
    [maths, references],
  )
  expect(output('index.html')).toBe('By (1), x^2.\n')
})
