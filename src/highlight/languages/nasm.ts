import { language } from '../language.ts'
import { before, inTurn } from '../states-change.ts'

/** Assembly as the Netwide Assembler reads it. */
export const nasm = language({
  tag: 'nasm',
  filenames: ['*.asm'],
  changes: [
    {
      since: '4.5',
      states: inTurn(before('root', /[a-z$._?][\w$.?#@~]*:/i, 'marks'), (states) => ({
        ...states,
        marks: [
          [/[,():[\]]+/, 'p'],
          [/[-+*/%&|^<>~]+/, 'o'],
          [/\$+/, 'kc'],
          [/seg|wrt|strict/i, 'ow'],
          [/byte|[dq]?word/i, 'kt'],
        ],
      })),
    },
  ],
  states: () => ({
    root: [
      [/^\s{0,200}%[^;\n]*\n?/, 'cp', 'preprocessor'],
      'blanks',
      [/[a-z$._?][\w$.?#@~]*:/i, 'nl'],
      [/([a-z$._?][\w$.?#@~]*)(\s+equ)/i, ['no', 'kd'], 'operands'],
      [
        /BITS|USE16|USE32|SECTION|SEGMENT|ABSOLUTE|EXTERN|GLOBAL|ORG|ALIGN|STRUC|ENDSTRUC|COMMON|CPU|GROUP|UPPERCASE|IMPORT|EXPORT|LIBRARY|MODULE/,
        'k',
        'operands',
      ],
      [/(?:res|d)[bwdqt]|times/i, 'kd', 'operands'],
      [/[a-z$._?][\w$.?#@~]*/i, 'nf', 'operands'],
    ],
    preprocessor: [
      [/^(?=[\s\S])/, '', '#pop'],
      [/;.*\n/, 'c1', '#pop'],
      [/[^;\n]+/, 'cp'],
      [/\n/, 'cp', '#pop'],
    ],
    blanks: [
      [/\n/, ''],
      [/[ \t]+/, ''],
      [/;.*/, 'c1'],
    ],
    operands: [
      [/[\r\n]+/, '', '#pop'],
      'blanks',
      // Rouge's class leaves out the letter n, not the line feed: a string with an n is an error.
      [/"[^"\\n]*"|'[^'\\n]*'|`[^`\\n]*`/, 's'],
      [/(?:0x[\da-f]+|\d[\da-f]*h)/i, 'mh'],
      [/[0-7]+q/i, 'mo'],
      [/[01]+b/i, 'mb'],
      [/\d+\.e?\d+/i, 'mf'],
      [/\d+/, 'mi'],
      [/[,():[\]]+/, 'p'],
      [/[-+*/%&|^<>~]+/, 'o'],
      [/\$+/, 'kc'],
      [/seg|wrt|strict/i, 'ow'],
      [/byte|[dq]?word/i, 'kt'],
      [
        /r\d[0-5]?[bwd]|[a-d][lh]|[er]?[a-d]x|[er]?[sb]p|[er]?[sd]i|[c-gs]s|st[0-7]|mm[0-7]|cr[0-4]|dr[0-367]|tr[3-7]/i,
        'nb',
      ],
      [/[a-z$._?][\w$.?#@~]*/i, 'nv'],
    ],
  }),
})
