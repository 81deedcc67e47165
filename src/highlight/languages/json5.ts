import { language } from '../language.ts'
import { instead } from '../states-change.ts'
import type { Rule } from '../types.ts'

const LABEL = /"[^"\n]*"|[$_\p{L}\p{Nl}][$\p{L}\p{Nl}\p{M}\p{N}\p{Pc}]*/u
const CONSTANT = /(?:true|false|null|[+-]?(?:NaN|Infinity))\b/

/** A colon is known only right after a name, with comments between. */
const COLON: Rule<undefined> = [/:/, 'p', 'member']

export const json5 = language({
  tag: 'json5',
  filenames: ['*.json5'],
  since: '4.5',
  states: () => ({
    root: ['blanks', [LABEL, 'nl'], 'values', [/[}\]]/, 'p']],
    blanks: [
      [/\s+/, 'w'],
      [/\/\*[\s\S]*?\*\//, 'c', undefined, { needs: '*/' }],
      [/\/\/.*/, 'c'],
    ],
    object: ['blanks', [LABEL, 'nl'], COLON, [/\}/, 'p', '#pop'], [/,(?!\d)/, 'p'], 'values'],
    member: ['blanks', [/\}/, 'p', '#pop:2'], [/,(?!\d)/, 'p', '#pop'], 'values'],
    array: ['blanks', [/\]/, 'p', '#pop'], [/,(?!\d)/, 'p'], 'values'],
    values: [
      [/\{/, 'p', 'object'],
      [/\[/, 'p', 'array'],
      [/[+-]?0x[\da-f]+/i, 'mh'],
      [/(?:[+-]|[.,])?\d+(?:\.\d*)?(?:e-?\d+)?/, 'mf'],
      [CONSTANT, 'kc'],
      [/"/, 's2', 'double quotes'],
      [/'/, 's1', 'single quotes'],
    ],
    'double quotes': [
      [/"/, 's2', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/[^"\\]+/, 's2'],
    ],
    'single quotes': [
      [/'/, 's1', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/[^'\\]+/, 's1'],
    ],
  }),
  changes: [
    {
      since: '5.1',
      // No constant begins inside a word.
      states: instead('values', CONSTANT, [
        /[+-]?(?<![\p{L}\p{M}\p{N}\p{Pc}])(?:true|false|null|NaN|Infinity)\b/u,
        'kc',
      ]),
    },
  ],
})
