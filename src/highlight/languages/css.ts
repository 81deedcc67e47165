import { language, wordSet, words } from '../language.ts'
import { before, instead, inTurn, last } from '../states-change.ts'
import type { Callback, LanguageChange, Rule, States } from '../types.ts'
import {
  COLORS,
  FUNCTIONS,
  LATER_COLORS,
  LATER_PROPERTIES,
  LATER_VALUES,
  PROPERTIES,
  VALUES,
} from './css.words.ts'

/** An identifier of style sheets. */
const CSS_ID = '[\\p{L}_-][\\p{L}\\p{M}\\p{N}_-]*'
const ID = CSS_ID
const VENDOR = /^(?:-(?:ah|atsc|hp|khtml|moz|ms|o|rim|ro|tc|wap|webkit|xv)|mso|prince)-/
const UNITS = `px|pt|pc|in|cm|mm|em|ex|ch|rem|vw|vh|vmin|vmax|deg|grad|rad|turn|s|ms|Hz|kHz|dpi|dpcm|dppx`

const DECLARED = new RegExp(`(${ID})(\\s*)(:)`, 'u')
const URL = /url\(.*?\)/
const HEX = /#[0-9a-f]{1,6}/i
const number = (units: string): RegExp => new RegExp(`-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:%|(?:${units})\\b)?`)
const MARKS = /[[\]():/.,]/
const WORD = new RegExp(ID, 'u')

/** Emits a property and its colon. */
const property = (known: string): Callback<undefined> => {
  const properties = wordSet(known)
  return (x, m) => {
    x.groups(m, properties.has(m[1]!) || VENDOR.test(m[1]!) ? 'nl' : 'py', '', 'p')
    x.push('stanza value')
  }
}

/** Where no quote ends a string, the last one that a backslash escapes does. */
const STRINGS: readonly Rule<undefined>[] = [
  [/"(?:\\[\s\S]|[^"\\])*"/, 's1', undefined, { hopeless: true }],
  [/"[\s\S]*"/, 's1', undefined, { hopeless: true }],
  [/'(?:\\[\s\S]|[^'\\])*'/, 's2', undefined, { hopeless: true }],
  [/'[\s\S]*'/, 's2', undefined, { hopeless: true }],
]

const cssStates = (): States<undefined> => ({
  root: [
    'basics',
    [/\{/, 'p', 'stanza'],
    [new RegExp(`::?${ID}`, 'u'), 'nd'],
    [new RegExp(`\\.${ID}`, 'u'), 'nc'],
    [new RegExp(`#${ID}`, 'u'), 'nf'],
    [new RegExp(`@${ID}`, 'u'), 'k', 'at rule'],
    [WORD, 'nt'],
    [/[~^*!%&[\]()<>|+=@:;,./?-]/, 'o'],
    ...STRINGS,
  ],
  basics: [
    [/\s+/, ''],
    [/\/\*[\s\S]*?\*\//, 'c', undefined, { needs: '*/' }],
  ],
  value: [
    'basics',
    [URL, 'sx'],
    [HEX, 'm'],
    [number(UNITS), 'm'],
    [MARKS, 'p'],
    ...STRINGS,
    [WORD, words({ nb: VALUES, no: COLORS }, 'n')],
  ],
  'at rule': [
    // A block of declarations, or of rules.
    [new RegExp(`\\{(?=\\s*${ID}\\s*:)`, 'u'), 'p', '#goto stanza'],
    [/\{/, 'p', '#goto at block'],
    [/;/, 'p', '#pop'],
    'value',
  ],
  'at block': [[/\}/, 'p', '#pop'], 'root'],
  stanza: ['basics', [/\}/, 'p', '#pop'], [DECLARED, property(PROPERTIES)]],
  'stanza value': [
    [/^@.*/, 'cp'],
    [/;/, 'p', '#pop'],
    [/(?=\})/, '', '#pop'],
    [/!\s*important\b/, 'cp'],
    'value',
  ],
})

const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/u

/** A word in a value as later versions see it, whatever its case. */
const laterWords = (colors: string) =>
  words({ nb: LATER_VALUES, nf: FUNCTIONS, nx: colors }, 'n', { fold: true })

const changes: readonly LanguageChange<undefined>[] = [
  {
    since: '4.7',
    states: inTurn(
      before('root', WORD, [/\d+%/, 'm', undefined, { hopeless: 'digits' }]),
      instead('value', URL),
      instead('value', HEX, [/#[0-9a-f]{3,8}/i, 'nx']),
      instead('value', number(UNITS), [number(`${UNITS}|fr|Q`), 'm']),
      instead('value', MARKS, [/[[\]():.,]/, 'p']),
      instead(
        'value',
        WORD,
        [new RegExp(`--${ID}`, 'u'), 'l'],
        [/[-+*/]/, 'o'],
        [/true|false/i, 'no'],
        [NAME, laterWords(COLORS)],
      ),
      before('at rule', 'value', [/[<>=]/, 'o']),
      instead('stanza', DECLARED, [DECLARED, property(LATER_PROPERTIES)]),
    ),
  },
  {
    since: '5.1',
    states: inTurn(
      before('value', /#[0-9a-f]{3,8}/i, [
        /(url(?:-prefix)?)(\()([^)\n]*)(\))/,
        ['nf', 'p', 'sx', 'p'],
        undefined,
        { needs: ')' },
      ]),
      instead('value', NAME, [NAME, laterWords(LATER_COLORS)]),
      last('stanza', 'root'),
    ),
  },
]

export const css = language({ tag: 'css', filenames: ['*.css'], changes, states: cssStates })
