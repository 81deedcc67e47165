/**
 * Which texts are US-ASCII strings to Ruby, as JavaScript: those of numbers, nil and times, and what filters make of
 * them. Liquid 4.0 joins what a template prints, so a text that begins with such a piece is one as long as it holds
 * nothing but ASCII; later versions add it to a UTF-8 text. Kramdown prints entities where a character is not in the
 * encoding of its source.
 */

import { ValueEmitter } from './emit-values.ts'
import type { Encoding } from './encodings.ts'
import type { Expr } from './expression.ts'
import type { FilterCall, OutputMarkup } from './output.ts'

interface EncodedValue {
  readonly js: string
  /** whether the text that is printed of the value is US-ASCII, as JavaScript */
  readonly ascii: string
  /** whether the strings in it are */
  readonly strings: string
}

export abstract class EncodingEmitter extends ValueEmitter {
  /** JavaScript for the value of an output, filters applied. */
  override output(output: OutputMarkup): string {
    const asked = output.filters.some((filter) => this.encodingOf(filter) === 'asked')
    return asked ? this.encoded(output).js : super.output(output)
  }

  /** As `output`, with the encoding of its text. */
  encoded(output: OutputMarkup): EncodedValue {
    const { filters } = output
    const value = this.inputOf(output)
    let from = filters.length
    while (from > 0 && this.encodingOf(filters[from - 1]!) !== undefined) from--
    if (from === 0 && filters.length === 0 && value.kind === 'literal' && typeof value.value === 'string')
      return { js: this.expr(value), ascii: 'false', strings: 'false' }
    let js = this.held(super.output({ value, filters: filters.slice(0, from) }))
    let strings = from === 0 ? this.stringsOf(value) : 'false'
    for (const filter of filters.slice(from)) {
      const kind = this.encodingOf(filter)
      const before = kind === 'items' ? strings : this.held(this.before(kind, js, strings))
      const made = this.held(this.filter(filter, kind === 'asked' ? `rt.asked(${js},${before})` : js))
      strings = before
      if (kind === 'ascii') strings = 'true'
      else if (kind === 'given') strings = this.argument(filter)
      else if (kind === 'chosen') strings = this.held(`${made}===${js}?${before}:${this.argument(filter)}`)
      js = made
    }
    return { js, ascii: this.asciiOf(begin(js), strings), strings }
  }

  private encodingOf({ name }: FilterCall): Encoding | undefined {
    return this.options.encoding(name)
  }

  /** The encoding of a filter's first argument. */
  private argument({ args: [first] }: FilterCall): string {
    return first === undefined ? 'false' : this.asciiOf(this.expr(first), this.stringsOf(first))
  }

  /** Whether the text that a filter of this kind begins its own with is US-ASCII. */
  private before(kind: Encoding | undefined, js: string, strings: string): string {
    if (kind === 'sole') return `${this.rt('soleAscii')}(${js},${strings})`
    return this.asciiOf(kind === 'joined' ? begin(js) : js, strings)
  }

  private asciiOf(js: string, strings: string): string {
    return `${this.rt('asciiOf')}(${js},${strings})`
  }

  /** A name for the value of `js`. */
  private held(js: string): string {
    const name = this.fresh('t')
    this.write(`const ${name}=${js};`)
    return name
  }

  /** Whether the strings that `expr` looks up are US-ASCII: variables know it of theirs. */
  private stringsOf(expr: Expr): string {
    const named = expr.kind === 'lookup' && typeof expr.name === 'string' && !this.isLocal(expr.name)
    return named ? `rt.isAscii(${this.string(expr.name as string)})` : 'false'
  }
}

/** What the text of the joined list called `list` begins with. */
function begin(list: string): string {
  return `(Array.isArray(${list})&&typeof ${list}[0]==='string'?${list}[0]:${list})`
}
