/** Where a piece of a converted text stands in its source: as it is, or indented, in a list say. */

/** A piece in a text: the offset of each of its lines there. */
interface PiecePlace {
  readonly starts: readonly number[]
}

/** The first place of `piece` in `text`; undefined where its lines do not follow each other. */
export function placeOfPiece(text: string, piece: string): PiecePlace | undefined {
  const lines = piece.split('\n')
  const found = text.indexOf(piece)
  if (found !== -1) {
    let at = found
    return {
      starts: lines.map((line) => {
        const start = at
        at += line.length + 1
        return start
      }),
    }
  }
  const first = lines.find((line) => line.trim() !== '')
  if (first === undefined) return undefined
  const before = lines.indexOf(first)
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    let start = at
    while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
    if (start === at || (start > 0 && text[start - 1] !== '\n')) continue
    const indent = text.slice(start, at)
    const starts = startsBelow(text, start, indent, lines.slice(before))
    if (starts !== undefined) return { starts: [...lines.slice(0, before).map(() => start), ...starts] }
  }
  return undefined
}

/** The offsets of `lines`, each behind `indent`, from the line at `start` on; undefined where another line stands there. */
function startsBelow(
  text: string,
  start: number,
  indent: string,
  lines: readonly string[],
): readonly number[] | undefined {
  const starts: number[] = []
  let at = start
  for (const line of lines) {
    if (line === '') starts.push(Math.min(at, text.length))
    else if (text.startsWith(indent + line, at)) starts.push(at + indent.length)
    else return undefined
    const newline = text.indexOf('\n', at)
    at = newline === -1 ? text.length : newline + 1
  }
  return starts
}
