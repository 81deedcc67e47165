import { language, words } from '../language.ts'
import type { Callback } from '../types.ts'

const WORDS = words(
  {
    k: 'case class default define else elsif if import inherits node unless',
    kc: 'false true undef',
    ow: 'and in or',
  },
  'n',
)
const META = words({ kp: 'before notify require subscribe' }, 'py')

/** After `node` there may be a regular expression, as after some marks. */
const name: Callback<undefined> = (x, m) => {
  x.token(WORDS.words.get(m[0]) ?? 'n', m[0])
  if (m[0] === 'node') x.push('regexMayFollow')
}

/** Puppet. */
export const puppet = language({
  tag: 'puppet',
  aliases: ['pp'],
  states: () => ({
    root: [
      'blanks',
      [/(?:::)?(?:[a-z]\w*::)*\w+(?=\s*\()/, 'nf'],
      [/[a-z]\w*(?=\s*[=+]>)/, META],
      [/(include|class)(\s*)((?:::)?(?:[a-z]\w*::)*\w+)/, ['k', '', 'nc']],
      [/(?:[a-z]\w*::)+\w+|[a-z_]\w*/, name],
      [/[A-Z]\w*/, 'nc'],
      [/\$(?:::)?(?:[a-z]\w*::)*\w+/, 'nv'],
      [/\d+(?:\.\d+)?/, 'm'],
      [/"/, 's2', 'string'],
      [/'(?:\\[\s\S]|[^'\\])*'/, 's1', undefined, { hopeless: true }],
      [/'[\s\S]*'/, 's1'],
      [/[=!]~/, 'o', 'regexMayFollow'],
      [/[=!<>]=/, 'o'],
      [/[{,]/, 'p', 'regexMayFollow'],
      [/[-~=+]>|<[-~|]|\|>|[[\](){}:;|]/, 'p'],
      [/[=!<>+*/.-]/, 'o'],
    ],
    blanks: [
      [/\s+/, ''],
      [/#.*\n/, 'c', undefined, { needs: '\n' }],
    ],
    regexMayFollow: ['blanks', [/\//, 'sr', '#goto regex'], [/(?:)/, '', '#pop']],
    regex: [
      [/\//, 'sr', '#goto regexMayFollow'],
      [/\\./, 'se'],
      [/\[/, 'si', 'characters'],
      [/[(){}]/, 'si'],
      [/[^\\/[(){}\n]/, 'sr'],
      [/\\/, 'sr'],
    ],
    characters: [
      [/\\./, 'se'],
      [/-(?!\])/, 'si'],
      [/\]/, 'si', '#pop'],
      [/[^\\\]]/, 'sr'],
    ],
    string: [
      [/"/, 's2', '#pop'],
      [/\\[\s\S]/, 'se'],
      [/\$(?:::)?(?:[a-z]\w*::)*\w+/, 'nv'],
      [/\$\{(?:::)?(?:[a-z]\w*::)*\w+\}/, 'nv'],
      [/[^"\\$]+/, 's2'],
    ],
  }),
})
