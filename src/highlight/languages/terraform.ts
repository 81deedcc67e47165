import { language, words } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'
import { hclRules, hyphens, operators } from './hcl-rules.ts'

const KEYWORDS = 'terraform module provider variable resource data provisioner output'
const DECLARATIONS = 'var local'
const BLOCK = /[.,()=*]/
const LIST = /[.,()*]/
const WORDS = words({ k: KEYWORDS, kd: DECLARATIONS }, 'nx')

/** Terraform's dialect of HCL: words of its own, and `${…}` in strings. */
export const terraform = language({
  tag: 'terraform',
  aliases: ['tf'],
  filenames: ['*.tf'],
  vars: () => ({ end: '' }),
  changes: [
    hyphens(WORDS, BLOCK, LIST),
    operators(WORDS),
    {
      since: '4.5',
      states: inTurn(
        instead('string', /\$\{/, [/\$\$\{/, 's'], [/\$\{/, 'p', 'interpolation']),
        instead('single', /\$\{/, [/\$\$\{/, 's'], [/\$\{/, 'p', 'interpolation']),
        instead('interpolation', /\}/, [/\}/, 'p', '#pop']),
      ),
    },
  ],
  states: () => ({
    ...hclRules({
      keywords: KEYWORDS,
      declarations: DECLARATIONS,
      block: BLOCK,
      list: LIST,
    }),
    string: [
      [/"/, 's2', '#pop'],
      [/\$\{/, 'k', 'interpolation'],
      [/\\./, 'se'],
      [/[^"\\$]+/, 's2'],
    ],
    single: [
      [/'/, 's1', '#pop'],
      [/\$\{/, 'k', 'interpolation'],
      [/\\./, 'se'],
      [/[^'\\$]+/, 's1'],
    ],
    interpolation: [
      [/\}/, 'k', '#pop'],
      [/\s+/, ''],
      [/"\//, 'dl', 'regexp'],
      [/[a-z$_][\w$]*-[\w$-]*/i, 'nx'],
      [/(?!(?:true|false|null)(?![\w$]))[a-z$_][\w$]*/i, WORDS],
      [/(?!<<-?\s*\w)[-+*/%&|=!<>?:~^]/, 'o'],
      'values',
      [/[.,()[\]]/, 'p'],
      [/</, 'o'],
    ],
    // After a regular expression Rouge is back in the string around, whatever of the interpolation is left.
    regexp: [
      [/\/"/, 'dl', '#pop:2'],
      [/[^/]+|\//, 'sr'],
    ],
  }),
})
