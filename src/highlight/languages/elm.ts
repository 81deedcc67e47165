import { language, words } from '../language.ts'

export const elm = language({
  tag: 'elm',
  filenames: ['*.elm'],
  states: () => ({
    root: [
      [/--.*/, 'c1'],
      [/\{-/, 'cm', 'comment'],
      [/\s+/, ''],
      [/"""/, 's', 'text'],
      [/"/, 's', 'string'],
      [/'(?:\\.|[^\\'\n])'/, 'sc'],
      [/[A-Z]\w*/, 'kt'],
      [
        /[a-z]\w*/,
        words({ k: 'alias as case else exposing if import in let module of port then type' }, 'n'),
      ],
      [/_/, 'n'],
      [/0x[\da-f]+/i, 'mh'],
      [/\d+(?:\.\d+)?e[+-]?\d+|\d+\.\d+/i, 'mf'],
      [/\d+/, 'mi'],
      [/::|[!#$%&*+.,/<=>?@\\^|~-]+/, 'o'],
      [/[[\](){}`:;]/, 'p'],
    ],
    comment: [
      [/\{-/, 'cm', '#push'],
      [/-\}/, 'cm', '#pop'],
      [/[^{}-]+|[{}-]/, 'cm'],
    ],
    text: [
      [/"""/, 's', '#pop'],
      [/[^"]+|"/, 's'],
    ],
    string: [
      [/[^"\\]+/, 's2'],
      [/\\"/, 'se'],
      [/"/, 's2', '#pop'],
    ],
  }),
})
