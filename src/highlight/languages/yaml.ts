import { language } from '../language.ts'
import { first, instead, inTurn, last } from '../states-change.ts'
import type { Callback, Lexing, Rule, TokenClass } from '../types.ts'

/** Where blocks begin: YAML's plain and block scalars end when the text goes back to the left. */
interface Indents {
  /** Column of the block we are in. */
  indent: number
  /** Column reached on this line. */
  next: number
  readonly outer: number[]
  /** Column of the text of a block scalar, once known. */
  scalar: number | undefined
  /** End of the last run of characters a key may have and of the key in it, so that a line is read once. */
  runEnd: number
  keyEnd: number
  text: string
}

/** A key is as long as can be: up to the last colon before a blank in a run of these characters. */
const KEY = /[^#,?:[\]{}"'\n]*:?/y
const KEY_START = /(?=[^#,?[\]{}"'\n])/
const KEY_WITH_COLONS = /[^#,?[\]{}"'\n]*/y
const KEY_OF_WORDS = /[\p{L}\p{Nl}\p{Nd}_][\p{L}\p{Nl}\p{Nd}_\p{Zs}\t-]*:?/uy

function key(run: RegExp): Rule<Indents> {
  const keyEnd = (x: Lexing<Indents>): number => {
    const v = x.vars
    if (v.text !== x.text || v.runEnd <= x.at) {
      run.lastIndex = x.at
      v.runEnd = run.test(x.text) ? run.lastIndex : x.at
      v.keyEnd = v.runEnd
      do v.keyEnd--
      while (v.keyEnd > x.at && !/^:(?:\s|$)/.test(x.text.slice(v.keyEnd, v.keyEnd + 2)))
      v.text = x.text
    }
    return v.keyEnd
  }
  return [
    KEY_START,
    (x) => {
      const end = keyEnd(x)
      if (end <= x.at) return false
      begin(x.vars)
      x.extend(end + 1)
      x.token('na', x.text.slice(x.at, end))
      x.token('pi', ':')
      return true
    },
  ]
}

/** `---` and `...`: a new document. */
const document: Callback<Indents> = (x, m) => {
  x.vars.indent = 0
  x.vars.next = 0
  x.vars.outer.length = 0
  x.token('nn', m[0])
}

const directive: Callback<Indents> = (x, m) => {
  x.vars.indent = 0
  x.vars.next = 0
  x.vars.outer.length = 0
  x.token('nt', m[0])
}

const backTo = (v: Indents, column: number): void => {
  v.next = column
  while (v.next < v.indent) v.indent = v.outer.pop() ?? 0
}

/** A line that goes back to no column where a block begins is an error. */
const lineStart: Callback<Indents> = (x, m) => {
  const v = x.vars
  const back = m[0].length < v.indent
  backTo(v, m[0].length)
  x.token(back && v.next > v.indent ? 'err' : '', m[0])
}

/** A scalar ended because this line begins further left: the line goes on as any, but no document begins here. */
const dedent: Callback<Indents> = (x, m) => {
  backTo(x.vars, m[0].length)
  x.token('', m[0])
  x.push('indentation')
}

const furtherIn: Callback<Indents> = (x, m) => {
  x.vars.next += m[0].length
  x.token('', m[0])
}

/** A block begins at the column reached. */
const begin = (v: Indents): void => {
  if (v.indent < v.next) {
    v.outer.push(v.indent)
    v.indent = v.next
  }
}

const indicator: Callback<Indents> = (x, m) => {
  begin(x.vars)
  x.vars.next += m[0].length
  x.token('pi', m[0])
}

const scalarHeader: Callback<Indents> = (x, m) => {
  x.vars.scalar = m[1] === undefined ? undefined : Math.max(x.vars.indent, 0) + Number(m[1])
  x.token('pi', m[0])
}

/** Blanks of an empty line in a block scalar are text where they stand behind its column. */
const blankLine: Callback<Indents> = (x, m) => {
  const column = x.vars.scalar ?? m[0].length
  x.token('', m[0].slice(0, column))
  x.token('no', m[0].slice(column))
}

const BLANKS: readonly [RegExp, TokenClass] = [/[ ]+/, '']
const WORD = /[\w#;/?:@&=+$,.!~*'()[\]%-]/.source

export const yaml = language<Indents>({
  tag: 'yaml',
  aliases: ['yml'],
  filenames: ['*.yaml', '*.yml'],
  vars: () => ({ indent: 0, next: 0, outer: [], scalar: undefined, runEnd: 0, keyEnd: 0, text: '' }),
  states: () => ({
    root: [
      [/[ ]+(?=#|$)/, ''],
      [/\n+/, ''],
      [/#.*/, 'c1'],
      [/^%YAML(?=[ ]|$)/, directive, 'yaml directive'],
      [/^%TAG(?=[ ]|$)/, directive, 'tag directive'],
      [/^(?:---|\.\.\.)(?= |$)/, document, 'block line'],
      [/[ ]*(?!\s|$)/, lineStart, ['block line', 'indentation']],
    ],
    'ignored line': [
      [/[ ]+/, ''],
      [/#.*/, 'c1'],
      [/\n/, '', '#pop:2'],
    ],
    'yaml directive': [[/([ ]+)(\d+\.\d+)/, ['', 'm'], 'ignored line']],
    'tag directive': [
      [new RegExp(`([ ]+)(!|![\\w-]*!)([ ]+)(!|!?${WORD}+)`), ['', 'kt', '', 'kt'], 'ignored line'],
    ],
    indentation: [
      [/[ ]*$/, '', '#pop:2'],
      [/[ ]+(?=[?:-](?:[ ]|$))/, furtherIn],
      [/[?:-](?=[ ]|$)/, indicator],
      [/[ ]*/, furtherIn, '#pop'],
    ],
    'block line': [
      [/[ ]*(?=#|$)/, '', '#pop'],
      BLANKS,
      'descriptors',
      'key',
      [/[|>]/, 'pi', ['scalar text', 'scalar header']],
      'flow nodes',
      [/(?=[^\s?:,[\]{}#&*!|>'"%@`]|[?:]\S)/, '', 'plain'],
    ],
    key: [key(KEY)],
    descriptors: [
      [new RegExp(`!<${WORD}+>`), 'kt'],
      [new RegExp(`!(?:[\\w-]+!)?${WORD}*`), 'kt'],
      [/&[\p{L}\p{Nd}_-]+/u, 'nl'],
      [/\*[\p{L}\p{Nd}_-]+/u, 'nv'],
    ],
    'flow nodes': [
      [/\[/, 'pi', 'flow sequence'],
      [/\{/, 'pi', 'flow mapping'],
      [/'/, 's1', 'single quotes'],
      [/"/, 's2', 'double quotes'],
    ],
    'flow collection': [
      [/\s+/, ''],
      [/#.*/, 'c1'],
      [/[,?:]/, 'pi'],
      'descriptors',
      'flow nodes',
      [/(?=[^\s?:,[\]{}#&*!|>'"%@`])/, '', 'plain in flow'],
    ],
    'flow sequence': ['flow collection', [/\]/, 'pi', '#pop']],
    'flow mapping': ['flow collection', [/\}/, 'pi', '#pop']],
    'scalar text': [
      [/\n/, ''],
      [/^[ ]+$/, blankLine],
      [
        /^[ ]*/,
        (x, m) => {
          const v = x.vars
          // The first line says where the text stands, unless it is further left than the block around it.
          if (m[0].length >= v.indent) v.scalar ??= m[0].length
          if (m[0].length < (v.scalar ?? v.indent)) {
            x.pop()
            dedent(x, m)
          } else x.token('', m[0])
        },
      ],
      [/[^\n\r\f\v]+/, 's'],
    ],
    'scalar header': [
      [/([1-9])?[+-]?(?=[ ]|$)/, scalarHeader, 'ignored line'],
      [/[+-]?([1-9])?(?=[ ]|$)/, scalarHeader, 'ignored line'],
      [/[+-]/, 'pi'],
    ],
    'quoted blanks': [
      [/^[ ]+/, ''],
      [/[ ]+$/, ''],
      [/\n+/, ''],
      [/[ ]+/, 'nv'],
    ],
    'single quotes': ['quoted blanks', [/[^\s']+/, 's'], [/'/, 's', '#pop']],
    'double quotes': [
      'quoted blanks',
      [/\\[0abt\tn\nvfre "\\N_LP]/, 'se'],
      [/\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/, 'se'],
      [/[^ \t\n\r\f\v"\\]+/, 's'],
      [/"/, 's', '#pop'],
    ],
    'plain on a new line': [
      [/^[ ]+$/, ''],
      [/\n+/, ''],
      [/^(?=---|\.\.\.)/, '', '#pop:3'],
      [
        /^[ ]*/,
        (x, m) => {
          x.pop()
          if (m[0].length <= x.vars.indent) {
            x.pop()
            dedent(x, m)
          } else x.token('', m[0])
        },
      ],
    ],
    plain: [
      [/[ ]*(?=:[ \n]|:$)/, '', '#pop'],
      [/[ ]*:\S+/, 's'],
      [/[ ]+(?=#)/, '', '#pop'],
      [/[ ]+$/, ''],
      [/\n+/, '', 'plain on a new line'],
      [/(?:true|false|null)/, 'no'],
      [/\d+(?:\.\d+)?(?=\n| +#)/, 'm', '#pop'],
      [/[ ]+/, 's'],
      [/[^\s:]+/, 's'],
    ],
    'plain in flow': [
      [/[ ]*(?=[,:?[\]{}])/, '', '#pop'],
      [/[ ]+(?=#)/, '', '#pop'],
      [/^[ ]+/, ''],
      [/[ ]+$/, ''],
      [/\n+/, ''],
      [/[ ]+/, 'nv'],
      [/[^\s,:?[\]{}]+/, 'nv'],
    ],
  }),
  changes: [
    {
      before: '3.30',
      states: inTurn(
        instead('key', KEY_START, key(KEY_OF_WORDS)),
        last('block line', [
          /:(?=\s|$)/,
          (x, m) => {
            begin(x.vars)
            x.token('pi', m[0])
          },
        ]),
      ),
    },
    {
      since: '4.1',
      states: inTurn(
        instead('key', KEY_START, key(KEY_WITH_COLONS)),
        instead('plain', /(?:true|false|null)/, [/(?:true|false|null)\b/, 'kc']),
      ),
    },
    {
      since: '5.1',
      states: first('key', [
        /("(?:\\.|[^"\\\n])*"|'[^'\n]*')([ ]*)(:)(?=\s|$)/,
        (x, m) => {
          begin(x.vars)
          x.groups(m, 'na', '', 'pi')
        },
      ]),
    },
  ],
})
