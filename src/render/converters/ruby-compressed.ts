/**
 * Ruby Sass's `compressed` style, which GitHub Pages ships, laid out from Dart Sass's `expanded` one. Unlike Dart's own
 * compressed style it keeps `0.5`, `#ffffff` and the spaces between a function's arguments.
 */
import { shortestColours } from './shortest-colour.ts'
import { KEPT, selectorQuotes } from './static-values.ts'
import { ADDRESS, STRING } from './style-pieces.ts'

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/y
/** Strings, unquoted urls and comments whole; else the characters that end something. */
const PIECE = new RegExp(String.raw`${STRING}|${ADDRESS}|/\*[\s\S]*?(?:\*/|$)|[;{}()]`, 'g')
/** What stays as it is in a value. */
const UNCHANGED = new RegExp(`${STRING}|${ADDRESS}`, 'g')
const VALUE_PIECE = new RegExp(String.raw`${STRING}|${ADDRESS}|[\w-]*\(|\)|,\s*|[^"'(),\w-]+|[\w-]+`, 'g')

/** Lays out `expanded`, the output of Dart Sass without source map comment. Linear. */
export function rubyCompressed(expanded: string): string {
  let css = ''
  let at = 0
  // Before a closing brace there is no semicolon: it is written with what follows.
  let semicolon = ''
  while (at < expanded.length) {
    if (/\s/.test(expanded[at]!)) {
      at++
      continue
    }
    COMMENT.lastIndex = at
    const comment = COMMENT.exec(expanded)?.[0]
    if (comment !== undefined) {
      at += comment.length
      if (!comment.startsWith('/*!')) continue
      css += semicolon + comment
      semicolon = ''
      continue
    }
    const { text, end, next } = statement(expanded, at)
    if (text !== '' || end !== '}') css += semicolon
    if (end === '{') css += `${prelude(text)}{`
    else if (end === '}') css += `${text === '' ? '' : declaration(text)}}`
    else css += declaration(text)
    semicolon = end === ';' ? ';' : ''
    at = next
  }
  return css + semicolon
}

/** The text from `from` up to a `;`, `{` or `}`, without comments. */
function statement(css: string, from: number): { text: string; end: string; next: number } {
  let text = ''
  let copied = from
  let depth = 0
  PIECE.lastIndex = from
  for (let match = PIECE.exec(css); match !== null; match = PIECE.exec(css)) {
    const [piece] = match
    if (piece === '(') depth++
    else if (piece === ')') depth--
    else if (piece.startsWith('/*')) {
      text += css.slice(copied, match.index)
      copied = PIECE.lastIndex
    } else if (piece.length === 1 && depth <= 0)
      return { text: (text + css.slice(copied, match.index)).trim(), end: piece, next: PIECE.lastIndex }
  }
  return { text: (text + css.slice(copied)).trim(), end: ';', next: css.length }
}

/** What stands before a brace: an at-rule as it is, or selectors without needless spaces. */
function prelude(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.startsWith('@')
    ? line
    : outside(
        selectorQuotes(line),
        (part) => part.replace(/ ?([,>+~]) ?/g, '$1'),
        /"[^"]*"|'[^']*'|\([^()]*\)|\[[^[\]]*\]/g,
      )
}

function declaration(text: string): string {
  const colon = text.indexOf(':')
  if (text.startsWith('@') || colon === -1) return selectorQuotes(text.replace(/\s+/g, ' '))
  const name = text.slice(0, colon).trimEnd()
  const raw = text.slice(colon + 1).trimEnd()
  // A custom property is text from the colon on.
  if (name.startsWith('--')) return `${name}:${raw.startsWith(KEPT) ? raw.slice(1) : raw}`
  const value = raw.trimStart()
  return `${name}:${value.startsWith(KEPT) ? value.slice(1) : shortValue(value)}`
}

/**
 * A computed value: no space after the commas of lists and of colours; those between a function's arguments stay. A number
 * alone loses its zero (`.25em`); in a list it may be one that was written so, which stays.
 */
function shortValue(value: string): string {
  const line = outside(value.replaceAll(KEPT, ''), shortestColours, UNCHANGED)
  if (!line.includes(',')) return line.replace(/^(-?)0(\.\d+(?:%|[a-z]+)?(?: !important)?)$/i, '$1$2')
  let out = ''
  const functions: string[] = []
  for (const [piece] of line.matchAll(VALUE_PIECE)) {
    if (piece.endsWith('(')) functions.push(piece)
    else if (piece === ')') functions.pop()
    const inner = functions.at(-1)
    const tight = inner === undefined || COLOUR.test(inner)
    out += piece.startsWith(',') ? (tight ? ',' : ', ') : piece
  }
  return out
}

const COLOUR = /^(?:rgb|hsl)a?\($/

/** `text` with `change` made of what no match of `kept` covers. */
function outside(text: string, change: (part: string) => string, kept: RegExp): string {
  let out = ''
  let copied = 0
  for (const match of text.matchAll(kept)) {
    out += change(text.slice(copied, match.index)) + match[0]
    copied = match.index + match[0].length
  }
  return out + change(text.slice(copied))
}
