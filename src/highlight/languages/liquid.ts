import { language, wordSet } from '../language.ts'
import type { Callback, Rule } from '../types.ts'

const CONDITIONS = wordSet('if elsif unless case when else endif endunless endcase')
const VARIABLES = wordSet('assign capture increment decrement cycle echo')
const BLOCKS = wordSet('for tablerow')

/** A tag's name decides how the rest of it reads. */
const tagName: Callback<undefined> = (x, m) => {
  const name = m[0]
  if (CONDITIONS.has(name)) {
    x.token('kr', name)
    x.goto(name === 'when' || name === 'case' ? 'case' : 'condition')
    return
  }
  x.token('nt', name)
  if (name === 'comment') x.goto('comment tag')
  else if (name === 'raw') x.goto('raw tag')
  else if (BLOCKS.has(name)) x.goto('for')
  else if (name === 'include' || name === 'render') x.goto('include')
  else if (name === 'capture') x.goto('capture')
  else if (VARIABLES.has(name)) x.goto('expression tag')
  else x.goto('other tag')
}

const TAG_END: Rule<undefined> = [/-?%\}/, 'p', '#pop']

export const liquid = language({
  tag: 'liquid',
  filenames: ['*.liquid'],
  states: () => ({
    root: [
      [/[^{]+/, ''],
      [/\{%-?/, 'p', 'tag'],
      [/\{\{-?/, 'p', 'output'],
      [/\{/, ''],
    ],
    blanks: [[/\s+/, 'w']],
    // In most tags the end of a line is an error.
    spaces: [[/[^\S\n]+/, 'w']],
    tag: ['blanks', [/#.*?(?=-?%\})/, 'c'], [/\w+/, tagName], TAG_END],
    values: [
      'spaces',
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/(?:true|false|nil)\b/, 'kc'],
      [/(?:empty|blank|null)\b/, 'nb'],
      [/(?:forloop|tablerowloop)\.\w+/, 'nb'],
      [/(\.)(size|first|last)\b/, ['p', 'nf']],
      [/\.(?=\w)/, 'p'],
      [/[[\]]/, 'p'],
    ],
    filters: [
      [/([a-zA-Z_][\w-]*)(=)(?!=)/, ['na', 'o']],
      [/(\|)(\s*)(\w+)/, ['p', 'w', 'nf']],
      [/[,:]/, 'p'],
    ],
    names: [[/[a-zA-Z_][\w-]*\??/, 'nv']],
    output: [[/\s*(?=\S)/, 'w', '#goto output rest']],
    'output rest': [[/-?\}\}/, 'p', '#pop'], 'values', 'filters', [/-/, 'o'], 'names'],
    'expression tag': [
      TAG_END,
      [/([a-zA-Z_][\w-]*)(:)/, ['na', 'p']],
      'values',
      'filters',
      [/[=<>!-]/, 'o'],
      'names',
    ],
    capture: ['blanks', 'expression tag'],
    condition: [
      TAG_END,
      'values',
      [/(?:and|or|not|contains)\b/, 'ow'],
      [/[=!<>]=?|<>/, 'o'],
      [/-/, 'o'],
      'filters',
      'names',
    ],
    case: [TAG_END, 'values', [/-/, 'o'], 'names'],
    for: [
      [/([\w-]+)(\s+)(in)(\s+)(?=[^\s%|,])/, ['nv', 'w', 'nt', 'w'], ['#goto loop', 'looped']],
      'blanks',
      TAG_END,
      [/(?:)/, '', '#goto arguments'],
    ],
    // A thing with a quote in it is a string as a whole.
    looped: [
      [
        /(?:(?!%\})[^\s|,"']|"[^"]*"|'[^']*')+/,
        (x, m) => {
          const quote = /["']/.exec(m[0])?.[0]
          x.token(quote === undefined ? 'nv' : quote === '"' ? 's2' : 's1', m[0])
        },
        '#pop',
      ],
      [/(?:)/, '', '#pop'],
    ],
    loop: ['blanks', [/reversed\b/, 'na'], 'arguments'],
    include: [
      TAG_END,
      'spaces',
      [/\{\{-?/, 'p', 'output'],
      [/(,?\w[\w-]*)(\s*)([=:])(\s*)/, ['na', 'w', 'o', 'w'], 'include value'],
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
      [/,/, 'p'],
      [/(?:with|for)\b(?!\.)/, 'nt'],
      [/(\.)([a-zA-Z_][\w-]*)(?![\w/.-])/, ['p', 'nv']],
      [/[a-zA-Z_][\w-]*(?![\w/.-])/, 'nv'],
      [/[[\]]/, 'p'],
      [/\d+(?![\w/.-])/, 'mi'],
      [/[^\s"'%{,[\]]+/, ''],
      [/[%{]/, ''],
    ],
    'include value': [
      [/[a-zA-Z_][\w-]*(?![\w/.-])/, 'nv', '#pop'],
      [/"[^"]*"/, 's2', '#pop'],
      [/'[^']*'/, 's1', '#pop'],
      [/\d+(?:\.\d+)?/, 'mi', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    'other tag': [[/\s*/, 'w', '#goto arguments']],
    arguments: [
      TAG_END,
      'spaces',
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
      [/\d+\.\d+/, 'mf'],
      [/\d+/, 'mi'],
      [/(?:true|false|nil)\b/, 'kc'],
      [/[,:]/, 'p'],
      [/-/, 'o'],
      [/([^\s=:]+)(\s*)([=:])/, ['na', 'w', 'o']],
      [/\S+/, ''],
    ],
    'comment tag': ['blanks', [/-?%\}/, 'p', '#goto comment']],
    comment: [
      [/(\{%-?)(\s*)(endcomment)(\s*)(-?%\})/, ['p', 'w', 'nt', 'w', 'p'], '#pop'],
      [/[^{]+|\{/, 'c'],
    ],
    'raw tag': ['blanks', [/-?%\}/, 'p', '#goto raw']],
    raw: [
      [/(\{%-?)(\s*)(endraw)(\s*)(-?%\})/, ['p', 'w', 'nt', 'w', 'p'], '#pop'],
      [/[^{]+|\{/, ''],
    ],
  }),
})
