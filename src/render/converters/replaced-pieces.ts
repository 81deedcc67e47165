/** A printed style sheet with pieces of it written otherwise, and where its positions have gone. */
import type { Layout } from './layout.ts'

/** Where text of a line has gone: what stands at `from` or behind it, and before the next one, by so many columns. */
interface Shift {
  readonly from: number
  readonly by: number
}

/**
 * @param pieces global; matches what is replaced, what holds none of it (strings, comments), and every line break
 * @param replacement what stands for a piece, without line breaks; undefined leaves it as it is
 */
export function replacePieces(
  printed: string,
  pieces: RegExp,
  replacement: (match: RegExpExecArray) => string | undefined,
): Layout {
  const shifts = new Map<number, Shift[]>()
  let css = ''
  let copied = 0
  let line = 0
  let lineStart = 0
  for (const match of printed.matchAll(pieces)) {
    const { 0: piece, index } = match
    const text = replacement(match)
    if (text === undefined) {
      for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) {
        line++
        lineStart = index + at + 1
      }
      continue
    }
    css += printed.slice(copied, index) + text
    copied = index + piece.length
    const own = shifts.get(line) ?? []
    own.push({ from: copied - lineStart, by: (own.at(-1)?.by ?? 0) + text.length - piece.length })
    shifts.set(line, own)
  }
  return {
    css: css + printed.slice(copied),
    place: (at, column) => [at, column + (lastUpTo(shifts.get(at) ?? [], column)?.by ?? 0)],
  }
}

function lastUpTo(sorted: readonly Shift[], column: number): Shift | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]!.from <= column) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}
