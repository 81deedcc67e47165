/** A text and where it came from. */
export interface SourceText {
  /** site-relative, posix; what diagnostics show */
  readonly path: string
  readonly text: string
}

/** Offsets into a text, in UTF-16 units; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Position {
  /** from 1 */
  readonly line: number
  /** from 1, in UTF-16 units */
  readonly column: number
}

/** The line and column of an offset; offsets outside the text are moved to its nearer end. */
export function lineCol(text: string, offset: number): Position {
  const at = Math.max(0, Math.min(offset, text.length))
  let line = 1
  let start = 0
  for (
    let newline = text.indexOf('\n');
    newline !== -1 && newline < at;
    newline = text.indexOf('\n', start)
  ) {
    line++
    start = newline + 1
  }
  return { line, column: at - start + 1 }
}

/** The same for many offsets of one text, which is read once. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined
  return (offset) => {
    if (starts === undefined) {
      starts = [0]
      for (let newline = text.indexOf('\n'); newline !== -1; newline = text.indexOf('\n', newline + 1))
        starts.push(newline + 1)
    }
    const at = Math.max(0, Math.min(offset, text.length))
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle
    }
    return { line: low + 1, column: at - starts[low]! + 1 }
  }
}

/** The offset of a line and column (from 1), moved inside the text and the line. */
export function offsetOf(text: string, position: Position): number {
  let start = 0
  for (let line = 1; line < position.line; line++) {
    const newline = text.indexOf('\n', start)
    if (newline === -1) return text.length
    start = newline + 1
  }
  const newline = text.indexOf('\n', start)
  return Math.min(start + Math.max(0, position.column - 1), newline === -1 ? text.length : newline)
}
