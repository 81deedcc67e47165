import { language, words } from '../language.ts'
import { instead } from '../states-change.ts'

const NAME = /[a-zA-Z](?:_?[a-zA-Z0-9])*/

/** Nim. A single underscore after a letter of a keyword does not count. */
export const nim = language({
  tag: 'nim',
  aliases: ['nimrod'],
  filenames: ['*.nim'],
  changes: [
    // No name begins right after a digit.
    { since: '5.1', states: instead<undefined>('root', NAME, [/(?<!\w)[a-zA-Z](?:_?[a-zA-Z0-9])*/, 'n']) },
  ],
  states: () => ({
    root: [
      [/##.*$/, 'sd'],
      [/#.*$/, 'c'],
      [/[-*=><+/@$~&%!?|\\[\]]/, 'o'],
      [/(proc\s)(?![([\]])/, 'k', 'proc'],
      [/\.\.|\.|,|[(){}:;`^]/, 'p'],
      [/"""/, 's', 'triple'],
      [/'/, 'sc', 'char'],
      [/"/, 's', 'string'],
      [/\w{1,80}"/, 's', 'raw'],
      [
        /[a-zA-Z](?:_?[a-zA-Z0-9])*_?(?![\w\u00aa-\uffff])/,
        (x, m) => {
          const plain = WORDS.words.get(m[0].replaceAll('_', ''))
          return plain !== undefined && x.token(plain, m[0])
        },
      ],
      [NAME, 'n'],
      [/\d[\d_]*(?=[e.]|'?f(?:32|64))(?:\.(?!\.)[\d_]*|e[+-]?\d[\d_]*)*(?:'?f(?:32|64))?/i, 'mf'],
      [/0[xX][\da-fA-F][\da-fA-F_]*/, 'mh', 'suffix'],
      [/0[bB][01][01_]*/, 'm', 'suffix'],
      [/0o[0-7][0-7_]*/, 'mo', 'suffix'],
      [/\d[\d_]*/, 'mi', 'suffix'],
      [/\s+/, ''],
      [/.+/, 'err'],
    ],
    suffix: [
      [/'?i(?:32|64)/i, 'il', '#pop'],
      [/'?(?:u(?:8|16|32|64)?|i(?:8|16))/i, 'mi', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    char: [
      [/\\(?:[\\abcefnrlt"']|x[\da-fA-F]{2}|\d{1,3})/, 'se'],
      [/'/, 'sc', '#pop'],
      [/./, 'sc'],
    ],
    proc: [[/[a-z]\w*|`[^`\n]*`/i, 'nf', '#pop']],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abcefnrl"'\n]|\d+|x[\da-fA-F]{2})/, 'se'],
      'inserted',
      [/[^\\"\n$]+|[\\$]/, 's'],
    ],
    raw: [[/"(?!")/, 's', '#pop'], [/"/, 'se', '#pop'], 'inserted', [/[^"\n$]+|\$/, 's']],
    inserted: [[/\$(?:\d+|#|\w+)/, 'si']],
    triple: [[/"""(?!")/, 's', '#pop'], 'inserted', [/[^"$]+|["$]/, 's']],
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
