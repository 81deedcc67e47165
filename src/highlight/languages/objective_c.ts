import { language } from '../language.ts'
import type { Rule, States } from '../types.ts'
import { C_WORDS, cStates } from './c.ts'
import type { FunctionMemory } from './c-functions.ts'
import { functionMemory } from './c-functions.ts'

const AT_WORDS = new Set(
  `@selector @private @protected @public @encode @synchronized @try @throw @catch @finally @end @property @synthesize
  @dynamic @optional @interface @implementation @import @autoreleasepool`.split(/\s+/),
)

/** What Objective-C adds to the statements of C and C++. */
const statements: readonly Rule<FunctionMemory>[] = [
  [/@"/, 's', 'string'],
  [/@'(?:\\[\s\S]|[^\\'\n]+)'/, 'sc'],
  [/@?\d+\.\d+(?:e[+-]?\d+)?[lu]*/i, (x, m) => m[0].startsWith('@') && x.token('mf', m[0])],
  [/@\d+[lu]*/i, 'mi'],
  [/@?(?:YES|NO|nil|true|false)\b/, 'nb'],
  [/in\b/, 'k'],
  [/\?/, 'p', 'ternary'],
  [/\[/, 'p', 'message'],
  [/@\{/, 'p', 'function'],
  [/@\[/, 'p'],
  [/(@(?:interface|implementation|protocol|class))\b/, 'k', 'class name'],
  [/@\w*/, (x, m) => x.token(AT_WORDS.has(m[0]) ? 'k' : 'err', m[0])],
]

/** The states of C or C++ with Objective-C's. */
function objectiveStates(base: States<FunctionMemory>): States<FunctionMemory> {
  return {
    ...base,
    statements: [...statements, ...(base.statements ?? [])],
    root: [
      'blanks outside functions',
      // A method with parameters: its first part is coloured as a name, and the others after it.
      [
        /([-+])(\s*)(\([^\n]{0,300}?\)(?:\s*))?([a-zA-Z_]\w*)(:)/,
        (x, m) => {
          x.token('k', m[1]!)
          x.token('', m[2]!)
          if (m[3] !== undefined) x.recurse(m[3])
          x.token('nf', m[4]!)
          x.token('p', m[5]!)
          x.push('method')
        },
      ],
      [/[-+](?=\s*(?:\([^\n]{0,300}?\)\s*)?[a-zA-Z_])/, 'k'],
      ...(base.root ?? []).slice(1),
    ],
    'class name': [
      [/\s+/, ''],
      [
        /([a-zA-Z_]\w*)(\s*:\s*)([a-zA-Z_]\w*)/,
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
      [/([a-zA-Z_]\w*)(\s*)(\()(\s*)([a-zA-Z_]\w*)(\s*)(\))/, ['nc', '', 'p', '', 'nl', '', 'p'], '#pop'],
      [/([a-zA-Z_]\w*)(\s*)(,)/, ['nc', '', 'p'], 'forward classes'],
      [/[a-zA-Z_]\w*/, 'nc', '#pop'],
    ],
    'forward classes': [
      [/\s+/, ''],
      [/[a-zA-Z_]\w*/, 'nc'],
      [/,/, 'p'],
      [/;/, 'p', '#pop'],
    ],
    ternary: [[/:/, 'p', '#pop'], 'statements'],
    message: [
      [/\]/, 'p', '#pop'],
      [/;/, 'err'],
      [/([a-zA-Z_]\w*)(\s*)(:)/, ['nf', '', 'p'], ['#pop', 'arguments']],
      [/([a-zA-Z_]\w*)(\s*)(\])/, ['nf', '', 'p'], '#pop'],
      'statements',
    ],
    // The second part of a selector ends what Rouge sees of a message; further parts are plain names.
    arguments: [
      [/\]/, 'p', '#pop'],
      [/;/, 'err'],
      [/\{/, 'p', 'function'],
      [/([a-zA-Z_]\w*)(\s*)(:)/, ['nf', '', 'p'], '#pop'],
      'statements',
    ],
    method: [
      [/\s+/, ''],
      [/[;]/, 'p', '#pop'],
      [/\{/, 'p', ['#pop', 'function']],
      [/,/, 'p'],
      [/\.\.\./, 'p'],
      [
        /(\([^\n]{0,300}?\))([a-zA-Z_]\w*)/,
        (x, m) => {
          x.recurse(m[1]!)
          x.token('nv', m[2]!)
        },
      ],
      [/([a-zA-Z_]\w*)(\s*)(:)/, ['nf', '', 'p']],
      'statements',
    ],
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
