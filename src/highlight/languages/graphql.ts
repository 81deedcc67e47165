import { language, words } from '../language.ts'
import type { Next, Rule } from '../types.ts'

const NAME = /[_a-z]\w*/i
const TYPES = words({ nb: 'Int Float String Boolean ID' }, 'n')

/** A value, where there is to be one; `next` follows it. */
const values = (
  next?: Next,
  list: Next = '#goto list',
  object: Next = '#goto object',
): readonly Rule<undefined>[] => [
  [/\$[_a-z]\w*/i, 'nv', next],
  [/-?(?:0|[1-9]\d*)\.\d+(?:e[+-]?\d+)?/i, 'mf', next],
  [/-?[1-9]\d*(?:e[+-]?\d+)?/i, 'mi', next],
  [/"""[\s\S]*?"""/, 's2', next, { needs: '"""' }],
  [/"(?:\\[\s\S]|[^"\\])*"/, 's2', next, { hopeless: true }],
  [/(?:true|false|null)\b/, 'kc', next],
  [NAME, 'n', next],
  [/\[/, 'p', list],
  [/\{/, 'p', object],
]

/** GraphQL, as it was when types had no descriptions, directives and defaults. */
export const graphql = language({
  tag: 'graphql',
  filenames: ['*.graphql', '*.gql'],
  states: () => ({
    blanks: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/[!,]/, 'p'],
    ],
    root: [
      [
        /(""")(\n)([\s\S]*?)(\n)(""")/,
        (x, m) => {
          x.token('s2', m[1]!)
          x.token('w', m[2]!)
          x.delegate('markdown', m[3]!)
          x.token('w', m[4]!)
          x.token('s2', m[5]!)
        },
        undefined,
        { needs: '\n"""' },
      ],
      'blanks',
      [/(?:query|mutation|subscription)\b/, 'k', 'operation'],
      [/\{/, 'p', 'selection'],
      [/fragment\b/, 'k', 'fragment'],
      [/(?:type|interface|enum|input|schema)\b/, 'k', 'type'],
      [/scalar\b/, 'k', 'value'],
      [/union\b/, 'k', 'union'],
      [/extend\b/, 'k'],
    ],
    operation: [
      'blanks',
      [NAME, 'n'],
      [/(@[_a-z]\w*)(\s*)(\()/i, ['k', 'w', 'p'], 'arguments'],
      [/@[_a-z]\w*/i, 'k'],
      [/\(/, 'p', 'variables'],
      [/\{/, 'p', '#goto selection'],
    ],
    fragment: [
      'blanks',
      [/on\b/, 'k'],
      [NAME, 'n'],
      [/@[_a-z]\w*/i, 'k'],
      [/\(/, 'p', 'arguments'],
      [/\{/, 'p', '#goto selection'],
    ],
    selection: [
      'blanks',
      [/(\.\.\.)(\s+)(on)\b/, ['p', 'w', 'k']],
      [/\.\.\./, 'p'],
      [/@[_a-z]\w*/i, 'k'],
      [NAME, 'n'],
      [/:/, 'p'],
      [/\(/, 'p', 'arguments'],
      [/\{/, 'p', '#push'],
      [/\}/, 'p', '#pop'],
    ],
    variables: [
      'blanks',
      [/\$[_a-z]\w*/i, 'nv'],
      [/:/, 'p', 'type name'],
      [/=/, 'p', 'value'],
      [/\)/, 'p', '#pop'],
      [NAME, 'n'],
    ],
    arguments: ['blanks', [NAME, 'n'], [/:/, 'p', 'value'], [/\)/, 'p', '#pop']],
    type: [
      'blanks',
      [/implements\b/, 'k'],
      [NAME, 'n'],
      [/\(/, 'p', 'parameters'],
      [/\{/, 'p', '#goto fields'],
    ],
    fields: ['blanks', [NAME, 'n'], [/\(/, 'p', 'parameters'], [/:/, 'p', 'type name'], [/\}/, 'p', '#pop']],
    parameters: ['blanks', [NAME, 'n'], [/:/, 'p', 'type name'], [/=/, 'p', 'value'], [/\)/, 'p', '#pop']],
    'type name': ['blanks', [NAME, TYPES, '#pop'], [/\[/, 'p', '#goto type list']],
    'type list': ['blanks', [NAME, TYPES], [/\]/, 'p', '#pop']],
    union: ['blanks', [NAME, 'n'], [/=/, 'p', '#goto member']],
    member: ['blanks', [NAME, 'n', '#goto members']],
    members: [
      [/\s+/, 'w'],
      [/#.*/, 'c'],
      [/\|/, 'p', '#goto member'],
      [/(?:)/, '', '#pop'],
    ],
    value: ['blanks', ...values('#pop')],
    list: ['blanks', ...values(undefined, '#push', 'object'), [/\]/, 'p', '#pop']],
    object: ['blanks', [/([_a-z]\w*)(\s*)(:)/i, ['n', 'w', 'p'], 'value'], [/\}/, 'p', '#pop']],
  }),
})
