/** Goes over the tokens of one line, and tells what it expected. */
import type { Span } from '../../base/index.ts'
import { FigureError } from '../language/fault.ts'
import type { Token } from './tokens.ts'

/** A register as it is written: all of it, `r0`, or its lower half, `w0`. */
export interface Register {
  readonly number: number
  readonly isHalf: boolean
  readonly token: Token
}

/** How the two operands of most operations are given: `src` or `imm`. */
export interface Operand {
  readonly register?: Register
  /** signed, of 32 bits */
  readonly imm: number
  readonly span: Span
}

/** Where a jump goes: so many slots on, or to a label. */
export type Target =
  | { readonly slots: number; readonly span: Span }
  | { readonly label: Token; readonly slots?: undefined }

/** In characters: what is longer has more than 64 bits, whatever it is. */
const LONGEST_NUMBER = 40

export class Cursor {
  private at = 0
  constructor(
    private readonly tokens: readonly Token[],
    /** where the line ends */
    private readonly end: Span,
  ) {}

  get next(): Token | undefined {
    return this.tokens[this.at]
  }

  /** The token `ahead` of the next one. */
  peek(ahead: number): Token | undefined {
    return this.tokens[this.at + ahead]
  }

  is(text: string): boolean {
    return this.next?.text === text
  }

  /** Takes the next token if it is `text`. */
  take(text: string): boolean {
    const is = this.is(text)
    if (is) this.at++
    return is
  }

  expect(...texts: readonly string[]): void {
    for (const text of texts) if (!this.take(text)) this.expected(`\`${text}\``)
  }

  takeAny(what: string): Token {
    const token = this.next
    if (token === undefined) this.expected(what)
    this.at++
    return token
  }

  /** Says that something else stands here. */
  expected(what: string, help?: string): never {
    const found = this.next
    throw new FigureError(
      found === undefined
        ? `The line ends where ${what} is expected`
        : `"${found.text}" stands where ${what} is expected`,
      found?.span ?? this.end,
      help,
    )
  }

  done(): void {
    if (this.next !== undefined) this.expected('the end of the line', 'write one instruction on a line')
  }

  register(): Register {
    const token = this.next
    if (token?.kind !== 'register') this.expected('a register', 'registers are r0 to r10')
    const name = token.text.replace('%', '')
    const number = Number(name.slice(1))
    if (number > 10)
      throw new FigureError(`There is no register "${token.text}"`, token.span, 'registers are r0 to r10')
    this.at++
    return { number, isHalf: name[0] === 'w', token }
  }

  /** A register that must be whole, as in addresses and in names of operations that say their width. */
  whole(): number {
    const { number, isHalf, token } = this.register()
    if (isHalf)
      throw new FigureError(`"${token.text}" is the lower half of a register`, token.span, `write r${number}`)
    return number
  }

  /** An integer from `least` to `most`, with its place. */
  integer(least: bigint, most: bigint, help?: string): { readonly value: bigint; readonly span: Span } {
    const start = this.next?.span.start
    const isNegative = this.take('-') || (this.take('+') && false)
    const token = this.next
    if (token?.kind !== 'number') this.expected('a number')
    if (token.text.length > LONGEST_NUMBER)
      throw new FigureError(`The number has ${token.text.length} digits`, token.span, help)
    this.at++
    const size = BigInt(token.text)
    const value = isNegative ? -size : size
    const span = { start: start!, end: token.span.end }
    if (value < least || value > most)
      throw new FigureError(`${value} is not from ${least} to ${most}`, span, help)
    return { value, span }
  }

  /** A number of 32 bits, signed; in hexadecimal also those that have the highest bit set. */
  immediate(help?: string): { readonly value: number; readonly span: Span } {
    const isHex = this.next?.kind === 'number' && /^0x/i.test(this.next.text)
    const { value, span } = this.integer(-(2n ** 31n), isHex ? 2n ** 32n - 1n : 2n ** 31n - 1n, help)
    return { value: Number(BigInt.asIntN(32, value)), span }
  }

  operand(help?: string): Operand {
    const token = this.next
    if (token?.kind === 'register') {
      const register = this.register()
      return { register, imm: 0, span: token.span }
    }
    if (token === undefined || !(token.kind === 'number' || token.text === '-' || token.text === '+'))
      this.expected('a register or a number')
    const { value, span } = this.immediate(help)
    return { imm: value, span }
  }

  /** `+ 4`, `-8`, or nothing: a distance of 16 bits. */
  distance(): number {
    if (!this.is('+') && !this.is('-')) return 0
    return Number(this.integer(-32768n, 32767n).value)
  }

  /** `+3`, `pc+3` or a label. */
  target(isFar: boolean): Target {
    if (this.is('pc') && ['+', '-'].includes(this.peek(1)?.text ?? '')) this.at++
    if (this.is('+') || this.is('-')) {
      const most = isFar ? 2n ** 31n : 2n ** 15n
      const { value, span } = this.integer(-most, most - 1n)
      return { slots: Number(value), span }
    }
    if (this.next?.kind !== 'name') this.expected('a label or `+3`')
    return { label: this.takeAny('a label') }
  }
}
