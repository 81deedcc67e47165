import { language } from '../language.ts'
import type { Rule, States } from '../types.ts'
import { C_WORDS, cStates } from './c.ts'
import type { FunctionMemory } from './c-functions.ts'
import { functionMemory } from './c-functions.ts'
import { CPP_CHANGES, cppStates } from './cpp.ts'

const AT_WORDS = new Set(
  `@selector @private @protected @public @encode @synchronized @try @throw @catch @finally @end @property @synthesize
  @dynamic @optional @interface @implementation @import @autoreleasepool`.split(/\s+/),
)

/** What Objective-C adds to the statements of C and C++. */
const statements: readonly Rule<FunctionMemory>[] = [
  [/@"/, 's', 'string'],
  [/@'(?:\\[\s\S]|[^\\'\n]+)'/, 'sc'],
  [/@(?:(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+|f)?|\d+(?:e[+-]?\d+|f))/i, 'mf'],
  [/@0x[0-9a-f]+/i, 'mh'],
  [/@0[0-7]+/, 'mo'],
  [/@\d+/, 'mi'],
  [/@?(?:YES|NO|nil|true|false)\b/, 'nb'],
  [/in\b/, 'k'],
  [/\?/, 'p', 'ternary'],
  [/\[/, 'p', 'message'],
  [/@\{/, 'p', 'literal'],
  [/@\[/, 'p', 'list literal'],
  [/(@(?:interface|implementation|protocol|class))\b/, 'k', 'declared class'],
  [/@(?:\p{L}[\p{L}\p{M}\p{Nd}]*)?/u, (x, m) => x.token(AT_WORDS.has(m[0]) ? 'k' : 'err', m[0])],
]

/** The states of C or C++ with Objective-C's. */
function objectiveStates(base: States<FunctionMemory>): States<FunctionMemory> {
  return {
    ...base,
    statements: [...statements, ...(base.statements ?? [])],
    root: [
      'blanks outside functions',
      // A method's name: with parameters, its first part is coloured, and the others after it.
      [
        /([-+])(\s*)(\([^\n]{0,300}?\)\s*)?(?=[a-zA-Z$_])/,
        (x, m) => {
          x.token('k', m[1]!)
          x.token('', m[2]!)
          if (m[3] !== undefined) x.recurse(m[3])
        },
        'method name',
      ],
      ...(base.root ?? []).slice(1),
    ],
    'declared class': [
      [/\s+/, ''],
      [
        /([a-zA-Z$_][\w$]*)(\s*:\s*)([a-zA-Z$_][\w$]*)/,
        (x, m) => {
          x.token('nc', m[1]!)
          const colon = m[2]!.indexOf(':')
          x.token('', m[2]!.slice(0, colon))
          x.token('p', ':')
          x.token('', m[2]!.slice(colon + 1))
          x.token('nc', m[3]!)
        },
        '#pop',
      ],
      [
        /([a-zA-Z$_][\w$]*)(\s*)(\()(\s*)([a-zA-Z$_][\w$]*)(\s*)(\))/,
        ['nc', '', 'p', '', 'nl', '', 'p'],
        '#pop',
      ],
      [/([a-zA-Z$_][\w$]*)(\s*)(,)/, ['nc', '', 'p'], 'forward classes'],
      [/[a-zA-Z$_][\w$]*/, 'nc', '#pop'],
    ],
    'forward classes': [
      [/\s+/, ''],
      [/[a-zA-Z$_][\w$]*/, 'nc'],
      [/,/, 'p'],
      [/;/, 'p', '#pop'],
    ],
    ternary: [[/:/, 'p', '#pop'], 'statements'],
    message: [
      [/\]/, 'p', '#pop'],
      [/;/, 'err'],
      [/\{/, 'p', '#pop'],
      [/([a-zA-Z$_][\w$]*)(\s*)(:)/, ['nf', '', 'p'], ['#pop', 'arguments']],
      [/([a-zA-Z$_][\w$]*)(\s*)(\])/, ['nf', '', 'p'], '#pop'],
      'statements',
    ],
    // The second part of a selector ends what Rouge sees of a message; further parts are plain names.
    arguments: [
      [/\]/, 'p', '#pop'],
      [/;/, 'err'],
      [/\{/, 'p', 'function'],
      [/([a-zA-Z$_][\w$]*)(\s*)(:)/, ['nf', '', 'p'], '#pop'],
      'statements',
    ],
    // Anything but names and types ends it.
    'method name': [
      [/([a-zA-Z$_][\w$]*)(\s*)(:)/, ['nf', '', 'p'], '#goto method'],
      [/(?:)/, '', '#pop'],
    ],
    method: [
      [/\s+/, ''],
      [/\/\/.*\n?/, 'c1'],
      [/\/\*[\s\S]*?\*\//, 'cm', undefined, { needs: '*/' }],
      [/\{/, 'p', ['#pop', 'function']],
      [/,|\.\.\./, 'p'],
      [
        /(\((?:[^\n)]|\)(?![a-zA-Z$_])){0,300}\))([a-zA-Z$_][\w$]*)/,
        (x, m) => {
          x.recurse(m[1]!)
          x.token('nv', m[2]!)
        },
      ],
      [/([a-zA-Z$_][\w$]*)(\s*)(:)/, ['nf', '', 'p']],
      [/(?:)/, '', '#pop'],
    ],
    'list literal': [[/\]/, 'p', '#pop'], 'statements'],
    literal: [[/\}/, 'p', '#pop'], 'statements'],
  }
}

/** Objective-C. */
export const objectiveC = language<FunctionMemory>({
  tag: 'objective_c',
  aliases: ['objc', 'obj-c', 'obj_c', 'objectivec'],
  changes: [{ since: '4.5', aliases: ['objc', 'obj-c', 'obj_c', 'objectivec', 'objective-c'] }],
  filenames: ['*.m', '*.h'],
  vars: functionMemory,
  start: ['bol'],
  states: () => objectiveStates(cStates(C_WORDS)),
})

/** Objective-C++. */
export const objectiveCpp = language<FunctionMemory>({
  tag: 'objective_cpp',
  aliases: ['objcpp', 'obj-cpp', 'obj_cpp', 'objectivecpp', 'objc++', 'obj-c++', 'obj_c++', 'objectivec++'],
  filenames: ['*.mm', '*.h'],
  vars: functionMemory,
  changes: CPP_CHANGES,
  start: ['bol'],
  states: () => objectiveStates(cppStates()),
})
