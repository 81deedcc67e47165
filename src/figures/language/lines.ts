/**
 * The language that all figures are written in: a line is one thing, its words divided by blanks; what is indented below
 * it belongs to it.
 *
 *     title: How a packet gets in     a setting, at the left, its name with a colon
 *     # what nobody sees              a comment: `#` first in its line, or between blanks
 *     host web1 "Web server" icon=server
 *       port eth0
 *
 * A word in `"` may have blanks in it, and `\"`, `\\`, `\n`; `name=value` and `name="a value"` are attributes. Tabs count as
 * up to the next fourth column. Linear in the text.
 */
import type { Span } from '../../base/index.ts'
import { FigureError } from './fault.ts'

/** One word of a line. */
export interface Word {
  /** without its quotes; of an attribute all of it */
  readonly text: string
  readonly isQuoted: boolean
  /** of an attribute, `name=value` */
  readonly attribute?: { readonly name: string; readonly value: string; readonly valueSpan: Span }
  readonly span: Span
}

/** A line with the lines that are indented below it. */
export interface Line {
  /** from 1 */
  readonly number: number
  readonly indent: number
  /** at least one */
  readonly words: readonly Word[]
  /** from the first word to the last */
  readonly span: Span
  readonly children: readonly Line[]
}

/** The most lines that a figure may have. */
const MOST_LINES = 10_000

/** The lines of `text` as a tree. Throws a `FigureError` for a quote without end, and for too many lines. */
export function readLines(text: string): readonly Line[] {
  const top: Line[] = []
  /** the lines that the next one may belong to, the outermost first */
  const open: { readonly indent: number; readonly children: Line[] }[] = [{ indent: -1, children: top }]
  let start = 0
  for (let number = 1; start <= text.length; number++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const words = wordsIn(text, start, end)
    const first = words[0]
    if (first !== undefined) {
      if (number > MOST_LINES)
        throw new FigureError(
          `The figure has more than ${MOST_LINES} lines`,
          first.span,
          'part it into several figures',
        )
      const indent = columnsIn(text, start, first.span.start)
      while (open.length > 1 && open.at(-1)!.indent >= indent) open.pop()
      const children: Line[] = []
      const span = { start: first.span.start, end: words.at(-1)!.span.end }
      open.at(-1)!.children.push({ number, indent, words, span, children })
      open.push({ indent, children })
    }
    start = end + 1
  }
  return top
}

function columnsIn(text: string, from: number, to: number): number {
  let columns = 0
  for (let at = from; at < to; at++) columns += text[at] === '\t' ? 4 - (columns % 4) : 1
  return columns
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t' || char === '\r'

const ATTRIBUTE = /^[A-Za-z][A-Za-z0-9-]*=/

function wordsIn(text: string, start: number, end: number): Word[] {
  const words: Word[] = []
  let at = start
  for (;;) {
    while (at < end && isBlank(text[at])) at++
    if (at >= end) return words
    if (text[at] === '#' && (words.length === 0 || at + 1 >= end || isBlank(text[at + 1]))) return words
    if (text[at] === '"') {
      const { value, behind } = quoted(text, at, end)
      words.push({ text: value, isQuoted: true, span: { start: at, end: behind } })
      at = behind
      continue
    }
    let behind = at
    while (behind < end && !isBlank(text[behind]) && text[behind] !== '"') behind++
    const plain = text.slice(at, behind)
    const name = ATTRIBUTE.exec(plain)?.[0]
    if (name !== undefined && name.length === plain.length && text[behind] === '"') {
      const inner = quoted(text, behind, end)
      const valueSpan = { start: behind, end: inner.behind }
      behind = inner.behind
      const attribute = { name: name.slice(0, -1), value: inner.value, valueSpan }
      words.push({
        text: text.slice(at, behind),
        isQuoted: false,
        attribute,
        span: { start: at, end: behind },
      })
    } else {
      // A quote in the middle of a word is a quote.
      while (behind < end && !isBlank(text[behind])) behind++
      const whole = text.slice(at, behind)
      const span = { start: at, end: behind }
      if (name === undefined || whole.length === name.length)
        words.push({ text: whole, isQuoted: false, span })
      else {
        const valueSpan = { start: at + name.length, end: behind }
        const attribute = { name: name.slice(0, -1), value: whole.slice(name.length), valueSpan }
        words.push({ text: whole, isQuoted: false, attribute, span })
      }
    }
    at = behind
  }
}

/** The text between the quote at `at` and its end; `behind` is the offset after that. */
function quoted(text: string, at: number, end: number): { readonly value: string; readonly behind: number } {
  let value = ''
  for (let i = at + 1; i < end; i++) {
    const char = text[i]!
    if (char === '"') return { value, behind: i + 1 }
    if (char !== '\\' || i + 1 >= end) value += char
    else {
      i++
      value += text[i] === 'n' ? '\n' : text[i]
    }
  }
  throw new FigureError('A quote has no end', { start: at, end }, 'put `"` behind its last word')
}

/** The words of a line from `from` on as they are read: those that are no attributes, joined by blanks. */
export function textOf(words: readonly Word[], from = 0): string {
  let out = ''
  for (let i = from; i < words.length; i++) {
    const word = words[i]!
    if (word.attribute === undefined) out += (out === '' ? '' : ' ') + word.text
  }
  return out
}
