import { language, words } from '../language.ts'
import { PRIMITIVES } from './r.words.ts'

/** R. */
export const r = language({
  tag: 'r',
  aliases: ['r', 'R', 's', 'S'],
  filenames: ['*.R', '*.r', '.Rhistory', '.Rprofile'],
  states: () => ({
    root: [
      [/#'.*/, 'cd'],
      [/#.*/, 'c1'],
      [/\s+/, 'w'],
      [/`[^`]+`/, 'n'],
      [/'(?:\\[\s\S]|[^'\\])*\\?'/, 's1'],
      [/"(?:\\[\s\S]|[^"\\])*\\?"/, 's2'],
      [/%[^%]*%/, 'o'],
      [/0x[\da-f]+(?:p\d+)?[Li]?/i, 'mh'],
      [/[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?[Li]?/, 'm'],
      [
        /[\p{L}.][\p{L}\d._]*(?=\()/u,
        words({ k: KEYWORDS, kc: CONSTANTS, nb: BUILTINS, nf: PRIMITIVES }, 'n'),
      ],
      [/[\p{L}.][\p{L}\d._]*/u, words({ k: KEYWORDS, kc: CONSTANTS, nb: BUILTINS }, 'n')],
      [/[[\]{}(),;]/, 'p'],
      [/[-<>?*+^/!=~$@:%&|]/, 'o'],
    ],
  }),
})

const KEYWORDS = 'break else for function if in next repeat while'
const CONSTANTS = 'FALSE Inf NA NA_character_ NA_complex_ NA_integer_ NA_real_ NULL NaN TRUE'
const BUILTINS = 'F LETTERS T letters month.abb month.name pi'
