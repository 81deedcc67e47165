import { language, words } from '../language.ts'
import { instead } from '../states-change.ts'
import { PRIMITIVES } from './r.words.ts'

const CALLED = /[\p{L}.][\p{L}\d._]*(?=\()/u

const KEYWORDS = 'break else for function if in next repeat while'
const CONSTANTS = 'FALSE Inf NA NA_character_ NA_complex_ NA_integer_ NA_real_ NULL NaN TRUE'
const BUILTINS = 'F LETTERS T letters month.abb month.name pi'
const NAMES = { k: KEYWORDS, kc: CONSTANTS, nb: BUILTINS }
const CALLS = words({ ...NAMES, nf: PRIMITIVES }, 'n')

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
      [CALLED, CALLS],
      [/[\p{L}.][\p{L}\d._]*/u, words(NAMES, 'n')],
      [/[[\]{}(),;]/, 'p'],
      [/[-<>?*+^/!=~$@:%&|]/, 'o'],
    ],
  }),
  // A primitive is one only at the start of a line.
  changes: [
    {
      since: '5.1',
      states: instead('root', CALLED, [new RegExp(`(?<![^\\n])${CALLED.source}`, 'u'), CALLS]),
    },
  ],
})
