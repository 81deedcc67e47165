import { language } from '../language.ts'
import type { Callback, Rule } from '../types.ts'

const FUNCTIONS = `subst|patsubst|strip|findstring|filter-out|filter|sort|wordlist|words|word|firstword|dir|notdir|suffix|basename|addsuffix|addprefix|join|wildcard|foreach|if|call|origin|shell`

/** Shell text with make's own variables; one shell lexer reads all of a file's. */
const shellText: readonly Rule<Memory>[] = [
  [/\$[({][\w.]+(?::[^\n()]*)?[)}]/, 'nv'],
  [new RegExp(`(\\$[({])(${FUNCTIONS})(?=[ \\t])`), ['nf', 'nb'], 'function'],
  [/\\[^\n]?/, (x, m) => x.delegate('shell', m[0])],
  [/\$\$(?!\()|\$\w+|\$[^(\n\\$]|\$/, (x, m) => x.delegate('shell', m[0])],
]

/** Ends of the last stretches found to be neither a name before `=` nor targets before `:`. */
interface Memory {
  text: string
  noName: number
  noTarget: number
}

const NAME = /([\w${}().-]+)([ \t]*)([!?:+]?=)?/y
const TARGET = /([^\n:#]+)(?:(:+)([ \t]*))?/y

/** Where a stretch is no name, no later part of it is one: each is looked at once. */
const assignment: Callback<Memory> = (x) => {
  if (x.vars.text !== x.text) Object.assign(x.vars, { text: x.text, noName: 0, noTarget: 0 })
  if (x.at < x.vars.noName) return false
  NAME.lastIndex = x.at
  const m = NAME.exec(x.text)
  if (m?.[3] === undefined) {
    x.vars.noName = x.at + (m?.[1]?.length ?? 0)
    return false
  }
  x.extend(x.at + m[0].length)
  x.groups(m, 'nv', '', 'o')
  x.push('value')
  return true
}

const target: Callback<Memory> = (x) => {
  if (x.vars.text !== x.text) Object.assign(x.vars, { text: x.text, noName: 0, noTarget: 0 })
  if (x.at < x.vars.noTarget) return false
  TARGET.lastIndex = x.at
  const m = TARGET.exec(x.text)
  if (m?.[2] === undefined) {
    x.vars.noTarget = x.at + (m?.[0].length ?? 0)
    return false
  }
  x.extend(x.at + m[0].length)
  x.groups(m, 'nl', 'o', '')
  x.push('recipe')
  x.push('prerequisites')
  return true
}

export const make = language<Memory>({
  vars: () => ({ text: '', noName: 0, noTarget: 0 }),
  tag: 'make',
  aliases: ['makefile', 'mf', 'gnumake', 'bsdmake'],
  filenames: ['*.make', '*.mak', '*.mk', 'Makefile', 'makefile', 'Makefile.*', 'GNUmakefile', '*,fe1'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/#.*\n?/, 'c'],
      [/([-s]?include)([ \t]+(?:[^\n# \t]|[ \t]+[^\n# \t])+)/, ['k', 'sx']],
      [/(ifn?def|ifn?eq)([ \t]+)([^\n#]+)/, ['k', '', 'nv']],
      [/(?:else|endif)[ \t]*(?=[#\n])/, 'k'],
      [
        /export[ \t]+(?=[\w${}()\t -]+\n)/,
        (x, m) => {
          x.token('k', 'export')
          x.token('', m[0].slice(6))
          x.push('export')
        },
      ],
      [/export[ \t]+/, 'k'],
      [/(?=[\w${}().-])/, assignment],
      [/(?=[^\n:#])/, target],
    ],
    export: [
      [/[\w${}()-]+/, 'nv'],
      [/\n/, '', '#pop'],
      [/[ \t]+/, ''],
    ],
    prerequisites: [
      [/\n/, '', '#pop'],
      [/\\\n/, ''],
      [/#/, 'c'],
      [/[^\\\n#]+/, 'nf'],
    ],
    recipe: [
      [/^(ifn?def|ifn?eq)([ \t]+)([^\n#]+)(#.*)?/, ['k', '', 'nv', 'c']],
      [/^((?:else|endif)[ \t]*)(#.*)?(?=\n)/, ['k', 'c']],
      [/(\t[ \t]*)([@-])?/, ['', 'p'], 'command'],
      [/\n/, ''],
      [/(?:)/, '', '#pop'],
    ],
    command: [
      [/\n/, '', '#pop'],
      [
        /\\\n/,
        (x) => {
          x.delegate('shell', '\\')
          x.delegate('shell', '\n')
        },
      ],
      ...shellText,
      [/[^$\n\\]+/, (x, m) => x.delegate('shell', m[0])],
    ],
    value: [
      [/\n/, '', '#pop'],
      [
        /\\\n/,
        (x) => {
          x.delegate('shell', '\\')
          x.delegate('shell', '\n')
        },
      ],
      ...shellText,
      [/[^$\n\\]+/, (x, m) => x.delegate('shell', m[0])],
    ],
    function: [
      [/[)}]/, 'nf', '#pop'],
      [/\n/, '', '#pop:2'],
      ...shellText,
      [/[^$\n\\)}]+/, (x, m) => x.delegate('shell', m[0])],
    ],
  }),
})
