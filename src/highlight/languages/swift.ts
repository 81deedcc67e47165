import { language, type Words, wordSet, words } from '../language.ts'
import { before, instead, inTurn, moreWords, state } from '../states-change.ts'
import type { Callback, Lexing } from '../types.ts'

/** Swift. A name before `(` is called, a name before `:` is a label. */
const AVAILABLE = /#available\([^)]+\)/
const DIRECTIVE = /#.*/
const OPERATOR = /[-/=+*%<>!&|^.~]+/
const DOLLAR = /\$(?:[1-9]\d*)?\d/
/** All beyond the first plane is part of a name, be it a letter or a picture. */
const BEYOND = String.raw`\u{10000}-\u{10ffff}`
const IN_NAME = String.raw`[\p{Alphabetic}_\p{Nd}${BEYOND}]`
const NAME = String.raw`(?:(?!\p{Mc})[\p{Alphabetic}_]|[${BEYOND}])${IN_NAME}*`
const IN_WORD = String.raw`[\p{L}\p{M}\p{Nd}\p{Pc}]`
const WORD = new RegExp(NAME, 'u')
const LABEL = new RegExp(String.raw`(#?(?!default|\p{Uppercase})${NAME})(?=\s*:)`, 'u')

const CALL = new RegExp(String.raw`(?=${IN_WORD})${NAME}(?=[?!]?\s*\()`, 'u')
/** 5.1 looks at what stands before, too. */
const CALL_AT_BOUNDARY = new RegExp(
  String.raw`(?:(?<!${IN_WORD})(?=${IN_WORD})|(?<=${IN_WORD})(?!${IN_WORD}))${NAME}(?=[?!]?\s*\()`,
  'u',
)
const CALLED = words({ k: 'if while for switch case unowned', kd: 'private internal' }, 'nf')

const ACCESS: Readonly<Record<string, Words>> = {
  private: wordSet('set'),
  internal: wordSet('set'),
  unowned: wordSet('safe unsafe'),
}
/** `private(set)` is one word; another word in the brackets is wrong. */
const access: Callback<unknown> = (x, m) => {
  const [, keyword, open, word, close] = m as unknown as readonly string[]
  const right = ACCESS[keyword!]!.has(word!)
  x.token('kd', keyword! + open!)
  x.token(right ? 'kd' : 'err', word!)
  x.token('kd', close!)
}

/** Up to where it is known that no pattern ends. */
interface Memory {
  text: string
  endless: number
}

/**
 * `#/…/#`, with as many `#` on both sides, up to the last such end in the line; or the start of one over several lines.
 * A `#` too many is an error, and so is any other before which there is no name.
 */
const hashes: Callback<Memory> = (x, m) => {
  const count = m[0].length
  const slash = x.at + count
  const after = x.text.slice(slash, slash + 2)
  if (after === '/\n') {
    x.extend(slash + 2)
    x.token('sr', `${m[0]}/\n`)
    x.push('pattern')
    return
  }
  const end = /^\/\S/.test(after) ? patternEnd(x, slash, count) : undefined
  if (end !== undefined) {
    x.extend(end.at)
    x.token('err', '#'.repeat(count - end.count))
    x.token('sr', x.text.slice(x.at, end.at))
  } else if (WORD_NEXT.test(after)) {
    x.token('err', '#'.repeat(count - 1))
    x.unread()
  } else x.token('err', m[0])
}
const WORD_NEXT = new RegExp(`^${NAME}`, 'u')

