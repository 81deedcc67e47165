import { language, words } from '../language.ts'
import { instead, moreWords } from '../states-change.ts'
import type { Callback, States, TokenClass } from '../types.ts'
import type { FunctionMemory } from './c-functions.ts'
import { functionHead, functionMemory } from './c-functions.ts'

const KEYWORDS = `auto break case const continue default do else enum extern for goto if register return sizeof static
  struct switch typedef union volatile while virtual _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn
  _Static_assert _Thread_local`
const RESERVED = `__asm __based __cdecl __declspec __except __fastcall __finally __inline __int16 __int32 __int8 __leave
  __restrict __stdcall __thread __try _inline naked thread typename inline`
const TYPES = `char double float int long short signed unsigned void _Bool _Complex va_list jmp_buf FILE DIR div_t ldiv_t
  mbstate_t wctrans_t wctype_t size_t ssize_t off_t wchar_t wint_t ptrdiff_t sig_atomic_t fpos_t clock_t time_t char16_t
  char32_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t int_least8_t int_least16_t int_least32_t
  int_least64_t uint_least8_t uint_least16_t uint_least32_t uint_least64_t int_fast8_t int_fast16_t int_fast32_t
  int_fast64_t uint_fast8_t uint_fast16_t uint_fast32_t uint_fast64_t intptr_t uintptr_t intmax_t uintmax_t`

/** The words of C by class; C++ and others put theirs before them. */
export const C_WORDS: Partial<Record<TokenClass, string>> = {
  k: KEYWORDS,
  kt: TYPES,
  kr: `${RESERVED} restrict`,
  nb: 'true false NULL',
}
export { KEYWORDS as C_KEYWORDS, RESERVED as C_RESERVED, TYPES as C_TYPES }

const INCLUDE = /(include)(\s?)(<[^>]+>|"[^"]+")([^\n]*)/
export const WORD = /[a-zA-Z_]\w*/

/** As Rouge 3.26 has it: what is included is part of the directive. */
export const withoutIncludes = (states: States<FunctionMemory>): States<FunctionMemory> =>
  instead<FunctionMemory>('macro', INCLUDE)(states)

/** The words of C23. */
const c23 = moreWords<FunctionMemory>('statements', WORD, {
  k: 'alignas alignof constexpr static_assert typeof typeof_unqual',
  kt: 'bool nullptr_t _BitInt _Decimal32 _Decimal64 _Decimal128',
  kr: 'thread_local',
  nb: 'nullptr',
})

const functionRule: Callback<FunctionMemory> = (x) => {
  const { text, at } = x
  const head = functionHead(x.vars, text, at)
  if (head === undefined) return false
  x.extend(head.end + 1)
  x.recurse(text.slice(at, head.nameStart))
  x.token('nf', text.slice(head.nameStart, head.nameEnd))
  x.recurse(text.slice(head.nameEnd, head.signatureEnd))
  x.recurse(text.slice(head.signatureEnd, head.end))
  x.token('p', text.slice(head.end, head.end + 1))
  if (text[head.end] === '{') x.push('function')
  return true
}

/** The states of C, with `words` in the place of C's words. */
export function cStates(lists: Partial<Record<TokenClass, string>>): States<FunctionMemory> {
  return {
    // A line's start: here directives may stand, and inside functions labels.
    'bol without label': [
      'inline blanks',
      [/#if\s0/, 'c', 'if 0'],
      [/#/, 'cp', 'macro'],
      [/(?:)/, '', '#pop'],
    ],
    bol: [[/[a-zA-Z_]\w*:(?!:)/, 'nl'], 'bol without label'],
    'inline blanks': [
      [/[ \t\r]+/, ''],
      [/\\\n/, ''],
      [/\/\*[\s\S]*?\*(?:\\\n)?\//, 'cm', undefined, { needs: '*/' }],
    ],
    blanks: [[/\n+/, '', 'bol'], [/\/\/.*/, 'c1', 'bol'], 'inline blanks'],
    'blanks outside functions': [
      [/\n+/, '', 'bol without label'],
      [/\/\/.*/, 'c1', 'bol without label'],
      'inline blanks',
    ],
    statements: [
      'blanks',
      [/(?:u8|u|U|L)?"/, 's', 'string'],
      [/(?:u8|u|U|L)?'(?:\\.|\\[0-7]{1,3}|\\x[a-f0-9]{1,2}|[^\\'\n])'/i, 'sc'],
      [/(?:\d+\.\d*|\.\d+|\d+)e[+-]?\d+[lu]*/i, 'mf'],
      [/0x[0-9a-f]+[lu]*/i, 'mh'],
      [/0[0-7]+[lu]*/i, 'mo'],
      [/\d+[lu]*/i, 'mi'],
      [/\*\//, 'err'],
      [/[~!%^&*+=|?:<>/-]/, 'o'],
      [/[()[\],.;]/, 'p'],
      [/case\b/, 'k', 'case'],
      // A letter beyond ASCII goes on with these, and only with these.
      [/(?:true|false|NULL|class|template)(?!\w)(?=\p{L})/u, 'n'],
      [WORD, words(lists, 'n')],
    ],
    case: [[/:/, 'p', '#pop'], 'statements'],
    root: ['blanks outside functions', [/[\w*]/, functionRule], [/\{/, 'p', 'function'], 'statements'],
    function: ['blanks', [/;/, 'p'], [/\{/, 'p', '#push'], [/\}/, 'p', '#pop'], 'statements'],
    string: [
      [/"/, 's', '#pop'],
      [/\\(?:[\\abfnrtv"']|x[a-fA-F0-9]{2,4}|[0-7]{1,3})/, 'se'],
      [/[^\\"\n]+/, 's'],
      [/\\\n/, 's'],
      [/\\/, 's'],
    ],
    macro: [
      [INCLUDE, ['cp', '', 'cpf', 'c1']],
      [/[^/\n\\]+/, 'cp'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/\n/, 'cp', '#pop'],
      [/\\[\s\S]/, 'cp'],
      [/./, 'cp'],
    ],
    'if 0': [
      [/^\s*#if.*?\n/, 'c', '#push'],
      [/^\s*#\s*el(?:se|if)/, 'c', '#pop'],
      [/^\s*#\s*endif.*?\n/, 'c', '#pop'],
      [/.*?\n/, 'c'],
    ],
  }
}

export const c = language<FunctionMemory>({
  tag: 'c',
  filenames: ['*.c', '*.h', '*.idc'],
  changes: [
    { before: '3.30', states: withoutIncludes },
    { since: '5.1', states: c23 },
  ],
  vars: functionMemory,
  start: ['bol'],
  states: () => cStates(C_WORDS),
})
