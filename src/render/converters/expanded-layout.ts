/**
 * libsass's `expanded` style, laid out from Dart Sass's: an empty line between rules at the top however they were nested,
 * and each comment on lines of its own.
 *
 *     a { /* x *\/      a {
 *       b: c;            /* x *\/
 *     }                  b: c;
 *     a d {            }
 *       e: f;
 *     }                a d {
 */
import type { Layout } from './layout.ts'
import { follow, type OpenBlocks } from './open-blocks.ts'

/** Text that begins at a column of a printed line, and where it has gone. */
interface Piece {
  readonly from: number
  readonly line: number
  readonly column: number
}

/** Lays out `printed`, the expanded output of Dart Sass without source map comment. Linear. */
export function expandedLayout(printed: string): Layout {
  const moved: (readonly Piece[])[] = []
  const state: OpenBlocks = { open: [], comment: false }
  const lines: string[] = []
  let ended = false
  for (const row of printed.split('\n')) {
    const placed: Piece[] = []
    moved.push(placed)
    if (row.trim() === '') continue
    let from = 0
    for (const text of state.comment ? [row] : piecesOf(row)) {
      if (ended) lines.push('')
      const bare = text.trimStart()
      const depth = state.open.length - (bare.startsWith('}') ? 1 : 0)
      const indented = from === 0 ? text.trimEnd() : `${'  '.repeat(depth)}${bare.trimEnd()}`
      const column = indented.length - indented.trimStart().length
      placed.push({ from: from + text.length - bare.length, line: lines.length, column })
      lines.push(indented)
      follow(text, state)
      ended = !state.comment && state.open.length === 0 && bare.trimEnd().endsWith('}')
      from += text.length
    }
  }
  const last = Math.max(0, lines.length - 1)
  return {
    css: lines.join('\n'),
    place(fromLine, fromColumn) {
      const piece = moved[fromLine]?.findLast(({ from }) => from <= fromColumn) ?? moved[fromLine]?.[0]
      if (piece === undefined) return [last, lines[last]?.length ?? 0]
      return [piece.line, piece.column + Math.max(0, fromColumn - piece.from)]
    },
  }
}

/** A comment behind `;`, `{` or `}` stands by itself, and so does what follows it. */
function piecesOf(row: string): readonly string[] {
  const pieces: string[] = []
  let start = 0
  let quote = ''
  let before = ''
  for (let i = 0; i < row.length; i++) {
    const char = row[i]!
    if (char === '\\') i++
    else if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '/' && row[i + 1] === '*') {
      if (!';{}'.includes(before)) continue
      if (before !== '') {
        pieces.push(row.slice(start, i))
        start = i
      }
      const end = row.indexOf('*/', i + 2)
      if (end < 0) break
      i = end + 1
      if (row.slice(end + 2).trim() !== '') {
        pieces.push(row.slice(start, end + 2))
        start = end + 2
      }
    }
    if (char.trim() !== '') before = char
  }
  pieces.push(row.slice(start))
  return pieces
}
