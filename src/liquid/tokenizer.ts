/**
 * Cuts a template into texts, tags `{% … %}` and outputs `{{ … }}` as Liquid does: a tag ends at the next `%}`, an output
 * at the next `}` and one more `}` where there is one. What never ends is a token of its two opening characters.
 *
 *     a {{ b }} c {% d %}
 *     ^^
 *       ^^^^^^^
 *              ^^^
 *                 ^^^^^^^
 *
 * Linear: once a closing mark has not been found it is not looked for again.
 */
type TokenKind = 'text' | 'tag' | 'output'

export class Tokenizer {
  /** the current token, after `next()` gave true */
  kind: TokenKind = 'text'
  start = 0
  end = 0
  /** line of the current token's start */
  line: number
  private nextLine: number
  /** the first newline not yet counted, or the text's length */
  private newline: number
  private noMoreTagEnds = false
  private noMoreBraces = false

  constructor(
    readonly source: string,
    line: number,
  ) {
    this.line = line
    this.nextLine = line
    this.newline = this.newlineFrom(source, 0)
  }

  /** Goes to the next token; false at the end of the text (`line` is then the last line). */
  next(): boolean {
    const { source } = this
    this.countLines()
    const start = this.end
    this.start = start
    if (start >= source.length) return false
    if (source.charCodeAt(start) === 123) {
      const second = source.charCodeAt(start + 1)
      if (second === 37 || second === 123) {
        this.kind = second === 37 ? 'tag' : 'output'
        this.end = this.closing(start, second)
        return true
      }
    }
    this.kind = 'text'
    let at = start
    for (;;) {
      at = source.indexOf('{', at)
      if (at < 0) {
        at = source.length
        break
      }
      const second = source.charCodeAt(at + 1)
      if (second === 37 || second === 123) break
      at++
    }
    this.end = at
    return true
  }

  /** The current token's characters. */
  text(): string {
    return this.source.slice(this.start, this.end)
  }

  /** Column, from 1, of the character at `offset`. Takes as long as its line. */
  column(offset: number): number {
    return offset - this.source.lastIndexOf('\n', offset - 1)
  }

  private closing(start: number, second: number): number {
    const { source } = this
    if (second === 37) {
      const close = this.noMoreTagEnds ? -1 : source.indexOf('%}', start + 2)
      if (close >= 0) return close + 2
      this.noMoreTagEnds = true
      return start + 2
    }
    const close = this.noMoreBraces ? -1 : source.indexOf('}', start + 2)
    if (close >= 0) return source.charCodeAt(close + 1) === 125 ? close + 2 : close + 1
    this.noMoreBraces = true
    return start + 2
  }

  /** Looks for each newline once, however many tokens a line holds. */
  private countLines(): void {
    const { source, end } = this
    while (this.newline < end) {
      this.nextLine++
      this.newline = this.newlineFrom(source, this.newline + 1)
    }
    this.line = this.nextLine
  }

  private newlineFrom(source: string, at: number): number {
    const found = source.indexOf('\n', at)
    return found < 0 ? source.length : found
  }
}
