import { language, words } from '../language.ts'
import { instead, inTurn, moreWords } from '../states-change.ts'

/** A name as Rouge 4.7 has it: no letters without case. */
const NAME =
  '[\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}_][\\p{Lu}\\p{Ll}\\p{Lt}\\p{Lm}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]*'
const LATER_WORDS = { k: 'and init not notnull or record unmanaged when with', kt: 'nint nuint' }
const NO_LONGER = 'not or select'
const KEYWORDS = `abstract add alias as ascending async await base break by case catch checked class const continue
  default delegate descending do else enum equals event explicit extern false finally fixed for foreach from get
  global goto group if implicit in interface internal into is join let lock nameof namespace new null on operator
  orderby out override params partial private protected public readonly ref remove return sealed select set sizeof
  stackalloc static struct switch this throw true try typeof unchecked unsafe using value virtual void volatile where
  while yield`
const TYPES = `bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var`

/** C#. */
export const csharp = language({
  tag: 'csharp',
  aliases: ['c#', 'cs'],
  filenames: ['*.cs'],
  changes: [
    {
      since: '4.1',
      states: inTurn(
        instead(
          'root',
          /0x[\da-f]+[lu]?/i,
          [/0b[01]+(?:_+[01]+)*[lu]?/i, 'm'],
          [/0x[\da-f]+(?:_+[\da-f]+)*[lu]?/i, 'm'],
        ),
        instead('root', /\d+(?:\.\d*)?(?:e[+-]\d+)?[fldu]?/i, [
          /\d+(?:_+\d+)*(?:\.\d+(?:_+\d+)*)?(?:e[+-]?\d+(?:_+\d+)*)?[fldum]?/i,
          'm',
        ]),
        instead('root', /(?:class|struct|interface)\b/, [
          /(?:class|record|struct|interface)\b/,
          'k',
          'class',
        ]),
        moreWords('root', /@?[a-z_]\w*(?=\s*\()/i, LATER_WORDS),
        moreWords('root', /@?[a-z_]\w*/i, LATER_WORDS),
      ),
    },
    {
      since: '4.7',
      states: inTurn(
        instead('root', /@?[a-zA-Z_]\w*(?=(?![\da-zA-Z])[\p{L}\p{M}\p{N}])/u),
        instead('root', /@?[a-z_]\w*(?=\s*\()/i, [
          new RegExp(`@?${NAME}(?=\\s*\\()`, 'u'),
          words({ nf: NO_LONGER, k: `${LATER_WORDS.k} ${KEYWORDS}`, kt: `${LATER_WORDS.kt} ${TYPES}` }, 'nf'),
        ]),
        instead('root', /@?[a-z_]\w*/i, [
          new RegExp(`@?${NAME}`, 'u'),
          words({ n: NO_LONGER, k: `${LATER_WORDS.k} ${KEYWORDS}`, kt: `${LATER_WORDS.kt} ${TYPES}` }, 'n'),
        ]),
        instead('class', /@?[a-z_]\w*/i, [new RegExp(`@?${NAME}`, 'u'), 'nc', '#pop']),
        instead('namespace', /[a-zA-Z_.][\w.]*/, [new RegExp(`(?:${NAME}|\\.)+`, 'u'), 'nn', '#pop']),
      ),
    },
  ],
  states: () => ({
    root: [
      'blanks',
      [/^#[ \t]*(?:if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma)\b.*\n/, 'cp'],
      [/\$@"/, 's', 'verbatim'],
      [/\$"/, 's', 'interpolated'],
      [/@"(?:[^"]|"")*"/, 's'],
      [/"(?:\\.|[^"\\\n])*\\?["\n]/, 's'],
      [/'(?:\\.|.)'/u, 'sc'],
      [/0x[\da-f]+[lu]?/i, 'm'],
      [/\d+(?:\.\d*)?(?:e[+-]\d+)?[fldu]?/i, 'm'],
      [/(?:class|struct|interface)\b/, 'k', 'class'],
      [/(?:namespace|using)\b/, 'k', 'namespace'],
      // A keyword ends before no letter, whichever it is.
      [/@?[a-zA-Z_]\w*(?=(?![\da-zA-Z])[\p{L}\p{M}\p{N}])/u, 'n'],
      [/@?[a-z_]\w*(?=\s*\()/i, words({ k: KEYWORDS, kt: TYPES }, 'nf')],
      [/@?[a-z_]\w*/i, words({ k: KEYWORDS, kt: TYPES }, 'n')],
      [/[-~!%^&*()+=|[\]{}:;<>,.?/]/, 'p'],
    ],
    blanks: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
    ],
    class: ['blanks', [/@?[a-z_]\w*/i, 'nc', '#pop']],
    namespace: [
      [/\s+/, ''],
      [/(?=\()/, '', '#pop'],
      [/[a-zA-Z_.][\w.]*/, 'nn', '#pop'],
    ],
    verbatim: [
      [/""/, 's'],
      [/"/, 's', '#pop'],
      [/\{/, 'p', 'hole'],
      [/[^"{\n]+/, 's'],
    ],
    interpolated: [
      [/["\n]/, 's', '#pop'],
      [/\{/, 'p', 'hole'],
      [/[^"{\n]+/, 's'],
    ],
    hole: [[/\{/, 'p', '#push'], [/\}/, 'p', '#pop'], 'root'],
  }),
})
