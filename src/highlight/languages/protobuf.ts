import { language, words } from '../language.ts'
import type { Callback } from '../types.ts'

/** Protocol buffers, versions 2 and 3. */
export const protobuf = language({
  tag: 'protobuf',
  aliases: ['proto'],
  filenames: ['*.proto'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/\/(?!\/)/, 'o'],
      // A comment goes on after a backslash, and must end.
      [/\/\/(?:$|[\s\S]*?[^\\]$)/, 'c1', undefined, { hopeless: true }],
      [/(?:message|extend)(?=\s)/, 'kd', 'message'],
      [/(?:enum|service|group)(?=\s)/, 'kd', 'name'],
      [/package(?=\s)/, 'kn', 'package'],
      [/(?:inf|nan)\b/, 'mf'],
      [/(?:\d+\.\d*|\.\d+)(?:e[-+]?\d+)?f?|\d+(?:e[-+]?\d+f?|f)/i, 'mf'],
      [/0x[\da-fA-F]+[lLuU]*/, 'mh'],
      [/0[0-7]+[lu]*/i, 'mo'],
      [/\d+[lu]*/i, 'mi'],
      // A quote ends a string, though a backslash stands before it.
      [/"[^"\n]*"/, 's', undefined, { hopeless: 'line' }],
      [/'[^'\n]*'/, 's', undefined, { hopeless: 'line' }],
      [/true|false/, 'kc'],
      [/[a-z_]\w*/i, known],
      [/[a-z_][\w.]*(?=[ \t]*=)/i, 'na'],
      [/[a-z_][\w.]*/i, 'n'],
      [/[;{}[\](),]+/, 'p'],
      [/[-+=:./<]/, 'o'],
    ],
    message: [
      [/\s+/, ''],
      [/[a-z_]\w*/i, 'nc', '#pop'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    name: [
      [/\s+/, ''],
      [/[a-z_]\w*/i, 'n', '#pop'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    package: [
      [/\s+/, ''],
      [/[a-z_]\w*/i, 'nn', '#pop'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
  }),
})

const KEYWORDS =
  'import option rpc returns oneof extensions required optional repeated default max to packed ctype'
const TYPES =
  'double float int32 int64 uint32 uint64 sint32 sint64 fixed32 fixed64 sfixed32 sfixed64 bool string bytes'

const WORDS = words({ k: KEYWORDS, kt: TYPES }, 'n')

const known: Callback<undefined> = (x, m) => {
  const cls = WORDS.words.get(m[0])
  if (cls === undefined) return false
  x.token(cls, m[0])
  return true
}
