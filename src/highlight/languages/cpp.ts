import { language } from '../language.ts'
import type { Rule, States } from '../types.ts'
import { C_KEYWORDS, C_RESERVED, C_TYPES, cStates } from './c.ts'
import type { FunctionMemory } from './c-functions.ts'
import { functionMemory } from './c-functions.ts'

const KEYWORDS = `restrict asm thread_local alignas alignof static_assert constexpr class public private protected new
  delete this throw try catch template typename namespace using operator friend explicit mutable export override final
  co_await co_return co_yield concept requires consteval constinit char8_t dynamic_cast static_cast reinterpret_cast
  const_cast typeid noexcept decltype`
const RESERVED = `__uuidof __virtual_inheritance __super __single_inheritance __multiple_inheritance __interface __event`

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
      [/\d+(?:'\d+)*(?:\.\d+(?:'\d+)*)?(?:y|d|h|min|s|ms|us|ns|i[fl]?)\b/, 'mx'],
      [/(?:(?:\d+(?:'\d+)*)?\.\d+(?:'\d+)*|\d+(?:'\d+)*\.)(?:e[+-]?\d+(?:'\d+)*)?/i, 'mf'],
      [/\d+(?:'\d+)*e[+-]?\d+(?:'\d+)*/i, 'mf'],
      [/0x[0-9a-f]+(?:'[0-9a-f]+)*[lu]*/i, 'mh'],
      [/0b[01]+(?:'[01]+)*/i, 'mb'],
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
  start: ['bol'],
  states: () => cppStates(),
})
