import { language } from '../language.ts'
import type { Callback } from '../types.ts'

/** A key is the longest word before an equals sign, whatever is in it: `a="b=c"` has the key `a="b`. */
const WORD_KEY = /(\S+)(\s*)(=)(\s*)/y
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
    x.groups(m, 'py', '', 'p', '')
    if (after !== undefined) x.push(after)
  })
const tableKey = key(TABLE_KEY, (x, m) => {
  x.groups(m, 'nn', '', 'o', '', 'p')
  x.push('inline table')
})

const QUOTED_KEY = /("(?:\\[\s\S]|[^"\\]){0,400}"|'[^']{0,400}')(\s*)(=)(\s*)/
const QUOTED_TABLE = new RegExp(`${QUOTED_KEY.source}(\\{)`)

export const toml = language<Memory>({
  tag: 'toml',
  filenames: ['*.toml', 'Pipfile'],
  vars: () => ({ text: '', noKey: 0 }),
  states: () => ({
    root: [
      'tables',
      'values',
      [/\[\S+\]/, 'nn', undefined, { needs: ']' }],
      [/(?=\S)/, plainKey('value')],
      [QUOTED_KEY, ['py', '', 'p', ''], 'value'],
    ],
    tables: [
      [/(?=[^\s#])/, tableKey],
      [QUOTED_TABLE, ['nn', '', 'o', '', 'p'], 'inline table'],
    ],
    keys: [
      [/(?=\S)/, plainKey()],
      [QUOTED_KEY, ['py', '', 'p', '']],
    ],
    // What may stand in a value, up to the end of its line.
    value: [
      [/\n/, '', '#pop'],
      'tables',
      'values',
      [/\[\S+\]/, 'nn', undefined, { needs: ']' }],
      'keys',
      'strings',
      [/,/, 'p'],
      [/\[/, 'p', 'array'],
    ],
    values: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, 'ld'],
      [/[+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?e[+-]?\d+(?:_\d+)*/i, 'mf'],
      [/[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*/, 'mf'],
      [/0x[0-9a-f]+(?:_[0-9a-f]+)*/i, 'mh'],
      [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/[+-]?\d+(?:_\d+)*/, 'mi'],
      [/(?:true|false)/, 'kc'],
      [/[+-]?(?:inf|nan)/, 'mf'],
    ],
    strings: [
      [/"""/, 's', 'multi-line string'],
      [/'''/, 's', 'multi-line literal'],
      [/"/, 's', 'string'],
      [/'/, 's', 'literal'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\[btnfr"\\/]/, 'se'],
      [/\n/, 'err', '#pop'],
      [/[^"\\\n]+/, 's'],
    ],
    literal: [
      [/''/, 's'],
      [/'/, 's', '#pop'],
      [/\n/, 'err', '#pop'],
      [/[^'\n]+/, 's'],
    ],
    'multi-line string': [
      [/"""/, 's', '#pop'],
      [/\\[btnfr"\\/\n]/, 'se'],
      [/[^"\\]+/, 's'],
      [/"/, 's'],
    ],
    'multi-line literal': [
      [/'''/, 's', '#pop'],
      [/[^']+/, 's'],
      [/'/, 's'],
    ],
    array: [
      [/\]/, 'p', '#pop'],
      'tables',
      'values',
      [/\[\S+\]/, 'nn', undefined, { needs: ']' }],
      'keys',
      'strings',
      [/,/, 'p'],
      [/\[/, 'p', '#push'],
    ],
    'inline table': [
      [/\}/, 'p', '#pop'],
      'tables',
      'values',
      [/\[\S+\]/, 'nn', undefined, { needs: ']' }],
      'keys',
      'strings',
      [/,/, 'p'],
      [/\[/, 'p', 'array'],
    ],
  }),
})
