/** Liquid as Rouge 4 has it: written anew there, so that nothing of the older rules is left. */
import { wordSet } from '../language.ts'
import type { Callback, Rule, States } from '../types.ts'

const CONDITIONS = wordSet('if elsif unless case')
const NAMED = wordSet('capture increment decrement')
const COMPUTED = wordSet('assign echo')
const LOOPS = wordSet('for tablerow')
const PARTIALS = wordSet('include render')
const NOTHING_FOLLOWS = /^(?:else|ifchanged|end\w+)$/

/** The state that reads the rest of a tag. */
function restOf(name: string): string {
  if (NOTHING_FOLLOWS.test(name)) return 'nothing'
  if (CONDITIONS.has(name)) return 'condition'
  if (COMPUTED.has(name)) return 'computed'
  if (LOOPS.has(name)) return 'for'
  if (PARTIALS.has(name)) return 'partial'
  if (NAMED.has(name)) return 'named'
  return name === 'when' || name === 'cycle' || name === 'liquid' ? name : 'other'
}

const tagName: Callback<undefined> = (x, m) => {
  const name = m[0]
  const jump = name === 'break' || name === 'continue'
  x.token(jump ? 'kr' : 'nt', name)
  const rest = jump ? 'nothing' : restOf(name)
  if (x.state('liquid')) x.push(rest)
  else x.goto(rest)
}

/** In a `liquid` tag a line ends a tag, but not where blanks stand before its end. */
const blanks: Callback<undefined> = (x, m) => {
  x.token('w', m[0])
  if (m[0].startsWith('\n') && x.inside('liquid')) x.pop()
}
const tagEnd: Callback<undefined> = (x, m) => {
  x.token('cp', m[0])
  x.pop()
  if (x.state('liquid')) x.pop()
}

/** `raw` and `comment` up to their ends, which have no arguments, as the tags must have none. */
const body: Callback<undefined> = (x, m) => {
  x.groups(m, 'nt', 'w', 'cp')
  x.goto(m[1]!)
}
const bodyEnd = (name: string): Rule<undefined> => [
  new RegExp(`(\\{%-?)(\\s*)(end${name})(\\s*)(-?%\\})`),
  ['cp', 'w', 'nt', 'w', 'cp'],
  '#pop',
]

const NAME = /[a-zA-Z_][\w-]*\b-?(?![?!/])/
const DEFINED = /[a-zA-Z_](?:\w|-(?!%\}))*/
const FILTER = /[a-zA-Z_](?:\w|-(?![%}]\}))*/
const STRINGS: readonly Rule<undefined>[] = [
  [/"[^"]*"/, 's2', undefined, { hopeless: true }],
  [/'[^']*'/, 's1', undefined, { hopeless: true }],
]
const NUMBERS: readonly Rule<undefined>[] = [
  [/\d+\.\d+/, 'mf'],
  [/\d+/, 'mi'],
]
const CONSTANT: Rule<undefined> = [/(?:true|false|nil)\b/, 'kc']
const SPECIAL: Rule<undefined> = [/(?:empty|blank|(?:forloop|tablerowloop)\.\w+)\b(?![?!/])/, 'nb']
const PARTS: readonly Rule<undefined>[] = [
  [/(\.)(\s*)(size|first|last)\b(?![?!/])/, ['p', 'w', 'nf']],
  [/\.(?=\s*\w)/, 'p'],
  [/[[\]]/, 'p'],
]

export const liquid4States = (): States<undefined> => ({
  root: [
    [/[^{]+/, ''],
    [/\{%-?/, 'cp', 'tag'],
    [/\{\{-?/, 'cp', 'output'],
    [/\{/, ''],
  ],
  blanks: [
    [/\s+/, 'w'],
    [/#.*?(?=-?[%}]\}|$)/, 'c'],
  ],
  tag: [[/-?%\}/, 'cp', '#pop'], 'blanks', [/(raw|comment)(\s*)(-?%\})/, body], [/\w+\b/, tagName]],
  liquid: ['tag'],
  raw: [bodyEnd('raw'), [/[^{]+|\{/, '']],
  comment: [bodyEnd('comment'), [/[^{]+|\{/, 'c']],
  // Of a tag, whatever it is.
  'in tag': [
    [/-?%\}/, tagEnd],
    [/\s+/, blanks],
    [/#.*?(?=-?[%}]\}|$)/, 'c'],
  ],
  nothing: ['in tag'],
  values: [
    ...STRINGS,
    ...NUMBERS,
    CONSTANT,
    SPECIAL,
    ...PARTS,
    [/[,:-]/, (x, m) => x.token(m[0] === '-' ? 'o' : 'p', m[0])],
    [NAME, 'nv'],
    [/\S+/, ''],
  ],
  attributes: [CONSTANT, [/([a-zA-Z_][\w-]*)(\s*)([=:])/, ['na', 'w', 'o']]],
  'filter name': ['blanks', [FILTER, 'nf', '#pop']],
  output: [[/-?\}\}/, 'cp', '#pop'], 'blanks', [/\|/, 'p', ['#goto filter', 'filter name']], 'values'],
  // Of a tag or an output: either end ends it.
  filter: ['in tag', [/-?\}\}/, tagEnd], [/\|/, 'p', 'filter name'], 'attributes', 'values'],
  'output in tag': [
    [/-?\}\}/, 'cp', '#pop'],
    'blanks',
    [new RegExp(`(\\|)(\\s*)(${FILTER.source})`), ['p', 'w', 'nf']],
    'attributes',
    'values',
  ],
  computed: [
    'in tag',
    [/\|/, 'p', ['#goto filter', 'filter name']],
    [/=/, 'o'],
    [/\(/, 'p', 'range'],
    'values',
  ],
  condition: ['in tag', [/(?:and|or|contains)\b/, 'ow'], [/[=!<>]=|<>|[<>]/, 'o'], 'values'],
  when: ['in tag', 'values'],
  named: [
    [/\s+/, 'w'],
    [DEFINED, 'nv', '#goto nothing'],
    [/(?:)/, '', '#goto other'],
  ],
  cycle: [
    [/\s+/, 'w'],
    [/([\w-]+)(\s*)(:)/, ['na', 'w', 'p'], '#goto arguments'],
    [/(?:)/, '', '#goto arguments'],
  ],
  arguments: ['in tag', 'attributes', 'values'],
  other: [
    'in tag',
    [/\{\{-?/, 'cp', 'output in tag'],
    [/\|/, 'p', ['#goto filter', 'filter name']],
    'attributes',
    'values',
  ],
  for: [
    [/(\s+)([^\s#]\S*)(\s+)(in)(\s+)/, ['w', 'nv', 'w', 'nt', 'w'], '#goto loop'],
    [/(?:)/, '', '#goto other'],
  ],
  loop: ['in tag', [/(?:reversed|continue)\b/, 'na'], [/\(/, 'p', 'range'], 'arguments'],
  range: [
    [/\)/, 'p', '#pop'],
    'blanks',
    [/\.\./, 'p'],
    ...NUMBERS,
    SPECIAL,
    ...PARTS,
    [/-/, 'o'],
    [NAME, 'nv'],
    [/\S+/, ''],
  ],
  partial: [
    [/\s+/, 'w'],
    [/[\w/-]+(?:\.\w+(?:-\w+)*)+\b/, '', '#goto partial arguments'],
    [/(?:)/, '', '#goto partial arguments'],
  ],
  'partial arguments': [
    'in tag',
    [/\{\{-?/, 'cp', 'output in tag'],
    [/(?:with|for|as)\b/, 'kr'],
    'attributes',
    'values',
  ],
})
