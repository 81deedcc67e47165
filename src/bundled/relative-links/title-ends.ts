/** Where titles of links end, as jekyll-relative-links reads them. */

/** Where a title that begins with the blanks at a place may end, what is tried first at first. */
export type TitleEnds = (at: number) => readonly number[]

export const noTitles: TitleEnds = () => []

/**
 * Titles stand in double quotes; one that is nothing with a double quote at its end may have a single one there. A quote
 * behind a backslash ends nothing.
 */
export function titleEnds(text: string): TitleEnds {
  const double = quoteReader(text, '"')
  const single = quoteReader(text, "'")
  return (at) => {
    let quote = at
    while (isBlank(text[quote])) quote++
    if (text[quote] !== '"') return []
    return [double(quote + 1), single(quote + 1)].filter((end) => end !== -1)
  }
}

/** Gives the place behind the next `quote` that has no backslash before it; -1 where there is none. */
function quoteReader(text: string, quote: string): (from: number) => number {
  let ends: Int32Array | undefined
  return (from) => {
    ends ??= fromBehind(text, (at, behind) => (text[at] === quote && text[at - 1] !== '\\' ? at + 1 : behind))
    return ends[from] ?? -1
  }
}

/** What `of` says of each place, told what it said of the place behind; it begins with -1, behind the end of the text. */
export function fromBehind(text: string, of: (at: number, behind: number) => number): Int32Array {
  const found = new Int32Array(text.length + 1)
  let behind = -1
  for (let at = text.length; at >= 0; at--) found[at] = behind = of(at, behind)
  return found
}

export function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f' || char === '\v'
}
