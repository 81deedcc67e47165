import { language } from '../language.ts'

const PART = `(?:[\\p{L}\\p{N}_?-]+|"(?:\\\\.|[^"\\\\\\n])*"|'[^'\\n]*')`
const KEY = `(${PART}(?:\\.${PART})*)(\\s*)(=)`

export const toml = language({
  tag: 'toml',
  filenames: ['*.toml', 'Pipfile'],
  states: () => ({
    root: ['values', [/\[\S+\]/, 'nn'], 'keys'],
    keys: [
      [new RegExp(`${KEY}(\\s*)(\\{)`, 'u'), ['nn', '', 'o', '', 'p'], 'inline table'],
      [new RegExp(KEY, 'u'), ['py', '', 'p'], 'value'],
    ],
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
      [/\[/, 'p', '#push'],
      [/,/, 'p'],
      [/\{/, 'p', 'inline table'],
      'values',
      'strings',
    ],
    'inline table': [[/\}/, 'p', '#pop'], [/,/, 'p'], 'values', 'keys'],
  }),
})
