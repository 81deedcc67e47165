import { language, words } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'

const CONSTANT = /(?:true|false|null)/
const WORD = /[a-zA-Z]+(?![\w\u00aa-\uffff])/
const NAME = /[a-zA-Z_][\w-]*/

const NAMES = {
  k: 'if then else',
  kd: 'let',
  kn: 'in inherit with',
  kr: 'rec assert import builtins map abort throw baseNameOf derivation fetchTarball isNull removeAttrs toString',
}
const WORDS = words(NAMES, 'nv')
const LATER_WORDS = words({ ...NAMES, kc: 'false null true' }, 'nv')

/** Nix. In comments, indented strings and plain strings the end of a line is an error, as in Rouge. */
export const nix = language({
  tag: 'nix',
  aliases: ['nixos'],
  filenames: ['*.nix'],
  states: () => ({
    root: ['expression'],
    expression: [
      [/\s+/, ''],
      [/#.*/, 'c'],
      [/\/\*/, 'c', 'comment'],
      [/"/, 's2', 'string'],
      [/''/, 's2', 'indented string'],
      // A scheme is bounded: names may be long.
      [/[a-z+]{1,21}:\/\/\/?[\w.-]+(?:\/[\w.-]+)+/, 'sx'],
      [/\d+/, 'mi'],
      [/(?:~|[\w.-]{0,200})(?:\/[\w.-]+)+/, 'sx'],
      [CONSTANT, 'kc'],
      [WORD, (x, m) => WORDS.words.has(m[0]) && x.token(WORDS.words.get(m[0])!, m[0])],
      [NAME, 'nv'],
      [/\.\.\.|\+\+|\/\/|->|&&|\|\||[=!<>]=|[-+*/.?!@<>=]/, 'o'],
      [/\$\{/, 'p', 'braces'],
      [/\{/, 'p', 'braces'],
      [/\[/, 'p', 'brackets'],
      [/\(/, 'p', 'parentheses'],
      [/[;:,$]/, 'p'],
    ],
    braces: [[/\}/, 'p', '#pop'], 'expression'],
    brackets: [[/\]/, 'p', '#pop'], 'expression'],
    parentheses: [[/\)/, 'p', '#pop'], 'expression'],
    comment: [
      [/\*\//, 'c', '#pop'],
      [/[^*\n]+|\*/, 'c'],
    ],
    interpolation: [[/\}/, 'si', '#pop'], 'expression'],
    string: [
      [/"/, 's2', '#pop'],
      [/\\./, 'se'],
      [/\$\$/, 'se'],
      [/\$\{/, 'si', 'interpolation'],
      [/[^"\\$\n]+|[$\\]/, 's2'],
    ],
    'indented string': [
      [/'''|''\$|''\\./, 'se'],
      [/''/, 's2', '#pop'],
      [/\$\$/, 'se'],
      [/\$\{/, 'si', 'interpolation'],
      [/[^'$\n]+|[$']/, 's2'],
    ],
  }),
  changes: [
    {
      since: '5.1',
      states: inTurn(
        instead('expression', CONSTANT),
        instead('expression', WORD),
        instead('expression', NAME, [/[a-zA-Z_][\w'-]*/, LATER_WORDS]),
      ),
    },
  ],
})
