import { language, words } from '../language.ts'

/** Protocol buffers, versions 2 and 3. */
export const protobuf = language({
  tag: 'protobuf',
  aliases: ['proto'],
  filenames: ['*.proto'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*?$/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/(?:message|extend)(?=\s)/, 'kd', 'message'],
      [/(?:enum|service|group)(?=\s)/, 'kd'],
      [/package(?=\s)/, 'kn', 'package'],
      [/(?:inf|nan)\b/, 'mf'],
      [/(?:\d+\.\d*|\.\d+)(?:e[-+]?\d+)?f?|\d+(?:e[-+]?\d+f?|f)/i, 'mf'],
      [/0x[\da-fA-F]+[lLuU]*/, 'mh'],
      [/0[0-7]+[lu]*/i, 'mo'],
      [/\d+[lu]*/i, 'mi'],
      [/"(?:\\.|[^"\\\n])*"/, 's', undefined, { hopeless: 'line' }],
      [/'(?:\\.|[^'\\\n])*'/, 's', undefined, { hopeless: 'line' }],
      [/[a-z_]\w*(?=[ \t]*=)/i, words({ k: KEYWORDS, kc: 'true false', kt: TYPES }, 'na')],
      [/[a-z_][\w.]*/i, words({ k: KEYWORDS, kc: 'true false', kt: TYPES }, 'n')],
      [/[;{}[\](),]+/, 'p'],
      [/[-+=:./<]/, 'o'],
    ],
    message: [
      [/\s+/, ''],
      [/[a-z_]\w*/i, 'nc', '#pop'],
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
