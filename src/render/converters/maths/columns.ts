/**
 * Tables of MathML as browsers take them: MathML Core has cells, and no columns. How a column is aligned stands in the
 * classes of its cells, `math-left` and `math-right`, and in `columnalign`, which some browsers know; the rows of equations
 * get the cells of their numbers.
 */

const TAG = /<(\/?)(mtable|mtr|mtd)\b([^>]*)>/g
const GLUE = '<mtd class="math-glue"></mtd>'
/** KaTeX's own cells around numbers, which only some rows have */
const OWN_CELLS = /<mtd class ="(?:mtr-glue|mml-eqn-num)"><\/mtd>/g

interface OpenTable {
  readonly columns: readonly string[]
  column: number
}

/**
 * @param numbers of the outermost table's rows, the cell of its number, or ''; undefined where it has no numbers
 */
export function withColumns(mathMl: string, numbers: readonly string[] | undefined): string {
  if (!mathMl.includes('<mtable')) return mathMl
  const open: OpenTable[] = []
  let row = -1
  const hasNumbers = numbers?.some((number) => number !== '') ?? false
  return mathMl
    .replace(OWN_CELLS, '')
    .replace(TAG, (tag, slash: string, name: string, attributes: string) => {
      const table = open.at(-1)
      const isOuter = hasNumbers && open.length === 1
      if (name === 'mtable') {
        if (slash !== '') {
          open.pop()
          return tag
        }
        const columns = columnsOf(attributes)
        open.push({ columns, column: 0 })
        if (!hasNumbers || open.length > 1) return `<mtable columnalign="${columns.join(' ')}">`
        return `<mtable class="math-numbered" columnalign="center ${columns.join(' ')} center right">`
      }
      if (table === undefined) return tag
      if (name === 'mtr') {
        table.column = 0
        if (isOuter && slash === '') {
          row++
          return `<mtr>${GLUE}`
        }
        return isOuter ? `${GLUE}${numbers?.[row] || '<mtd></mtd>'}</mtr>` : tag
      }
      if (slash !== '' || attributes !== '') return tag
      const align = table.columns[Math.min(table.column++, table.columns.length - 1)]
      return align === 'left' || align === 'right' ? `<mtd class="math-${align}">` : tag
    })
}

function columnsOf(attributes: string): readonly string[] {
  return (/columnalign="([^"]*)"/.exec(attributes)?.[1] ?? 'center').split(' ')
}
