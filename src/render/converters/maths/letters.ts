/**
 * Letters of MathML's `mathvariant` as letters of Unicode: browsers know of the attribute only `normal`, and a typeface for
 * mathematics has the letters.
 */

/** Where the capitals, the small letters, the digits and the Greek letters of a variant begin. */
interface Alphabet {
  readonly capital: number
  readonly small: number
  readonly digit?: number
  readonly greekCapital?: number
  readonly greekSmall?: number
  /** letters that stand elsewhere, as Unicode had them before */
  readonly elsewhere?: Readonly<Record<string, string>>
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: { capital: 0x1d400, small: 0x1d41a, digit: 0x1d7ce, greekCapital: 0x1d6a8, greekSmall: 0x1d6c2 },
  italic: {
    capital: 0x1d434,
    small: 0x1d44e,
    greekCapital: 0x1d6e2,
    greekSmall: 0x1d6fc,
    elsewhere: { h: 'ℎ' },
  },
  'bold-italic': { capital: 0x1d468, small: 0x1d482, greekCapital: 0x1d71c, greekSmall: 0x1d736 },
  script: {
    capital: 0x1d49c,
    small: 0x1d4b6,
    elsewhere: {
      B: 'ℬ',
      E: 'ℰ',
      F: 'ℱ',
      H: 'ℋ',
      I: 'ℐ',
      L: 'ℒ',
      M: 'ℳ',
      R: 'ℛ',
      e: 'ℯ',
      g: 'ℊ',
      o: 'ℴ',
    },
  },
  'bold-script': { capital: 0x1d4d0, small: 0x1d4ea },
  fraktur: {
    capital: 0x1d504,
    small: 0x1d51e,
    elsewhere: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  },
  'bold-fraktur': { capital: 0x1d56c, small: 0x1d586 },
  'double-struck': {
    capital: 0x1d538,
    small: 0x1d552,
    digit: 0x1d7d8,
    elsewhere: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  },
  'sans-serif': { capital: 0x1d5a0, small: 0x1d5ba, digit: 0x1d7e2 },
  'bold-sans-serif': { capital: 0x1d5d4, small: 0x1d5ee, digit: 0x1d7ec },
  'sans-serif-italic': { capital: 0x1d608, small: 0x1d622 },
  'sans-serif-bold-italic': { capital: 0x1d63c, small: 0x1d656 },
  monospace: { capital: 0x1d670, small: 0x1d68a, digit: 0x1d7f6 },
}

const MARKED = /<(m[ions]|mtext) mathvariant="([a-z-]+)">([^<]*)</g

/** MathML with the letters of its variants. */
export function withLetters(mathMl: string): string {
  return mathMl.replace(MARKED, (whole, name: string, variant: string, text: string) => {
    const alphabet = ALPHABETS[variant]
    if (alphabet === undefined || text.includes('&')) return whole
    return `<${name}>${[...text].map((letter) => letterOf(letter, alphabet)).join('')}<`
  })
}

function letterOf(letter: string, alphabet: Alphabet): string {
  const other = alphabet.elsewhere?.[letter]
  if (other !== undefined) return other
  const code = letter.codePointAt(0) as number
  const from = (first: string, last: string, start: number | undefined): string | undefined => {
    const low = first.charCodeAt(0)
    const isWithin = start !== undefined && code >= low && code <= last.charCodeAt(0)
    return isWithin ? String.fromCodePoint(start + code - low) : undefined
  }
  return (
    from('A', 'Z', alphabet.capital) ??
    from('a', 'z', alphabet.small) ??
    from('0', '9', alphabet.digit) ??
    from('Α', 'Ω', alphabet.greekCapital) ??
    from('α', 'ω', alphabet.greekSmall) ??
    letter
  )
}
