/** How jekyll-relative-links' work grows with a text; what it prints is in recordings and sites. */
import { expect, test } from 'vitest'
import { rewriteHtml } from '../../src/bundled/relative-links/html-links.ts'
import { rewriteMarkdown } from '../../src/bundled/relative-links/markdown-links.ts'
import { expectLinear } from '../steps.ts'

const RULES = { titles: true, images: true }
const target = (path: string): string | undefined => (path === 'b.md' ? '/b.html' : undefined)

test.each([
  '[',
  '](',
  '[](',
  '![',
  '![x](y) ',
  '![![x](y',
  '[a]: ',
  '[a]: b.md "t\n',
  '[a](b.md "t',
  '[a](b#',
  '[a](b#\n',
  '[a](b "',
  ` "' `,
  ` "\\\\" `,
  '[a]: b "\'   ',
  '![x](y](',
  '\n',
  '[a]: b      \n',
  '[a](b.md) ',
  ' ',
])('Markdown of nothing but %j is read in steps by its length', (part) => {
  for (const end of ['', ')', ']', 'x'])
    expectLinear(
      (size) => `[a]: b ${part.repeat(size)}${end}`,
      (text) => rewriteMarkdown(text, RULES, target),
      256,
    )
})

test.each([
  '<a ',
  '<a href="',
  '<a href="b.md" ',
  '<a >',
  ' href="b.md"',
  '<a href="b.md>',
  '<a href="b.md">',
  '"',
])('HTML of nothing but %j is read in steps by its length', (part) => {
  for (const end of ['', '>', '">', '.md"'])
    expectLinear(
      (size) => `<a href="b.md" ${part.repeat(size)}${end}`,
      (text) => rewriteHtml(text, target),
      256,
    )
})

test('a link and an address', () => {
  expect(rewriteMarkdown('[a](b.md)', RULES, target)).toBe('[a](/b.html)')
  expect(rewriteHtml('<a href="b.md">', target)).toBe('<a href="/b.html">')
})
