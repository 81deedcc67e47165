/** Expressions and conditions evaluated from their trees: for hosts that hold code in strings (`where_exp`). */

import { isTruthy } from '../base/index.ts'
import { contains, eq, greater, greaterEqual, less, lessEqual, unknownOperator } from './compare.ts'
import type { Condition } from './condition.ts'
import type { Dialect } from './dialect.ts'
import type { Expr } from './expression.ts'
import { fixedRange, range } from './iterate.ts'
import { at, firstOf, get, lastOf, type Strictness, sizeOf } from './lookup.ts'
import { classify } from './operators.ts'
import type { OutputMarkup } from './output.ts'
import type { Expression } from './types.ts'
import { ASKED_BLANK, BLANK, EMPTY, MethodLiteral } from './values.ts'

/** What evaluation asks of the rendering. */
export interface Scope extends Strictness {
  find(name: string): unknown
  findKey(key: unknown): unknown
  applyFilter(name: string, input: unknown, args: readonly unknown[]): unknown
}

/** An Expression as this module makes them. */
export class CompiledExpression implements Expression {
  constructor(
    readonly text: string,
    readonly run: (scope: Scope) => unknown,
  ) {}
}

export function evaluate(expr: Expr, scope: Scope): unknown {
  switch (expr.kind) {
    case 'literal':
      return expr.value
    case 'method':
      return expr.name === 'empty' ? EMPTY : BLANK
    case 'range': {
      const from = evaluate(expr.from, scope)
      const to = evaluate(expr.to, scope)
      return expr.from.kind === 'literal' && expr.to.kind === 'literal'
        ? fixedRange(from, to)
        : range(from, to)
    }
    case 'lookup': {
      let value =
        typeof expr.name === 'string' ? scope.find(expr.name) : scope.findKey(evaluate(expr.name, scope))
      for (const { key, command } of expr.steps) {
        if (typeof key !== 'string') value = at(value, evaluate(key, scope), scope)
        else if (!command) value = get(value, key, scope)
        else if (key === 'size') value = sizeOf(value, scope)
        else value = key === 'first' ? firstOf(value, scope) : lastOf(value, scope)
      }
      return value
    }
  }
}

export function evaluateOutput(output: OutputMarkup, scope: Scope): unknown {
  let value = evaluate(output.value, scope)
  for (const filter of output.filters) {
    const args: unknown[] = filter.args.map((arg) => evaluate(arg, scope))
    if (filter.keywords.length > 0)
      args.push(
        new Map(filter.keywords.map(([key, expr]): [string, unknown] => [key, evaluate(expr, scope)])),
      )
    value = scope.applyFilter(filter.name, value, args)
  }
  return value
}

/** A host's condition, as Jekyll's `where_exp`. */
export function evaluateCondition(condition: Condition, scope: Scope, dialect: Dialect): boolean {
  for (let part: Condition | undefined = condition; part !== undefined; part = part.next) {
    const result = compare(part, scope, dialect)
    if (part.next === undefined || result === (part.join === 'or')) return result
  }
  return false
}

function compare({ left, operator, right }: Condition, scope: Scope, dialect: Dialect): boolean {
  const a = evaluate(left, scope)
  if (operator === undefined) return isTruthy(a)
  const b = evaluate(right, scope)
  switch (classify(operator)) {
    case 'eq':
      return same(a, b, dialect)
    case 'ne':
      return !same(a, b, dialect)
    case 'lt':
      return less(a, b)
    case 'gt':
      return greater(a, b)
    case 'le':
      return lessEqual(a, b)
    case 'ge':
      return greaterEqual(a, b)
    case 'contains':
      return contains(a, b)
    default:
      return unknownOperator(operator)
  }
}

/** Where the words `empty` and `blank` are not asked for, they equal nothing, not even an empty list. */
function same(a: unknown, b: unknown, { asksBlank, hostsAskWords }: Dialect): boolean {
  if (!hostsAskWords) return !(a instanceof MethodLiteral || b instanceof MethodLiteral) && eq(a, b)
  const asked = (value: unknown): unknown => (value === BLANK && asksBlank ? ASKED_BLANK : value)
  return eq(asked(a), asked(b))
}
