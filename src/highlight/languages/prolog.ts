import { language } from '../language.ts'

export const prolog = language({
  tag: 'prolog',
  filenames: ['*.pro', '*.P', '*.prolog', '*.pl'],
  start: ['first'],
  states: () => ({
    // A hash is a comment's at the very start alone.
    first: [
      [/#.*/, 'c1', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    root: [
      [/\s+/, ''],
      [/%.*/, 'c1'],
      [/\/\*/, 'cm', 'comment'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'm'],
      [/:-|-->/, 'p'],
      [/[()[\]{}|.,;!]/, 'p'],
      [/"[^"]*"/, 's2', undefined, { hopeless: true }],
      [/'[^']*'/, 'ss', undefined, { hopeless: true }],
      [/[<>=~^*+/?:@&#-][<>=~^*+/?:@&#.-]*/, 'o'],
      [/[A-Z]\w*|_[\p{L}\p{M}\p{Nd}\p{Pc}]*/u, 'nv'],
      [/\p{Lowercase}[\p{L}\p{M}\p{Nd}\p{Pc}]*/u, 'ss'],
    ],
    comment: [
      [/\/\*/, 'cm', '#push'],
      [/\s*\*[^*/]+/, 'cm'],
      [/\*\//, 'cm', '#pop'],
    ],
  }),
})
