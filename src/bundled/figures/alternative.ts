/** The table or list that a figure stands for, as HTML. */
import { escapeHtml, type FigureAlternative } from '../../plugin-api.ts'

export function tableOrList(alternative: FigureAlternative): string {
  if (alternative.kind === 'list') {
    const name = alternative.ordered === true ? 'ol' : 'ul'
    const items = alternative.items.map((item) => `<li>${escapeHtml(item)}</li>\n`)
    return `<${name}>\n${items.join('')}</${name}>\n`
  }
  const head = alternative.head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`)
  const rows = alternative.rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>\n`,
  )
  return `<table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`
}
