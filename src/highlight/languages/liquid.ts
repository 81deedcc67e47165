import { language } from '../language.ts'
import type { Callback, Rule } from '../types.ts'
import { liquid4States } from './liquid-4.ts'

const SPACES: Rule<undefined> = [/[^\S\n]+/, 'w']
const TAG_END: Rule<undefined> = [/-?%\}/, 'p', '#pop']
const STRINGS: readonly Rule<undefined>[] = [
  [/"[^"]*"/, 's2', undefined, { hopeless: true }],
  [/'[^']*'/, 's1', undefined, { hopeless: true }],
]
const NUMBERS: readonly Rule<undefined>[] = [
  [/\d+\.\d+/, 'mf'],
  [/\d+/, 'mi'],
]
const CONSTANT: Rule<undefined> = [/(?:true|false|nil)\b/, 'kc']
const MINUS: Rule<undefined> = [/-/, 'o']
/** A filter; its name runs up to what may end the output or tag. */
const filter = (end: string, next?: string): Rule<undefined> => [
  new RegExp(`(\\|)(\\s*)([a-zA-Z_][^\\s:|${end}]*)`),
  ['p', 'w', 'nf'],
  next,
]

/** A word up to a blank and the mark after it, tried once for each word. */
const ATTRIBUTE: Rule<undefined> = [/([^\s=:]+)(\s*)([=:])/, ['na', 'w', 'o']]

/** `raw` and `comment` without arguments: all up to their end is theirs. */
const body: Callback<undefined> = (x, m) => {
  x.groups(m, 'nt', 'w', 'p')
  x.goto(m[1]!)
}
const bodyEnd = (name: string): Rule<undefined> => [
  new RegExp(`(\\{%-?)(\\s*)(end${name})(\\s*)(-?%\\})`),
  ['p', 'w', 'nt', 'w', 'p'],
  '#pop',
]

/** What a loop goes over. A thing with a quote in it is a string as a whole. */
const LOOPED = `(?:[^\\s|,%"']|"[^"]*"|'[^']*')+`
const looped: Callback<undefined> = (x, m) => {
  const quote = /["']/.exec(m[0])?.[0]
  x.token(quote === undefined ? 'nv' : quote === '"' ? 's2' : 's1', m[0])
}

export const liquid = language({
  tag: 'liquid',
  filenames: ['*.liquid'],
  changes: [{ since: '4.1', states: liquid4States }],
  states: () => ({
    root: [
      [/[^{]+/, ''],
      [/\{%-?/, 'p', ['tag', 'lead']],
      [/\{\{-?/, 'p', ['output', 'lead']],
      [/\{/, ''],
    ],
    // Elsewhere the end of a line is an error.
    lead: [
      [/\s+/, 'w', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    tag: [
      [/(else|endif|endunless|endcase)(\s*)(-?%\})/, ['kr', 'w', 'p'], '#pop'],
      [/(raw|comment)(\s*)(-?%\})/, body],
      [/(?:if|elsif|unless|case)\b/, 'kr', '#goto condition'],
      [/when\b/, 'kr', '#goto when'],
      [/(?:assign|echo)\b/, 'nt', '#goto computed'],
      [/(?:for|tablerow)(?=[\s%])/, 'nt', ['#goto for', 'lead']],
      [/(?:include|render)\b/, 'nt', '#goto partial'],
      [/(?:capture|increment|decrement)(?=[\s%])/, 'nt', ['#goto named', 'lead']],
      [/cycle(?=[\s%])/, 'nt', ['#goto cycle', 'lead']],
      [/[^\s%]+/, 'nt', ['#goto other', 'lead']],
    ],
    raw: [bodyEnd('raw'), [/[^{]+|\{/, '']],
    comment: [bodyEnd('comment'), [/[^{]+|\{/, 'c']],
    literals: [SPACES, ...STRINGS, ...NUMBERS, CONSTANT, MINUS],
    names: [
      [/(?:empty|blank)\b/, 'nb'],
      [/(?:forloop|tablerowloop)\.\w+/, 'nb'],
      [/(?:size|first|last)\b/, 'nf'],
      [/\.(?=\w)/, 'p'],
      [/[[\]]/, 'p'],
      [/[a-zA-Z_][\w-]*\??/, 'nv'],
    ],
    output: [[/-?\}\}/, 'p', '#pop'], filter('}', '#goto filter'), 'literals', 'names'],
    'output in tag': [[/-?\}\}/, 'p', '#pop'], filter('}'), 'arguments'],
    // Of a tag or an output: either end ends it.
    filter: [[/-?[%}]\}/, 'p', '#pop'], filter('%}'), 'arguments'],
    arguments: ['literals', ATTRIBUTE, [/[,:]/, 'p'], 'names', [/\S+/, '']],
    computed: [TAG_END, filter('%', '#goto filter'), 'literals', [/=/, 'o'], 'names'],
    condition: [TAG_END, 'literals', [/(?:and|or|contains)\b/, 'ow'], [/[=!<>]=|<>|[<>]/, 'o'], 'names'],
    when: [TAG_END, 'literals', 'names'],
    cycle: [
      TAG_END,
      ...STRINGS,
      [/([^\s:]+)(\s*)(:)/, ['na', 'w', 'p'], '#goto cycled'],
      [/(?:)/, '', '#goto cycled'],
    ],
    cycled: [TAG_END, 'arguments'],
    named: [
      [/([^\s%]+)(\s*)(-?%\})/, ['nv', 'w', 'p'], '#pop'],
      [/(?:)/, '', '#goto other'],
    ],
    for: [
      [
        new RegExp(`([\\w-]+)(\\s+)(in)(\\s+)(?=${LOOPED})`),
        ['nv', 'w', 'nt', 'w'],
        ['#goto other', 'lead', 'looped'],
      ],
      [/(?:)/, '', '#goto other'],
    ],
    looped: [[new RegExp(LOOPED), looped, '#pop']],
    partial: [
      TAG_END,
      [/\{\{-?/, 'p', ['output in tag', 'lead']],
      [/(?:with|for)\b/, 'nt'],
      // A file's name, wherever it stands.
      [/[\w/-]+(?:\.\w+(?:-\w+)*)+\b/, ''],
      'arguments',
    ],
    other: [TAG_END, 'literals', [/reversed\b/, 'na'], ATTRIBUTE, [/[,:]/, 'p'], [/\S+/, '']],
  }),
})
