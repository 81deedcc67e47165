import { language } from '../language.ts'
import type { Callback } from '../types.ts'

const KEY = `((?:"(?:\\\\.|[^"\\\\\\n])*"|'[^'\\n]*'|[^\\s='"\\[\\]{}#])+|[^\\s=#\\[\\]{}]+)(\\s*)(=)`

/** End of the last stretch in which no key begins. */
interface Memory {
  text: string
  noKey: number
}

const KEY_AT = new RegExp(`${KEY}(?:(\\s*)(\\{))?`, 'uy')
const BARE = /[\p{L}\p{N}_?.-]+/uy
const LINE = /[^\n]*/y

/** A key and what follows it. Where none begins, none begins later in the same word, or after an open quote. */
const key: Callback<Memory> = (x) => {
  const v = x.vars
  if (v.text !== x.text) Object.assign(v, { text: x.text, noKey: 0 })
  if (x.at < v.noKey) return false
  KEY_AT.lastIndex = x.at
  const m = KEY_AT.exec(x.text)
  if (m === null) {
    const first = x.text[x.at]!
    const run = first !== '"' && first !== "'" ? BARE : x.text.indexOf(first, x.at + 1) < 0 ? LINE : undefined
    if (run !== undefined) {
      run.lastIndex = x.at
      run.test(x.text)
      // A bare word may go on with a quoted part.
      if (!/["']/.test(x.text[run.lastIndex] ?? '')) v.noKey = run.lastIndex
    }
    return false
  }
  x.extend(x.at + m[0].length)
  if (m[5] === undefined) {
    x.groups(m, 'py', '', 'p')
    x.push('value')
  } else {
    x.groups(m, 'nn', '', 'o', '', 'p')
    x.push('inline table')
  }
  return true
}

export const toml = language<Memory>({
  vars: () => ({ text: '', noKey: 0 }),
  tag: 'toml',
  filenames: ['*.toml', 'Pipfile'],
  states: () => ({
    root: ['values', [/\[\S+\]/, 'nn', undefined, { needs: ']' }], 'keys'],
    keys: [[/(?=[\p{L}\p{N}_?"'-])/u, key]],
    value: [
      [/[ \t]+/, ''],
      // An array without a blank reads as the name of a table.
      [/\[\S+\]/, 'nn', '#pop'],
      [/\[/, 'p', '#goto array'],
      [/"""/, 's', '#goto multi-line string'],
      [/'''/, 's', '#goto multi-line literal'],
      [/"/, 's', '#goto string'],
      [/'/, 's', '#goto literal'],
      [/(?:)/, '', '#pop'],
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
      [/\[\S+\]/, 'nn', undefined, { needs: ']' }],
      [/\[/, 'p', '#push'],
      [/,/, 'p'],
      [/\{/, 'p', 'inline table'],
      'values',
      'strings',
    ],
    'inline table': [[/\}/, 'p', '#pop'], [/,/, 'p'], 'values', 'keys'],
  }),
})
