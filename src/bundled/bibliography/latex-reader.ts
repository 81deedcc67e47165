/** LaTeX of a field of BibTeX as plain text: accents, signs, braces. What it does not know stays without its backslash. */

/** Commands of accents, and the marks of Unicode. */
const ACCENTS: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
}

const SIGNS: Readonly<Record<string, string>> = {
  ss: 'ß',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  aa: 'å',
  AA: 'Å',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ldots: '…',
  dots: '…',
  textendash: '–',
  textemdash: '—',
  textbackslash: '\\',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textcopyright: '©',
  textregistered: '®',
  texttrademark: '™',
  textdegree: '°',
  texteuro: '€',
  S: '§',
  P: '¶',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
}

const PIECE =
  /\\([`'^~"=.])\s*(?:\{\s*(\\?[A-Za-z])?\s*\}|(\\?[A-Za-z]))|\\([uvHckrdb])(?:\s*\{\s*(\\?[A-Za-z])\s*\}|\s+(\\?[A-Za-z]))|\\([A-Za-z]+)\s*(?:\{\})?|\\([^A-Za-z])|(---?|``|''|[{}~$'`]|\s+)/g
const TYPED: Readonly<Record<string, string>> = {
  '--': '–',
  '---': '—',
  '``': '“',
  "''": '”',
  "'": '’',
  '`': '‘',
  '~': '\u00a0',
  '{': '',
  '}': '',
  $: '',
}

export function textOfLatex(latex: string): string {
  if (!/[\\{}~$`'\s-]/.test(latex)) return latex
  return latex
    .replace(
      PIECE,
      (_whole, accent, braced, bare, letterAccent, letterBraced, letterBare, command, escaped, typed) => {
        const mark = ACCENTS[accent ?? letterAccent]
        if (mark !== undefined) {
          const letter = String(braced ?? bare ?? letterBraced ?? letterBare ?? '').replace('\\', '')
          return `${letter}${mark}`
        }
        if (command !== undefined) return (Object.hasOwn(SIGNS, command) && SIGNS[command]) || ''
        if (escaped !== undefined) return escaped === '\\' ? ' ' : escaped
        return TYPED[typed] ?? (/\s/.test(typed) ? ' ' : typed)
      },
    )
    .normalize('NFC')
    .trim()
}
