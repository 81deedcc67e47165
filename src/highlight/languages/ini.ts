import { language } from '../language.ts'
import { instead, inTurn, last } from '../states-change.ts'
import type { Callback, TokenClass } from '../types.ts'

const KEY = /([\w.-]+)(?:(\s*)(=))?/

const key =
  (blanks: TokenClass, otherwise: TokenClass): Callback<undefined> =>
  (x, m) => {
    // No part of a word that is not a key is one: Rouge tries each.
    if (m[3] === undefined) x.token(otherwise, m[0])
    else {
      x.groups(m, 'py', blanks, 'p')
      x.push('value')
    }
  }

export const ini = language({
  tag: 'ini',
  filenames: ['*.ini', '*.INI', '*.gitconfig'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[;#].*\n/, 'c', undefined, { needs: '\n' }],
      [/\\\n/, 'se'],
      [KEY, key('', 'err')],
      [/\[.*?\]/, 'nn', undefined, { hopeless: 'line' }],
    ],
    value: [
      [/\n/, '', '#pop'],
      [/\s+/, ''],
      [/[;#].*\n/, 'c', undefined, { needs: '\n' }],
      [/\\[\s\S]/, 'se'],
      [/"/, 's', 'string'],
      [/'[^'\n]*'/, 's'],
      [/[^\\\n]+/, 's'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
  changes: [
    {
      since: '4.7',
      states: inTurn(
        instead('root', /\s+/, [/\s+/, 'w']),
        instead('root', KEY, [KEY, key('w', 'na')]),
        last('root', [/\S/u, 'na']),
        instead('value', /\s+/, [/\s+/, 'w']),
      ),
    },
  ],
})
