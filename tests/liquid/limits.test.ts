/** Templates nobody trusts: limits, and nothing to be had but data. */
import { describe, expect, test } from 'vitest'
import { createEngine, LimitError, type Limits } from '../../src/liquid/index.ts'

const LIMITS: Limits = { steps: 10_000, output: 100_000, memory: 100_000, time: 1000 }

function limited(
  source: string,
  partials: Readonly<Record<string, string>> = {},
  limits: Limits = LIMITS,
): string {
  return createEngine({ limits, partials: (name) => partials[name] })
    .parse(source)
    .render({ s: 'x'.repeat(1000) }).output
}

describe('limits', () => {
  const beyond: Readonly<Record<string, string>> = {
    'an empty loop': '{% for i in (1..100000000) %}{% endfor %}',
    'loops in loops': '{% for i in (1..1000) %}{% for j in (1..1000) %}{% endfor %}{% endfor %}',
    'a table': '{% tablerow i in (1..100000) %}{% endtablerow %}',
    'output in a loop': '{% for i in (1..1000) %}{{ s }}{% endfor %}',
    'text that doubles': '{% for i in (1..60) %}{% assign s = s | append: s %}{% endfor %}',
    'a chain that doubles': `{{ s${' | append: s | replace: "x", s'.repeat(3)} }}`,
    'captures in a loop': '{% for i in (1..1000) %}{% capture c %}{{ c }}{{ s }}{% endcapture %}{% endfor %}',
    'variables in a loop': '{% for i in (1..9000) %}{% assign a = s | append: i %}{% endfor %}',
    'recursion that doubles': '{% include "r" %}',
    'rendering that doubles': '{% render "q" %}',
    'a date of great width': `{% for i in (1..500) %}{{ 0 | date: "${'%1000Y'.repeat(20)}" }}{% endfor %}`,
    'a list in a filter': '{{ (1..10000000) | join }}',
  }
  const partials = { r: '{% include "r" %}{% include "r" %}', q: '{% render "q" %}{% render "q" %}' }
  for (const [name, source] of Object.entries(beyond))
    test(`end ${name}`, () => {
      expect(() => limited(source, partials)).toThrow(LimitError)
    })
  test('of time', () => {
    expect(() =>
      limited('{% for i in (1..10000000) %}{{ i | plus: 1 | minus: 1 }}{% endfor %}', {}, { time: 100 }),
    ).toThrow(LimitError)
  })
  test('of nesting', () => {
    expect(() => createEngine().parse('{% if a %}'.repeat(101) + '{% endif %}'.repeat(101))).toThrow(
      'Nesting too deep',
    )
    expect(limited('{% include "x" %}', { x: '{% include "x" %}' })).toContain('Nesting too deep')
  })
  test('do not touch what stays within them', () => {
    expect(limited('{% for i in (1..100) %}{{ i }}{% endfor %}').length).toBe(192)
  })
})

describe('only data', () => {
  const data = {
    o: { a: 1 },
    list: [1, 2],
    s: 'text',
    n: 5,
    f: () => 'called',
    date: new Date(0),
    own: JSON.parse('{"__proto__": {"x": 1}, "constructor": "mine"}') as unknown,
    bare: Object.assign(Object.create({ inherited: 'no' }) as object, { own: 'yes' }),
    map: new Map<unknown, unknown>([['k', 'v']]),
  }
  const print = (source: string): string => createEngine().parse(source).render(data).output
  test('prototypes and methods cannot be reached', () => {
    for (const root of ['o', 'list', 's', 'n', 'f', 'date', 'map', 'bare', 'forloop'])
      for (const key of [
        '__proto__',
        'constructor',
        'constructor.name',
        'prototype',
        'toString',
        'valueOf',
        'hasOwnProperty',
        'length',
        'get',
        'inherited',
        'entries',
        '__defineGetter__',
      ])
        expect([
          root,
          key,
          print(
            `{{ ${root}.${key} }}{{ ${root}['${key}'] }}{{ ${root} | map: '${key}' | compact | join }}`,
          ).replace(/Liquid error.*/, ''),
        ]).toEqual([root, key, ''])
    expect(
      print(
        '{{ __proto__ }}{{ constructor }}{{ toString }}{{ ["constructor"] }}{{ f }}{{ globalThis }}{{ rt }}{{ R }}',
      ),
    ).toBe('')
  })
  test('keys of that name in data are data', () => {
    expect(print('{{ own.constructor }}{{ own.__proto__.x }}')).toBe('mine1')
  })
  test('names of that kind are names', () => {
    expect(
      print(
        '{% assign __proto__ = 1 %}{{ __proto__ }}{% assign constructor = "c" %}{{ constructor }}{{ o.constructor }}',
      ),
    ).toBe('1c')
    expect(
      print(
        '{% for __proto__ in list %}{{ __proto__ }}{% endfor %}{% increment toString %}{{ "a" | constructor }}{{ "a" | __proto__: 1 }}{{ "a" | toString }}',
      ),
    ).toBe('120aaa')
    expect(() => createEngine().parse('{% constructor %}')).toThrow("Unknown tag 'constructor'")
    expect(
      print(
        '{% capture __proto__ %}x{% endcapture %}{{ o | where: "__proto__" | size }}{{ "a" | default: __proto__: 1 }}',
      ),
    ).toBe('0a')
  })
  test('no text becomes code', () => {
    const texts = [
      '"+globalThis.hacked()+"',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay text
      '`${globalThis.hacked()}`',
      '\\"});globalThis.hacked();({',
      '\u2028globalThis.hacked()',
      '*/globalThis.hacked()/*',
      '\\u0022+globalThis.hacked()+\\u0022',
      '</script>',
      '\\',
    ]
    const forms = [
      (t: string) => `{% raw %}${t}{% endraw %}`,
      (t: string) => t,
      (t: string) => `{{ '${t.replaceAll("'", '')}' }}`,
      (t: string) => `{{ ${t} }}`,
      (t: string) => `{{ a['${t.replaceAll("'", '')}'] }}`,
      (t: string) => `{{ a | ${t} }}`,
      (t: string) => `{{ a | f: ${t}: 1, b: '${t.replaceAll("'", '')}' }}`,
      (t: string) => `{% assign ${t} = 1 %}`,
      (t: string) => `{% for ${t} in list %}{% endfor %}`,
      (t: string) => `{% for i in ${t} %}{{ forloop.name }}{% endfor %}`,
      (t: string) => `{% if a ${t} b %}{% endif %}`,
      (t: string) => `{% cycle '${t.replaceAll("'", '')}': 1, ${t} %}`,
      (t: string) => `{% increment ${t} %}`,
      (t: string) => `{% include '${t.replaceAll("'", '')}', ${t}: ${t} %}`,
      (t: string) => `{% capture ${t} %}{% endcapture %}`,
      (t: string) => `{% tablerow i in list cols:${t} %}{% endtablerow %}`,
      (t: string) => `{% case ${t} %}{% when ${t} %}{% endcase %}`,
    ]
    for (const text of texts)
      for (const form of forms) {
        try {
          print(form(text))
        } catch (error) {
          expect(String(error)).toContain('Liquid syntax error')
        }
      }
    expect('hacked' in globalThis).toBe(false)
  })
})
