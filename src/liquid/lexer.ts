/**
 * Strict scanning: the tokens of markup and the few productions Liquid's strict parser has. It runs first on each
 * markup; where it throws a Fault the lax scanners take over (mode `warn`). Productions give back text without its
 * spaces, which `parseExpression` then reads.
 */
import { isDigit, isSpace, isWord } from './characters.ts'
import type { Dialect } from './dialect.ts'
import { Fault } from './faults.ts'

type Kind =
  | 'id'
  | 'string'
  | 'number'
  | 'comparison'
  | 'dotdot'
  | 'pipe'
  | 'dot'
  | 'colon'
  | 'comma'
  | 'open_square'
  | 'close_square'
  | 'open_round'
  | 'close_round'
  | 'question'
  | 'dash'
  | 'end_of_string'

const SPECIALS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['|', 'pipe'],
  ['.', 'dot'],
  [':', 'colon'],
  [',', 'comma'],
  ['[', 'open_square'],
  [']', 'close_square'],
  ['(', 'open_round'],
  [')', 'close_round'],
  ['?', 'question'],
  ['-', 'dash'],
])

export class StrictParser {
  private readonly kinds: Kind[] = []
  private readonly texts: string[] = []
  private at = 0

  /** Throws a Fault at a character no token can start with. */
  constructor(
    private readonly markup: string,
    private readonly dialect: Dialect,
  ) {
    this.scan()
  }

  look(kind: Kind, ahead = 0): boolean {
    return this.kinds[this.at + ahead] === kind
  }

  /** The text of the next token, which must be of `kind`. */
  consume(kind: Kind): string {
    if (!this.look(kind))
      throw new Fault(`Expected ${kind} but found ${this.kinds[this.at] ?? 'end_of_string'}`)
    return this.texts[this.at++]!
  }

  /** The text of the next token if it is of `kind`, else undefined. */
  accept(kind: Kind): string | undefined {
    return this.look(kind) ? this.texts[this.at++] : undefined
  }

  /** Takes the word `word` if it comes next. */
  acceptWord(word: string): boolean {
    if (!this.look('id') || this.texts[this.at] !== word) return false
    this.at++
    return true
  }

  /** A value: `a.b[c]`, `"x"`, `1`, `(a..b)`. */
  expression(depth = 0): string {
    if (depth > 100) throw new Fault('Nesting too deep')
    const kind = this.kinds[this.at]
    switch (kind === 'open_square' && !this.dialect.bracketsStart ? undefined : kind) {
      case 'id':
        return this.texts[this.at++]! + this.lookups(depth)
      case 'open_square': {
        this.at++
        const key = this.expression(depth + 1)
        return `[${key}${this.consume('close_square')}${this.lookups(depth)}`
      }
      case 'string':
      case 'number':
        return this.texts[this.at++]!
      case 'open_round': {
        this.at++
        const from = this.expression(depth + 1)
        this.consume('dotdot')
        const to = this.expression(depth + 1)
        this.consume('close_round')
        return `(${from}..${to})`
      }
      default:
        throw new Fault(`${this.shown()} is not a valid expression`)
    }
  }

  private lookups(depth: number): string {
    let text = ''
    for (;;) {
      if (this.look('open_square')) {
        this.at++
        text += `[${this.expression(depth + 1)}${this.consume('close_square')}`
      } else if (this.look('dot')) {
        this.at++
        text += `.${this.consume('id')}`
      } else return text
    }
  }

  /** The next token as Ruby shows it. */
  private shown(): string {
    const kind = this.kinds[this.at] ?? 'end_of_string'
    return kind === 'end_of_string'
      ? '[:end_of_string]'
      : `[:${kind}, ${JSON.stringify(this.texts[this.at])}]`
  }

  private add(kind: Kind, start: number, end: number): number {
    this.kinds.push(kind)
    this.texts.push(this.markup.slice(start, end))
    return end
  }

  private scan(): void {
    const { markup } = this
    let at = 0
    for (;;) {
      while (at < markup.length && isSpace(markup.charCodeAt(at))) at++
      if (at >= markup.length) break
      at = this.token(at)
    }
    this.kinds.push('end_of_string')
    this.texts.push('')
  }

  private token(at: number): number {
    const { markup } = this
    const code = markup.charCodeAt(at)
    const next = markup.charCodeAt(at + 1)
    if (code === 60 || code === 62) {
      const two = next === 61 || (code === 60 && next === 62)
      return this.add('comparison', at, at + (two ? 2 : 1))
    }
    if ((code === 61 || code === 33) && next === 61) return this.add('comparison', at, at + 2)
    if (code === 99 && markup.startsWith('contains', at) && isSpace(markup.charCodeAt(at + 8)))
      return this.add('comparison', at, at + 8)
    if (code === 34 || code === 39) {
      const close = markup.indexOf(code === 34 ? '"' : "'", at + 1)
      if (close >= 0) return this.add('string', at, close + 1)
      throw new Fault(`Unexpected character ${markup[at]}`)
    }
    if (isDigit(code) || (code === 45 && isDigit(next))) {
      let end = at + 1
      while (isDigit(markup.charCodeAt(end))) end++
      if (markup.charCodeAt(end) === 46 && isDigit(markup.charCodeAt(end + 1))) {
        end++
        while (isDigit(markup.charCodeAt(end))) end++
      }
      return this.add('number', at, end)
    }
    if (isWord(code)) {
      let end = at + 1
      while (isWord(markup.charCodeAt(end)) || markup.charCodeAt(end) === 45) end++
      if (markup.charCodeAt(end) === 63) end++
      return this.add('id', at, end)
    }
    if (code === 46 && next === 46) return this.add('dotdot', at, at + 2)
    const special = SPECIALS.get(markup[at]!)
    if (special === undefined)
      throw new Fault(`Unexpected character ${String.fromCodePoint(markup.codePointAt(at)!)}`)
    return this.add(special, at, at + 1)
  }
}
