/** The `mappings` of a source map (version 3), read and written when a text has been laid out anew. */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * `mappings` with each generated position moved to `place(line, column)` (from 0). The order of positions must stay.
 */
export function moveMappings(
  mappings: string,
  place: (line: number, column: number) => readonly [line: number, column: number],
): string {
  let written = ''
  let line = 0
  let lastColumn = 0
  let separator = ''
  for (const [oldLine, row] of mappings.split(';').entries()) {
    let column = 0
    for (const segment of row === '' ? [] : row.split(',')) {
      const { value, length } = readNumber(segment)
      column += value
      const [newLine, newColumn] = place(oldLine, column)
      if (newLine > line) {
        written += ';'.repeat(newLine - line)
        line = newLine
        lastColumn = 0
      } else written += separator
      separator = ','
      // The fields behind the column are relative to the segment before, wherever that stands.
      written += writeNumber(newColumn - lastColumn) + segment.slice(length)
      lastColumn = newColumn
    }
  }
  return written
}

/** The first number of a segment, and how many characters it takes. */
function readNumber(segment: string): { value: number; length: number } {
  let value = 0
  let shift = 0
  for (let i = 0; i < segment.length; i++) {
    const digit = DIGITS.indexOf(segment[i]!)
    value += (digit & 31) << shift
    shift += 5
    if ((digit & 32) === 0) return { value: value & 1 ? -(value >> 1) : value >> 1, length: i + 1 }
  }
  return { value: 0, length: segment.length }
}

function writeNumber(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1
  let text = ''
  do {
    const digit = rest & 31
    rest >>>= 5
    text += DIGITS[rest > 0 ? digit | 32 : digit]
  } while (rest > 0)
  return text
}