function patternEnd(
  { vars, text }: Lexing<Memory>,
  slash: number,
  most: number,
): { at: number; count: number } | undefined {
  if (vars.text !== text) Object.assign(vars, { text, endless: 0 })
  if (slash < vars.endless) return undefined
  const feed = text.indexOf('\n', slash)
  const line = text.slice(slash, feed < 0 ? text.length : feed)
  const ends = [...line.matchAll(/(?<=[^\s\\]\/)#+/g)]
  const count = ends.reduce((longest, [found]) => Math.min(most, Math.max(longest, found.length)), 0)
  if (count === 0) vars.endless = slash + line.length
  const last = ends.findLast(([found]) => found.length >= count)
  return last && { at: slash + last.index + count, count }
}

const NEW_WORDS = {
  k: 'consume discard each left right',
  kd: 'any borrowing consuming distributed macro package',
  n: '__COLUMN__ __FILE__ __FUNCTION__ __LINE__',
} as const

export const swift = language<Memory>({
  tag: 'swift',
  filenames: ['*.swift'],
  start: ['line start'],
  vars: () => ({ text: '', endless: 0 }),
  states: () => ({
    'line start': [[DIRECTIVE, 'cp'], 'blanks', [/(?:)/, '', '#pop']],
    blanks: [
      [/\s+/, ''],
      [/\/\*/, 'cm', 'comment'],
    ],
    root: [
      [/\n/, '', 'line start'],
      'blanks',
      [/\/\/.*/, 'c1'],
      [/@?"/, 's', 'string'],
      [/'(?:\\.|.)'/u, 'sc'],
      [DOLLAR, 'nv'],
      [new RegExp(`(\`)(${NAME})(\`)`, 'u'), ['p', 'nv', 'p']],
      [/[()[\]{},:;?\\]/, 'p'],
      [OPERATOR, 'o'],
      [new RegExp(`@${NAME}`, 'u'), 'kd'],
      [/(private|internal|unowned)(\( *)(\w+)( *\))/, access],
      [AVAILABLE, 'kd', undefined, { needs: ')' }],
      [/(#(?:selector|keyPath)\()([^)]+?(?:\(.*?\))?)(\))/, ['kd', 'nf', 'kd'], undefined, { needs: ')' }],
      [/#(?:line|file|column|function|dsohandle)/, 'kd'],
      [new RegExp(String.raw`(let|var)\b(\s*)(${NAME})`, 'u'), ['k', '', 'nv']],
      [/(let|var)\b(\s*)(\()/, ['k', '', 'p'], 'tuple'],
      [new RegExp(String.raw`(?:Self|Type)(?!${IN_NAME}|[?!]?\s*\()`, 'u'), 'k'],
      [new RegExp(String.raw`\p{Uppercase}${IN_NAME}*`, 'u'), 'kt'],
      [CALL, CALLED],
      [/as[?!]?(?=\s)|try!?(?=\s)/, 'k'],
      [LABEL, 'nv'],
      [/0b[01]+(?:_[01]+)*/, 'mb'],
      [/0x[\da-fA-F]+(?:_[\da-fA-F]+)*(?:(?:\.[\da-fA-F]+(?:_[\da-fA-F]+)*)?p[+-]?\d+)?/, 'mh'],
      // A star after a number belongs to it.
      [/\d+(?:_\d+)*(?:\.\d+(?:_\d+)*(?:[eE][+-]?\d+(?:_\d+)*)?|\*)|\d+[eE][+-]?\d+/, 'mf'],
      [/0o?[0-7]+(?:_[0-7]+)*/, 'mo'],
      [/\d+(?:_\d+)*/, 'mi'],
      [WORD, words({ k: KEYWORDS, kd: DECLARATIONS, kc: 'true false nil' }, 'n')],
    ],
    comment: [
      [/\*\//, 'cm', '#pop'],
      [/\/\*/, 'cm', '#push'],
      [/[^/*]+|[/*]/, 'cm'],
    ],
    string: [
      [/"/, 's', '#pop'],
      [/\\\(/, 'se', 'interpolation'],
      [/\\(?:['"\\0nrt]|u\{[\da-fA-F]{1,8}\})/, 'se'],
      [/[^\\"]+/, 's'],
    ],
    interpolation: [[/\(/, 'p', 'nested'], [/\)/, 'se', '#pop'], 'root'],
    nested: [[/\(/, 'p', '#push'], [/\)/, 'p', '#pop'], 'root'],
    tuple: [
      [/\(/, 'p', '#push'],
      [/\)/, 'p', '#pop'],
      [/,/, 'p'],
      [new RegExp(`(\`)(${NAME})(\`)`, 'u'), ['p', 'nv', 'p']],
      'blanks',
      [WORD, 'nv'],
    ],
  }),
  changes: [
    {
      before: '3.30',
      states: moreWords('root', WORD, { n: 'actor async await isolated nonisolated' }),
    },
    {
      since: '4.1',
      states: inTurn(
        before('root', AVAILABLE, [new RegExp(`#${NAME}`, 'u'), 'k'], [/#+/, hashes]),
        before('root', DOLLAR, [new RegExp(String.raw`\$${NAME}`, 'u'), 'n']),
        instead('line start', DIRECTIVE, [/#(?!["#/]).*/, 'cp']),
        before('root', OPERATOR, [/\/(?=\s)/, 'o'], [/\/.*[^\s\\]\//, 'sr', undefined, { hopeless: 'line' }]),
        state('pattern', [/^[ \t]*\/#+/, 'sr', '#pop'], [/#.*/, 'c1'], [/[^#\n]+|\n/, 'sr']),
        moreWords('root', WORD, NEW_WORDS),
      ),
    },
    { since: '5.1', states: instead('root', CALL, [CALL_AT_BOUNDARY, CALLED]) },
  ],
})

const KEYWORDS = `Self Type __COLUMN__ __FILE__ __FUNCTION__ __LINE__ as associativity async await break case catch
  continue default defer didSet do dynamicType else fallthrough for get guard if in infix inout is isolated mutating new
  none nonmutating operator override postfix precedence precedencegroup prefix repeat rethrows return self set super
  switch throw throws try unowned weak where while willSet`
const DECLARATIONS = `actor let var associatedtype class convenience deinit dynamic enum extension fileprivate final func import
  indirect init internal lazy nonisolated open optional private protocol public required some static struct subscript
  typealias`
