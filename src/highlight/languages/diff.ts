import { language } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'

export const diff = language({
  tag: 'diff',
  aliases: ['patch', 'udiff'],
  filenames: ['*.diff', '*.patch'],
  states: () => ({
    root: [
      [/^---(?:\n|$)/, 'p'],
      [/^[+>].*\n?/, 'gi'],
      [/^[-<].*\n?/, 'gd'],
      [/^!.*\n?/, 'gs'],
      [/^(?:[Ii]ndex|diff).*\n?/, 'gh'],
      [/^=.*\n?/, 'gh'],
      [/^(@@[^@]*@@)(.*\n)/, ['p', '']],
      [/^\w.*\n?/, 'p'],
      // A blank anywhere, even a line feed, takes all up to the end of its (or the next) line.
      [/\s.*\n?/, ''],
    ],
  }),
  changes: [
    {
      since: '4.1',
      states: inTurn(
        instead('root', /^[+>].*\n?/, [/^(?:\+|>+(?=\s|$)).*\n?/, 'gi']),
        instead('root', /^[-<].*\n?/, [/^(?:-|<+(?=\s|$)).*\n?/, 'gd']),
        instead('root', /\s.*\n?/, [/.+\n?/, '']),
      ),
    },
  ],
})
