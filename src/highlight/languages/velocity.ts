import { language } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'

const NAME = '[a-zA-Z_]\\w*'
const OPERATOR_WORD = /(?:eq|ne|gt|lt|ge|le|not|in)\b/
const WORD = new RegExp(`${NAME}\\b`)
const NUMBER = /[0-9]+\b/

/** Does not go on with what stands before. */
const whole = ({ source }: RegExp): RegExp => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])${source}`, 'u')

export const velocity = language<{ readonly parent: string }>({
  tag: 'velocity',
  filenames: ['*.vm', '*.velocity', '*.fhtml'],
  vars: (options) => ({ parent: options.get('parent') ?? 'html' }),
  changes: [
    {
      since: '5.1',
      states: inTurn(
        instead('directive', OPERATOR_WORD, [whole(OPERATOR_WORD), 'o']),
        instead('directive', WORD, [whole(WORD), 'nf']),
        instead('arguments', NUMBER, [whole(NUMBER), 'mi']),
      ),
    },
  ],
  states: () => ({
    root: [
      [/[^{#$]+/, (x, m) => x.delegate(x.vars.parent, m[0])],
      [/#\*[\s\S]*?\*#/, 'cm', undefined, { needs: '*#' }],
      [/##.*/, 'c1'],
      [new RegExp(`(#\\{?)(${NAME})(\\}?)(\\s?\\()`), ['p', 'nf', 'p', 'p'], 'directive'],
      [new RegExp(`(#\\{?)(${NAME})(\\}|\\b)`), ['p', 'nf', 'p']],
      [/\$\{?/, 'p', 'variable'],
    ],
    variable: [
      [new RegExp(NAME), 'nv'],
      [/\(/, 'p', 'arguments'],
      [new RegExp(`(\\.)(${NAME})`), ['p', 'nv']],
      [/\}/, 'p', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    directive: [
      [/&&|\|\||==?|!=?|[-<>+*%&|^/]/, 'o'],
      [OPERATOR_WORD, 'o'],
      [/\[/, 'o', 'range'],
      [WORD, 'nf'],
      'arguments',
    ],
    range: [[/\.\./, 'o'], 'arguments'],
    arguments: [
      [/\$\{?/, 'p', 'variable'],
      [/\s+/, ''],
      [/,/, 'p'],
      [/"(?:\\[\s\S]|[^"\\])*"/, 's2', undefined, { hopeless: true }],
      [/'(?:\\[\s\S]|[^'\\])*'/, 's1', undefined, { hopeless: true }],
      [/0[xX][0-9a-fA-F]+[Ll]?/, 'mh'],
      [NUMBER, 'mi'],
      [/(?:true|false|null)\b/, 'kc'],
      [/[([]/, 'p', '#push'],
      [/[)\]}]/, 'p', '#pop'],
    ],
  }),
})
