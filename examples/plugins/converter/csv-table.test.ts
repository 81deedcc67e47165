import { expect, test } from 'vitest'
import { testSite } from 'whirl-blog/testing'
import csvTable from './csv-table.ts'

test('a page of rows becomes a table, after Liquid', async () => {
  const site = await testSite(
    { 'prices.csv': '---\npermalink: /prices/\n---\nitem,price\n"salt, ""fine""",{{ 1 | plus: 1 }}\n' },
    { plugins: [csvTable] },
  )
  expect(site.output('prices/index.html')).toBe(
    '<table>\n<thead><tr><th>item</th><th>price</th></tr></thead>\n<tbody>\n' +
      '<tr><td>salt, &quot;fine&quot;</td><td>2</td></tr>\n</tbody>\n</table>\n',
  )
})

test('a row that is too short is a fault of its page', async () => {
  const site = testSite({ 'a.csv': '---\n---\nx,y\n1\n' }, { plugins: [csvTable] })
  await expect(site).rejects.toThrow(
    "Conversion error: CSV encountered an error while converting 'a.csv':\nrow 2 has 1 cells, and there are 2 columns",
  )
})

test('files without front matter are copied as they are', async () => {
  const site = await testSite({ 'raw.csv': 'x,y\n' }, { plugins: [csvTable] })
  expect(site.output('raw.csv')).toBe('x,y\n')
})
