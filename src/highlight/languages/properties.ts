import { language } from '../language.ts'

/** Java's properties files. */
export const properties = language({
  tag: 'properties',
  filenames: ['*.properties'],
  states: () => ({
    root: [
      [/[!#].*\n/, 'c', undefined, { needs: '\n' }],
      [/([-\w.]+)(\s*)([=:])/, ['py', '', 'p'], 'value'],
      [/[-\w.]+/, 'err'],
      [/\s+/, ''],
      [/\\\n/, 'se'],
    ],
    value: [
      [/\n/, '', '#pop'],
      [/[!#].*\n/, 'c', undefined, { needs: '\n' }],
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
})
