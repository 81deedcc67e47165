import type { TokenClass } from './types.ts'

/** A piece of code and its class. Joined, the texts of all tokens are the code. */
export interface Token {
  readonly cls: TokenClass
  readonly text: string
}

/** The tokens of each line, line breaks left out. */
export function linesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]]
  for (const { cls, text } of tokens)
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([])
      if (piece !== '') lines.at(-1)!.push({ cls, text: piece })
    }
  return lines
}

/**
 * Collects what lexers emit; neighbours of one class become one token, also when two languages emitted them, as
 * Rouge prints them. While pieces follow each other in one text only offsets move.
 */
export class TokenSink {
  readonly tokens: Token[] = []
  private cls: TokenClass | undefined
  private text = ''
  private start = 0
  private end = 0

  emit(cls: TokenClass, text: string, start: number, end: number): void {
    if (start === end) return
    if (cls === this.cls) {
      if (start === this.end && text === this.text) {
        this.end = end
        return
      }
      this.text = this.text.slice(this.start, this.end) + text.slice(start, end)
      this.start = 0
      this.end = this.text.length
      return
    }
    this.flush()
    this.cls = cls
    this.text = text
    this.start = start
    this.end = end
  }

  flush(): void {
    if (this.cls !== undefined)
      this.tokens.push({ cls: this.cls, text: this.text.slice(this.start, this.end) })
    this.cls = undefined
  }
}
