import { language } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'
import type { Callback, Rule, States } from '../types.ts'
import { htmlChanges, htmlStates } from './html.ts'

interface Block {
  /** What `lang` says, in lower case and without quotes. */
  language: string | undefined
}

/** What `lang` may name; in any other language a block stays plain. */
const LANGUAGES = new Map(
  ['css', 'html', 'javascript', 'sass', 'scss'].map((name) => [name, name] as const),
).set('coffee', 'coffeescript')

/** Said to the lexer of a block's own elements: there are no blocks in it. */
const INSIDE = 'inside'

const PIECE = /[\s\S][^<{]*/

const begin: Callback<Block> = (x, m) => {
  if (x.options.has(INSIDE)) return false
  x.groups(m, 'nt', '', 'k')
  x.vars.language = undefined
  x.push(`${m[3]} block`)
  x.push('block tag')
  return true
}

const NAME = /[#\w:[\]()*.-]+\s*=\s*/
const ATTRIBUTE: Rule<Block> = [NAME, 'na', 'attribute']

const BLOCK: Rule<Block> = [/(<)(\s*)(template|script|style)/, begin]

/** A piece of a block, by itself: no piece knows what stood before it. */
const piece =
  (usual: string): Callback<Block> =>
  (x, m) => {
    const said = x.vars.language
    const name = said === undefined ? usual : LANGUAGES.get(said)
    if (name === undefined) return x.token('', m[0])
    x.reset(name)
    return x.delegate(name, m[0])
  }

const end = (name: string): Rule<Block> => [
  new RegExp(`(<\\s*/\\s*)(${name})(\\s*>)`),
  ['nt', 'k', 'nt'],
  '#pop',
]

/** Expressions go on over their braces, in a lexer of their own. */
const EXPRESSION = 'javascript?expression'

const vueStates = (): States<Block> => ({
  'block tag': [
    [
      /(lang\s*=)(\s*)("[^"]*"|'[^']*'|[^\s>]+)/,
      (x, m) => {
        x.groups(m, 'na', '', 's')
        x.vars.language = m[3]!.replace(/["']/g, '').toLowerCase()
      },
    ],
    'tag',
  ],
  'script block': [end('script'), [/[^<]+|</, (x, m) => x.delegate('javascript?script', m[0])]],
  'style block': [end('style'), [/[^<]+|</, piece('css')]],
  'template block': [
    end('template'),
    [
      /\{\{/,
      (x, m) => {
        x.token('si', m[0])
        x.reset(EXPRESSION)
        x.push('expression')
      },
    ],
    [PIECE, piece('html')],
  ],
  expression: [
    [/\}\}/, 'si', '#pop'],
    [
      /\{/,
      (x, m) => {
        x.delegate(EXPRESSION, m[0])
        x.push('expression')
      },
    ],
    [/[^{}]+/, (x, m) => x.delegate(EXPRESSION, m[0])],
    [/\}/, 'err'],
  ],
})

export const vue = language<Block>({
  tag: 'vue',
  aliases: ['vuejs'],
  filenames: ['*.vue'],
  vars: () => ({ language: undefined }),
  states: () => {
    const html = htmlStates<Block>()
    return { ...html, root: [BLOCK, ...html.root!], tag: [ATTRIBUTE, ...html.tag!], ...vueStates() }
  },
  changes: [
    ...htmlChanges<Block>(),
    {
      since: '5.1',
      states: inTurn(
        instead('tag', NAME, [/([#\w:[\]()*.-]+\s*)(=)(\s*)/, ['na', 'o', ''], 'attribute']),
        instead('template block', PIECE, [PIECE, piece(`vue?${INSIDE}`)]),
      ),
    },
  ],
})
