import { language } from '../language.ts'
import type { Rule } from '../types.ts'

const FUNCTIONS = `subst|patsubst|strip|findstring|filter-out|filter|sort|wordlist|words|word|firstword|dir|notdir|suffix|basename|addsuffix|addprefix|join|wildcard|foreach|if|call|origin|shell`

/** Shell text with make's own variables; one shell lexer reads all of a file's. */
const shellText: readonly Rule<undefined>[] = [
  [/\$[({][\w.]+(?::[^\n()]*)?[)}]/, 'nv'],
  [new RegExp(`(\\$[({])(${FUNCTIONS})(?=[ \\t])`), ['nf', 'nb'], 'function'],
  [/\\[^\n]?/, (x, m) => x.delegate('shell', m[0])],
  [/\$\$(?!\()|\$\w+|\$[^(\n\\$]|\$/, (x, m) => x.delegate('shell', m[0])],
]

export const make = language({
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
      [/([\w${}().-]+)([ \t]*)([!?:+]?=)/, ['nv', '', 'o'], 'value'],
      [/([^\n:#]+)(:+)([ \t]*)/, ['nl', 'o', ''], ['recipe', 'prerequisites']],
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
