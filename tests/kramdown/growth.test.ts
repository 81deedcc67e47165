/**
 * Hostile input: four times the text may take about four times as long. Times are the process's own and the bounds
 * generous; where machines are shared (CI) the test is left out.
 */
import { describe, expect, test } from 'vitest'
import { jekyllDefaults, toHtml } from '../../src/kramdown/index.ts'

const fill = (part: string) => (n: number) => part.repeat(Math.ceil(n / part.length))

const HOSTILE: Readonly<Record<string, (n: number) => string>> = {
  'open brackets': fill('['),
  'open images': fill('!['),
  'nested brackets': (n) => `${'['.repeat(n / 2)}${']'.repeat(n / 2)}\n\n[b]: c\n`,
  'nested brackets, long definitions': (n) =>
    `${'['.repeat(n / 2)}${']'.repeat(n / 2)}\n\n[${'b'.repeat(3000)}]: c\n`,
  'nested links': (n) => `${'['.repeat(n / 5)}${'](a)'.repeat(n / 5)}`,
  'brackets in strong': (n) => `${'**[a '.repeat(n / 5)}\`**]\``,
  'open references': (n) => `${'[a]['.repeat(n / 4)}]\n\n[b]: c\n`,
  'bars and code tags': fill('|<code>'),
  'unknown entities': fill('&a--;'),
  'half links': fill('[a](b "c '),
  references: fill('[a] '),
  'emphasis runs': fill('*a **b __c _d '),
  'emphasis in brackets': (n) => `${'[*a '.repeat(n / 4)}\`*]\``,
  'emphasis in tags': (n) => `${'*<i>'.repeat(n / 4)}\`*\``,
  'shrinking backticks': (n) => {
    let out = ''
    for (let k = Math.floor(Math.sqrt(2 * n)); k > 0; k--) out += `${'`'.repeat(k)} `
    return out
  },
  quotes: fill('"\''),
  'block quotes': fill('> '),
  lists: fill('* '),
  'list items': fill('* a\n\n  b\n'),
  tables: fill('| `a | <b\n'),
  entities: fill('&a'),
  tags: fill('<a b="'),
  'closing tags': fill('</i>'),
  'open comments': fill('<!-- \n\n'),
  'link definitions': fill('[a]: b "c\n'),
  footnotes: (n) => `[^a]: b\n${'    [^b]: c\n'.repeat(n / 12)}`,
  extensions: fill('{::comment}\n'),
  'attribute lists': fill('{:'),
  'escaped braces': fill('{:\\}'),
  'open extensions': fill('{::a '),
  fences: fill('```x\n\n'),
  math: fill('$$a '),
  strikethroughs: fill('~~a ~~b'),
}

describe('hostile input', () => {
  for (const [name, make] of Object.entries(HOSTILE))
    test(name, () => {
      const time = (n: number): number => {
        const text = make(n)
        let best = Number.POSITIVE_INFINITY
        for (let k = 0; k < 2; k++) {
          const before = process.cpuUsage()
          toHtml(text, jekyllDefaults)
          const { user, system } = process.cpuUsage(before)
          best = Math.min(best, (user + system) / 1000)
        }
        return best
      }
      const small = time(1 << 14)
      const large = time(1 << 16)
      expect(large, `${small} ms for 16 KB, ${large} ms for 64 KB`).toBeLessThan(Math.max(400, 9 * small))
    })
})
