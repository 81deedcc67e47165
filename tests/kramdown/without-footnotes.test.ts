/** Footnotes leave descriptions and summaries, as kramdown and its versions print them. */
import { expect, test } from 'vitest'
import { toHtml, withoutFootnotes } from '../../src/kramdown/index.ts'

const strip = (markdown: string): string => withoutFootnotes(toHtml(markdown).html).trim()

test.each([
  ['A queue[^1] fills.[^b]\n\n[^1]: Or two.\n[^b]: Nearly.\n', '<p>A queue fills.</p>'],
  ['No notes, H<sup>2</sup>.\n', '<p>No notes, H<sup>2</sup>.</p>'],
  ['A[^1]\n\n[^1]: <div markdown="1">\n    In <div>it</div>.\n    </div>\n', '<p>A</p>'],
  ['{:footnotes}\n* here\n\nA[^1] and B.\n\n[^1]: Or two.\n', '<p>A and B.</p>'],
])('%j', (markdown, html) => {
  expect(strip(markdown)).toBe(html)
})

test('what is cut in half ends with what was before it', () => {
  expect(withoutFootnotes('<p>A</p><div class="footnotes"><ol><li>x')).toBe('<p>A</p>')
  expect(withoutFootnotes('<p>A<sup id="fnref:1"><a>1')).toBe('<p>A<sup id="fnref:1"><a>1')
})
