import { language } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'

const COMMENT = /[!#].*\n/
const KEY = /([-\w.]+)(\s*)([=:])/
/** With escapes. Longer keys are none to us: where no sign follows, each part of a run is looked at from its own start. */
const ESCAPED_KEY = /((?:\\.|[-\w.]){1,200})(\s*)([=:])/

/** Java's properties files. */
export const properties = language({
  tag: 'properties',
  filenames: ['*.properties'],
  states: () => ({
    root: [
      [COMMENT, 'c', undefined, { needs: '\n' }],
      [KEY, ['py', '', 'p'], 'value'],
      [/[-\w.]+/, 'err'],
      [/\s+/, ''],
      [/\\\n/, 'se'],
    ],
    value: [
      [/\n/, '', '#pop'],
      [COMMENT, 'c', undefined, { needs: '\n' }],
      [/\s+/, ''],
      'escapes',
      [/"/, 's', 'quoted'],
      [/'[^'\n]*'/, 's'],
      [/[^\\\n]+/, 's'],
    ],
    quoted: [[/"/, 's', '#pop'], 'escapes', [/[^\\"]+/, 's']],
    // Four decimal digits, says Rouge.
    escapes: [[/\\(?:u\d{4}|[\s\S])/, 'se']],
  }),
  changes: [
    {
      since: '5.1',
      states: inTurn(
        instead('root', COMMENT, [/[!#].*/, 'c']),
        instead('root', KEY, [ESCAPED_KEY, ['py', '', 'p'], 'value']),
        instead('value', COMMENT, [/[!#].*/, 'c']),
      ),
    },
  ],
})
