import { language, words } from '../language.ts'
import { instead } from '../states-change.ts'
import { BUILTINS } from './matlab.words.ts'

const WORD = /[a-zA-Z]\w*/
const KEYWORDS = `break case catch classdef continue else elseif end for function global if otherwise parfor persistent
  return spmd switch try while`
const LATER_KEYWORDS = 'arguments import methods properties'

/** MATLAB. */
export const matlab = language({
  tag: 'matlab',
  aliases: ['m'],
  filenames: ['*.m'],
  changes: [
    {
      before: '3.30',
      states: instead<undefined>('root', WORD, [WORD, words({ k: KEYWORDS, nb: BUILTINS }, 'n')]),
    },
  ],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/(\.\.\.)(.*)/, ['k', 'c']],
      [
        /^!(.*?)(?=%|$)/,
        (x, m) => {
          x.token('k', '!')
          x.delegate('shell', m[1]!)
        },
      ],
      [/\{%[\s\S]*?%\}/, 'cm', undefined, { needs: '%}' }],
      [/%.*$/, 'c1'],
      [WORD, words({ k: `${KEYWORDS} ${LATER_KEYWORDS}`, nb: BUILTINS }, 'n')],
      [/[()[\]{},:;/\\]/, 'p'],
      [/~=|==|<<|>>|[-~+*%=<>&^|.@]/, 'o'],
      [/(?:\d+\.\d*|\d*\.\d+)(?:e[+-]?\d+)?/i, 'mf'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/\d+L/, 'il'],
      [/\d+/, 'mi'],
      [/'(?=(?:[^'\n]|'')*')/, 's1', 'chars'],
      [/"(?=(?:[^"\n]|"")*")/, 's2', 'string'],
      [/'/, 'o'],
    ],
    chars: [
      [/[^']+/, 's1'],
      [/''/, 'se'],
      [/'/, 's1', '#pop'],
    ],
    string: [
      [/[^"]+/, 's2'],
      [/""/, 'se'],
      [/"/, 's2', '#pop'],
    ],
  }),
})
