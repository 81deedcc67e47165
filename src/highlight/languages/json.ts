import { language } from '../language.ts'

export const json = language({
  tag: 'json',
  filenames: ['*.json', 'Pipfile.lock'],
  states: () => ({
    root: ['member', [/[{}\]]/, 'p']],
    // At the top a comma is an error.
    object: [[/\}/, 'p', '#pop'], [/,/, 'p'], 'member'],
    array: [[/\s+/, 'w'], [/\]/, 'p', '#pop'], [/,/, 'p'], 'value'],
    member: [
      [/\s+/, 'w'],
      // A colon is only known right after a name; elsewhere it is an error.
      [/("(?:\\.|[^"\\\n])*")(\s*)(:)/, ['nl', 'w', 'p']],
      'value',
    ],
    value: [
      [/\{/, 'p', 'object'],
      [/\[/, 'p', 'array'],
      [/"/, 's2', 'string'],
      [/(?:true|false|null)/, 'kc'],
      [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf'],
      [/-?(?:0|[1-9]\d*)(?:e[+-]?\d+)?/i, 'mi'],
    ],
    string: [
      [/[^"\\]+/, 's2'],
      [/\\./, 'se'],
      [/"/, 's2', '#pop'],
    ],
  }),
})
