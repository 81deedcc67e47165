import { language } from '../language.ts'
import { instead } from '../states-change.ts'
import { KEYWORDS } from './kotlin.words.ts'

/** Kotlin. */
export const kotlin = language({
  tag: 'kotlin',
  filenames: ['*.kt', '*.kts'],
  changes: [{ before: '3.30', states: instead<undefined>('generics', /[,.:?*]/, [/[,.:*]/, 'p']) }],
  states: () => ({
    root: [
      'blanks',
      [/"""[\s\S]*?"""/, 's', undefined, { needs: '"""' }],
      [/"(?:\\.|[^"\\\n])*["\n]/, 's', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])'/, 'sc'],
      [/(break|continue|return|this|super)(@[\p{L}_][\p{L}\d_]*)/u, ['k', 'nd']],
      [/(?:break|continue|return|this|super)(?![\p{L}\d_-])/u, 'k'],
      [/@\p{Lu}[\p{L}\d_]*/u, 'nd'],
      [/((?:data\s+)?class|interface|object)(\s+)(?=[^\s{])/, ['kd', ''], 'class'],
      [/(fun)(\s+)/, ['k', ''], 'function'],
      [/(val|var)(\s+)/, ['kd', ''], 'property'],
      [/(package|import)(\s+)/, ['k', ''], 'package'],
      [/0b[01_]+(?:u?l|u)?/i, 'mb'],
      [/0x[\da-f_]+(?:u?l|u)?/i, 'mh'],
      [
        /(?:\d(?:[\d_]*\d)?)?\.\d(?:[\d_]*\d)?(?:e[+-]?\d(?:[\d_]*\d)?)?f?|\d(?:[\d_]*\d)?(?:e[+-]?\d(?:[\d_]*\d)?f?|f)/i,
        'mf',
      ],
      [/(?:0|[1-9](?:[\d_]*\d)?)(?:u?l|u)?/i, 'mi'],
      [/[\p{L}_][\p{L}\d_]*/u, (x, m) => KEYWORDS.has(m[0]) && x.token('k', m[0])],
      [/(`?\p{Lu}[\p{L}\d_-]*`?)(<)/u, ['nc', 'p'], 'generics'],
      [/`?\p{Lu}[\p{L}\d_-]*`?/u, 'nc'],
      [/[\p{L}_][\p{L}\d_]*@/u, 'nd'],
      [/(?:`[\p{L}_][\p{L}\d_-]*`|`?[\p{L}_][\p{L}\d_-]*`?)(?=\s*[({])/u, 'nf'],
      [/(?:`[\p{L}_][\p{L}\d_-]*`|`?[\p{L}_][\p{L}\d_-]*`?)/u, 'n'],
      [/\?[.:]|!!|::|\.\./, 'o'],
      [/[-~!%^&*()+=|[\]:;,.<>/?{}]/, 'p'],
    ],
    blanks: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*.*\*\//, 'cm'],
      [/\/\*/, 'cm', 'comment'],
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/\/\*/, 'cm', '#push'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
    class: [[/`?\p{Lu}[\p{L}\d_]*`?/u, 'nc', '#pop']],
    package: [[/\S+/, 'nn', '#pop']],
    function: [
      'blanks',
      [/</, 'p', 'generics'],
      [/(`?\p{Lu}[\p{L}\d_-]*`?)(\.)/u, ['nc', 'p']],
      [/(?:`[\p{L}_][\p{L}\d_-]*`|`?[\p{L}_][\p{L}\d_-]*`?)/u, 'nf', '#pop'],
    ],
    property: [
      'blanks',
      [/</, 'p', 'generics'],
      [/\(/, 'p', 'destructuring'],
      [/(?:`[\p{L}_][\p{L}\d_-]*`|`?[\p{L}_][\p{L}\d_-]*`?)/u, 'py', '#pop'],
    ],
    generics: [
      [/(`?\p{Lu}[\p{L}\d_-]*`?)(<)/u, ['nc', 'p'], '#push'],
      [/`?\p{Lu}[\p{L}\d_-]*`?/u, 'nc'],
      [/(?:in|out|reified|suspend)/, 'k'],
      [/[,.:?*]/, 'p'],
      [/\s+/, ''],
      [/</, 'p', '#push'],
      [/>/, 'p', '#pop'],
    ],
    destructuring: [
      'blanks',
      [/,/, 'p'],
      [/(?:`[\p{L}_][\p{L}\d_-]*`|`?[\p{L}_][\p{L}\d_-]*`?)/u, 'py'],
      [/\)/, 'p', '#pop:2'],
    ],
  }),
})
