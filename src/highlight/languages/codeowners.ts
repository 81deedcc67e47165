import { language } from '../language.ts'
import type { Rule } from '../types.ts'

/** From anything but a blank to the last escaped blank or `#` of the line. */
const ESCAPED: Rule<undefined> = [/(?:\S.*)?\\[\s#]/, 'n', 'path', { hopeless: 'line' }]

const WORDS = /[\p{L}\p{M}\p{N}\p{Pc}/.*-]+/u

export const codeowners = language({
  tag: 'codeowners',
  filenames: ['CODEOWNERS'],
  since: '4.5',
  states: () => ({
    root: [
      [/^#.*/, 'c1'],
      [/\s+/, 'w'],
      [/(\^?\[(?!\d+\])[^\]]+\])(\[\d+\])?/, ['nn', 'm'], undefined, { needs: ']' }],
      [/\S*@\S+/, 'nf', undefined, { hopeless: 'word' }],
      [WORDS, 'n', 'path'],
      ESCAPED,
    ],
    path: [[WORDS, 'n'], ESCAPED, [/(?:)/, '', '#pop']],
  }),
})
