/** Blocks of code in two pages, and which of them say the same in other colours. */
import type { Range } from './types.ts'

/** Where the `<pre>` elements of a page are, tags included. */
function codeRegions(html: string): readonly Range[] {
  const regions: Range[] = []
  for (let start = html.indexOf('<pre'); start !== -1; start = html.indexOf('<pre', start)) {
    const close = html.indexOf('</pre>', start)
    const end = close === -1 ? html.length : close + 6
    regions.push({ start, end })
    start = end
  }
  return regions
}

/** Without the elements that colour it. */
function plain(html: string, { start, end }: Range): string {
  return html.slice(start, end).replace(/<span\b[^>]*>|<\/span>/g, '')
}

/** The blocks of `ours` whose text is that of the block of `theirs` in the same place of the row. */
export function sameCode(theirs: string, ours: string): readonly Range[] {
  const [left, right] = [codeRegions(theirs), codeRegions(ours)]
  if (left.length !== right.length) return []
  return right.filter((region, i) => plain(theirs, left[i]!) === plain(ours, region))
}
