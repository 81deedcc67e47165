import { language, words } from '../language.ts'
import type { Callback } from '../types.ts'
import { BUILTINS, COMMANDS } from './viml.words.ts'

/** What goes on with a letter beyond ASCII is no word, only characters and numbers. */
const noWord: Callback<undefined> = (x, m) => {
  for (const part of m[0].match(/\d+|\D+/g)!) x.token(/^\d/.test(part) ? 'm' : '', part)
}

/** Vim's scripts. */
export const viml = language({
  tag: 'viml',
  aliases: ['vim', 'vimscript', 'ex'],
  filenames: ['*.vim', '*.vba', '.vimrc', '.exrc', '.gvimrc', '_vimrc', '_exrc', '_gvimrc'],
  states: () => ({
    root: [
      [/^([ \t]*)(".*)/, ['', 'c']],
      [/^\s*\\/, 'se'],
      [/^(?:[ \t]*\n)+/, ''],
      [/[ \t]+/, ''],
      [/\/(?:\\\\|\\\/|[^\n/])*\//, 'sr'],
      [/"(?:\\.|[^"\\\n])*"/, 's2'],
      [/'(?:\\.|[^'\\\n])*'/, 's1', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*\\'/, 's1', undefined, { hopeless: 'line' }],
      [/-?\d+/, 'm'],
      [/#[\da-f]{6}/i, 'mh'],
      [/[asbg]:\w+\b/, 'nv'],
      [/\w+(?![\x00-\x7f])(?=[\p{L}\p{M}\p{N}])/u, noWord],
      [/\w+/, words({ k: COMMANDS, nb: BUILTINS }, '')],
      [/[-.:,()<>+=!|~[\]{}]/, 'p'],
      [/[\s\S]/, ''],
    ],
  }),
})
