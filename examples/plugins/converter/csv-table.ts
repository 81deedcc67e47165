/**
 * Pages written as `.csv` (with front matter) become HTML tables. A converter runs after Liquid, so rows may be made in
 * loops; layouts, permalinks and everything else work as for any page.
 */
import { definePlugin, escapeHtml } from 'whirl-blog'

export default definePlugin({
  name: 'csv-table',
  converters: [
    {
      name: 'CSV',
      priority: 0,
      matches: (ext) => ext === '.csv',
      outputExt: () => '.html',
      convert(text) {
        const [head, ...rows] = rowsOf(text)
        if (head === undefined) return ''
        const cells = (row: readonly string[], tag: string): string =>
          row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')
        const body = rows.map((row, index) => {
          // What is thrown here is told as a fault of this page.
          if (row.length !== head.length)
            throw new Error(`row ${index + 2} has ${row.length} cells, and there are ${head.length} columns`)
          return `<tr>${cells(row, 'td')}</tr>\n`
        })
        return `<table>\n<thead><tr>${cells(head, 'th')}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n`
      },
    },
  ],
})

/** The rows of a CSV text; cells may be quoted, with `""` for a quote. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue
    const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)
    rows.push([...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
  }
  return rows
}
