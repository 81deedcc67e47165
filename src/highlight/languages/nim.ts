import { language, words } from '../language.ts'

/** Nim. Underscores and capitals after the first letter of a word do not count. */
export const nim = language({
  tag: 'nim',
  aliases: ['nimrod'],
  filenames: ['*.nim'],
  states: () => ({
    root: [
      [/##.*$/, 'sd'],
      [/#.*$/, 'c'],
      [/[-*=><+/@$~&%!?|\\[\]]/, 'o'],
      [/(proc\s)(?![([\]])/, 'k', 'proc'],
      [/\.\.|\.|,|[(){}:;`^]/, 'p'],
      [/r?"""/, 's', 'triple'],
      [/'/, 'sc', 'char'],
      [/\w{0,80}"/, 's', 'string'],
      [
        /[a-zA-Z]\w*/,
        (x, m) => {
          const plain = m[0][0] + m[0].slice(1).replaceAll('_', '').toLowerCase()
          x.token(WORDS.words.get(plain) ?? 'n', m[0])
        },
      ],
      [/\d[\d_]*(?=\.\.)/, 'mf'],
      [/\d[\d_]*(?:\.\d[\d_]*)?e[+-]?\d[\d_]*(?:'?f(?:32|64))?/i, 'mf'],
      [/\d[\d_]*'?f(?:32|64)/i, 'mf'],
      [/\d[\d_]*\.(?!\.)(?:\d[\d_]*)?(?:'?f(?:32|64))?/i, 'mf'],
      [/0x[\da-f][\da-f_]*(?:'?[iu]\d*)?/i, 'mh'],
      [/0b[01][01_]*(?:'?[iu]\d*)?/i, 'mb'],
      [/0o[0-7][0-7_]*(?:'?[iu]\d*)?/i, 'mo'],
      [/\d[\d_]*(?:'?[iu]\d*)?/i, 'mi'],
      [/\s+/, ''],
    ],
    char: [
      [/\\(?:[\\abcefnrlt"']|x[\da-fA-F]{2}|\d{1,3})/, 'se'],
      [/'/, 'sc', '#pop'],
      [/./, 'sc'],
    ],
    proc: [
      [/[a-z]\w*|`[^`\n]*`/i, 'nf', '#pop'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abcefnrlt"']|\d+|x[\da-fA-F]{2})/, 'se'],
      [/\$(?:\d+|#|\w+)/, 'si'],
      [/[^\\"\n$]+|\$/, 's'],
    ],
    triple: [
      [/"""(?!")/, 's', '#pop'],
      [/[^"]+|"/, 's'],
    ],
  }),
})

const WORDS = words(
  {
    k: `addr as asm bind block break case cast const continue converter defer discard distinct do elif else end enum
      except export finally for from func if import with without include interface iterator let macro method mixin nil object of out
      proc ptr raise ref return static template try tuple type using var when while yield`,
    kp: 'false true',
    kt: 'array bool char float float32 float64 int int16 int32 int64 int8 range seq set string',
    ow: 'and div in is isnot mod not notin or shl shr xor',
  },
  'n',
)
