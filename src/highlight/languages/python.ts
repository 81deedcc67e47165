import { language, words } from '../language.ts'
import { before, first, instead, inTurn, moreWords } from '../states-change.ts'
import type { Callback, TokenClass } from '../types.ts'

const KEYWORDS = `as assert async await break continue del elif else except exec finally for from global if import lambda
  nonlocal pass print raise return try while with yield`
const BUILTINS = `__import__ abs all any apply ascii basestring bin bool buffer bytearray bytes callable chr classmethod cmp
  coerce compile complex delattr dict dir divmod enumerate eval execfile exit file filter float format frozenset getattr
  globals hasattr hash hex id input int intern isinstance issubclass iter len list locals long map max memoryview min next
  object oct open ord pow property range raw_input reduce reload repr reversed round set setattr slice sorted
  staticmethod str sum super tuple type unichr unicode vars xrange zip NotImplemented`
// PermissionError is not among them in Rouge 3.30.
const EXCEPTIONS = `ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError
  BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
  DeprecationWarning EOFError EnvironmentError Exception FileExistsError FileNotFoundError FloatingPointError
  FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError
  IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError
  NotImplementedError OSError OverflowError OverflowWarning PendingDeprecationWarning ProcessLookupError RecursionError
  ReferenceError ResourceWarning RuntimeError RuntimeWarning StandardError StopAsyncIteration StopIteration SyntaxError
  SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError
  UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning VMSError ValueError Warning
  WindowsError ZeroDivisionError`
