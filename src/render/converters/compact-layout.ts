/**
 * libsass's `compact` style, which is Jekyll's default, laid out from Dart Sass's `expanded` one: a rule is one line,
 * rules at the top are an empty line apart; values of custom properties keep their lines. Only white space at the ends of lines changes, so a position of the old
 * text has one in the new, and a source map can follow.
 *
 *     a,            a, b { c: d; e: f; }
 *     b {
 *       c: d;       @media print { q { r: s; } }
 *       e: f;
 *     }
 */

import type { Layout } from './layout.ts'
import { follow, type OpenBlocks, readOutside } from './open-blocks.ts'

interface Moved {
  readonly indent: number
  readonly line: number
  readonly column: number
}

/** Lays out `expanded`, the output of Dart Sass without source map comment. Linear. */
export function compactLayout(expanded: string): Layout {
  const lines = expanded.split('\n')
  const moved: Moved[] = []
  const state: OpenBlocks = { open: [], comment: false }
  let css = ''
  let line = 0
  let column = 0
  let between = ''
  let custom = NO_VALUE
  for (const row of lines) {
    const text = state.comment ? inComment(row) : row.trim()
    if (custom.end === undefined) {
      const indent = row.length - row.trimStart().length
      css += `\n${row}`
      line += 1
      column = row.length
      moved.push({ indent, line, column: indent })
      custom = afterRow(text, custom)
      if (custom.end !== undefined) {
        follow(text.slice(custom.end), state)
        between = gapAfter(text, state)
      }
      continue
    }
    if (text === '') {
      moved.push({ indent: 0, line, column })
      continue
    }
    custom = state.comment || !/^--[^:{]*:/.test(text) ? NO_VALUE : afterRow(text, NO_VALUE)
    for (const [index, piece] of pieces(text, state).entries()) {
      const gap = piece.startsWith('}') && !state.comment ? ' ' : between
      css += gap
      const breaks = gap.lastIndexOf('\n')
      line += gap.split('\n').length - 1
      column = breaks === -1 ? column + gap.length : gap.length - breaks - 1
      if (index === 0) moved.push({ indent: row.length - row.trimStart().length, line, column })
      css += piece
      column += piece.length
      if (custom.end === undefined) continue
      follow(piece, state)
      between = gapAfter(piece, state)
    }
  }
  return {
    css,
    place(fromLine, fromColumn) {
      const to = moved[fromLine]
      return to === undefined ? [line, column] : [to.line, to.column + Math.max(0, fromColumn - to.indent)]
    },
  }
}

/** A row of a comment behind its first: the asterisks that it begins with are not printed. */
function inComment(row: string): string {
  return row.replace(/^(?:\s|\*(?!\/))+/, '').trimEnd()
}

/** The value of a custom property, whose lines stay as they are. */
interface CustomValue {
  /** where it ends in the row: behind its semicolon; undefined where it goes on */
  readonly end: number | undefined
  /** brackets that are open in it */
  readonly depth: number
  readonly comment: boolean
}

const NO_VALUE: CustomValue = { end: 0, depth: 0, comment: false }

/** `value` after one more row. */
function afterRow(text: string, value: CustomValue): CustomValue {
  let { depth } = value
  let end: number | undefined
  const comment = readOutside(text, value.comment, (char, at) => {
    if ('{[('.includes(char)) depth++
    else if ('}])'.includes(char)) depth--
    else if (char === ';' && depth <= 0) end = at + 1
    return end !== undefined
  })
  return { end, depth, comment }
}

/** A comment behind a closing brace stands by itself. */
function pieces(text: string, { comment }: OpenBlocks): readonly string[] {
  return !comment && text.startsWith('} /*') ? ['}', text.slice(2)] : [text]
}

/** libsass leaves key frames on lines of their own, and all of their declarations but the first. */
function gapAfter(text: string, { open, comment }: OpenBlocks): string {
  const depth = open.length
  if (comment || text.endsWith(',')) return ' '
  if (depth === 0) return text.endsWith('}') ? '\n\n' : '\n'
  const inFrames = (level: number): boolean => /^@(?:-\w+-)?keyframes\b/.test(open[level] ?? '')
  const indent = `\n${'  '.repeat(depth)}`
  if (inFrames(depth - 1)) return text.endsWith('}') ? indent : ' '
  if (depth > 1 && inFrames(depth - 2)) return text.endsWith('{') ? ' ' : indent
  return ' '
}
