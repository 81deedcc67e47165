/** Pieces of pages as Nokogiri reads and prints them; `generate.rb` asks it. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseHtml, printHtml } from '../../src/markup/index.ts'

test('HTML is read and printed as libxml2 does it', () => {
  const rows: [string, string][] = JSON.parse(readFileSync(new URL('./html.json', import.meta.url), 'utf8'))
  expect(rows.length).toBeGreaterThan(1000)
  const wrong = rows.flatMap(([html, printed]) => {
    const ours = printHtml(parseHtml(html))
    return ours === printed ? [] : [{ html, printed, ours }]
  })
  expect(wrong).toEqual([])
})
