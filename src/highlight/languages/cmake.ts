import { language, words } from '../language.ts'
import type { Callback } from '../types.ts'
import { COMMANDS } from './cmake.words.ts'

interface Memory {
  /** What closes the running bracket argument or comment. */
  end: string
}

/** CMake's lists files. */
export const cmake = language<Memory>({
  tag: 'cmake',
  filenames: ['CMakeLists.txt', '*.cmake'],
  vars: () => ({ end: '' }),
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#\[(=*)\[/, open('cm', 'comment')],
      [/#.*/, 'c1'],
      [/\[(=*)\[/, open('s2', 'bracket')],
      [/"/, 's2', 'string'],
      [/\$\{/, 'si', 'variable'],
      [/[()]/, 'p'],
      [/[a-z_]\w*(?=[ \t]*\()/i, words({ nb: COMMANDS }, 'nf')],
      [/\\"|[a-zA-Z_]\w*|[\s\S]/, ''],
    ],
    comment: [
      [/\](=*)\]/, close('cm')],
      [/[^\]]+|\]/, 'cm'],
    ],
    bracket: [
      [/\](=*)\]/, close('s2')],
      [/\$\{/, 'si', 'variable'],
      [/[^\]$]+|[\]$]/, 's2'],
    ],
    string: [
      [/"/, 's2', '#pop'],
      [/\\[ntr;$@\\"()#^ ]/, 'se'],
      [/\$\{/, 'si', 'variable'],
      [/[^"\\$]+|[$\\]/, 's2'],
    ],
    variable: [
      [/\}/, 'si', '#pop'],
      [/\$\{/, 'si', '#push'],
      [/[^}$]+|\$/, 'nv'],
    ],
  }),
})

function open(cls: 'cm' | 's2', state: string): Callback<Memory> {
  return (x, m) => {
    x.token(cls, m[0])
    x.vars.end = `]${m[1]}]`
    x.push(state)
  }
}

function close(cls: 'cm' | 's2'): Callback<Memory> {
  return (x, m) => {
    const ends = m[0] === x.vars.end
    x.token(cls, ends ? m[0] : ']')
    if (ends) x.pop()
    else x.unread()
  }
}
