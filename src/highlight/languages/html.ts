import { language } from '../language.ts'
import type { LanguageChange, Rule, States } from '../types.ts'

const ATTRIBUTE = /[\p{L}:_[\]()*.-][\p{L}\p{M}\p{N}:_.[\]()*-]*/u.source

const NAME = /[\p{L}:_-][\p{L}\p{M}\p{N}:._-]*/u

/** Rules of an element whose text another language colours, up to its end tag. */
const embedded = <V>(name: string, lexer: string): readonly Rule<V>[] => [
  [/[^<]+/, (x, m) => x.delegate(lexer, m[0])],
  [new RegExp(`<\\s*/\\s*${name}\\s*>`), 'nt', '#pop'],
  [/</, (x, m) => x.delegate(lexer, m[0])],
]

/** The states of HTML, for languages made of it, too. */
export const htmlStates = <V>(): States<V> => ({
  root: [
    [/[^<&]+/, ''],
    [/&\S*?;/, 'ni', undefined, { needs: ';' }],
    [/<!DOCTYPE .*?>/is, 'cp', undefined, { needs: '>' }],
    [/<!\[CDATA\[.*?\]\]>/s, 'cp', undefined, { needs: ']]>' }],
    [/<!--/, 'c', 'comment'],
    [/<\?.*?\?>/s, 'cp', undefined, { needs: '?>' }],
    [
      /<script\s*/,
      (x, m) => {
        x.token('nt', m[0])
        x.reset('javascript')
        x.push('script')
        x.push('tag')
      },
    ],
    [
      /<style\s*/,
      (x, m) => {
        x.token('nt', m[0])
        x.reset('css')
        x.push('style')
        x.push('tag')
      },
    ],
    [/<\//, 'nt', 'tag end'],
    [/</, 'nt', 'tag start'],
  ],
  comment: [
    [/[^-]+/, 'c'],
    [/-->/, 'c', '#pop'],
    [/-/, 'c'],
  ],
  'tag end': [
    [/\s+/, ''],
    [NAME, 'nt', '#goto tag end done'],
    [/>/, 'nt', '#pop'],
  ],
  'tag end done': [
    [/\s+/, ''],
    [/>/, 'nt', '#pop'],
  ],
  'tag start': [
    [/\s+/, ''],
    [NAME, 'nt', '#goto tag'],
    [/(?:)/, '', '#goto tag'],
  ],
  tag: [
    [/\s+/, ''],
    [new RegExp(`${ATTRIBUTE}\\s*=\\s*`, 'u'), 'na', 'attribute'],
    [/[\p{L}:#_*-][\p{L}\p{M}\p{N}:.#_*-]*/u, 'na'],
    [/\/?\s*>/, 'nt', '#pop'],
  ],
  attribute: [
    [/"/, 's', '#goto double quotes'],
    [/'/, 's', '#goto single quotes'],
    [/[^\s>]+/, 's', '#pop'],
  ],
  'double quotes': [
    [/"/, 's', '#pop'],
    [/[^"]+/, 's'],
  ],
  'single quotes': [
    [/'/, 's', '#pop'],
    [/[^']+/, 's'],
  ],
  script: embedded('script', 'javascript'),
  style: embedded('style', 'css'),
})

/** What versions do otherwise, in HTML and what is made of it. */
export const htmlChanges = <V>(): readonly LanguageChange<V>[] => []

export const html = language({
  tag: 'html',
  filenames: ['*.htm', '*.html', '*.xhtml', '*.cshtml'],
  states: htmlStates,
  changes: htmlChanges(),
})
