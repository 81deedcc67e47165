/**
 * Quotes that know which side they are on, after SmartyPants' rules in kramdown's order. A rule may look at the
 * character before the quote only when no other rule has taken it; that is what `before` says.
 */
import {
  APOS,
  BACKSLASH,
  CR,
  charAt,
  charBefore,
  codeAt,
  DASH,
  DOT,
  isDigit,
  isSpace,
  isWord,
  isWordChar,
  LBRACE,
  LBRACKET,
  LF,
  LPAREN,
  QUOTE,
  SMALL_S,
  SPACE,
  STAR,
  TAB,
  UNDERSCORE,
} from '../chars.ts'
import { Element } from '../element.ts'
import type { SpanState } from '../span-state.ts'

const PUNCTUATION = '!"#$%\'()*+,-./:;<=>?@[\\]^_`{|}~'

function isPunctuation(text: string, i: number): boolean {
  return i < text.length && PUNCTUATION.includes(text[i]!)
}

/** `\B` at `i`: no word starts or ends here. */
function noBoundary(text: string, i: number): boolean {
  const before = charBefore(text, i)
  const after = charAt(text, i)
  return (before !== '' && isWordChar(before)) === (after !== '' && isWordChar(after))
}

function quoteElement(name: string): Element {
  return new Element('smart_quote', name)
}

export function smartQuote(s: SpanState, i: number): number {
  const { text } = s
  const c = codeAt(text, i)
  const single = c === APOS
  const left = single ? 'lsquo' : 'ldquo'
  const right = single ? 'rsquo' : 'rdquo'
  const next = codeAt(text, i + 1)
  const before = i > s.from && i > s.barrier && codeAt(text, i - 1) !== BACKSLASH ? codeAt(text, i - 1) : -1
  if (before < 0) {
    // "*emphasis* at the start
    if (opensEmphasis(text, i + 1)) return s.push(quoteElement(left), i, i + 1)
    // Punctuation after it (but no dots), and no word boundary behind that.
    if (
      isPunctuation(text, i + 1) &&
      !(codeAt(text, i + 2) === DOT && codeAt(text, i + 3) === DOT) &&
      noBoundary(text, i + 2)
    )
      return s.push(quoteElement(right), i, i + 1)
  }
  const spaceBefore = before >= 0 && isSpace(before)
  if (before < 0 || spaceBefore) {
    // Two quotes before a word: '"so
    if ((next === QUOTE || next === APOS) && next !== c && isWord(codeAt(text, i + 2))) {
      s.push(quoteElement(left), i, i + 1)
      return s.push(quoteElement(single ? 'ldquo' : 'lsquo'), i + 1, i + 2)
    }
    // '80s
    if (single && isDigit(next) && isDigit(codeAt(text, i + 2)) && codeAt(text, i + 3) === SMALL_S)
      return s.push(quoteElement('rsquo'), i, i + 1)
  }
  // The first of two quotes stays as it is when nothing stands before it.
  if (before < 0 && (next === QUOTE || next === APOS)) {
    s.keep(i + 1)
    return s.push(quoteElement(next === APOS ? 'rsquo' : 'rdquo'), i + 1, i + 2)
  }
  if (spaceBefore && isWord(next)) return s.push(quoteElement(left), i, i + 1)
  if (before >= 0 && closes(before)) return s.push(quoteElement(right), i, i + 1)
  if (before < 0 && endsWord(text, i + 1)) return s.push(quoteElement(right), i, i + 1)
  return s.push(quoteElement(left), i, i + 1)
}

/** One or two of `*` and `_`, then something that is not white space. */
function opensEmphasis(text: string, i: number): boolean {
  const c = codeAt(text, i)
  if (c !== STAR && c !== UNDERSCORE) return false
  return i + 1 < text.length && !isSpace(codeAt(text, i + 1))
}

/** A character that has a closing quote after it: no white space, no backslash, no opening bracket or dash. */
function closes(c: number): boolean {
  return !(
    c === SPACE ||
    c === BACKSLASH ||
    c === TAB ||
    c === CR ||
    c === LF ||
    c === LBRACKET ||
    c === LBRACE ||
    c === LPAREN ||
    c === DASH
  )
}

/** White space, the end of a line, or an `s` that ends its word. */
function endsWord(text: string, i: number): boolean {
  if (i >= text.length || isSpace(codeAt(text, i))) return true
  if (codeAt(text, i) !== SMALL_S) return false
  const after = charAt(text, i + 1)
  return after === '' || !isWordChar(after)
}
