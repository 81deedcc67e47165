import { language, words } from '../language.ts'
import { BUILTINS } from './zig.words.ts'

/** Zig. */
export const zig = language({
  tag: 'zig',
  aliases: ['zir'],
  filenames: ['*.zig'],
  states: () => ({
    root: [
      [/\s+/, ''],
      [/\/\/.*?$/, 'c'],
      [/"/, 's', 'string'],
      [/'(?:\\(?:n|r|t|0|'|"|\\|x[\da-f]{2})|[^\\'\n])'/i, 'sc'],
      [/\d+\.\d+(?:e[+-]?\d+)?|\d+e[+-]?\d+/i, 'mf'],
      [/0x[\da-f_]+|0b[01_]+|[\d_]+/i, 'mi'],
      [/\.\.\.|\.\.|\.\*|\.\?/, 'o'],
      [/\.(?=\s*[a-zA-Z_])/, 'p', 'member'],
      [/[iu]\d+\b/, 'kt'],
      [/@?[a-zA-Z]\w*/, words({ k: KEYWORDS, kc: 'false null true', kt: TYPES, nb: BUILTINS }, 'n')],
      [/[,;:()[\]{}|]/, 'p'],
      [/[-+*/%=<>!&^~?.@]/, 'o'],
    ],
    member: [
      [/\s+/, ''],
      [/[a-zA-Z]\w*/, (x, m) => x.token(x.text[x.at + m[0].length] === '(' ? 'nf' : 'py', m[0]), '#pop'],
      [/(?=[\s\S])/, '', '#pop'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:n|r|t|0|'|"|\\|x[\da-f]{2})/i, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
})

const KEYWORDS = `align allowzero and anyerror asm async await bool break c_int c_long c_longdouble c_longlong c_short
  c_uint c_ulong c_ulonglong c_ushort c_void catch comptime comptime_float const continue defer else enum errdefer error
  export extern fn for if inline linksection noalias noreturn or orelse packed pub resume return struct suspend switch
  test threadlocal try type undefined union unreachable usingnamespace var void volatile while anyframe noinline
  nosuspend callconv`
const TYPES = 'f128 f16 f32 f64 isize usize'
