/**
 * Values in markup: `"text"`, `12`, `1.5`, `(1..n)`, `nil`, `page.tags[0].name`. Any text is some expression: what is
 * nothing else is a variable, and characters no variable can hold are passed over, as Liquid does.
 */
import { toFloat, toInteger, type Value } from '../base/index.ts'
import { isDigit, isSpace, isWord, strip } from './characters.ts'
import { Fault } from './faults.ts'
import { nestingTooDeep } from './messages.ts'

export type Expr =
  | { readonly kind: 'literal'; readonly value: Value; readonly word?: 'empty' | 'blank' }
  | { readonly kind: 'method'; readonly name: 'empty' | 'blank' }
  | { readonly kind: 'range'; readonly from: Expr; readonly to: Expr }
  | { readonly kind: 'lookup'; readonly name: string | Expr; readonly steps: readonly Step[] }

/** `.key` and `[expr]`. `command`: written `.size`, `.first` or `.last`, which are asked of values without such a key. */
export interface Step {
  readonly key: string | Expr
  readonly command: boolean
}

const NIL: Expr = { kind: 'literal', value: null }
const LITERALS: ReadonlyMap<string, Expr> = new Map<string, Expr>([
  ['', NIL],
  ['nil', NIL],
  ['null', NIL],
  ['true', { kind: 'literal', value: true }],
  ['false', { kind: 'literal', value: false }],
  ['empty', { kind: 'literal', value: '', word: 'empty' }],
  ['blank', { kind: 'literal', value: '', word: 'blank' }],
])
const METHODS: ReadonlyMap<string, Expr> = new Map<string, Expr>([
  ['empty', { kind: 'method', name: 'empty' }],
  ['blank', { kind: 'method', name: 'blank' }],
])
/** Ruby's `\s`, which is ASCII only. */
const SPACE = /[\t-\r ]/
const MAX_DEPTH = 100

/** The expression that `text` stands for. Throws a Fault only for brackets nested absurdly deep. */
export function parseExpression(text: string, depth = 0): Expr {
  if (depth > MAX_DEPTH) throw new Fault(nestingTooDeep)
  text = trimmed(text)
  const known = LITERALS.get(text)
  if (known !== undefined) return known
  const first = text.charCodeAt(0)
  if ((first === 34 || first === 39) && text.charCodeAt(text.length - 1) === first)
    return { kind: 'literal', value: text.slice(1, -1) }
  if (first === 45 || isDigit(first)) {
    const number = parseNumber(text)
    if (number !== undefined) return { kind: 'literal', value: number }
  }
  if (first === 40 && text.endsWith(')')) {
    const range = parseRange(text, depth)
    if (range !== undefined) return range
  }
  return parseLookup(text, depth)
}

/** Without the whitespace and NULs around it. */
function trimmed(text: string): string {
  return text.charCodeAt(0) <= 32 || text.charCodeAt(text.length - 1) <= 32 ? strip(text) : text
}

/** As `parseExpression`, for the sides of a comparison: `empty` and `blank` are questions there, elsewhere empty text. */
export function parseOperand(text: string): Expr {
  return METHODS.get(text) ?? parseExpression(text)
}

/** What a host's filter takes: there `empty` and `blank` are told from an empty text (`where: "tags", empty`). */
export function hostArgument(expr: Expr): Expr {
  return expr.kind === 'literal' && expr.word !== undefined ? { kind: 'method', name: expr.word } : expr
}

/** `-?\d+` is an Integer, `-?\d[\d.]+` the Float its start spells (`1.5.6` is 1.5); anything else undefined. */
function parseNumber(text: string): Value | undefined {
  let at = text.charCodeAt(0) === 45 ? 1 : 0
  if (!isDigit(text.charCodeAt(at))) return undefined
  let dot = -1
  let secondDot = -1
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46) {
      if (dot < 0) dot = at
      else if (secondDot < 0) secondDot = at
    } else if (!isDigit(code)) return undefined
  }
  if (dot < 0) return text.length < 16 ? Number(text) : toInteger(BigInt(text))
  return toFloat(Number(secondDot < 0 ? text : text.slice(0, secondDot)))
}

/** `( a .. b )`: the last `..` divides; neither side holds whitespace. */
function parseRange(text: string, depth: number): Expr | undefined {
  let start = 1
  let end = text.length - 1
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  const dots = text.lastIndexOf('..', end - 1)
  if (dots <= start || dots + 2 >= end) return undefined
  let fromEnd = dots
  while (fromEnd > start && isSpace(text.charCodeAt(fromEnd - 1))) fromEnd--
  let toStart = dots + 2
  while (toStart < end && isSpace(text.charCodeAt(toStart))) toStart++
  const from = text.slice(start, fromEnd)
  const to = text.slice(toStart, end)
  if (from === '' || to === '' || SPACE.test(from) || SPACE.test(to)) return undefined
  return { kind: 'range', from: parseExpression(from, depth + 1), to: parseExpression(to, depth + 1) }
}

function isCommand(key: string): boolean {
  return key === 'size' || key === 'first' || key === 'last'
}

/**
 * `a.b[c]`: the name, then its steps. Characters between them are passed over. A bracket ends at the first `]`, so in
 * `a[b[0]]` the key is `b[0`, which reads as `b.0`: Liquid does so up to 5.4.
 *
 *     a.b['x'].c?
 *     ^ ^ ^^^^ ^^
 */
function parseLookup(text: string, depth: number): Expr {
  let name: string | Expr | undefined
  const steps: Step[] = []
  let at = 0
  let noMoreBrackets = false
  while (at < text.length) {
    const code = text.charCodeAt(at)
    let key: string | Expr
    if (isWord(code) || code === 45) {
      const start = at
      while (at < text.length && (isWord(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) at++
      if (text.charCodeAt(at) === 63) at++
      key = text.slice(start, at)
    } else {
      const close = code === 91 && !noMoreBrackets ? text.indexOf(']', at + 1) : -1
      if (code === 91 && close < 0) noMoreBrackets = true
      if (close <= at + 1) {
        at++
        continue
      }
      const expr = parseExpression(text.slice(at + 1, close), depth + 1)
      // `['name']` is `.name`, but never a command, and never the name of the variable itself.
      const plain = name !== undefined && expr.kind === 'literal' && typeof expr.value === 'string'
      if (plain) {
        steps.push({ key: expr.value as string, command: false })
        at = close + 1
        continue
      }
      key = expr
      at = close + 1
    }
    if (name === undefined) name = key
    else steps.push({ key, command: typeof key === 'string' && isCommand(key) })
  }
  return { kind: 'lookup', name: name ?? NIL, steps }
}
