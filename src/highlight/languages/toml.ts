import { language } from '../language.ts'
import { before, first, instead, inTurn, state } from '../states-change.ts'
import type { Callback, Rule, TokenClass } from '../types.ts'
import { laterToml } from './toml-later.ts'
import { DATE, ESCAPE, NUMBERS, STRING_STATES } from './toml-values.ts'

/** A key is the longest word before an equals sign, whatever is in it: `a="b=c"` has the key `a="b`. */
const WORD_KEY = /(\S+)(\s*)(=)/y
const TABLE_KEY = /(\S+)(\s*)(=)(\s*)(\{)/y
const BLANK = /\s|$/g

/** End of the word in which the last search found no key: none begins later in it. */
interface Memory {
  text: string
  noKey: number
}

/** Matches a key at a place, at a cost that is linear over the whole text. */
const key =
  (
    pattern: RegExp,
    found: (x: Parameters<Callback<Memory>>[0], m: RegExpExecArray) => void,
  ): Callback<Memory> =>
  (x) => {
    const v = x.vars
    if (v.text !== x.text) Object.assign(v, { text: x.text, noKey: 0 })
    if (x.at < v.noKey) return false
    pattern.lastIndex = x.at
    const m = pattern.exec(x.text)
    if (m === null) {
      if (pattern === WORD_KEY) {
        BLANK.lastIndex = x.at
        v.noKey = BLANK.exec(x.text)?.index ?? x.text.length
      }
      return false
    }
    x.extend(x.at + m[0].length)
    found(x, m)
    return true
  }

const plainKey = (after?: string) =>
  key(WORD_KEY, (x, m) => {
    x.groups(m, 'py', '', 'p')
    if (after !== undefined) x.push(after)
  })
const tableKey = (name: TokenClass) =>
  key(TABLE_KEY, (x, m) => {
    x.groups(m, name, '', 'o', '', 'p')
    x.push('inline table')
  })

const TABLE = /\[\S+\]/
const BOOLEAN: Rule<Memory> = [/true|false/, 'kc']
const QUOTED_KEY = /("(?:\\[\s\S]|[^"\\]){0,400}"|'[^']{0,400}')(\s*)(=)/
const QUOTED_TABLE = new RegExp(`${QUOTED_KEY.source}(\\s*)(\\{)`)

const tables = (name: TokenClass): readonly Rule<Memory>[] => [
  [/(?=[^\s#])/, tableKey(name)],
  [QUOTED_TABLE, [name, '', 'o', '', 'p'], 'inline table'],
]

export const toml = language<Memory>({
  tag: 'toml',
  filenames: ['*.toml', 'Pipfile'],
  vars: () => ({ text: '', noKey: 0 }),
  changes: [
    {
      before: '3.30',
      states: inTurn(
        state(
          'numbers',
          [DATE, 'ld'],
          [/(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?|\d+e[+-]?\d+/i, 'mf'],
          [/-?\d+/, 'mi'],
        ),
        state('keys'),
        instead('root', QUOTED_KEY),
        instead('tables', QUOTED_TABLE),
        before('inline table', /\}/, 'strings', [/,/, 'p'], [/(?=\S)/, plainKey()]),
      ),
    },
    {
      since: '4.1',
      states: inTurn(
        instead('root', TABLE, [/\[.*?\]+/, 'nn', undefined, { hopeless: 'line' }]),
        instead('value', TABLE),
        instead('array', TABLE),
        instead('inline table', TABLE),
      ),
    },
    {
      since: '4.5',
      states: inTurn(
        state('tables', ...tables('py')),
        state('values', 'blanks', BOOLEAN),
        first(
          'numbers',
          [/\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?/i, 'ld'],
          [/\d\d:\d\d:\d\d/, 'ld'],
        ),
        before('value', 'strings', 'numbers'),
        before('array', 'strings', 'numbers'),
        before('inline table', 'strings', 'numbers'),
      ),
    },
    { since: '4.7', states: laterToml },
  ],
  states: () => ({
    ...STRING_STATES,
    root: [
      'tables',
      'values',
      [TABLE, 'nn', undefined, { needs: ']' }],
      [/(?=\S)/, plainKey('value')],
      [QUOTED_KEY, ['py', '', 'p'], 'value'],
    ],
    tables: tables('nn'),
    keys: [
      [/(?=\S)/, plainKey()],
      [QUOTED_KEY, ['py', '', 'p']],
    ],
    // What may stand in a value, up to the end of its line.
    value: [
      [/\n/, '', '#pop'],
      'tables',
      'values',
      [TABLE, 'nn', undefined, { needs: ']' }],
      'keys',
      'strings',
      [/,/, 'p'],
      [/\[/, 'p', 'array'],
    ],
    values: ['blanks', BOOLEAN, 'numbers'],
    numbers: [[DATE, 'ld'], ...NUMBERS, [/[+-]?(?:inf|nan)/, 'mf']],
    blanks: [
      [/\s+/, ''],
      [/#.*/, 'c'],
    ],
    strings: [
      ESCAPE,
      [/"""/, 's', 'multi-line string'],
      [/'''/, 's', 'multi-line literal'],
      [/"/, 's', 'string'],
      [/'/, 's', 'literal'],
    ],
    array: [
      'tables',
      'values',
      [TABLE, 'nn', undefined, { needs: ']' }],
      'keys',
      [/\]/, 'p', '#pop'],
      'strings',
      [/,/, 'p'],
      [/\[/, 'p', '#push'],
    ],
    'inline table': [
      'tables',
      'values',
      [TABLE, 'nn', undefined, { needs: ']' }],
      'keys',
      [/\}/, 'p', '#pop'],
      'strings',
      [/,/, 'p'],
      [/\[/, 'p', 'array'],
    ],
  }),
})
