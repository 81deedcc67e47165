/**
 * `calc()` kept as written.
 *
 * To libsass, and to Dart Sass before 1.40, `calc($a+2px - (#{$b} * 2))` is text with values put in. Dart Sass now parses it
 * as a calculation: prints it simplified, and refuses what is none. Handing it over as a string keeps the text that Jekyll's
 * sites have always shipped. Only expressions are touched: elsewhere, and in custom properties, Sass still takes `calc()` as
 * text.
 */

import type { SassSyntax } from './dart-sass.ts'
import { LINE_STRING } from './style-pieces.ts'

const pieces = (ends: string): RegExp =>
  new RegExp(String.raw`//[^\n]*|/\*[\s\S]*?(?:\*/|$)|${LINE_STRING}|#\{|[${ends}]|calc\(`, 'g')
const SCSS = pieces(';{}')
const INDENTED = pieces(';{}\\n')
/** The beginning of a statement that has expressions. */
const EXPRESSIONS =
  /^\s*(?:(?!--)(?:[$*\w-]|#\{[^{}]*\})+\s*:|[+=][\w-]|@(?:return|include|mixin|function|if|else|each|media|supports|debug|warn|error)\b)/

/** Before a `calc` that is the name of a mixin or function, as Bourbon has one. */
const NAME_OF = /^\s*(?:@(?:mixin|include|function)\s+|[+=]\s*)$/

/** Sass with such calls as `unquote("calc(…)")`; the same text when there are none. Linear in `text`. */
export function keepCalcText(text: string, syntax: SassSyntax): string {
  if (!text.includes('calc(')) return text
  const piece = new RegExp(syntax === 'scss' ? SCSS : INDENTED)
  let output = ''
  let copied = 0
  let statement = 0
  let hasExpressions: boolean | undefined
  let interpolations = 0
  const begin = (at: number): void => {
    statement = at
    hasExpressions = undefined
  }
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [token] = match
    const end = match.index + token.length
    if (token === '#{') interpolations++
    else if (token === '}' && interpolations > 0) interpolations--
    else if (/^[;{}\n]$/.test(token)) begin(end)
    else if (token.startsWith('/')) {
      if (!/\S/.test(text.slice(statement, match.index))) begin(end)
    } else if (token === 'calc(' && interpolations === 0) {
      if (/[\w-]/.test(text[match.index - 1] ?? '')) continue
      if (NAME_OF.test(text.slice(statement, match.index))) continue
      const close = closingParenthesis(text, end)
      if (close === -1) break
      piece.lastIndex = close + 1
      const inside = text.slice(end, close)
      hasExpressions ??= EXPRESSIONS.test(text.slice(statement, match.index))
      if (!hasExpressions || /\/[/*]/.test(inside)) continue
      const string = asString(inside)
      // As many lines as were there: what is said of the others tells where they stand.
      const breaks = '\n'.repeat(lineBreaks(inside) - lineBreaks(string))
      output += `${text.slice(copied, match.index)}unquote("calc(${string})")${breaks}`
      copied = close + 1
    }
  }
  return output + text.slice(copied)
}

/** What stands in the parentheses, for a string: libsass makes white space with a break one blank, and none at the end. */
function asString(inside: string): string {
  let string = ''
  let depth = 0
  for (const part of inside.trimEnd().split(/(#\{|[{}])/)) {
    if (part === '#{' || (part === '{' && depth > 0)) depth++
    string += depth > 0 ? part : part.replace(/["\\]/g, '\\$&').replace(/\s+/g, oneBlank)
    if (part === '}' && depth > 0) depth--
  }
  return string
}

function oneBlank(space: string): string {
  return space.includes('\n') ? ' ' : space
}

const lineBreaks = (text: string): number => text.split('\n').length - 1

/** Offset of the `)` that closes what was opened before `from`; -1 when there is none. */
function closingParenthesis(text: string, from: number): number {
  let depth = 1
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 40) depth++
    else if (code === 41 && --depth === 0) return i
  }
  return -1
}
