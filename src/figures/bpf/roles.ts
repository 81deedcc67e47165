/** What each word of a program is, for its colour. */
import { helperNumber } from './helpers.ts'
import { MNEMONICS } from './mnemonics.ts'
import { type Token, tokensIn } from './tokens.ts'

/** Classes of words as Rouge has them, which every theme for code colours. */
export type TokenClass = 'k' | 'kd' | 'kt' | 'nv' | 'mi' | 'mh' | 'nf' | 'nl' | 'n' | 'o' | 'p' | 'c1' | 'err'

export interface ClassedToken extends Token {
  readonly className: TokenClass
}

const KEYWORDS = new Set(['if', 'goto', 'gotol', 'call', 'local', 'fetch', 'll', 'pc'])
const PUNCTUATION = new Set(['(', ')', '[', ']', ',', ':'])

/** The tokens of a line with their classes. */
export function classedTokens(text: string, start: number, end: number): readonly ClassedToken[] {
  const tokens = tokensIn(text, start, end)
  return tokens.map((token, i) => ({ ...token, className: classOfToken(token, tokens[i + 1]) }))
}

function classOfToken({ kind, text }: Token, next: Token | undefined): TokenClass {
  switch (kind) {
    case 'comment':
      return 'c1'
    case 'register':
      return 'nv'
    case 'number':
      return text.length > 1 && /^0x/i.test(text) ? 'mh' : 'mi'
    case 'sign':
      return PUNCTUATION.has(text) ? 'p' : 'o'
    case 'unknown':
      return 'err'
    case 'name':
      if (next?.text === ':') return 'nl'
      if (text.startsWith('.')) return 'kd'
      if (/^[us](?:8|16|32|64)$/.test(text)) return 'kt'
      if (MNEMONICS.has(text) || KEYWORDS.has(text)) return 'k'
      return helperNumber(text.split('#')[0]!) === undefined && next?.text !== '(' ? 'n' : 'nf'
  }
}
