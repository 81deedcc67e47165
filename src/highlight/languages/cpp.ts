import { language } from '../language.ts'
import { before, instead, inTurn, moreWords } from '../states-change.ts'
import type { LanguageChange, Rule, States } from '../types.ts'
import { C_KEYWORDS, C_RESERVED, C_TYPES, cStates, WORD, withoutIncludes } from './c.ts'
import type { FunctionMemory } from './c-functions.ts'
import { functionMemory } from './c-functions.ts'

const KEYWORDS = `restrict asm thread_local alignas alignof static_assert constexpr class public private protected new
  delete this throw try catch template typename namespace using operator friend explicit mutable export override final
  co_await co_return co_yield concept requires consteval constinit char8_t dynamic_cast static_cast reinterpret_cast
  const_cast typeid noexcept decltype`
const RESERVED = `__uuidof __virtual_inheritance __super __single_inheritance __multiple_inheritance __interface __event`

const SUFFIXED = /\d+(?:'\d+)*(?:\.\d+(?:'\d+)*)?(?:y|d|h|min|s|ms|us|ns|i[fl]?)\b/
const DECIMAL = /(?:(?:\d+(?:'\d+)*)?\.\d+(?:'\d+)*|\d+(?:'\d+)*\.)(?:e[+-]?\d+(?:'\d+)*)?/i
const EXPONENT = /\d+(?:'\d+)*e[+-]?\d+(?:'\d+)*[lu]*/i
const HEX = /0x[0-9a-f]+(?:'[0-9a-f]+)*[lu]*/i

/** The states of C++; `more` goes before all words. */
export function cppStates(more: readonly Rule<FunctionMemory>[] = []): States<FunctionMemory> {
  const base = cStates({
    k: `${KEYWORDS} ${C_KEYWORDS}`,
    kt: `bool ${C_TYPES}`,
    kr: `${RESERVED} ${C_RESERVED}`,
    nb: 'true false NULL nullptr',
  })
  return {
    ...base,
    statements: [
      ...more,
      [/(?:class|struct)\b/, 'k', 'class name'],
      [/template\b/, 'k', 'template'],
      [
        /(?:u8|u|U|L)?R"([\w{}[\]#<>%:;.?*+\-/^&|~!=,'"]{0,16})\(/,
        (x, m) => {
          const end = `)${m[1]}"`
          if (!x.follows(end, x.at + m[0].length - 1)) return false
          x.extend(x.text.indexOf(end, x.at + m[0].length) + end.length)
          x.token('s', x.text.slice(x.at))
          return true
        },
      ],
      [SUFFIXED, 'mx'],
      [DECIMAL, 'mf'],
      [EXPONENT, 'mf'],
      [HEX, 'mh'],
      [/0b[01]+(?:'[01]+)*/, 'mb'],
      [/0[0-7]+(?:'[0-7]+)*[lu]*/i, 'mo'],
      [/\d+(?:'\d+)*[lu]*/i, 'mi'],
      [/[{}]/, 'p'],
      ...(base.statements ?? []),
    ],
    // Braces are plain punctuation here, so what follows the first block stays in `function` to the end of the text.
    function: ['blanks', 'statements'],
    case: [[/::/, 'o'], ...(base.case ?? [])],
    'class name': ['blanks', [/\.\.\./, 'o'], [/[a-zA-Z_]\w*/, 'nc', '#pop'], [/(?:)/, '', '#pop']],
    template: [[/[>;]/, 'p', '#pop'], [/typename\b/, 'k', 'class name'], 'statements'],
  }
}

/** The words of C23, and operators that are words. */
const LATER_WORDS = {
  k: `and and_eq bitand bitor compl not not_eq or or_eq typeof typeof_unqual xor xor_eq`,
  kt: 'char8_t nullptr_t _BitInt _Decimal32 _Decimal64 _Decimal128',
  kr: 'restrict thread_local',
}

/** What other versions do otherwise, in all languages made of C++. */
export const CPP_CHANGES: readonly LanguageChange<FunctionMemory>[] = [
  {
    before: '3.30',
    states: inTurn(
      withoutIncludes,
      moreWords('statements', WORD, {
        n: 'char8_t co_await co_return co_yield concept consteval constinit requires',
      }),
      instead('statements', SUFFIXED, [/\d+(?:\.\d+)?(?:h|min|s|ms|us|ns)/, 'mx']),
      // Here braces nest, as in C.
      instead('statements', /[{}]/),
      instead('function', 'statements', [/\{/, 'p', '#push'], [/\}/, 'p', '#pop'], 'statements'),
    ),
  },
  // A brace ends a function, so that others are seen after it; inner ones do not count.
  {
    since: '4.1',
    states: inTurn(
      before('function', 'statements', [/\}/, 'p', '#pop']),
      moreWords('statements', WORD, { k: 'import module' }),
    ),
  },
  {
    since: '4.7',
    states: inTurn(
      instead('statements', DECIMAL, [
        /(?:(?:\d+(?:'\d+)*)?\.\d+(?:'\d+)*|\d+(?:'\d+)*\.)(?:[ep][+-]?\d+(?:'\d+)*)?[flu]*/i,
        'mf',
      ]),
      instead('statements', EXPONENT, [/\d+(?:'\d+)*[ep][+-]?\d+(?:'\d+)*[flu]*/i, 'mf']),
      instead('statements', HEX, [/0x[0-9a-f]+(?:'[0-9a-f]+)*(?:p[+-]?\d+(?:'\d+)*)?[lu]*/i, 'mh']),
    ),
  },
  { since: '5.1', states: moreWords('statements', WORD, LATER_WORDS) },
]

export const cpp = language<FunctionMemory>({
  tag: 'cpp',
  aliases: ['c++'],
  filenames: [
    '*.cpp',
    '*.hpp',
    '*.c++',
    '*.h++',
    '*.cc',
    '*.hh',
    '*.cxx',
    '*.hxx',
    '*.pde',
    '*.ino',
    '*.tpp',
    '*.h',
  ],
  vars: functionMemory,
  changes: CPP_CHANGES,
  start: ['bol'],
  states: () => cppStates(),
})
