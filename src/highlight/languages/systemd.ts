import { language } from '../language.ts'
import type { Lexing } from '../types.ts'

interface Memory {
  /** Before this offset no `=` stands: the line was searched. */
  bare: number
}

/** systemd's unit files. */
export const systemd = language<Memory>({
  tag: 'systemd',
  aliases: ['unit-file'],
  filenames: ['*.service'],
  changes: [
    {
      since: '4.1',
      states: (states) => ({
        ...states,
        continuation: [
          [/(.*?)(\\\n)/, ['', 'se']],
          [/.*\n?/, '', '#pop'],
        ],
      }),
    },
  ],
  vars: () => ({ bare: 0 }),
  states: () => ({
    root: [
      [/\s+/, ''],
      [/[;#].*/, 'c'],
      [/\[.*\]$/, 'k', undefined, { hopeless: 'line' }],
      [/./, entry],
    ],
    // What Rouge cannot match here is an error to the end.
    continuation: [
      [/(.*?)(\\\n)/, ['', 'se']],
      [/[^'\n]+|\n/, 'err'],
      [/'/, '', '#pop'],
    ],
  }),
})

/** `Name=value`; a line without `=` is not an entry, and each of its characters an error. */
function entry(x: Lexing<Memory>): boolean {
  if (x.at < x.vars.bare) return false
  const newline = x.text.indexOf('\n', x.at)
  const end = newline < 0 ? x.text.length : newline
  const sign = x.text.slice(x.at, end).indexOf('=')
  if (sign < 0) {
    x.vars.bare = end
    return false
  }
  const continued = newline > 0 && x.text[end - 1] === '\\' && end - 1 > x.at + sign
  x.extend(continued ? end + 1 : end)
  x.token('nt', x.text.slice(x.at, x.at + sign))
  x.token('p', '=')
  x.token('', x.text.slice(x.at, continued ? end - 1 : end))
  if (continued) {
    x.token('se', '\\\n')
    x.push('continuation')
  }
  return true
}
