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
      [/r?"/, 's', 'string'],
      [/'(?:\\(?:n|r|t|0|'|"|\\|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})|[^\\])'/u, 'sc'],
      [/'[a-zA-Z_]\w*/, 'nv'],
      [/[\d_]+\.[\d_]+(?:e[+-]?[\d_]+)?|[\d_]+e[+-]?[\d_]+/, 'mf'],
      [/0x[\da-fA-F_]+|0b[01_]+|[\d_]+/, 'mi'],
      [/\.\.\.|\.\.|\.\*|\.\?/, 'o'],
      [/\.(?=\s*@?[a-zA-Z_])/, 'p', 'member'],
      [/@?[a-zA-Z]\w*/, (x, m) => WORDS.words.has(m[0]) && x.token(WORDS.words.get(m[0])!, m[0])],
      [/(?:[iu]\d+|f(?:16|32|64|128)|[iu]size)(?![\w\u00aa-\uffff])/, 'kt'],
      [/(?:false|null|true)(?![\w\u00aa-\uffff])/, 'kc'],
      [/@?[a-zA-Z]\w*/, 'n'],
      [/[,;:()[\]{}|]/, 'p'],
      [/[-+*/%=<>!&^~?.@]/, 'o'],
    ],
    member: [
      [/\s+/, ''],
      [/@?[a-zA-Z]\w*/, (x, m) => WORDS.words.has(m[0]) && x.token(WORDS.words.get(m[0])!, m[0]), '#pop'],
      [/[a-zA-Z]\w*(?=\s*\()/, 'nf', '#pop'],
      [/@?[a-zA-Z]\w*/, 'py', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:n|r|t|0|'|"|\\|x[\da-fA-F]{2})/, 'se'],
      [/[^"\\]+/, 's'],
    ],
  }),
})

const KEYWORDS = `align allowzero and anyerror asm async await bool break c_int c_long c_longdouble c_longlong c_short
  c_uint c_ulong c_ulonglong c_ushort c_void catch comptime comptime_float const continue defer else enum errdefer error
  export extern fn for if inline linksection noalias noreturn or orelse packed pub resume return struct suspend switch
  test threadlocal try type undefined union unreachable usingnamespace var void volatile while anyframe noinline
  nosuspend callconv`
const WORDS = words({ k: KEYWORDS, nb: BUILTINS }, 'n')
