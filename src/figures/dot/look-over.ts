/**
 * What is wrong in a text in DOT that Graphviz takes for something else, told before it is asked: names that it splits, labels in
 * HTML, of which it makes nothing. Linear in the text.
 */
import type { DrawContext } from '../kind.ts'
import { FigureError } from '../language/fault.ts'

/** The most names, numbers and words of a graph: edges between groups of names are as many as their product. */
const MOST_WORDS = 2000

/** What may stand without quotes, with a port behind it: `a`, `3.14`, `a:port`, `a:port:ne`. */
const NAME = String.raw`(?:[A-Za-z_\x80-\uffff][\w\x80-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?))`
const PLAIN = new RegExp(`^(?:${NAME}|(?=:))(?::${NAME}(?::(?:n|ne|e|se|s|sw|w|nw|c|_))?)?$`)
/** The same where what is behind the colon is quoted. */
const BEFORE_QUOTE = new RegExp(`^(?:${NAME})?(?::${NAME})?:$`)

const SIGNS = ' \t\r\n[]{};,=+'

/** Offset behind the first `{`. Throws a `FigureError` where there is none, for a quote or comment without end, and for too many words. */
export function lookOver(text: string, from: number, told: Pick<DrawContext, 'fault'>): number {
  let open: number | undefined
  let words = 0
  let at = from
  while (at < text.length) {
    const char = text[at]!
    if (char === '"') at = behindQuote(text, at)
    else if (text.startsWith('/*', at)) at = behind(text, '*/', at, 'A comment has no end')
    else if (text.startsWith('//', at) || (char === '#' && (at === 0 || text[at - 1] === '\n')))
      at = endOfLine(text, at)
    else if (isEdge(text, at)) at += 2
    else if (char === '<') {
      const end = behindHtml(text, at)
      told.fault({
        message: 'Labels in HTML are not drawn',
        span: { start: at, end },
        help: 'write the text in quotes, `label="a\\nb"`; `shape=record` has fields',
      })
      at = end
    } else if (SIGNS.includes(char)) {
      if (char === '{') open ??= at + 1
      at++
    } else {
      const start = at
      while (at < text.length && !SIGNS.includes(text[at]!) && !'"<'.includes(text[at]!) && !isEdge(text, at))
        at++
      // A `>` of no arrow, say: it is no name, but the scan goes on.
      if (at === start) at++
      const word = text.slice(start, at)
      if (++words > MOST_WORDS)
        throw new FigureError(
          `The graph has more than ${MOST_WORDS} names and words`,
          { start, end: at },
          'part it into several figures',
        )
      if (!PLAIN.test(word) && !(text[at] === '"' && BEFORE_QUOTE.test(word)))
        told.fault({
          message: `"${word}" is no name without quotes: Graphviz would split it`,
          span: { start, end: at },
          help: `write \`"${word}"\``,
        })
    }
  }
  if (open !== undefined) return open
  throw new FigureError(
    'A figure in dot is one graph',
    { start: from, end: text.length },
    'write `digraph { a -> b }` or `graph { a -- b }`',
  )
}

const isEdge = (text: string, at: number): boolean => text.startsWith('->', at) || text.startsWith('--', at)

function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at)
  return newline === -1 ? text.length : newline
}

function behind(text: string, mark: string, at: number, message: string): number {
  const found = text.indexOf(mark, at + mark.length)
  if (found === -1)
    throw new FigureError(message, { start: at, end: endOfLine(text, at) }, `end it with \`${mark}\``)
  return found + mark.length
}

function behindQuote(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '"') return i + 1
    if (text[i] === '\\') i++
  }
  throw new FigureError(
    'A quote has no end',
    { start: at, end: endOfLine(text, at) },
    'put `"` behind its last word',
  )
}

function behindHtml(text: string, at: number): number {
  let depth = 0
  for (let i = at; i < text.length; i++) {
    if (text[i] === '<') depth++
    else if (text[i] === '>' && --depth === 0) return i + 1
  }
  return text.length
}
