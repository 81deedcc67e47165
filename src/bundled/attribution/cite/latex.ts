/** Text for BibTeX: characters with a meaning escaped, Latin letters with marks as LaTeX's accents. */

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '{\\textless}',
  '>': '{\\textgreater}',
  '|': '{\\textbar}',
  '"': "{''}",
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  ð: '{\\dh}',
  Ð: '{\\DH}',
  þ: '{\\th}',
  Þ: '{\\TH}',
  đ: '{\\dj}',
  Đ: '{\\DJ}',
  ı: '{\\i}',
  å: '{\\aa}',
  Å: '{\\AA}',
  '“': '``',
  '”': "''",
  '„': '{\\quotedblbase}',
  '‘': '`',
  '’': "'",
  '–': '--',
  '—': '---',
  '…': '{\\ldots}',
  '«': '{\\guillemotleft}',
  '»': '{\\guillemotright}',
  '¡': '{\\textexclamdown}',
  '¿': '{\\textquestiondown}',
  '©': '{\\textcopyright}',
  '®': '{\\textregistered}',
  '™': '{\\texttrademark}',
  '°': '{\\textdegree}',
  '€': '{\\texteuro}',
  '£': '{\\pounds}',
  '§': '{\\S}',
  '·': '{\\textperiodcentered}',
  '\u00a0': '~',
}

/** Combining marks and the accents that set them. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
  '\u0331': 'b',
}

/** `text` in one line, safe inside the braces of a field. Letters LaTeX has no accent for stay as they are. */
export function latexText(text: string): string {
  if (/^[\w ,.:;!?()[\]/+*=@'-]*$/.test(text) && !text.includes('_')) return text
  let out = ''
  for (const char of text.normalize('NFC').replace(/\s+/g, ' ')) {
    if (Object.hasOwn(SPECIAL, char)) out += SPECIAL[char]
    else out += char < '\u0080' ? char : accented(char)
  }
  return out
}

function accented(char: string): string {
  const [letter = '', mark = '', ...more] = char.normalize('NFD')
  const accent = more.length === 0 && Object.hasOwn(ACCENTS, mark) ? ACCENTS[mark] : undefined
  if (accent === undefined || !/[A-Za-z]/.test(letter)) return char
  return /[a-zA-Z]/.test(accent) ? `{\\${accent} ${letter}}` : `{\\${accent}${letter}}`
}
