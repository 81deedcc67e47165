import { language } from '../language.ts'

export const ini = language({
  tag: 'ini',
  filenames: ['*.ini', '*.INI', '*.gitconfig'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[;#].*\n?/, 'c'],
      [
        /([\w.-]+)(?:(\s*)(=))?/,
        (x, m) => {
          // No part of a word that is no key is one: Rouge tries each.
          if (m[3] === undefined) x.token('err', m[0])
          else {
            x.groups(m, 'py', '', 'p')
            x.push('value')
          }
        },
      ],
      [/\[.*?\]/, 'nn', undefined, { hopeless: 'line' }],
    ],
    value: [
      [/\n/, '', '#pop'],
      [/[ \t\r\f\v]+/, ''],
      [/[;#].*\n/, 'c'],
      [/\\[\s\S]/, 'se'],
      [/"/, 's', 'string'],
      [/'[^'\n]*'/, 's'],
      [/[^\\\n"]+/, 's'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
})
