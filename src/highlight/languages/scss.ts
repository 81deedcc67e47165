import { language, wordSet } from '../language.ts'
import type { Callback, Rule, States } from '../types.ts'
import { COLORS, PROPERTIES, VALUES } from './css.words.ts'

const valueWord = (): Callback<undefined> => {
  const values = wordSet(VALUES)
  const colors = wordSet(COLORS)
  const operators = wordSet('and or not from to through')
  return (x, m) => {
    const word = m[0]
    if (operators.has(word)) x.token('ow', word)
    else if (word === 'true' || word === 'false') x.token('bp', word)
    else x.token(values.has(word) ? 'nb' : colors.has(word) ? 'no' : 'n', word)
  }
}

const INTERPOLATION: Rule<undefined> = [/#\{/, 'si', 'interpolation']
const STRINGS: readonly Rule<undefined>[] = [
  [/"/, 's2', 'double quotes'],
  [/'/, 's1', 'single quotes'],
]

/** What SCSS and Sass have in common; `end` are the rules that end a selector or a value. */
export const sassStates = (end: readonly Rule<undefined>[]): States<undefined> => ({
  selector: [
    ...end,
    [/[ \t]+/, ''],
    'comments',
    [/\.[\w-]*/, 'nc'],
    INTERPOLATION,
    [/#[\w-]+/, 'nn'],
    [/%[\w-]*/, 'nv'],
    [/&/, 'k'],
    [/[\w-]+/, 'nt'],
    [/::?[\w-]*/, 'nd'],
    ...STRINGS,
    [/[[\]()^=|*~+>,!@/?<]/, 'o'],
  ],
  value: [
    ...end,
    [/[ \t]+/, ''],
    'comments',
    [/\$[\w-]+/, 'nv'],
    [/url\(/, 'sx', 'url'],
    [/[\w-]*[a-zA-Z_][\w-]*(?=\s*\()/, 'nf'],
    INTERPOLATION,
    [/#[0-9a-fA-F]+/, 'mh'],
    [/\.\d+(?:%|[a-z]+)?/, 'mi'],
    [/-?\d+(?:%|[a-z]+)?/, 'm'],
    [/[a-zA-Z_-][\w-]*[a-zA-Z_][\w-]*|[a-zA-Z_]/, valueWord()],
    ...STRINGS,
    [/[()[\]]/, 'p'],
    [/[~^*!&%<>|+=@:./?,-]/, 'o'],
  ],
  url: [INTERPOLATION, [/\)/, 'sx', '#pop'], [/[^#)\n]+|#/, 'sx']],
  interpolation: [[/\}/, 'si', '#pop'], [/\s+/, ''], 'value'],
  'double quotes': [INTERPOLATION, [/"/, 's2', '#pop'], [/(?:\\.|[^"#\\\n])+|[#\\]/, 's2']],
  'single quotes': [INTERPOLATION, [/'/, 's1', '#pop'], [/(?:\\.|[^'#\\\n])+|[#\\]/, 's1']],
})

/** Emits a property's name and colon. */
export const property = (): Callback<undefined> => {
  // Here a vendor's prefix makes no property known.
  const known = wordSet(PROPERTIES)
  return (x, m) => {
    x.groups(m, known.has(m[1]!) ? 'nl' : 'na', '', 'p')
    x.push('value')
  }
}

export const scss = language({
  tag: 'scss',
  filenames: ['*.scss'],
  states: () => ({
    ...sassStates([
      [/\n\s*/, ''],
      [/[;{}]/, 'p', '#pop'],
    ]),
    comments: [
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
    ],
    root: [
      [/\s+/, ''],
      'comments',
      [/[{};]/, 'p'],
      [/(@(?:mixin|function))(\s+)([\w-]+)/, ['k', '', 'nf'], 'value'],
      [/(@include)(\s+)([\w-]+(?:\.[\w-]+)?)/, ['k', '', 'nd'], 'value'],
      [
        /@(?:extend|use|forward|at-root|keyframes|-[\w-]*keyframes|font-face|supports|page)(?![\w-])/,
        'k',
        'selector',
      ],
      [/@[\w-]+/, 'k', 'value'],
      [/(\$[\w-]+)([ \t]*)(:)/, ['nv', '', 'p'], 'value'],
      [/([\w-]+)([ \t]*)(:)(?=[^a-zA-Z:])/, property()],
      [/(?:)/, '', 'selector'],
    ],
  }),
})
