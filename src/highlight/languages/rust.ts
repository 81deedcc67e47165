import { language, type Words, wordSet } from '../language.ts'
import { instead } from '../states-change.ts'
import type { Callback } from '../types.ts'

const KEYWORDS =
  wordSet(`abstract as async await become box break const continue crate do dyn else enum extern false final fn
  for if impl in let loop macro match mod move mut override priv pub ref return self log Self static struct super trait true
  try type typeof union unsafe unsized use virtual where while yield`)
const BUILTIN_WORDS = `Box String Vec Option Some None Result Ok Err Copy Send Sized Sync Drop Fn FnMut FnOnce drop Clone
  PartialEq PartialOrd Eq Ord AsRef AsMut Into From Default Iterator Extend IntoIterator DoubleEndedIterator
  ExactSizeIterator Either Left Right Success Failure Rc Arc Add BitAnd BitOr BitXor Div Index Mul Neg Shl Shr Sub Pin Unpin Const Num str char bool i8 i16
  i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 float int uint FILE clock_t c_char c_double c_float c_int c_long
  c_longlong c_schar c_short c_uchar c_uint c_ulong c_ulonglong c_ushort c_void ptrdiff_t size_t ssize_t time_t dev_t ino_t mode_t off_t pid_t fpos_t DIR dirent intptr_t uintptr_t`
const BUILTINS = wordSet(BUILTIN_WORDS)

/** Those of Rouge 4. */
const LATER_BUILTINS = wordSet(
  `${BUILTIN_WORDS.replace(/\b(?:Const|Either|Failure|Left|Num|Right|Success)\b/g, '')} FromIterator ToOwned ToString
  TryFrom TryInto`,
)

const ID = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*'
const WORD = new RegExp(ID, 'u')
const AFTER_WORD = /(!)|(::)|\s*(\()/y

/** A name: a macro, a path's part, a function that is called, or just a name. */
const name =
  (builtins: Words): Callback<undefined> =>
  (x, m) => {
    const word = m[0]
    // Inside a macro even a keyword may name one.
    if (KEYWORDS.has(word) && (x.state('root') || x.text[x.at + word.length] !== '!')) {
      x.token((word === 'true' || word === 'false') && !x.state('root') ? 'kc' : 'k', word)
      return
    }
    AFTER_WORD.lastIndex = x.at + word.length
    const after = AFTER_WORD.exec(x.text)
    if (after?.[1] !== undefined) {
      x.extend(x.at + word.length + 1)
      x.token('nd', `${word}!`)
      if (x.state('root')) x.push(word === 'macro_rules' ? 'macro rules' : 'macro call')
    } else if (after?.[2] !== undefined) x.token('nn', word)
    else if (after?.[3] !== undefined) x.token('nf', word)
    else x.token(builtins.has(word) ? 'nb' : 'n', word)
  }

export const rust = language({
  tag: 'rust',
  aliases: [
    'rs',
    'rust,no_run',
    'rs,no_run',
    'rust,ignore',
    'rs,ignore',
    'rust,should_panic',
    'rs,should_panic',
  ],
  filenames: ['*.rs'],
  changes: [{ since: '4.1', states: instead('root', WORD, [WORD, name(LATER_BUILTINS)]) }],
  start: ['line start'],
  states: () => ({
    // Lines hidden in documentation begin with a hash and a blank.
    'line start': [
      [/\s+/, ''],
      [/#\s.*/, 'cs', '#pop'],
      [/(?:)/, '', '#pop'],
    ],
    blanks: [
      [/\s+/, ''],
      [/\/\/\/(?!\/).*|\/\/!.*/, 'cd'],
      [/\/\/.*/, 'c1'],
      [/\/\*\*(?![*/])|\/\*!/, 'cd', 'doc comment'],
      [/\/\*/, 'cm', 'comment'],
    ],
    'doc comment': [
      [/[^*/]+/, 'cd'],
      [/\/\*/, 'cd', '#push'],
      [/\*\//, 'cd', '#pop'],
      [/[*/]/, 'cd'],
    ],
    comment: [
      [/[^*/]+/, 'cm'],
      [/\/\*/, 'cm', '#push'],
      [/\*\//, 'cm', '#pop'],
      [/[*/]/, 'cm'],
    ],
    root: [
      [/[ \t\r\f\v]+/, ''],
      [/(\n\s*)(#\s.*)/, ['', 'cs']],
      'blanks',
      [/#!?\[/, 'nd', 'attribute'],
      'literals',
      [/[()[\]{},;|:]/, 'p'],
      [/=>|<?->/, 'k'],
      [/\.await(?![\p{L}\p{M}\p{N}_])/u, 'k'],
      [/\.\s*\d+/, 'na'],
      [new RegExp(`\\.\\s*${ID}(?=\\s*\\()`, 'u'), 'nf'],
      [new RegExp(`\\.\\s*${ID}`, 'u'), 'py'],
      [/\.\.\.|\.\.=|\.\./, 'o'],
      [/'static(?![\p{L}\p{M}\p{N}_])/u, 'k'],
      [new RegExp(`'${ID}`, 'u'), 'nv'],
      [/[-+*/%^!&<>=~@?]/, 'o'],
      [WORD, name(BUILTINS)],
    ],
    literals: [
      [/b?"/, 's', 'string'],
      [
        /b?r(#*)"/,
        (x, m) => {
          const end = `"${m[1]}`
          if (!x.follows(end, x.at + m[0].length - 1)) return false
          x.extend(x.text.indexOf(end, x.at + m[0].length) + end.length)
          x.token('s', x.text.slice(x.at))
          return true
        },
      ],
      [
        /b?'(?:\\['"\\nrt0]|\\x[0-9a-f]{2}|\\u\{[0-9a-f]{1,6}\}|[\ud800-\udbff][\udc00-\udfff]|[^\\])'/i,
        'sc',
      ],
      [/\d[\d_]*(?:\.\d[\d_]*)?e[+-]?\d[\d_]*(?:f32|f64)?/i, 'mf'],
      [/\d[\d_]*\.\d[\d_]*(?:f32|f64)?/, 'mf'],
      [/\d[\d_]*(?:f32|f64)/, 'mf'],
      [/\d[\d_]*\.(?![._\p{L}])/u, 'mf'],
      [
        /(?:0b[01_]+|0o[0-7_]+|0x[\da-fA-F_]+|\d[\d_]*)(?:u(?:8|16|32|64|128|size)?|i(?:8|16|32|64|128|size))?/,
        'mi',
      ],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:['"\\nrt0]|x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]{1,6}\})/, 'se'],
      [/[^"\\]+/, 's'],
    ],
    attribute: [
      'blanks',
      'literals',
      [/\]/, 'nd', '#pop'],
      [/(?:true|false)(?![\p{L}\p{M}\p{N}_])/u, 'kc'],
      [/[(),=:]/, 'nd'],
      [/[\p{L}\p{M}\p{N}_]+/u, 'nd'],
    ],
    // What is in a macro need not be Rust: what is not understood is plain.
    'macro call': [[/[([{]/, 'p', '#goto call body'], 'root', [/./, '']],
    'call body': [[/[([{]/, 'p', '#push'], [/[)\]}]/, 'p', '#pop'], 'root', [/./, '']],
    'macro rules': [[/[([{]/, 'p', '#goto rules body'], 'variables', 'root', [/./, '']],
    'rules body': [[/[([{]/, 'p', '#push'], [/[)\]}]/, 'p', '#pop'], 'variables', 'root', [/./, '']],
    variables: [[new RegExp(`\\$(?:${ID}(?::${ID})?)?`, 'u'), 'nv']],
  }),
})
