import { language, words } from '../language.ts'

/** OCaml. */
export const ocaml = language({
  tag: 'ocaml',
  filenames: ['*.ml', '*.mli', '*.mll', '*.mly'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/false|true|\(\)|\[\]/, 'bp'],
      [/[A-Z][\w']*(?=\s*\.)/, 'nn', 'path'],
      [/`[A-Za-z_][\w']*/, 'nt'],
      [/[A-Z][\w']*/, 'nc'],
      [/\(\*(?!\))/, 'c', 'comment'],
      [/[a-z_][\w']*/, words({ k: KEYWORDS, kt: TYPES, ow: OPERATORS }, 'n')],
      // Rouge's dot is any character here.
      [/\d[\d_]{0,40}(?:.[\d_]{0,40})?e[+-]?\d[\d_]*/i, 'mf'],
      [/0x[\da-f][\da-f_]*/i, 'mh'],
      [/0o[0-7][0-7_]*/i, 'mo'],
      [/0b[01][01_]*/i, 'mb'],
      [/\d[\d_]*/, 'mi'],
      [/'(?:\\[\\"'ntbr ]|\\\d{3}|\\x[\da-fA-F]{2})'/, 'sc'],
      [/'[.]'/, 'sc'],
      [/'/, 'k'],
      [/"/, 's2', 'string'],
      [/[;()[\]{}]+/, 'p'],
      [/[-,.!$%&*+/:<=>?@^|~#][-,.!$%&*+/:<=>?@^|~#;_]*/, 'o'],
    ],
    comment: [
      [/[^(*)]+/, 'c'],
      [/\(\*/, 'c', '#push'],
      [/\*\)/, 'c', '#pop'],
      [/[(*)]/, 'c'],
    ],
    string: [
      [/[^\\"]+/, 's2'],
      [/\\(?:[\\"'ntbr ]|\d{3}|x[\da-fA-F]{2})/, 'se'],
      [/\\\n/, 's2'],
      [/"/, 's2', '#pop'],
    ],
    path: [
      [/\s+/, ''],
      [/\./, 'p'],
      [/[A-Z][\w']*(?=\s*\.)/, 'nn'],
      [/[A-Z][\w']*/, 'nc', '#pop'],
      [/[a-z_][\w']*/, 'n', '#pop'],
      [/[([{]/, 'p', '#pop'],
    ],
  }),
})

const KEYWORDS = `as assert begin class constraint do done downto else end exception external for fun function functor if
  in include inherit initializer lazy let match module mutable new nonrec object of open raise rec sig struct then to
  try type val virtual when while with`
const TYPES = 'array bool char float int list string unit'
const OPERATORS = 'and asr land lor lsl lxor mod or'