const NAME = /[_\p{XID_Start}]\p{XID_Continue}*/u
const WORD = /[a-zA-Z_]\w*(?![^\x00-\x7f])/
const STRING = /([rfbu]{0,2})("""|'''|"|')/i
const QUOTES = /"""|'''|["']/
const FROM = /(from)((?:\\\s|\s)+)((?:[\w.]|[^\x00-\x7f])+)((?:\\\s|\s)+)(import)/
const IMPORT = /(import)(\s+)((?:[\w.]|[^\x00-\x7f])+)/
const PYTHON_WORDS: Partial<Record<TokenClass, string>> = {
  k: KEYWORDS,
  ow: 'and in is not or',
  bp: 'self None True False Ellipsis',
  nb: `${BUILTINS} ${EXCEPTIONS}`,
}

/** These are words of the language only where something follows that may be matched. */
const MATCH_OR_CASE = new RegExp(
  `(?:match|case)\\b(?![ \\t]*(?:[:,;=^&|@~)\\]}]|(?:${KEYWORDS.trim().replace(/\s+/g, '|')})\\b))`,
)

/** What ends the strings we are in, innermost last. */
type Strings = { readonly quote: string; readonly raw: boolean; readonly format: boolean }[]

const openString =
  (mark: TokenClass): Callback<Strings> =>
  (x, m) => {
    const prefix = m[1]!.toLowerCase()
    x.token('sa', m[1]!)
    x.token(mark, m[2]!)
    x.vars.push({ quote: m[2]!, raw: prefix.includes('r'), format: prefix.includes('f') })
    x.push('string')
  }
const quotes =
  (mark: TokenClass): Callback<Strings> =>
  (x, m) => {
    x.token(mark, m[0])
    if (m[0] !== top(x.vars).quote) return
    x.vars.pop()
    x.pop()
  }
const top = (strings: Strings) => strings[strings.length - 1]!

export const python = language<Strings>({
  tag: 'python',
  aliases: ['py'],
  filenames: [
    '*.py',
    '*.pyw',
    '*.sc',
    'SConstruct',
    'SConscript',
    '*.tac',
    '*.bzl',
    'BUCK',
    'BUILD',
    'BUILD.bazel',
    'WORKSPACE',
  ],
  vars: () => [],
  states: () => ({
    root: [[/[ \t\r\f\v]+/, ''], [/\n+/, ''], [/#.*\n?/, 'c1'], [/[[\]{}:(),;.]/, 'p'], 'expression'],
    expression: [
      [/\\\n/, ''],
      [/\\/, ''],
      [FROM, ['kn', '', 'nn', '', 'kn']],
      [IMPORT, ['kn', '', 'nn']],
      [/(def)((?:\s|\\\s)+)/, ['k', ''], 'function name'],
      [/(class)((?:\s|\\\s)+)/, ['k', ''], 'class name'],
      [STRING, openString('s')],
      [WORD, words(PYTHON_WORDS, 'n')],
      [NAME, 'n'],
      [/`[^`\n]*`/, 'sb'],
      [/(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?(?:e[+-]?\d(?:_?\d)*)?|\d(?:_?\d)*e[+-]?\d(?:_?\d)*)j?/i, 'mf'],
      [/\d(?:_?\d)*j/i, 'mf'],
      [/0b(?:_?[01])+/i, 'mb'],
      [/0o(?:_?[0-7])+/i, 'mo'],
      [/0x(?:_?[0-9a-f])+/i, 'mh'],
      [/\d+L/, 'il'],
      [/[1-9](?:_?\d)*|0(?:_?0)*/, 'mi'],
      [/!=|==|<<|>>|[-~+/*%=<>&^|@]/, 'o'],
    ],
    'function name': [[NAME, 'nf', '#pop']],
    'class name': [[NAME, 'nc', '#pop']],
    string: [
      [QUOTES, quotes('s')],
      [
        /\\(?:N\{[a-zA-Z][a-zA-Z ]+[a-zA-Z]\}|u[a-fA-F0-9]{4}|U[a-fA-F0-9]{8}|x[a-fA-F0-9]{2}|[0-7]{1,3}|[\\abfnrtv"'\n])/,
        (x, m) => {
          const end = top(x.vars).raw
          x.token(end ? 's' : 'se', m[0])
        },
      ],
      [/\\[\s\S]/, 's'],
      [/\{\{/, 's'],
      [
        /\{/,
        (x) => {
          if (!top(x.vars).format) return false
          x.token('si', '{')
          x.push('replacement')
          return true
        },
      ],
      [/[^\\"'{]+/, 's'],
      [/[\s\S]/, 's'],
    ],
    replacement: [
      [/\}/, 'si', '#pop'],
      [/\{/, 'si', '#push'],
      'replacement marks',
      // Each stretch is coloured on its own, so a string in it ends with it.
      [/[^{}!:]+/, (x, m) => x.recurse(m[0])],
    ],
    'replacement marks': [
      [/:/, 'si'],
      [/![sra]/, 'si'],
    ],
  }),
  changes: [
    {
      before: '3.30',
      states: inTurn(
        instead('replacement', 'replacement marks'),
        instead('replacement', /[^{}!:]+/, [/[^{}]+/, (x, m) => x.recurse(m[0])]),
      ),
    },
    {
      since: '4.1',
      states: inTurn(
        instead('expression', FROM, [FROM, ['kn', '', 'n', '', 'kn']]),
        instead('expression', IMPORT, [IMPORT, ['kn', '', 'n']]),
        instead('expression', STRING, [STRING, openString('sh')]),
        instead('string', QUOTES, [QUOTES, quotes('sh')]),
        before(
          'expression',
          WORD,
          [/@[_.\p{XID_Start}][\p{XID_Continue}.]*/u, 'nd'],
          // What is called, whatever it is, and the blanks before the parenthesis.
          [/[A-Z]\w*[ \t]*(?=\()/, 'nc', undefined, { needs: ')' }],
          [/(?!(?:and|in|is|not|or)\b)[a-z_]\w*[ \t]*(?=\()/, 'nf', undefined, { needs: ')' }],
        ),
        moreWords('expression', WORD, { n: 'self' }),
        first('root', [/\.\.\.$/, 'bp']),
      ),
    },
    {
      since: '4.7',
      states: inTurn(
        instead('expression', STRING, [/([rfbut]{0,2})("""|'''|"|')/i, openString('sh')]),
        before('expression', WORD, [MATCH_OR_CASE, 'k', 'pattern']),
        first(
          'pattern',
          [/(\s+)(?!\s)([^\n_]*)(_)(?!\w)/, ['w', '', 'k'], undefined, { needs: '_' }],
          [/(?:)/, '', '#pop'],
        ),
        moreWords('expression', WORD, {
          nb: `aiter anext breakpoint BaseExceptionGroup EncodingWarning ExceptionGroup PermissionError
            PythonFinalizationError`,
        }),
      ),
    },
  ],
})
