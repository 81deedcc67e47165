/** What is open after a line: how deep, whether in a comment, and whether the deepest block is of key frames. */
export interface OpenBlocks {
  /** the beginning of each open block: its text up to the brace */
  readonly open: string[]
  comment: boolean
}

/** Reads one line: braces outside of strings and comments open and close blocks. */
export function follow(text: string, state: OpenBlocks): void {
  let quote = ''
  let since = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (state.comment) {
      if (char !== '*' || text[i + 1] !== '/') continue
      state.comment = false
      i++
    } else if (char === '\\') i++
    else if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '/' && text[i + 1] === '*') {
      state.comment = true
      i++
    } else if (char === '{') {
      state.open.push(text.slice(since, i))
      since = i + 1
    } else if (char === '}') {
      state.open.pop()
      since = i + 1
    }
  }
}
