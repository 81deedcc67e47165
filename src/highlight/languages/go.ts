import { language, words } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'

const WORDS = words(
  {
    k: `break case chan const continue default defer else fallthrough for func go goto if import interface map package range
      return select struct switch type var`,
    kt: `bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32
      uint64 uintptr`,
    nb: 'append cap close complex copy delete imag len make new panic print println real recover',
    no: 'true false iota nil',
  },
  'n',
)

export const go = language({
  tag: 'go',
  aliases: ['golang'],
  filenames: ['*.go'],
  changes: [
    {
      since: '4.7',
      states: inTurn(
        instead(
          'root',
          /(?:\d+\.\d*(?:e[+-]?\d+)?|\d+e[+-]?\d+|\.\d+(?:e[+-]?\d+)?)i?/i,
          [
            /(?:\d+(?:_\d+)*\.(?:\d+(?:_\d+)*)?(?:e[+-]?\d+(?:_\d+)*)?|\d+(?:_\d+)*e[+-]?\d+(?:_\d+)*|\.\d+(?:_\d+)*(?:e[+-]?\d+(?:_\d+)*)?)i?/i,
            'm',
          ],
          [/0b(?:_?[01])+/i, 'm'],
          [/0o(?:_?[0-7])+/i, 'm'],
        ),
        instead('root', /0x[0-9a-f]+/i, [/0x(?:_?[0-9a-f])+/i, 'm']),
        instead('root', /\d+i?/, [/\d+(?:_\d+)*i?/, 'm']),
      ),
    },
  ],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c'],
      [/\/\*[\s\S]*?\*\//, 'c', undefined, { needs: '*/' }],
      [/`/, 's', 'raw string'],
      [/"/, 's', 'string'],
      [
        /'(?:\\(?:[abfnrtv\\"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|[\ud800-\udbff][\udc00-\udfff]|.)'/,
        'sc',
      ],
      [/[a-zA-Z_]\w*(?![\w\p{L}\p{Nd}])/u, WORDS],
      [/[\p{L}_][\p{L}\p{Nd}_]*/u, 'n'],
      [/\.\.\./, 'o'],
      [/(?:\d+\.\d*(?:e[+-]?\d+)?|\d+e[+-]?\d+|\.\d+(?:e[+-]?\d+)?)i?/i, 'm'],
      [/0x[0-9a-f]+/i, 'm'],
      [/\d+i?/, 'm'],
      [/[-+*/%&|^<>=!:.]/, 'o'],
      [/[()[\]{},;]/, 'p'],
    ],
    'raw string': [
      [/[^`]+/, 's'],
      [/`/, 's', '#pop'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[abfnrtv'"\\]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/, 'se'],
      [/\\./, 'err'],
      [/[^"\\]+/, 's'],
    ],
  }),
})
