/** Conditions of `if`, `unless`, `elsif`: comparisons joined by `and` and `or`, which bind to the right alike. */
import { isSpace, isWord, skipSpace } from './characters.ts'
import type { Dialect } from './dialect.ts'
import { type Expr, parseOperand } from './expression.ts'
import { Fault } from './faults.ts'
import { findFragment, fragmentEnd } from './fragments.ts'
import { StrictParser } from './lexer.ts'
import { validSyntax } from './messages.ts'

/** `left op right`, then perhaps `and`/`or` with the rest: `a and b or c` is `a and (b or c)`. */
export interface Condition {
  readonly left: Expr
  /** as written; an unknown one is an error when it is evaluated */
  readonly operator: string | undefined
  readonly right: Expr
  readonly join?: 'and' | 'or'
  readonly next?: Condition
}

const NIL: Expr = { kind: 'literal', value: null }

/** Reads `markup` strictly; throws a Fault with Liquid's words where it cannot. */
export function strictCondition(markup: string, dialect: Dialect): Condition {
  const p = new StrictParser(markup, dialect)
  const parts: Condition[] = []
  const joins: ('and' | 'or')[] = []
  for (;;) {
    const left = parseOperand(p.expression())
    const operator = p.accept('comparison')
    parts.push({ left, operator, right: operator === undefined ? NIL : parseOperand(p.expression()) })
    if (p.acceptWord('and')) joins.push('and')
    else if (p.acceptWord('or')) joins.push('or')
    else break
  }
  p.consume('end_of_string')
  return chain(parts, joins)
}

/** Reads `markup` as Liquid's lax parser does. Throws a Fault when there is no comparison where one must be. */
export function laxCondition(markup: string): Condition {
  const pieces = split(markup)
  const parts: Condition[] = []
  const joins: ('and' | 'or')[] = []
  let index = pieces.length - 1
  parts.push(comparison(pieces[index]))
  for (index--; index >= 0; index -= 2) {
    const join = pieces[index]!.trim()
    parts.push(comparison(pieces[index - 1]))
    if (join !== 'and' && join !== 'or') throw new Fault(validSyntax.if)
    joins.push(join)
  }
  return chain(parts.reverse(), joins.reverse())
}

function chain(parts: readonly Condition[], joins: readonly ('and' | 'or')[]): Condition {
  let whole = parts[parts.length - 1]!
  for (let i = parts.length - 2; i >= 0; i--) whole = { ...parts[i]!, join: joins[i]!, next: whole }
  return whole
}

/** The word `and` or `or` stands at `at`, with no word character on either side. */
function joinEnd(text: string, at: number): number {
  const end = text.startsWith('and', at) ? at + 3 : text.startsWith('or', at) ? at + 2 : -1
  if (end < 0) return -1
  if (at > 0 && isWord(text.charCodeAt(at - 1))) return -1
  return end < text.length && isWord(text.charCodeAt(end)) ? -1 : end
}

/** Cuts at the words `and` and `or` that stand outside of quotes: comparisons and words, in order. */
function split(text: string): string[] {
  const pieces: string[] = []
  let at = skipSpace(text, 0)
  while (at < text.length) {
    const word = joinEnd(text, at)
    if (word >= 0) {
      pieces.push(text.slice(at, word))
      at = skipSpace(text, word)
      continue
    }
    const start = at
    while (at < text.length && joinEnd(text, at) < 0) {
      const end = fragmentEnd(text, at)
      if (end >= 0) at = end
      else while (at < text.length && !isSpace(text.charCodeAt(at))) at++
      at = skipSpace(text, at)
    }
    pieces.push(text.slice(start, at))
  }
  return pieces
}

/** A fragment, perhaps an operator, perhaps another fragment; what follows is passed over. */
function comparison(text: string | undefined): Condition {
  const left = text === undefined ? undefined : findFragment(text, 0)
  if (text === undefined || left === undefined) throw new Fault(validSyntax.if)
  const start = skipSpace(text, left[1])
  let at = start
  while (at < text.length && isOperatorCode(text.charCodeAt(at))) at++
  const operator = at > start ? text.slice(start, at) : undefined
  at = skipSpace(text, at)
  const end = fragmentEnd(text, at)
  return {
    left: parseOperand(text.slice(left[0], left[1])),
    operator,
    right: end < 0 ? NIL : parseOperand(text.slice(at, end)),
  }
}

/** `[=!<>a-z_]` */
function isOperatorCode(code: number): boolean {
  return (code >= 60 && code <= 62) || code === 33 || (code >= 97 && code <= 122) || code === 95
}
