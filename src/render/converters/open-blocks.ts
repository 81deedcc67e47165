/** What is open after a line: how deep, whether in a comment, and whether the deepest block is of key frames. */
export interface OpenBlocks {
  /** the beginning of each open block: its text up to the brace */
  readonly open: string[]
  comment: boolean
}

/** Reads one line: braces outside of strings and comments open and close blocks. */
export function follow(text: string, state: OpenBlocks): void {
  let since = 0
  state.comment = readOutside(text, state.comment, (char, at) => {
    if (char === '{') state.open.push(text.slice(since, at))
    else if (char === '}') state.open.pop()
    else return false
    since = at + 1
    return false
  })
}

/**
 * Calls `see` with the characters of one line that are outside of strings and comments, until it is true. Whether a comment is open
 * then, as one may be that began before (`comment`); strings end in the line in which they begin.
 */
export function readOutside(
  text: string,
  comment: boolean,
  see: (char: string, at: number) => boolean,
): boolean {
  let isComment = comment
  let quote = ''
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (isComment) {
      if (char !== '*' || text[i + 1] !== '/') continue
      isComment = false
      i++
    } else if (char === '\\') i++
    else if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '/' && text[i + 1] === '*') {
      isComment = true
      i++
    } else if (see(char, i)) break
  }
  return isComment
}
