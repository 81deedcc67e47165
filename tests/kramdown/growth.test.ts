/** Hostile input: four times the text may take four times the steps, which are counted and not timed. */
import { describe, test } from 'vitest'
import { jekyllDefaults, toHtml } from '../../src/kramdown/index.ts'
import { expectLinear } from '../steps.ts'

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
  underscores: fill('_'),
  'underscores in a word': (n) => `a${'_'.repeat(n)}b_`,
  'open CDATA': fill('<![CDATA['),
  'abbreviations of spaces': (n) => `*[ a b]: c\n*[a ]: c\n\n.${' '.repeat(n / 2)}a${' '.repeat(n / 2)}c\n`,
}

describe('hostile input', () => {
  for (const [name, make] of Object.entries(HOSTILE))
    test(name, () =>
      expectLinear(make, (text) => toHtml(text, { ...jekyllDefaults, version: '2.5' }), 1 << 14),
    )
})
