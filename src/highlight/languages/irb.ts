import { language } from '../language.ts'
import type { Lexing } from '../types.ts'
import { newRubyMemory, RUBY_4_1, RUBY_4_5, RUBY_5_1, type RubyVersion, rubyStates } from './ruby.ts'

/** An operator in an object, which `>` ends even in `=>`. */
const OPERATOR = /(?!<<[-~]?["'`\p{L}_])(?:\*\*=?|<<=?|<=|=~|===?|!~|&&=?|\|\|=?|[-+/*%=<&!^|~]=?)/u

/** What Ruby prints: plain lines, then after `=>` values, and objects as `#<Foo:0x01 @a=1>`. */
function printedStates(version?: RubyVersion): ReturnType<typeof rubyStates> {
  const ruby = rubyStates(version)
  return {
    ...ruby,
    printed: [
      [/=>/, 'p', '#goto expression'],
      [/\w+(?:Error|Exception):.+\n?/, 'gr', '#goto failed'],
      [/.+\n?/, 'go'],
    ],
    failed: [[/.*\n|.+/, 'gr']],
    blanks: [[/#</, 'kt', 'object'], ...(ruby.blanks ?? [])],
    // A comment, whatever follows: no object begins after a name.
    'method call': [[/#.*/, 'c1'], ...(ruby['method call'] ?? [])],
    'method call spaced': [[/#.*/, 'c1'], ...(ruby['method call spaced'] ?? [])],
    object: [[/>/, 'kt', '#pop'], [OPERATOR, 'o', 'expression'], 'root'],
  }
}

export const irbOutput = language({
  tag: 'irb_output',
  vars: newRubyMemory,
  start: ['printed'],
  states: () => printedStates(),
  changes: [
    { since: '4.1', states: () => printedStates(RUBY_4_1) },
    { since: '4.5', states: () => printedStates(RUBY_4_5) },
    { since: '5.1', states: () => printedStates(RUBY_5_1) },
  ],
})

const PROMPT = /^.*?(?:irb|pry).*?[>"*]/
/** `>>` is a prompt, too. */
const ANY_PROMPT = /^.*?(?:(?:irb|pry).*?[>"*]|[>"*]>)/

function lexLine(x: Lexing<undefined>, line: string, promptOf: RegExp): void {
  const prompt = promptOf.exec(line)?.[0]
  if (
    (promptOf === PROMPT || prompt === undefined) &&
    (/^\s*#/.test(line) || /^\s*(?:<\.+>|\.+)\s*$/.test(line))
  ) {
    x.reset('ruby')
    x.reset('irb_output')
    x.token('c', line)
    return
  }
  if (prompt === undefined) {
    x.reset('ruby')
    x.delegate('irb_output', line)
    return
  }
  x.reset('irb_output')
  const rest = line.slice(prompt.length)
  const command = rest.trimStart()
  x.token('gp', prompt)
  x.token('w', rest.slice(0, rest.length - command.length))
  x.delegate('ruby', command)
}

export const irb = language({
  tag: 'irb',
  aliases: ['pry'],
  states: () => ({ root: [[/.*\n|.+/, (x, m) => lexLine(x, m[0], PROMPT)]] }),
  changes: [
    { since: '4.1', states: () => ({ root: [[/.*\n|.+/, (x, m) => lexLine(x, m[0], ANY_PROMPT)]] }) },
  ],
})
