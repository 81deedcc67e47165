/**
 * Where a key stands in a text of YAML, for messages: found by indentation, line by line, without parsing. What stands
 * in braces on one line is found as far as its line.
 */
import type { Span } from '../../plugin-api.ts'
import type { KeyPath } from './problem.ts'

interface Line {
  readonly start: number
  readonly text: string
  /** columns before the first character; -1 for lines without content */
  readonly indent: number
}

/** The place of `keys` in `text` between the offsets `from` and `to`: of the deepest of them that is found. */
export function placeOfKey(text: string, keys: KeyPath, from = 0, to = text.length): Span | undefined {
  const lines = linesOf(text, from, to)
  let first = 0
  let last = lines.length
  let found: Span | undefined
  for (const key of keys) {
    const at = typeof key === 'number' ? itemAt(lines, first, last, key) : keyAt(lines, first, last, key)
    if (at === -1) break
    const line = lines[at] as Line
    const shown = line.text.trimEnd()
    found = { start: line.start + Math.max(0, line.indent), end: line.start + shown.length }
    last = blockEnd(lines, at, last, typeof key === 'number')
    // An item's first key stands on the line of its dash.
    first = typeof key === 'number' ? at : at + 1
  }
  return found
}

function linesOf(text: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = []
  for (let start = from; start < to; ) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 || newline > to ? to : newline
    const line = text.slice(start, end)
    const bare = line.trimStart()
    const empty = bare === '' || bare.startsWith('#')
    lines.push({ start, text: line, indent: empty ? -1 : line.length - bare.length })
    start = end + 1
  }
  return lines
}

/** The first line of the least indent that begins with `key:`, dashes before it aside. */
function keyAt(lines: readonly Line[], first: number, last: number, key: string): number {
  const words = [`${key}:`, `"${key}":`, `'${key}':`]
  for (let at = first; at < last; at++) {
    const { text, indent } = lines[at] as Line
    if (indent === -1) continue
    const bare = text.slice(indent).replace(/^(?:-\s+)+/, '')
    if (words.some((word) => bare.startsWith(word))) return at
  }
  return -1
}

/** The line of the item at `index` of the list whose first dash comes first. */
function itemAt(lines: readonly Line[], first: number, last: number, index: number): number {
  let indent = -1
  let count = -1
  for (let at = first; at < last; at++) {
    const line = lines[at] as Line
    if (line.indent === -1 || line.text[line.indent] !== '-') continue
    if (indent === -1) indent = line.indent
    if (line.indent === indent && ++count === index) return at
  }
  return -1
}

/** Where the block that begins on the line `at` ends. */
function blockEnd(lines: readonly Line[], at: number, last: number, isItem: boolean): number {
  const { indent } = lines[at] as Line
  for (let next = at + 1; next < last; next++) {
    const line = lines[next] as Line
    if (line.indent === -1) continue
    const sameList = !isItem && line.indent === indent && line.text[line.indent] === '-'
    if (line.indent <= indent && !sameList) return next
  }
  return last
}
