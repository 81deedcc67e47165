import { language, words } from '../language.ts'
import { BUILTINS, KEYWORDS, TYPES } from './verilog.words.ts'

/** Verilog and SystemVerilog. */
export const verilog = language({
  tag: 'verilog',
  filenames: ['*.v', '*.sv', '*.svh'],
  states: () => ({
    root: [
      [/^([ \t]*)([a-zA-Z_]\w*:)(?!:)/, ['', 'nl']],
      [/[ \t\r]+|\n/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/"/, 's', 'string'],
      [/`[a-zA-Z_]\w*/, 'cp'],
      [/[\d_]+\.[\d_]*(?:e[-+]?[\d_]+)?/i, 'mf'],
      [/[\d_]+e[-+]?[\d_]+/i, 'mf'],
      [/\d*'h[\da-fA-F_xz?]+/i, 'mh'],
      [/\d*'b[01_xz?]+|\d*'[01]/i, 'mb'],
      [/\d*'d[\d_]+/, 'mi'],
      [/[\d_]+/, 'mi'],
      [/[-~!%^&*+=|?:<>/@{}]/, 'o'],
      [/[()[\],.$#;]/, 'p'],
      [/[a-zA-Z]\w*/, words({ k: KEYWORDS, kt: TYPES, nb: BUILTINS }, 'n')],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abfnrtv"']|x[\da-fA-F]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n/, 's'],
      [/\\/, 's'],
    ],
  }),
})
