/** What `toHtml` promises besides the HTML itself: warnings, headings, options, limits. */
import { describe, expect, test } from 'vitest'
import { jekyllDefaults, toHtml } from '../../src/kramdown/index.ts'

describe('result', () => {
  test('headings come back in order, with level and id', () => {
    const { toc } = toHtml('# A *b*\n\n## C\n{: .no_toc}\n\n### D\n{: #own}\n', jekyllDefaults)
    expect(toc).toEqual([
      { level: 1, id: 'a-b', html: 'A <em>b</em>' },
      { level: 3, id: 'own', html: 'D' },
    ])
  })

  test('toc_levels leaves headings out', () => {
    const { toc } = toHtml('# A\n## B\n### C\n', { ...jekyllDefaults, toc_levels: '2..3' })
    expect(toc.map((heading) => heading.id)).toEqual(['b', 'c'])
  })

  test('warnings have kramdown’s words', () => {
    expect(toHtml('a\n\n</div>\n').warnings).toContain(
      "Found invalidly used HTML closing tag for 'div' on line 3",
    )
    expect(toHtml('[^a]: b\n').warnings).toEqual([
      "Footnote definition for 'a' on line 1 is unreferenced - ignoring",
    ])
    expect(toHtml('{::options bogus="1" /}\n').warnings).toEqual(["Unknown kramdown option 'bogus'"])
  })

  test('unknown options and values without sense are warned about and left out', () => {
    const { html, warnings } = toHtml('# a\n', { nonsense: 1, toc_levels: 'x', smart_quotes: 'a,b' })
    expect(html).toBe('<h1 id="a">a</h1>\n')
    expect(warnings).toHaveLength(3)
  })
})

describe('code', () => {
  const colour = (code: string, language: string) => (language === 'ruby' ? `<b>${code}</b>` : undefined)

  test('highlight gets code and language, and its answer is wrapped as Rouge’s is', () => {
    expect(toHtml('```ruby\nx\n```\n', { ...jekyllDefaults, highlight: colour }).html).toBe(
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code><b>x\n</b></code></pre></div></div>\n',
    )
  })

  test('an unknown language prints plain', () => {
    expect(toHtml('```nope\n<x>\n```\n', { ...jekyllDefaults, highlight: colour }).html).toBe(
      '<pre><code class="language-nope">&lt;x&gt;\n</code></pre>\n',
    )
  })

  test('line numbers are Rouge’s table', () => {
    const options = {
      input: 'GFM',
      syntax_highlighter_opts: { line_numbers: true, start_line: 7 },
      highlight: colour,
    }
    expect(toHtml('```ruby\nx\n```\n', options).html).toContain(
      '<td class="rouge-gutter gl"><pre class="lineno">7\n</pre></td><td class="rouge-code"><pre><b>x\n</b></pre></td>',
    )
  })
})

describe('code blocks that are written by the caller', () => {
  const asked: unknown[] = []
  const codeBlock = (code: string, language: string | undefined, attributes: ReadonlyMap<string, string>) => {
    asked.push([code, language, [...attributes]])
    return language === 'fig' ? '<fig />' : undefined
  }
  const html = (text: string) => toHtml(text, { ...jekyllDefaults, codeBlock }).html

  test('code, language and attributes; what comes back takes the place of the whole block', () => {
    asked.length = 0
    expect(html('```fig?x=1\na\n```\n{: #i .b}\n\n    c\n\n`d`{:.language-fig}\n')).toBe(
      '<fig />\n\n<pre><code>c\n</code></pre>\n\n<p><code class="language-fig">d</code></p>\n',
    )
    expect(asked).toEqual([
      [
        'a\n',
        'fig',
        [
          ['class', 'b'],
          ['id', 'i'],
        ],
      ],
      ['c\n', undefined, []],
    ])
  })

  test('it stands where the block stood', () => {
    expect(html('* a\n\n  ~~~fig\n  b\n  ~~~\n')).toBe(
      '<ul>\n  <li>\n    <p>a</p>\n\n    <fig />\n  </li>\n</ul>\n',
    )
  })
})

describe('math', () => {
  test('katex asks the caller', () => {
    const math = (tex: string, block: boolean) => `<${block ? 'div' : 'span'}>${tex}</x>`
    expect(toHtml('a $$x$$\n\n$$y$$\n', { math_engine: 'katex', math }).html).toBe(
      '<p>a <span>x</x></p>\n\n<div>y</x>\n',
    )
  })
})

describe('what a document may not do', () => {
  test('no template, no file, no formatter class', () => {
    const text =
      '{::options template="/etc/passwd" /}\n{::options syntax_highlighter_opts="{formatter: X\\}" /}\n\na\n'
    const { html } = toHtml(text)
    expect(html).not.toContain('root:')
    expect(html.trim()).toBe('<p>a</p>')
  })
})

describe('limits', () => {
  const deep: Readonly<Record<string, string>> = {
    quotes: '> '.repeat(5000),
    lists: '* '.repeat(5000),
    brackets: '['.repeat(5000),
    images: '!['.repeat(5000),
    spans: '<i>'.repeat(5000),
    blocks: '<div markdown="1">\n'.repeat(5000),
    raw: '<div>'.repeat(5000),
    emphasis: '*a **b '.repeat(3000),
  }
  for (const [name, text] of Object.entries(deep))
    test(`${name} nested without end are flattened`, () => {
      expect(toHtml(`${text}end\n`, jekyllDefaults).html).toContain('end')
    })
})
