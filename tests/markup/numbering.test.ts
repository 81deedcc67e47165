/** Numbers of figures, tables and equations, and what refers to them. */
import { expect, test } from 'vitest'
import { numberParts, referenceTo } from '../../src/markup/index.ts'

const words = {
  figure: (number: number) => `Figure ${number}`,
  table: (number: number) => `Table ${number}`,
  section: (title: string, number: string | undefined) =>
    number === undefined ? `Section “${title}”` : `Section ${number}`,
}
const numbered = (html: string, more: object = {}): string => numberParts(html, { words, ...more }).html

test('a figure with an id and a caption has a number, others have none', () => {
  expect(
    numbered(
      '<figure><figcaption>x</figcaption></figure><figure id="a"><img/></figure><figure id="b"><figcaption>y</figcaption></figure>',
    ),
  ).toBe(
    '<figure><figcaption>x</figcaption></figure><figure id="a"><img/></figure><figure id="b"><figcaption><span class="number">Figure 1:</span> y</figcaption></figure>',
  )
})

test('of a figure in a figure the outer one counts', () => {
  expect(
    numbered(
      '<figure id="o"><figure id="i"><figcaption>i</figcaption></figure><figcaption>o</figcaption></figure>',
    ),
  ).toBe(
    '<figure id="o"><figure id="i"><figcaption>i</figcaption></figure><figcaption><span class="number">Figure 1:</span> o</figcaption></figure>',
  )
})

test('a table gets its caption from the attribute, or has one', () => {
  expect(numbered('<table id="t" class="c" caption="A &amp; B"><tr></tr></table>')).toBe(
    '<table id="t" class="c"><caption><span class="number">Table 1:</span> A &amp; B</caption><tr></tr></table>',
  )
  expect(numbered('<table caption="A"></table>')).toBe('<table><caption>A</caption></table>')
  expect(numbered('<table id="t"><caption>A</caption></table>')).toContain('>Table 1:</span> A')
})

test('a picture alone with a caption is a figure; with text around it stays', () => {
  expect(numbered('<p><img src="a.png" alt="A" id="f" caption="C" /></p>')).toBe(
    '<figure id="f"><img src="a.png" alt="A" /><figcaption><span class="number">Figure 1:</span> C</figcaption></figure>',
  )
  expect(numbered('<p id="f" caption="C"><img src="a.png" alt="A" /></p>')).toContain('<figure id="f"><img')
  const within = '<p><img src="a.png" id="f" caption="C" /> text</p>'
  expect(numbered(within)).toBe(within)
})

test('references print number and name, before and behind what they mean', () => {
  const html = `${referenceTo('b')} <h2 id="s">A <em>b</em></h2><figure id="b"><figcaption>y</figcaption></figure>${referenceTo('s')}`
  expect(numbered(html)).toContain('<a class="ref" href="#b">Figure 1</a> ')
  expect(numbered(html)).toContain('<a class="ref" href="#s">Section “A b”</a>')
})

test('equations: counted, given, by row; LaTeX writes references to them', () => {
  const html =
    '<div class="equation" id="e"><math></math><span class="equation-number"></span></div>' +
    '<div class="equation"><math></math><span class="equation-number">(A)</span></div>' +
    '<math><mtd class="equation-number" id="r"><mtext></mtext></mtd></math>see \\eqref{e}, \\ref{r}<code>\\ref{r}</code>'
  const made = numbered(html)
  expect(made).toContain('<span class="equation-number">(1)</span>')
  expect(made).toContain('<span class="equation-number">(A)</span>')
  expect(made).toContain('id="r"><mtext>(2)</mtext></mtd>')
  expect(made).toContain(
    'see <a class="ref" href="#e">(1)</a>, <a class="ref" href="#r">(2)</a><code>\\ref{r}</code>',
  )
})

test('sections are numbered where that is asked for', () => {
  const made = numbered(
    `<h1 id="o">O</h1><h2 id="a">A</h2><h3 id="b">B</h3><h2 id="c">C</h2><h3>D</h3>${referenceTo('b')}`,
    { sections: true },
  )
  expect(made.replace(/<[^>]*>/g, '|')).toBe('|O|||1| A|||1.1| B|||2| C|||2.1| D||Section 1.1|')
})

test('what is numbered comes out as it is', () => {
  const once = numbered(
    '<h2 id="h">H</h2><figure id="b"><figcaption>y</figcaption></figure><table id="t" caption="A"></table>' +
      '<span class="equation-number" id="e"></span>' +
      referenceTo('b'),
    { sections: true },
  )
  expect(numbered(once, { sections: true })).toBe(once)
  expect(numberParts(once, { words, sections: true }).targets).toEqual(
    new Map([
      ['h', 'Section 1'],
      ['b', 'Figure 1'],
      ['t', 'Table 1'],
      ['e', '(1)'],
    ]),
  )
})

test('what is missing is told, and what stands apart has no links', () => {
  expect(numberParts(referenceTo('x'), { words }).missing).toEqual(['x'])
  expect(numbered(referenceTo('x'), { apart: true, elsewhere: new Map([['x', 'Figure 3']]) })).toBe(
    'Figure 3',
  )
})

test('a blank caption is none', () => {
  expect(numbered('<p id="F"><img src="a" caption="" /></p>')).toBe('<p id="F"><img src="a" /></p>')
  expect(numbered('<p caption=" "><img src="a" alt="b" /></p>')).toBe('<p><img src="a" alt="b" /></p>')
  expect(numbered('<p caption="C"><img src="a" caption="" /></p>')).toBe(
    '<figure><img src="a" /><figcaption>C</figcaption></figure>',
  )
  expect(numbered('<table id="T" caption=""><tr></tr></table>')).toBe('<table id="T"><tr></tr></table>')
})
