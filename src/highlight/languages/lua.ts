import { language } from '../language.ts'
import { instead, inTurn } from '../states-change.ts'
import type { Lexing } from '../types.ts'
import { BUILTINS } from './lua.words.ts'

/** Lua. */
export const lua = language({
  tag: 'lua',
  filenames: ['*.lua', '*.wlua'],
  changes: [
    {
      since: '4.7',
      states: inTurn(
        instead('single', /[^']+/, [/[^'\\]+/, 's1']),
        instead('double', /[^"]+/, [/[^"\\]+/, 's2']),
      ),
    },
  ],
  states: () => ({
    root: [
      [/#!.*/, 'cp', 'code'],
      [/(?=[\s\S])/, '', 'code'],
    ],
    code: [
      [/--\[(=*)\[[\s\S]*?\]\1\]/, 'cm', undefined, { needs: ']' }],
      [/--.*/, 'c1'],
      [/\d+e[+-]?\d+/i, 'mf'],
      [/0x[\da-f]*/i, 'mh'],
      [/\d+/, 'mi'],
      [/\s+/, ''],
      [/\[(=*)\[[\s\S]*?\]\1\]/, 's', undefined, { needs: ']' }],
      [/==|~=|<=|>=|\.\.\.|\.\.|[=+\-*/%^<>#]/, 'o'],
      [/[[\]{}().,:;]/, 'p'],
      [/(?:and|or|not)\b/, 'ow'],
      [/(?:break|do|else|elseif|end|for|if|in|repeat|return|then|until|while)\b/, 'k'],
      [/local\b/, 'kd'],
      [/(?:true|false|nil)\b/, 'kc'],
      [/function\b/, 'k', 'function'],
      [/[a-zA-Z_]\w*(?:\.[a-zA-Z_]\w*)?/, name],
      [/'/, 's1', 'single'],
      [/"/, 's2', 'double'],
    ],
    function: [
      [/\s+/, ''],
      [/([a-zA-Z_]\w*)(\.)([a-zA-Z_]\w*)/, ['nc', 'p', 'nf'], '#pop'],
      [/[a-zA-Z_]\w*/, 'nf', '#pop'],
      [/\(/, 'p', '#pop'],
    ],
    // Patterns of `gsub` are coloured; nothing but strings may stand among its arguments.
    gsub: [
      [/\)/, 'p', '#pop'],
      [/[(,]/, 'p'],
      [/\s+/, ''],
      [/"/, 'sr', 'pattern'],
    ],
    pattern: [
      [/\[\^?/, 'se', 'set'],
      [/"/, 'sr', '#pop'],
      [/\\./, 'se'],
      [/\(\?[:=<!]/, 'se'],
      [/\{[\d,]+\}/, 'se'],
      [/[()?]/, 'se'],
      [/./, 'sr'],
    ],
    set: [
      [/\]/, 'se', '#pop'],
      [/(\\)(.)?/, ['se', 'sr']],
      [/[^\]\\]+/, 'sr'],
    ],
    // Only an escape that begins the string, or follows another, is seen.
    single: [
      [/'/, 's1', '#pop'],
      [/\\(?:[abfnrtv\\"']|\d{1,3})/, 'se'],
      [/[^']+/, 's1'],
    ],
    double: [
      [/"/, 's2', '#pop'],
      [/\\(?:[abfnrtv\\"']|\d{1,3})/, 'se'],
      [/[^"]+/, 's2'],
    ],
  }),
})

function name(x: Lexing<undefined>, m: RegExpExecArray): void {
  const dot = m[0].indexOf('.')
  if (m[0] === 'gsub') {
    x.token('nb', m[0])
    x.push('gsub')
  } else if (BUILTINS.has(m[0])) x.token('nb', m[0])
  else if (dot < 0) x.token('n', m[0])
  else {
    x.token('n', m[0].slice(0, dot))
    x.token('p', '.')
    x.token('n', m[0].slice(dot + 1))
  }
}
