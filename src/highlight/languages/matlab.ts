import { language, words } from '../language.ts'
import { BUILTINS } from './matlab.words.ts'

/** MATLAB. */
export const matlab = language({
  tag: 'matlab',
  aliases: ['m'],
  filenames: ['*.m'],
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
      [/[a-zA-Z]\w*/, words({ k: KEYWORDS, nb: BUILTINS }, 'n')],
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

const KEYWORDS = `arguments break case catch classdef continue else elseif end for function global if import methods
  otherwise parfor persistent properties return spmd switch try while`
