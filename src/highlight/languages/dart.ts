import { language, words } from '../language.ts'
import { instead, inTurn, moreWords } from '../states-change.ts'

const CLASS = /(?:class|interface|mixin)\b/
const WORD = /[a-zA-Z_]\w*(?![\w\u00aa-\uffff])|\$[a-zA-Z_]\w*/
const PUNCTUATION = /[<>()[\]{}.,;]/

const KEYWORDS = `as assert await break case catch continue default do else finally for if in is new rethrow return super
  switch this throw try while with yield`
const DECLARATIONS = `abstract async const covariant dynamic extends external factory final get implements late native
  on operator required set static sync typedef var`
const TYPES = 'Function Map List Never Null Object Set String Symbol Type Uri bool double enum int num void'

/** Dart. */
export const dart = language({
  tag: 'dart',
  filenames: ['*.dart'],
  changes: [
    {
      before: '3.30',
      states: inTurn<undefined>(
        instead('root', CLASS, [/(?:class|interface)\b/, 'kd', 'class']),
        instead('root', PUNCTUATION, [PUNCTUATION, 'o']),
        instead('root', WORD, [
          WORD,
          words(
            {
              k: KEYWORDS.replace(/await|yield/g, ''),
              kd: DECLARATIONS.replace(/\b(?:async|covariant|late|on|required|sync)\b/g, ''),
              kt: TYPES.replace(/\b(?:Function|List|Map|Never|Null|Symbol|Type|Uri)\b/g, ''),
              kc: 'true false null',
            },
            'n',
          ),
        ]),
      ),
    },
    {
      since: '4.1',
      states: moreWords<undefined>('root', WORD, {
        k: 'when',
        kd: 'base sealed',
      }),
    },
    {
      since: '4.1',
      states: instead<undefined>('root', CLASS, [/(?:class|mixin)\b/, 'kd', 'class'], [/interface\b/, 'kd']),
    },
  ],
  states: () => ({
    root: [
      [
        /^(\s*(?:[a-zA-Z_][\w.[\]]*\s+){1,30}?)([a-zA-Z_]\w*)(\s*)(\()/,
        (x, m) => {
          x.recurse(m[1]!)
          x.token('nf', m[2]!)
          x.token('', m[3]!)
          x.token('p', m[4]!)
        },
      ],
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/"""(?!")(?=[\s\S]*?""")/, 's', 'triple double'],
      [/'''(?!')(?=[\s\S]*?''')/, 's', 'triple single'],
      [/r'''[\s\S]*?'''|r"""[\s\S]*?"""|r'[^']*'|r"[^"]*"/, 'sx'],
      [/"/, 's', 'double'],
      [/'/, 's', 'single'],
      [/(?:export|import|library|part\s*of|part|source)\b/, 'kn', 'import'],
      [CLASS, 'kd', 'class'],
      [/@[a-zA-Z]\w*/, 'nd'],
      [/#[a-zA-Z_]\w*|#/, 'ss'],
      [/(\.)([a-zA-Z_]\w*)/, ['o', 'na']],
      [/[a-zA-Z_]\w*:/, 'nl'],
      [WORD, words({ k: KEYWORDS, kd: DECLARATIONS, kt: TYPES, kc: 'true false null' }, 'n')],
      [/[a-zA-Z_]\w*/, 'n'],
      [PUNCTUATION, 'p'],
      [/[-~^*!%&|+=:/?]/, 'o'],
      [/\d+\.\d+(?:e-?\d+)?/i, 'mf'],
      [/0x[\da-fA-F]+/, 'mh'],
      [/\d+L?/, 'mi'],
    ],
    class: [
      [/\s+/, ''],
      [/[a-zA-Z_]\w*/, 'nc', '#pop'],
    ],
    import: [[/;/, 'o', '#pop'], [/(?:show|hide)\b/, 'kd'], [/deferred\b/, 'kn'], 'root'],
    double: [[/"/, 's', '#pop'], [/[^"\\$]+/, 's'], 'interpolation'],
    single: [[/'/, 's', '#pop'], [/[^'\\$]+/, 's'], 'interpolation'],
    'triple double': [[/"""/, 's', '#pop'], [/[^"\\$]+|"/, 's'], 'interpolation'],
    'triple single': [[/'''/, 's', '#pop'], [/[^'\\$]+|'/, 's'], 'interpolation'],
    interpolation: [
      [/\$[a-zA-Z_]\w*/, 'si'],
      [/\$\{[^}]*\}/, 'si'],
      [/\\[nrt'"\\$]/, 'se'],
    ],
  }),
})
