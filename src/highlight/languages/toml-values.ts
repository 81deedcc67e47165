/** What values of TOML are made of in every version. */
import type { Rule, States } from '../types.ts'

export const DATE = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/

export const NUMBERS: readonly Rule<unknown>[] = [
  [/[+-]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?e[+-]?\d+(?:_\d+)*/i, 'mf'],
  [/[+-]?\d+(?:_\d+)*\.\d+(?:_\d+)*/, 'mf'],
  [/0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*/, 'mh'],
  [/0o[0-7]+(?:_[0-7]+)*/, 'mo'],
  [/0b[01]+(?:_[01]+)*/, 'mb'],
  [/[+-]?\d+(?:_\d+)*/, 'mi'],
]

export const ESCAPE: Rule<unknown> = [/\\[btnfr"\\\n]/, 'se']

export const STRING_STATES: States<unknown> = {
  string: [[/"/, 's', '#pop'], ESCAPE, [/\n/, 'err', '#pop'], [/[^"\\\n]+/, 's']],
  literal: [
    [/'/, 's', '#pop'],
    [/\n/, 'err', '#pop'],
    [/[^'\n]+/, 's'],
  ],
  'multi-line string': [[/"""/, 's', '#pop'], ESCAPE, [/[^"\\]+/, 's'], [/"/, 's']],
  'multi-line literal': [
    [/'''/, 's', '#pop'],
    [/[^']+/, 's'],
    [/'/, 's'],
  ],
}
