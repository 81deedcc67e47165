import { language, wordSet } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'
import type { Callback, LanguageChange, Rule, States, TokenClass } from '../types.ts'
import { COLORS, LATER_COLORS, LATER_PROPERTIES, LATER_VALUES, PROPERTIES, VALUES } from './css.words.ts'

/** Emits a word in a value: a known value, a colour or any name. */
const valueWord = (known: string, colorNames: string): Callback<undefined> => {
  const values = wordSet(known)
  const colors = wordSet(colorNames)
  return (x, m) => x.token(values.has(m[0]) ? 'nb' : colors.has(m[0]) ? 'no' : 'n', m[0])
}

/** Emits a property's name; here a vendor's prefix makes none known. */
const propertyWord = (properties: string): Callback<undefined> => {
  const known = wordSet(properties)
  return (x, m) => x.token(known.has(m[0]) ? 'nl' : 'na', m[0])
}

/** What ends a selector or a value ends the interpolations and strings around it, too. */
export const endAll =
  (cls: TokenClass): Callback<undefined> =>
  (x, m) => {
    x.token(cls, m[0])
    x.toRoot()
  }

const INTERPOLATION: Rule<undefined> = [/#\{/, 'si', 'interpolation']
const STRINGS: readonly Rule<undefined>[] = [
  [/"/, 's2', 'double quotes'],
  [/'/, 's1', 'single quotes'],
]

/** The rest of a name: interpolations may stand in it. */
const name = (cls: TokenClass): readonly Rule<undefined>[] => [
  [/[\w-]+/, cls],
  INTERPOLATION,
  [/(?:)/, '', '#pop'],
]

const WORD = /[a-zA-Z_][\w-]*/

/** What SCSS and Sass have in common; `end` are the rules that end a selector or a value. */
export const sassStates = (end: readonly Rule<undefined>[]): States<undefined> => ({
  selector: [
    ...end,
    [/[ \t]+/, ''],
    [/\./, 'nc', 'class'],
    INTERPOLATION,
    [/#/, 'nn', 'id'],
    [/%/, 'nv', 'placeholder'],
    [/&/, 'k'],
    [/[\w-]+/, 'nt'],
    [/::?/, 'nd', 'pseudo class'],
    ...STRINGS,
    [/[[\]()^=|*~+>,!@/?<;]/, 'o'],
  ],
  class: name('nc'),
  id: name('nn'),
  placeholder: name('nv'),
  'pseudo class': name('nd'),
  value: [
    ...end,
    [/[ \t]+/, ''],
    [/\$[\w-]+/, 'nv'],
    [/url\(/, 'sx', 'url'],
    [/[\w-]+(?=\s*\()/, 'nf'],
    INTERPOLATION,
    [/#[a-z0-9]{1,6}/i, 'mh'],
    [/-?\d+(?:%|[a-z]+)?/, 'm'],
    [/-?\.\d+(?:%|[a-z]+)?/, 'mi'],
    [/%[\w-]+/, 'nd'],
    [/(?:and|or|not)\b/, 'ow'],
    [/(?:true|false)\b/, 'bp'],
    [WORD, valueWord(VALUES, COLORS)],
    ...STRINGS,
    [/[()[\]]/, 'p'],
    [/[~^*!&%<>|+=@:./?,-]+/, 'o'],
  ],
  for: [[/from|to|through/, 'ow'], 'value'],
  attribute: [[/[\w-]+/, propertyWord(PROPERTIES)], INTERPOLATION, [/([ \t]*)(:)/, ['', 'p'], '#goto value']],
  url: [INTERPOLATION, [/\)/, 'sx', '#pop'], [/[^#)\n]+|#/, 'sx']],
  interpolation: [[/\}/, 'si', '#pop'], 'value'],
  'double quotes': [INTERPOLATION, [/"/, 's2', '#pop'], [/(?:\\.|[^"#\\\n])+|[#\\]/, 's2']],
  'single quotes': [INTERPOLATION, [/'/, 's1', '#pop'], [/(?:\\.|[^'#\\\n])+|[#\\]/, 's1']],
})

/** How the words differ in later versions of SCSS and Sass. */
export const sassChanges: readonly LanguageChange<undefined>[] = [
  {
    since: '4.7',
    states: inTurn(
      instead('value', WORD, [WORD, valueWord(LATER_VALUES, '')]),
      instead('attribute', /[\w-]+/, [/[\w-]+/, propertyWord(LATER_PROPERTIES)]),
    ),
  },
  { since: '5.1', states: instead('value', WORD, [WORD, valueWord(LATER_VALUES, LATER_COLORS)]) },
]

export const scss = language({
  tag: 'scss',
  filenames: ['*.scss'],
  changes: sassChanges,
  states: () => ({
    ...sassStates([
      [/\n\s*/, ''],
      [/[;{}]/, endAll('p')],
    ]),
    root: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/[{};]/, 'p'],
      [/(@(?:mixin|function))(\s+)([\w-]+)/, ['k', '', 'nf'], 'value'],
      [/(@include)(\s+)([\w-]+)/, ['k', '', 'nd'], 'value'],
      [/@for\b/, 'k', 'for'],
      [/@(?:debug|warn|if|each|while|else|return|media|import\b)/, 'k', 'value'],
      [/@extend\b/, 'k', 'selector'],
      [/@[\w-]+/, 'k', 'selector'],
      [/(\$[\w-]+)([ \t]*)(:)/, ['nv', '', 'p'], 'value'],
      // One character and an end, or a colon with no letter after it: to Rouge that is a property, `.a::after` too.
      [/(?=[^;{}&][;}])/, '', 'attribute'],
      [/(?=[^;{}:[&][^;{}:[]*:[^a-z])/, '', 'attribute'],
      [/(?:)/, '', 'selector'],
    ],
  }),
})
