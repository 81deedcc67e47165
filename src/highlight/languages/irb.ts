import { language } from '../language.ts'
import type { Lexing } from '../types.ts'
import { newRubyMemory, rubyStates } from './ruby.ts'

/** What Ruby prints: plain lines, then after `=>` values, and objects as `#<Foo:0x01 @a=1>`. */
export const irbOutput = language({
  tag: 'irb_output',
  vars: newRubyMemory,
  start: ['printed'],
  states: () => {
    const ruby = rubyStates()
    return {
      ...ruby,
      printed: [
        [/=>/, 'p', '#goto expression'],
        [/\w+(?:Error|Exception):.*\n?/, 'gr', '#goto failed'],
        [/.+\n?/, 'go'],
      ],
      failed: [[/.*\n|.+/, 'gr']],
      blanks: [[/#</, 'kt', 'object'], ...(ruby.blanks ?? [])],
      object: [[/>/, 'kt', '#pop'], 'root'],
    }
  },
})

function lexLine(x: Lexing<undefined>, line: string): void {
  if (line.startsWith('#') || /^\s*<?\.{3,}>?\s*$/.test(line)) {
    x.reset('ruby')
    x.reset('irb_output')
    x.token('c', line)
    return
  }
  const prompt = /^.*?(?:irb|pry).*?[>"*]/.exec(line)?.[0]
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
  states: () => ({ root: [[/.*\n|.+/, (x, m) => lexLine(x, m[0])]] }),
})
