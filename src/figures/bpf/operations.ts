/** The operations of eBPF by name: RFC 9669, sections 4 and 5. */

interface Arithmetic {
  /** as in `add r0, 1`; behind it `32` for the lower halves */
  readonly name: string
  /** as in `r0 += 1` */
  readonly sign: string
  /** bits 4 to 7 of the opcode */
  readonly code: number
  /** what the field `offset` has: 1 for the signed kinds */
  readonly offset: number
}

/** With two operands; `mov` and `neg` stand apart in one of the syntaxes or both. */
export const ARITHMETIC: readonly Arithmetic[] = [
  { name: 'add', sign: '+=', code: 0x00, offset: 0 },
  { name: 'sub', sign: '-=', code: 0x10, offset: 0 },
  { name: 'mul', sign: '*=', code: 0x20, offset: 0 },
  { name: 'div', sign: '/=', code: 0x30, offset: 0 },
  { name: 'sdiv', sign: 's/=', code: 0x30, offset: 1 },
  { name: 'or', sign: '|=', code: 0x40, offset: 0 },
  { name: 'and', sign: '&=', code: 0x50, offset: 0 },
  { name: 'lsh', sign: '<<=', code: 0x60, offset: 0 },
  { name: 'rsh', sign: '>>=', code: 0x70, offset: 0 },
  { name: 'mod', sign: '%=', code: 0x90, offset: 0 },
  { name: 'smod', sign: 's%=', code: 0x90, offset: 1 },
  { name: 'xor', sign: '^=', code: 0xa0, offset: 0 },
  { name: 'mov', sign: '=', code: 0xb0, offset: 0 },
  { name: 'arsh', sign: 's>>=', code: 0xc0, offset: 0 },
]

export const NEG = 0x80
export const MOV = 0xb0
/** Byte swaps; the immediate is how many bits. */
export const END = 0xd0

interface Comparison {
  /** as in `jeq r0, 1, +2` */
  readonly name: string
  /** as in `if r0 == 1 goto +2` */
  readonly sign: string
  readonly code: number
}

export const COMPARISONS: readonly Comparison[] = [
  { name: 'jeq', sign: '==', code: 0x10 },
  { name: 'jgt', sign: '>', code: 0x20 },
  { name: 'jge', sign: '>=', code: 0x30 },
  { name: 'jset', sign: '&', code: 0x40 },
  { name: 'jne', sign: '!=', code: 0x50 },
  { name: 'jsgt', sign: 's>', code: 0x60 },
  { name: 'jsge', sign: 's>=', code: 0x70 },
  { name: 'jlt', sign: '<', code: 0xa0 },
  { name: 'jle', sign: '<=', code: 0xb0 },
  { name: 'jslt', sign: 's<', code: 0xc0 },
  { name: 'jsle', sign: 's<=', code: 0xd0 },
]

export const JA = 0x00
export const CALL_CODE = 0x80
export const EXIT = 0x90

/** The bit of an atomic operation's immediate that says that `src` gets the value before. */
export const FETCH = 1
export const XCHG = 0xe1
export const CMPXCHG = 0xf1

/** Atomic operations that may fetch, by name; their immediates are the codes of arithmetic. */
export const ATOMICS: readonly { readonly name: string; readonly sign: string; readonly code: number }[] = [
  { name: 'add', sign: '+=', code: 0x00 },
  { name: 'or', sign: '|=', code: 0x40 },
  { name: 'and', sign: '&=', code: 0x50 },
  { name: 'xor', sign: '^=', code: 0xa0 },
]
