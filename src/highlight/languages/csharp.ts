import { language, words } from '../language.ts'

/** C#. */
export const csharp = language({
  tag: 'csharp',
  aliases: ['c#', 'cs'],
  filenames: ['*.cs'],
  states: () => ({
    root: [
      'blanks',
      [/^#[ \t]*(?:if|endif|else|elif|define|undef|line|error|warning|region|endregion|pragma)\b.*\n/, 'cp'],
      [/\$@"/, 's', 'verbatim'],
      [/\$"/, 's', 'interpolated'],
      [/@"(?:[^"]|"")*"/, 's'],
      [/"(?:\\.|[^"\\\n])*\\?["\n]/, 's'],
      [/'(?:\\.|[^\\\n])'/, 'sc'],
      [/0x[\da-f]+[lu]?/i, 'm'],
      [/\d+(?:\.\d*)?(?:e[+-]\d+)?[fldu]?/i, 'm'],
      [/(?:class|struct|interface)\b/, 'k', 'class'],
      [/(?:namespace|using)\b/, 'k', 'namespace'],
      [/[a-z_]\w*(?=\s*\()/i, words({ k: KEYWORDS, kt: TYPES }, 'nf')],
      [/@?[a-z_]\w*/i, words({ k: KEYWORDS, kt: TYPES }, 'n')],
      [/[-~!%^&*()+=|[\]{}:;<>,.?/]/, 'p'],
    ],
    blanks: [
      [/\s+/, ''],
      [/\/\/.*/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
    ],
    class: [
      [/\s+/, ''],
      [/@?[a-z_]\w*/i, 'nc', '#pop'],
    ],
    namespace: [
      [/\s+/, ''],
      [/(?=\()/, '', '#pop'],
      [/[\w.]+/, 'nn', '#pop'],
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

const KEYWORDS = `abstract add alias as ascending async await base break by case catch checked class const continue
  default delegate descending do else enum equals event explicit extern false finally fixed for foreach from get
  global goto group if implicit in interface internal into is join let lock nameof namespace new null on operator
  orderby out override params partial private protected public readonly ref remove return sealed select set sizeof
  stackalloc static struct switch this throw true try typeof unchecked unsafe using value virtual void volatile where
  while yield`
const TYPES = `bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var`
