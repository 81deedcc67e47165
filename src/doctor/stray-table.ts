/**
 * Paragraphs that kramdown takes for tables because of a pipe: `a | b` alone is a table of one row. A table that is
 * meant begins with a pipe or has a line of dashes; what has neither is worth a look.
 */
import type { Renderable } from '../site/index.ts'

export interface StrayTable {
  readonly path: string
  /** line of the file, from 1 */
  readonly line: number
  readonly text: string
}

/** The first lines of suspected tables in the Markdown of `doc`. Code, mathematics and Liquid are left out. Linear. */
export function findStrayTables(doc: Renderable): StrayTable[] {
  const found: StrayTable[] = []
  const lines = doc.body.split('\n')
  let fence: string | undefined
  let block: number | undefined
  const end = (after: number): void => {
    if (block === undefined) return
    const rows = lines.slice(block, after)
    if (rows.every(hasPipe) && !rows.some(isRuled) && !rows[0]!.trimStart().startsWith('|'))
      found.push({ path: doc.file.path, line: doc.bodyLine + block, text: rows[0]!.trim() })
    block = undefined
  }
  for (const [i, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    const closes = fence !== undefined && mark?.startsWith(fence) === true
    // A block goes on to the next empty line, whatever its lines look like.
    const other = block === undefined ? isOther(line) : /^\s*\{:/.test(line)
    if (fence !== undefined || mark !== undefined || line.trim() === '' || other) end(i)
    else block ??= i
    if (closes) fence = undefined
    else if (fence === undefined && mark !== undefined) fence = mark
  }
  end(lines.length)
  return found
}

/** Code, headings, lists, quotes, HTML, attribute lists and tags begin with what no paragraph begins with. */
function isOther(line: string): boolean {
  return /^(?: {4}|\t)|^\s{0,3}(?:#|>|<|[*+-]\s|\d+\.\s|\{[:%{]|\[[^\]]+\]:)/.test(line)
}

/** Whether `line` has a pipe that counts: not escaped, not in code, mathematics or Liquid. */
function hasPipe(line: string): boolean {
  let closing = ''
  for (let i = 0; i < line.length; i++) {
    if (closing !== '') {
      if (!line.startsWith(closing, i)) continue
      i += closing.length - 1
      closing = ''
    } else if (line[i] === '\\') i++
    else if (line[i] === '|') return true
    else {
      const opening = OPENINGS.find(([text]) => line.startsWith(text, i))
      if (opening === undefined || line.indexOf(opening[1], i + opening[0].length) === -1) continue
      closing = opening[1]
      i += opening[0].length - 1
    }
  }
  return false
}

const OPENINGS: readonly (readonly [string, string])[] = [
  ['``', '``'],
  ['`', '`'],
  ['$$', '$$'],
  ['{{', '}}'],
  ['{%', '%}'],
]

/** A line of dashes between pipes, as a table's head has under it. */
function isRuled(line: string): boolean {
  return /^[|\s:=+-]*[-=]{2,}[|\s:=+-]*$/.test(line)
}
