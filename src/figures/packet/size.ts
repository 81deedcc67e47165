/** Sizes of fields: `16`, `6B`, `4-7`, `*`, `0..40B`. */

/** In bits. */
export type Size =
  | { readonly kind: 'width'; readonly bits: number }
  /** both ends count */
  | { readonly kind: 'place'; readonly first: number; readonly last: number }
  /** `most` null: no limit */
  | { readonly kind: 'range'; readonly least: number; readonly most: number | null }

/** The largest field, in bits. */
export const MOST_BITS = 2 ** 32

/** The size that `word` is; undefined where it is none. */
export function sizeIn(word: string): Size | undefined {
  if (word === '*') return { kind: 'range', least: 0, most: null }
  const place = /^(\d{1,10})-(\d{1,10})$/.exec(word)
  if (place !== null) return { kind: 'place', first: Number(place[1]), last: Number(place[2]) }
  const range = /^(\d{0,10})\.\.(\d{0,10})(B?)$/.exec(word)
  if (range !== null) {
    const scale = range[3] === 'B' ? 8 : 1
    const most = range[2] === '' ? null : Number(range[2]) * scale
    return { kind: 'range', least: Number(range[1]) * scale, most }
  }
  const width = /^(\d{1,10})(B?)$/.exec(word)
  return width === null ? undefined : { kind: 'width', bits: Number(width[1]) * (width[2] === 'B' ? 8 : 1) }
}

/** `bits` in words: `16 bits`, `1 bit`, `6 bytes`. */
export function inWords(bits: number): string {
  if (bits >= 64 && bits % 8 === 0) return `${bits / 8} bytes`
  return bits === 1 ? '1 bit' : `${bits} bits`
}

/** What is said of the size of a field that has no fixed one. */
export function rangeInWords(least: number, most: number | null): string {
  const bytes = least % 8 === 0 && (most ?? 0) % 8 === 0
  const [scale, unit] = bytes ? [8, 'bytes'] : [1, 'bits']
  if (most === null) return least === 0 ? 'variable' : `${least / scale} ${unit} or more`
  return `${least / scale}–${most / scale} ${unit}`
}
