import { language } from '../language.ts'
import { before, first, instead, inTurn, last, state } from '../states-change.ts'
import type { Callback, Rule } from '../types.ts'

const FUNCTIONS = `abspath|addprefix|addsuffix|and|basename|call|dir|error|eval|file|filter-out|filter|findstring|firstword|flavor|foreach|if|join|lastword|notdir|or|origin|patsubst|realpath|shell|sort|strip|subst|suffix|value|warning|wildcard|wordlist|words|word`
const FUNCTION = new RegExp(`(\\$[({])(${FUNCTIONS})([ \\t]+)`)

const toShell: Callback<Memory> = (x, m) => x.delegate('shell', m[0])

/** Shell text; one shell lexer reads all of a file's, in these pieces. */
const shellText = (inside: boolean): readonly Rule<Memory>[] => [
  [
    /\\\n/,
    (x) => {
      x.delegate('shell', '\\')
      x.delegate('shell', '\n')
    },
  ],
  [/\\[^\n]?/, toShell],
  [/\$\$(?![({])|\$\w+|\$[^(\n\\$)}]|\$/, toShell],
  [inside ? /[^$\n\\()}]+|\(/ : /[^$\n\\()}]+|[()}]/, toShell],
]

/** Make's own variables and functions in shell text. */
const variables: readonly Rule<Memory>[] = [
  [/\$[({]\w[\w.%:=]*[)}]/, 'nv'],
  [FUNCTION, ['nf', 'nb', ''], 'function'],
]

/** Ends of the last stretches found to be neither a name before `=` nor targets before `:`. */
interface Memory {
  text: string
  noName: number
  noTarget: number
}

const NAME = /([\w${}().-]+)([ \t]*)([!?:+]?=)?/y
const TARGET = /([^\n:]+)(?:(:+)([ \t]*))?/y

/** Where a stretch is not a name, no later part of it is one: each is looked at once. */
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

/** What may hold others of its kind, a function's name being nothing special. */
const VARIABLE: Rule<Memory> = [/\$\$?[({]/, 'p', 'variable']

const DOLLAR: Rule<Memory> = [/\$(?=\$\$[({])/, toShell]

const COMMENT = /#.*\n/
const BRANCH = /(?:else|endif)[ \t]*(?=[#\n])/

export const make = language<Memory>({
  vars: () => ({ text: '', noName: 0, noTarget: 0 }),
  tag: 'make',
  aliases: ['makefile', 'mf', 'gnumake', 'bsdmake'],
  filenames: ['*.make', '*.mak', '*.mk', 'Makefile', 'makefile', 'Makefile.*', 'GNUmakefile', '*,fe1'],
  changes: [
    {
      since: '4.1',
      states: inTurn(
        instead('root', BRANCH, [/(?:else|endif|endef)[ \t]*(?=[#\n])/, 'k']),
        before(
          'root',
          COMMENT,
          [/(define|unexport)([ \t]+)([^\n#]+)/, ['k', '', 'nv']],
          [/(override)([ \t]+)(?=[\w${}().-]+[ \t]*[!?:+]?=|define)/, ['nb', '']],
        ),
        last('root', [FUNCTION, ['nf', 'nb', ''], 'top function']),
        state('command', [/\n/, '', '#pop'], VARIABLE, DOLLAR, ...shellText(false)),
        state('value', [/\n/, '', '#pop'], VARIABLE, DOLLAR, ...shellText(false)),
        state('variable', [/[)}]/, 'p', '#pop'], [/\n/, '', '#pop'], VARIABLE, DOLLAR, ...shellText(true)),
        state(
          'top function',
          [/[)}]/, 'p', '#pop'],
          [/\n/, toShell],
          [/\(/, toShell, '#push'],
          VARIABLE,
          DOLLAR,
          ...shellText(true),
        ),
      ),
    },
    {
      since: '4.5',
      states: before('root', COMMENT, [/(else)([ \t]+)(?=ifn?(?:def|eq)[ \t])/, ['k', '']]),
    },
    { since: '5.1', states: first('recipe', [COMMENT, 'c', undefined, { needs: '\n' }]) },
  ],
  states: () => ({
    root: [
      [/\s+/, ''],
      [COMMENT, 'c', undefined, { needs: '\n' }],
      [/"(?:\\.|[^"\\])*"/, 's2', undefined, { hopeless: 'continued' }],
      [/'(?:\\.|[^'\\])*'/, 's1', undefined, { hopeless: 'continued' }],
      [/([-s]?include)([ \t]+(?:[^\n# \t]|[ \t]+[^\n# \t])+)/, ['k', 'sx']],
      [/(ifn?def|ifn?eq)([ \t]+)([^\n#]+)/, ['k', '', 'nv']],
      [BRANCH, 'k'],
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
      [/(?=[^\n:])/, target],
    ],
    export: [
      [/[\w${}()-]+/, 'nv'],
      [/\n/, '', '#pop'],
      [/[ \t]+/, ''],
    ],
    prerequisites: [
      [/\n/, '', '#pop'],
      [/\\[\s\S]/, ''],
      [/#/, 'c'],
      [/,/, 'p'],
      [/[^\\\n#,]+/, 'nf'],
    ],
    recipe: [
      [/^(ifn?def|ifn?eq)([ \t]+)([^\n#]+)(?:(#.*)?(\n))?/, ['k', '', 'nv', 'c', '']],
      [/^(else|endif)([ \t]*)(#.*)?(\n)/, ['k', '', 'c', '']],
      [/(\t[ \t]*)([@-])?/, ['', 'p'], 'command'],
      // What a recipe leaves open ends with it.
      [/(?:)/, (x) => x.reset('shell'), '#pop'],
    ],
    command: [[/\n/, '', '#pop'], ...variables, ...shellText(false)],
    value: [[/\n/, '', '#pop'], ...variables, ...shellText(false)],
    function: [[/\n/, '', '#pop:2'], 'function text'],
    // A parenthesis in one, that may go over the end of the line.
    parenthesis: [[/\n/, toShell], 'function text'],
    'function text': [
      [/[)}]/, 'nf', '#pop'],
      [/\(/, toShell, 'parenthesis'],
      ...variables,
      ...shellText(true),
    ],
  }),
})
