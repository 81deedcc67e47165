import { language } from '../language.ts'

export const ini = language({
  tag: 'ini',
  filenames: ['*.ini', '*.INI', '*.gitconfig'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[;#].*\n?/, 'c'],
      [/([\w.-]+)(\s*)(=)/, ['py', '', 'p'], 'value'],
      [/\[.*?\]/, 'nn'],
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
