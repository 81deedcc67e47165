import { language, type Words, wordSet } from '../language.ts'
import { first, instead, inTurn, respelled } from '../states-change.ts'
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

/** Those of Rouge 3.26. */
const OLDER_KEYWORDS =
  wordSet(`as assert async await box break const continue do drop else enum extern fail false fn for if
  impl let log loop match mod move mut priv pub pure ref return self static struct trait true type unsafe use where while`)
const OLDER_BUILTINS = wordSet(
  `${BUILTIN_WORDS.replace(
    /\b(?:AsMut|AsRef|Clone|Default|DoubleEndedIterator|Drop|ExactSizeIterator|Extend|Fn|FnMut|FnOnce|From|Into|IntoIterator|Iterator|PartialEq|PartialOrd|Pin|Result|Sized|Sync|Unpin|i128|u128)\b/g,
    '',
  )} Owned Ptr`,
)

const ID = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*'
const WORD = new RegExp(ID, 'u')
const AFTER_WORD = /(!)|(::)|\s*(\()/y

/** A name: a macro, a path's part, a function that is called, or just a name. */
const name =
  (builtins: Words, keywords: Words = KEYWORDS): Callback<undefined> =>
  (x, m) => {
    const word = m[0]
    // Inside a macro even a keyword may name one.
    if (keywords.has(word) && (x.state('root') || x.text[x.at + word.length] !== '!')) {
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

const raw: Callback<undefined> = (x, m) => {
  const end = `"${m[1]}`
  if (!x.follows(end, x.at + m[0].length - 1)) return false
  x.extend(x.text.indexOf(end, x.at + m[0].length) + end.length)
  x.token('s', x.text.slice(x.at))
  return true
}

const DOC_LINE = /\/\/\/(?!\/).*|\/\/!.*/
const DOC_BEGIN = /\/\*\*(?![*/])|\/\*!/
const RAW = /b?r(#*)"/
const CHARACTER =
  /b?'(?:\\['"\\nrt0]|\\x[0-9a-fA-F]{2}|\\u\{[0-9a-fA-F]{1,6}\}|[\ud800-\udbff][\udc00-\udfff]|[^\\])'/
const EXPONENT = /\d[\d_]*(?:\.\d[\d_]*)?e[+-]?[\d_]+(?:f32|f64)?/i
const FRACTION = /\d[\d_]*\.\d[\d_]*(?:f32|f64)?/
const POINT = /\d[\d_]*\.(?![._\p{L}])/u
const INTEGER =
  /(?:0b[01_]+|0o[0-7_]+|0x[\da-fA-F_]+|\d[\d_]*)(?:u(?:8|16|32|64|128|size)?|i(?:8|16|32|64|128|size))?/
const ESCAPE = /\\(?:['"\\nrt0]|x[0-9a-fA-F]{2}|u\{[0-9a-fA-F]{1,6}\})/
const STATIC = /'static(?![\p{L}\p{M}\p{N}_])/u

/** Names are ASCII, comments do not nest and are all alike, `_` is a number. */
const OLDER = inTurn<undefined>(
  instead('blanks', DOC_LINE),
  instead('blanks', DOC_BEGIN),
  instead('blanks', /\/\/.*/, [/\/\/.*/, 'c']),
  instead('blanks', /\/\*/, [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }]),
  instead('literals', /b?"/, [/"/, 's', 'string']),
  instead('literals', RAW, [/r(#*)"/, raw]),
  instead('literals', CHARACTER, [
    /'(?:\\['"\\nrt0]|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|[\ud800-\udbff][\udc00-\udfff]|[^\\])'/,
    'sc',
  ]),
  instead('literals', EXPONENT, [/\d[\d_]*(?:\.[\d_]+)?e[+-]?[\d_]+(?:f32|f64)?/, 'mf']),
  instead('literals', FRACTION, [/\d[\d_]*\.[\d_]+(?:f32|f64)?/, 'mf']),
  instead('literals', POINT),
  instead('literals', INTEGER, [
    /(?:0b[01_]+|0o[0-7_]+|0x[\da-fA-F_]+|[\d_]+)(?:u(?:8|16|32|64)?|i(?:8|16|32|64))?/,
    'mi',
  ]),
  instead('string', ESCAPE, [/\\(?:['"\\nrt0]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/, 'se']),
  instead('root', STATIC),
  instead('root', WORD, [/[a-zA-Z]\w*/, name(OLDER_BUILTINS, OLDER_KEYWORDS)]),
  respelled(ID, '[a-zA-Z_]\\w*'),
  respelled('[\\p{L}\\p{M}\\p{N}_]', '\\w'),
)

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
  changes: [
    { before: '3.30', states: OLDER },
    { since: '4.1', states: instead('root', WORD, [WORD, name(LATER_BUILTINS)]) },
    { since: '5.1', states: first('string', [/\\\n\s*/, 'se']) },
  ],
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
      [DOC_LINE, 'cd'],
      [/\/\/.*/, 'c1'],
      [DOC_BEGIN, 'cd', 'doc comment'],
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
      [STATIC, 'k'],
      [new RegExp(`'${ID}`, 'u'), 'nv'],
      [/[-+*/%^!&<>=~@?]/, 'o'],
      [WORD, name(BUILTINS)],
    ],
    literals: [
      [/b?"/, 's', 'string'],
      [RAW, raw],
      [CHARACTER, 'sc'],
      [EXPONENT, 'mf'],
      [FRACTION, 'mf'],
      [/\d[\d_]*(?:f32|f64)/, 'mf'],
      [POINT, 'mf'],
      [INTEGER, 'mi'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [ESCAPE, 'se'],
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
