import { language, words } from '../language.ts'
import { BUILTINS, KEYWORDS, TYPES } from './verilog.words.ts'

/** Verilog and SystemVerilog. */
export const verilog = language({
  tag: 'verilog',
  filenames: ['*.v', '*.sv', '*.svh'],
  states: () => ({
    // After the first word or mark each line may begin with labels.
    root: ['blanks', [/(?:)/, '', 'statements']],
    'line start': ['blanks', [/[a-zA-Z_]\w*:(?!:)/, 'nl'], [/(?:)/, '', '#pop']],
    blanks: [
      [/(?:\s|\\\n)+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
    ],
    statements: [
      [/\n/, '', 'line start'],
      'blanks',
      [/L?"/, 's', 'string'],
      [/`\w+/, 'cp'],
      [/[\d_]+\.[\d_]*(?:e[-+]?[\d_]+)?|\.\d[\d_]*(?:e[-+]?[\d_]+)?/i, 'mf'],
      [/[\d_]+e[-+]?[\d_]+/i, 'mf'],
      [/\d*'h[\da-fA-F_?]+/, 'mh'],
      [/\d*'b?[01_xz?]+/, 'mb'],
      [/\d*'d[\d_?]+/, 'mi'],
      [/[\d_]+[lu]*/i, 'mi'],
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
