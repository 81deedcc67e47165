/** The words of a line of assembler, in both syntaxes: for the parser, and for colours. */
import type { Span } from '../../base/index.ts'

type TokenKind = 'register' | 'number' | 'name' | 'sign' | 'comment' | 'unknown'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly span: Span
}

/** In this order. `#` within a name is that of a helper's number, `bpf_map_lookup_elem#1`. */
const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ['comment', /(?:#|;|\/\/)[^\n]*/y],
  ['register', /%?[rw]\d+(?![\w.])/y],
  ['number', /0[xX][0-9A-Fa-f]+|\d+/y],
  ['sign', /s(?:>>=|>=|<=|\/=|%=|>|<)|>>=|<<=|[-+*/%&|^<>=!]=|[-+*/&<>=()[\],:]/y],
  ['name', /[A-Za-z_.][\w.]*(?:#\d+)?/y],
  ['unknown', /./uy],
]

/** The tokens from `start` to `end`, which is a line's; blanks divide them. */
export function tokensIn(text: string, start: number, end: number): readonly Token[] {
  const tokens: Token[] = []
  let at = start
  while (at < end) {
    const char = text[at]!
    if (char === ' ' || char === '\t' || char === '\r') {
      at++
      continue
    }
    for (const [kind, pattern] of KINDS) {
      pattern.lastIndex = at
      const found = pattern.exec(text)?.[0]
      if (found === undefined) continue
      const behind = Math.min(at + found.length, end)
      tokens.push({ kind, text: text.slice(at, behind), span: { start: at, end: behind } })
      at = behind
      break
    }
  }
  return tokens
}
