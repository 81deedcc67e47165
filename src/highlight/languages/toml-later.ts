/** TOML as Rouge 4.7 has it: written anew there, so that nothing of the older rules is left. */
import type { Rule, States } from '../types.ts'
import { DATE, NUMBERS, STRING_STATES } from './toml-values.ts'

const BLANKS: Rule<unknown> = [/[^\S\n]+/, 'w']
const ended = (rules: readonly Rule<unknown>[]): Rule<unknown>[] =>
  rules.map((rule) => [rule[0], rule[1], '#pop'] as Rule<unknown>)

export const laterToml = (): States<unknown> => ({
  ...STRING_STATES,
  root: [[/\s+/, ''], [/#.*/, 'c'], [/\[\[?/, 'k', 'table'], 'key', [/(=)(\s*)/, ['o', 'w'], 'value']],
  key: [
    [/[\w-]+/, 'n'],
    [/\./, 'p'],
    [/"/, 's', 'string'],
    [/'/, 's', 'literal'],
  ],
  table: [[/\]\]?/, 'k', '#pop'], BLANKS, [/\./, 'k'], 'key'],
  value: ended([
    [DATE, 'ld'],
    [/\d\d:\d\d:\d\d(?:\.\d+)?/, 'ld'],
    ...NUMBERS,
    [/true|false/, 'kc'],
    [/[+-]?(?:inf|nan)/, 'mf'],
  ]).concat([
    [/\[/, 'p', '#goto array'],
    [/\{/, 'p', '#goto inline table'],
    [/"""/, 's', '#goto multi-line string'],
    [/'''/, 's', '#goto multi-line literal'],
    [/"/, 's', '#goto string'],
    [/'/, 's', '#goto literal'],
  ]),
  array: [
    [/\]/, 'p', '#pop'],
    [/\s+/, ''],
    [/#.*/, 'c'],
    [/,/, 'p'],
    // What is not a value is an error, and all after it up to the next value.
    [/(?:)/, '', 'value'],
  ],
  'inline table': [[/\}/, 'p', '#pop'], BLANKS, [/,/, 'p'], [/(=)(\s*)/, ['p', 'w'], 'value'], 'key'],
})
