/** Numbers and references on pages of a site: in its language, in excerpts, with warnings. */
import { expect, test } from 'vitest'
import { references } from '../../src/bundled/references/plugin.ts'
import { buildWith } from '../plugins/site.ts'

const POST = `---
title: P
---
See {% ref fig-path %} and {% ref "tbl-rates" %}.

![Path](/a.svg){: #fig-path caption="The way"}

| a | b |
|---|---|
| 1 | 2 |
{: #tbl-rates caption="Rates"}
`
const built = (files: Record<string, string>) => buildWith(files, [references])

test('a page in its language', () => {
  const page = built({ 'a.md': POST.replace('title: P', 'title: P\nlang: de') }).output('a.html')
  expect(page).toContain('<a class="ref" href="#fig-path">Abbildung 1</a>')
  expect(page).toContain('<a class="ref" href="#tbl-rates">Tabelle 1</a>')
  expect(page).toContain('<figcaption><span class="number">Abbildung 1:</span> The way</figcaption></figure>')
  expect(page).toContain(
    '<table id="tbl-rates"><caption><span class="number">Tabelle 1:</span> Rates</caption>',
  )
})

test("a site's own words", () => {
  const { output } = built({ 'a.md': POST, '_data/phrases/en.yml': 'figure: Fig. {1}\n' })
  expect(output('a.html')).toContain('#fig-path">Fig. 1</a>')
})

test('an excerpt has the words of what stands further down, and no links there', () => {
  const { output } = built({
    '_posts/2025-01-01-p.md': POST,
    'index.html': '---\n---\n{% for post in site.posts %}{{ post.excerpt }}{% endfor %}',
  })
  expect(output('index.html')).toBe('<p>See Figure 1 and Table 1.</p>\n')
})

test('a reference to nothing is warned of, with its place', () => {
  const { result, output } = built({ 'a.md': POST.replace('ref fig-path', 'ref fig-pth') })
  expect(output('a.html')).toContain('<a class="ref" href="#fig-pth">fig-pth</a>')
  const [warning] = result.diagnostics
  expect(warning).toMatchObject({
    code: 'references/unknown',
    message: "a.md:4:12: nothing with a number or a heading has the id 'fig-pth'.",
    help: "did you mean 'fig-path'?",
    source: { path: 'a.md' },
  })
  const { source, span } = warning!
  expect(source!.text.slice(span!.start, span!.end)).toBe('fig-pth')
  expect(source!.text.slice(0, span!.start).split('\n')).toHaveLength(4)
})

test('a footnote in a caption is warned of, with its place', () => {
  const { result } = built({ 'a.md': POST.replace('"The way"', '"The way[^1]"') })
  const [warning] = result.diagnostics
  expect(warning).toMatchObject({
    code: 'references/footnote-in-caption',
    message: "a.md:6:45: a caption has no footnotes: '[^1]' is shown as it is written.",
  })
  expect(result.diagnostics).toHaveLength(1)
  expect(built({ 'a.md': `${POST}\n[^1]: A note.\n\nText[^1]` }).result.diagnostics).toEqual([])
})

test('of things that have one id the first is referred to, and a warning says so', () => {
  const twice = POST.replace('| a | b |', '![Again](/b.svg){: #fig-path caption="Again"}\n\n| a | b |')
  const { result, output } = built({ 'a.md': twice })
  expect(output('a.html')).toContain('<a class="ref" href="#fig-path">Figure 1</a>')
  expect(result.diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['references/repeated', "Several things in a.md have the id 'fig-path'."],
  ])
})

test('a tag without an id, or with two, stops the build', () => {
  expect(() => built({ 'a.md': '---\n---\n{% ref %}' })).toThrow('ref: write one id')
  expect(() => built({ 'a.md': '---\n---\n{% ref a b %}' })).toThrow('ref: write one id')
})

test('pages without any of it keep their bytes', () => {
  const plain = { 'a.md': '---\n---\n# A\n\n![x](y)\n\n<figure id="a">x</figure>\n' }
  expect(built(plain).output('a.html')).toBe(buildWith(plain, []).output('a.html'))
})
