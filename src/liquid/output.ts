/** `{{ value | filter: a, key: b }}`: the markup of outputs, of `echo` and of what `assign` assigns. */
import type { Dialect } from './dialect.ts'
import { type Expr, parseExpression } from './expression.ts'
import { findFragment, laxFilters } from './fragments.ts'
import { StrictParser } from './lexer.ts'

export interface FilterCall {
  readonly name: string
  readonly args: readonly Expr[]
  /** `key: value` arguments, handed over as one Hash after the others; empty when there are none */
  readonly keywords: readonly (readonly [string, Expr])[]
}

export interface OutputMarkup {
  readonly value: Expr
  readonly filters: readonly FilterCall[]
}

const NOTHING: OutputMarkup = { value: { kind: 'literal', value: null }, filters: [] }

/** Reads `markup` strictly; throws a Fault with Liquid's words where it cannot. */
export function strictOutput(markup: string, dialect: Dialect): OutputMarkup {
  const p = new StrictParser(markup, dialect)
  if (p.look('end_of_string')) return NOTHING
  const value = parseExpression(p.expression())
  const filters: FilterCall[] = []
  while (p.accept('pipe') !== undefined) {
    const name = p.consume('id')
    const args: Expr[] = []
    const keywords: [string, Expr][] = []
    if (p.accept('colon') !== undefined) {
      do {
        if (p.look('id') && p.look('colon', 1)) {
          const key = p.consume('id')
          p.consume('colon')
          setKeyword(keywords, key, parseExpression(p.expression()))
        } else args.push(parseExpression(p.expression()))
      } while (p.accept('comma') !== undefined)
    }
    filters.push({ name, args, keywords })
  }
  p.consume('end_of_string')
  return outputOf(value, filters, dialect)
}

/** Reads `markup` as Liquid's lax parser does: the first fragment, then filters after the first pipe behind it. */
export function laxOutput(markup: string, dialect: Dialect): OutputMarkup {
  const fragment = findFragment(markup, 0)
  if (fragment === undefined) return NOTHING
  const value = parseExpression(markup.slice(fragment[0], fragment[1]))
  const pipe = markup.indexOf('|', fragment[1])
  if (pipe < 0) return { value, filters: [] }
  const filters = laxFilters(markup, pipe + 1).map((filter): FilterCall => {
    const args: Expr[] = []
    const keywords: [string, Expr][] = []
    for (const { key, text } of filter.args) {
      const expr = parseExpression(text)
      if (key === undefined) args.push(expr)
      else setKeyword(keywords, key, expr)
    }
    return { name: filter.name, args, keywords }
  })
  return outputOf(value, filters, dialect)
}

/**
 * The words `empty` and `blank` are neither nil nor empty themselves: `default` leaves them, as the empty text that any
 * filter's result is.
 */
function outputOf(value: Expr, filters: readonly FilterCall[], { wordsAreValues }: Dialect): OutputMarkup {
  const word = wordsAreValues && value.kind === 'literal' && value.word !== undefined
  if (!word || filters[0]?.name !== 'default') return { value, filters }
  const first = filters.findIndex(({ name }) => name !== 'default')
  return { value: { kind: 'literal', value: '' }, filters: first < 0 ? [] : filters.slice(first) }
}

/** A key written twice keeps its place and takes the last value, as in a Ruby Hash. */
function setKeyword(keywords: [string, Expr][], key: string, value: Expr): void {
  const old = keywords.find((pair) => pair[0] === key)
  if (old === undefined) keywords.push([key, value])
  else old[1] = value
}
