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
    tag: ['blanks', [/#.*?(?=-?%\})/, 'c'], [/\w+/, tagName], TAG_END],
    values: [
      'blanks',
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
    output: [[/-?\}\}/, 'p', '#pop'], 'values', 'filters', [/-/, 'o'], 'names'],
    'expression tag': [
      TAG_END,
      [/([a-zA-Z_][\w-]*)(:)/, ['na', 'p']],
      'values',
      'filters',
      [/[=<>!-]/, 'o'],
      'names',
    ],
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
      TAG_END,
      'blanks',
      [/in\b/, 'nt'],
      [/\([^)\n]*\)/, 'nv'],
      [/(reversed)\b/, 'na'],
      [/(\w+)(\s*)(:)/, ['na', 'w', 'o']],
      [/[a-zA-Z_][\w.-]*/, 'nv'],
      'values',
      'filters',
    ],
    include: [
      TAG_END,
      'blanks',
      [/\{\{-?/, 'p', 'output'],
      [/(\w[\w-]*)(\s*)([=:])(\s*)/, ['na', 'w', 'o', 'w'], 'include value'],
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
      [/,/, 'p'],
      [/(?:with|for|as)\b(?!\.)/, 'nt'],
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
    'other tag': [
      TAG_END,
      'blanks',
      [/(\w[\w-]*)(\s*)([=:])/, ['na', 'w', 'o']],
      [/"[^"]*"/, 's2'],
      [/'[^']*'/, 's1'],
      [/\d+\.\d+/, 'mf'],
      [/\d+(?![\w/.-])/, 'mi'],
      [/(?:true|false|nil)(?![\w/.-])/, 'kc'],
      [/,/, 'p'],
      [/[^\s"'%,]+/, ''],
      [/%/, ''],
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
