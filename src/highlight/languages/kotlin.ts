import { language } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'
import { KEYWORDS } from './kotlin.words.ts'

const START = String.raw`[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Nl}_]`
const REST = String.raw`[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\p{Nl}\p{Pc}\p{Cf}]*`
const REST_WITH_DASHES = REST.replace(']*', '-]*')
const NAME = String.raw`(?:\x60${START}${REST_WITH_DASHES}\x60|\x60?${START}${REST_WITH_DASHES}\x60?)`
const CLASS_NAME = String.raw`\x60?\p{Lu}${REST_WITH_DASHES}\x60?`
const re = (source: string): RegExp => new RegExp(source, 'u')

/** Kotlin. */
export const kotlin = language({
  tag: 'kotlin',
  filenames: ['*.kt', '*.kts'],
  changes: [
    {
      before: '3.30',
      states: inTurn(
        instead<undefined>('generics', /[,.:?]/, [/[,:]/, 'p']),
        instead('property', 'blanks', [/\s+/, '']),
        instead('property', /</),
      ),
    },
  ],
  states: () => ({
    root: [
      [/^\s*\[.*?\]/, 'na'],
      // The blanks of a line's start are not looked at again.
      [/^\s+/, ''],
      'blanks',
      [/@"(?:""|[^"])*"/, 's'],
      [/"""[\s\S]*?"""/, 's', undefined, { needs: '"""' }],
      [/"(?:\\.|[^"\\\n])*\\?["\n]/, 's', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^\\])'/u, 'sc'],
      [re(`(break|continue|return|this|super)(@${START}${REST})`), ['k', 'nd']],
      [/(?:break|continue|return|this|super)(?![\p{L}\d_-])/u, 'k'],
      [re(String.raw`@\p{Lu}${REST}`), 'nd'],
      [/(::)(class)/, ['o', 'k']],
      [/(companion)(\s+)(object)/, ['k', '', 'k']],
      [/((?:data\s+)?class|interface|object)(\s+)/, ['kd', ''], 'class'],
      [/(fun)(\s+)/, ['k', ''], 'function'],
      [/(val|var)(\s+)/, ['kd', ''], 'property'],
      [/(package|import)(\s+)/, ['k', ''], 'package'],
      [/0[bB][01_]+(?:[uU]?L|[uU])?/, 'mb'],
      [/0[xX][\da-fA-F_]+(?:[uU]?L|[uU])?/, 'mh'],
      [
        /(?:\d(?:[\d_]*\d)?)?\.\d(?:[\d_]*\d)?(?:e[+-]?\d(?:[\d_]*\d)?)?f?|\d(?:[\d_]*\d)?(?:e[+-]?\d(?:[\d_]*\d)?f?|f)/i,
        'mf',
      ],
      [/(?:0|[1-9](?:[\d_]*\d)?)(?:[uU]?L|[uU])?/, 'mi'],
      [re(`${START}${REST}`), (x, m) => KEYWORDS.has(m[0]) && x.token('k', m[0])],
      [re(`(${CLASS_NAME})(<)`), ['nc', 'p'], 'generics'],
      [re(CLASS_NAME), 'nc'],
      [re(`${START}${REST}@`), 'nd'],
      [re(`${NAME}(?=\\s*[({])`), 'nf'],
      [re(NAME), 'n'],
      [/\?[.:]|!!|::|\.\./, 'o'],
      [/[-~!%^&*()+=|[\]:;,.<>/?{}]/, 'p'],
    ],
    blanks: [
      [/[ \t\r\f\v]+|\\?\n/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*.*\*\//, 'cm'],
      [/\/\*/, 'cm', 'comment'],
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/\/\*/, 'cm', '#push'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
    class: [[re(String.raw`\x60?\p{Lu}${REST}\x60?`), 'nc', '#pop']],
    package: [[/\S+/, 'nn', '#pop']],
    function: [
      'blanks',
      [/</, 'p', 'generics'],
      [re(String.raw`(${CLASS_NAME})(\.)`), ['nc', 'p']],
      [re(NAME), 'nf', '#pop'],
    ],
    property: ['blanks', [/</, 'p', 'generics'], [/\(/, 'p', 'destructuring'], [re(NAME), 'py', '#pop']],
    generics: [
      [re(`(${CLASS_NAME})(<)`), ['nc', 'p'], '#push'],
      [re(CLASS_NAME), 'nc'],
      [/(?:in|out|reified|suspend)/, 'k'],
      [/[,.:?]/, 'p'],
      [/\s+/, ''],
      [/</, 'p', '#push'],
      [/>/, 'p', '#pop'],
    ],
    destructuring: ['blanks', [/,/, 'p'], [re(NAME), 'py'], [/\)/, 'p', '#pop:2']],
  }),
})
