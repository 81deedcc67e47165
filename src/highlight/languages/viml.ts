import { language, words } from '../language.ts'
import { BUILTINS, COMMANDS } from './viml.words.ts'

/** Vim's scripts. */
export const viml = language({
  tag: 'viml',
  aliases: ['vim', 'vimscript', 'ex'],
  filenames: ['*.vim', '*.vba', '.vimrc', '.exrc', '.gvimrc', '_vimrc', '_exrc', '_gvimrc'],
  states: () => ({
    root: [
      [/^([ \t]*)(".*)/, ['', 'c']],
      [/^[ \t]*\\/, 'se'],
      [/[ \t]+/, ''],
      [/\/(?:\\\\|\\\/|[^\n/])*\//, 'sr'],
      [/"(?:\\.|[^"\\\n])*"/, 's2'],
      [/'(?:''|[^'\n])*'/, 's1'],
      [/-?\d+/, 'm'],
      [/#[\da-f]{6}/i, 'mh'],
      [/[asbg]:\w+/, 'nv'],
      [/\w+/, words({ k: COMMANDS, nb: BUILTINS }, '')],
      [/[-.:,()<>+=!|~[\]{}]/, 'p'],
      [/[\s\S]/, ''],
    ],
  }),
})
