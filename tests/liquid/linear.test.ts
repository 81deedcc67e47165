/** Templates and data made to be slow: each must take steps in proportion to its size. */
import { test } from 'vitest'
import { createEngine, LiquidSyntaxError } from '../../src/liquid/index.ts'
import { expectLinear } from '../steps.ts'

const TEMPLATES: Readonly<Record<string, (n: number) => string>> = {
  'many loops': (n) => '{% for i in (1..2) %}{{ i }}{% endfor %}'.repeat(n * 2),
  'many loops in a loop': (n) =>
    `{% for j in (1..2) %}${'{% for i in (1..2) %}{{ i }}{{ j }}{% if i == 2 %}{% break %}{% endif %}{% endfor %}'.repeat(n)}{% endfor %}`,
  'many captures': (n) => '{% capture a %}{{ a }}{% endcapture %}'.repeat(n),
  'plain text': (n) => 'some text\n'.repeat(n * 5),
  'many outputs': (n) => '{{ a.b | upcase }}\n'.repeat(n),
  'many open tags': (n) => '{% '.repeat(n),
  'many open outputs in raw': (n) => `{% raw %}${'{{ '.repeat(n)}{% endraw %}`,
  'many open tags in raw': (n) => `{% raw %}${'{% '.repeat(n)}`,
  'many braces': (n) => '{'.repeat(n),
  'unclosed quotes': (n) => `{{ ${'" \''.repeat(n)} }}`,
  'alternating quotes': (n) => `{{ a | ${'"\''.repeat(n)} }}`,
  'one long chain of filters': (n) => `{{ a${' | upcase'.repeat(n)} }}`,
  'one long path': (n) => `{{ a${'.b'.repeat(n)} }}`,
  'one long path of brackets': (n) => `{{ a${'[b]'.repeat(n)} }}`,
  'nested brackets': (n) => `{{ ${'a['.repeat(n)}${']'.repeat(n)} }}`,
  'open brackets': (n) => `{{ ${'['.repeat(n)} }}`,
  'many or': (n) => `{% if a${' or a'.repeat(n)} %}x{% endif %}`,
  'and, or in turns': (n) => `{% if a${' and a or a'.repeat(n)} %}x{% endif %}`,
  'lax or': (n) => `{% if a &${' or a'.repeat(n)} %}x{% endif %}`,
  'many elsif': (n) => `{% if a %}${'{% elsif a %}x'.repeat(n)}{% endif %}`,
  'many when': (n) => `{% case a %}${'{% when 1, 2 %}x'.repeat(n)}{% endcase %}`,
  'one long when': (n) => `{% case a %}{% when 1${', 1'.repeat(n)} %}x{% endcase %}`,
  'one long cycle': (n) => `{% cycle 1${', 1'.repeat(n)} %}`,
  'many arguments': (n) => `{{ a | append: 1${', 1'.repeat(n)} }}`,
  'many keywords': (n) =>
    `{{ a | default: ${'k: 1, '.repeat(1)}${Array.from({ length: n / 20 }, (_, i) => `k${i}: 1`).join(', ')} }}`,
  'deep nesting': (n) => '{% if true %}'.repeat(n),
  'nesting as deep as allowed': () => `${'{% for i in (1..1) %}'.repeat(98)}x${'{% endfor %}'.repeat(98)}`,
  'many trims': (n) => ' {%- assign a = 1 -%} '.repeat(n),
  'spaces in a tag': (n) => `{% if${' '.repeat(n)}a${' '.repeat(n)}%}x{% endif %}`,
  'attributes without values': (n) => `{% for i in a ${'a '.repeat(n)} %}{% endfor %}`,
  'assign without =': (n) => `{% assign ${'a.b '.repeat(n)} %}`,
  parentheses: (n) => `{{ ${'('.repeat(n)} }}`,
  dots: (n) => `{{ (1${'.'.repeat(n)}2) }}`,
  'liquid lines': (n) => `{% liquid\n${'echo a\n'.repeat(n)}%}`,
}

function renders(source: string): void {
  try {
    createEngine().parse(source).render({ a: 'x' })
  } catch (error) {
    if (!(error instanceof LiquidSyntaxError)) throw error
  }
}

for (const [name, make] of Object.entries(TEMPLATES)) test(name, () => expectLinear(make, renders, 512))

const FILTERS: Readonly<Record<string, (n: number) => string>> = {
  'strip_html of open tags': (n) => '<'.repeat(n),
  'strip_html of open scripts': (n) => '<script '.repeat(n),
  'strip_html of open comments': (n) => '<!-- '.repeat(n),
  'strip_html of styles': (n) => '<style>'.repeat(n),
  ampersands: (n) => '&'.repeat(n),
  'open entities': (n) => '&amp'.repeat(n),
  spaces: (n) => ' '.repeat(n),
  newlines: (n) => '\r'.repeat(n),
  percent: (n) => '%'.repeat(n),
  emoji: (n) => '😀'.repeat(n),
  words: (n) => 'a '.repeat(n),
}
const ALL =
  'strip_html escape escape_once strip_newlines newline_to_br strip lstrip rstrip upcase downcase capitalize url_encode url_decode truncate truncatewords size split:"a" split:"" split:"_" replace:"a","b" remove:"<" base64_encode plus:1 date:"%Y" slice:1,5'.split(
    ' ',
  )

for (const [name, make] of Object.entries(FILTERS))
  test(`filters on ${name}`, () => {
    const template = createEngine().parse(
      ALL.map((filter) => `{{ text | ${filter.replace('_"', ' "')} | size }}`).join('\n'),
    )
    expectLinear(make, (text) => template.render({ text }))
  })
