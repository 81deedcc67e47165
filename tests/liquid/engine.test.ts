/** The engine as its hosts use it: tags, filters, drops, scopes, errors and their places. */
import { describe, expect, test } from 'vitest'
import { RubyFloat, utcTime, zoneFor } from '../../src/base/index.ts'
import {
  Abort,
  createEngine,
  Drop,
  type EngineOptions,
  type FilterDefinition,
  LiquidFault,
  LiquidRenderError,
  LiquidSyntaxError,
  type RenderContext,
  type TagDefinition,
} from '../../src/liquid/index.ts'

const print = (source: string, data: unknown = {}, options: EngineOptions = {}): string =>
  createEngine(options).parse(source).render(data).output

/** Shows a variable by name at run time. */
const show: TagDefinition<string> = {
  name: 'show',
  parse: (markup) => markup.trim(),
  render: (name, ctx) => String(ctx.get(name)),
}
const wrap: TagDefinition<string> = {
  name: 'wrap',
  body: 'block',
  parse: (markup) => markup.trim(),
  render: (name, ctx, body) => ctx.withScope(new Map([[name, 'inner']]), () => `<${body()}>`),
}
const verbatim: TagDefinition<null> = {
  name: 'verbatim',
  body: 'raw',
  parse: () => null,
  render: (_state, _ctx, body) => body().toUpperCase(),
}
const value: TagDefinition<ReturnType<RenderContext['expression']>> = {
  name: 'value',
  parse: (markup, site) => {
    if (markup.trim() === '') site.fail('value of what?')
    if (markup.includes('!')) site.warn('no need to shout')
    return site.expression(markup.trim())
  },
  render: (expression, ctx) => String(ctx.evaluate(expression)),
}
const TAGS = { tags: [show, wrap, verbatim, value] }

describe('host tags', () => {
  test('see loop variables by name', () => {
    expect(print('{% for i in (1..2) %}{% show i %}{% show forloop %}{% endfor %}', {}, TAGS)).toContain('1')
    expect(print('{% for i in (1..3) %}{% if true %}{% show i %}{% endif %}{% endfor %}', {}, TAGS)).toBe(
      '123',
    )
  })
  test('put variables on top of loop variables for their body', () => {
    expect(print('{% for i in (1..2) %}{% wrap i %}{{ i }}{% endwrap %}{{ i }}{% endfor %}', {}, TAGS)).toBe(
      '<inner>1<inner>2',
    )
  })
  test('with bodies that break their loop', () => {
    expect(
      print(
        '{% for i in (1..3) %}{% wrap x %}{{ i }}{% if i == 2 %}{% break %}{% endif %}.{% endwrap %}{% endfor %}|',
        {},
        TAGS,
      ),
    ).toBe('<1.><2>|')
  })
  test('with raw bodies', () => {
    expect(print('{% verbatim %}a {{ b }} {% if %}{% endverbatim %}', {}, TAGS)).toBe('A {{ B }} {% IF %}')
  })
  test('replace tags of Liquid of the same name', () => {
    const include: TagDefinition<string> = {
      name: 'include',
      parse: (markup) => markup,
      render: (markup) => `[${markup}]`,
    }
    expect(print('{% include a b %}', {}, { tags: [include] })).toBe('[a b ]')
  })
  test('complain with their place', () => {
    const engine = createEngine(TAGS)
    expect(() => engine.parse('\n a {% value %}', { path: 'x.md' })).toThrow(
      'Liquid syntax error (line 2): value of what?',
    )
    expect(engine.parse('{% value a! %}').warnings.map((w) => w.message)).toEqual([
      'Liquid syntax error (line 1): no need to shout',
    ])
  })
  test('evaluate expressions in the present scopes', () => {
    expect(
      print('{% for p in list %}{% value p.k %}{% endfor %}', { list: [{ k: 1 }, { k: 2 }] }, TAGS),
    ).toBe('12')
  })
  test('render other templates, whose errors name them', () => {
    const engine = createEngine()
    const inner = engine.parse('x\n{{ 1 | divided_by: 0 }}{{ v }}', { path: '_includes/a.html' })
    const call: TagDefinition<null> = {
      name: 'call',
      parse: () => null,
      render: (_s, ctx) => ctx.renderTemplate(inner),
    }
    const { output, errors } = createEngine({ tags: [call] })
      .parse('{% assign v = 5 %}\n\n{% call %}', { path: 'page.md' })
      .render({})
    expect(output).toBe('\n\nx\nLiquid error (_includes/a.html line 2): divided by 05')
    expect(errors[0]).toMatchObject({
      path: '_includes/a.html',
      line: 2,
      text: 'divided by 0',
      trail: ['included from page.md:3'],
    })
  })
  test('without end', () => {
    expect(() => createEngine(TAGS).parse('{% wrap %}')).toThrow("'wrap' tag was never closed")
    expect(() => createEngine(TAGS).parse('{% verbatim %}')).toThrow("'verbatim' tag was never closed")
  })
})

describe('host filters', () => {
  const whereExp: FilterDefinition = {
    min: 2,
    max: 2,
    run: (ctx, input, name, code) => {
      const condition = ctx.condition(String(code))
      return (input as readonly unknown[]).filter((item) =>
        ctx.withScope(new Map([[String(name), item]]), () => ctx.evaluate(condition)),
      )
    },
  }
  const shout: FilterDefinition = { min: 0, max: 1, run: (_ctx, input, mark = '!') => `${input}${mark}` }
  const filters = { where_exp: whereExp, upcase: shout }
  test('see loop variables in their code', () => {
    expect(
      print(
        '{% for n in (1..3) %}{{ list | where_exp: "x", "x > n and x != 3" | join }};{% endfor %}',
        { list: [1, 2, 3, 4] },
        { filters },
      ),
    ).toBe('2 4;4;4;')
  })
  test('replace filters of Liquid of the same name', () => {
    expect(print('{{ "a" | upcase }}{{ "a" | upcase: "?" }}', {}, { filters })).toBe('a!a?')
  })
  test('are told how many arguments they take', () => {
    expect(print('{{ "a" | upcase: 1, 2 }}', {}, { filters })).toBe(
      'Liquid error (line 1): wrong number of arguments (given 3, expected 1..2)',
    )
  })
  test('that throw', () => {
    const fails: FilterDefinition = {
      min: 0,
      max: 0,
      run: () => {
        throw new LiquidFault('no good')
      },
    }
    const breaks: FilterDefinition = {
      min: 0,
      max: 0,
      run: () => {
        throw new TypeError('x')
      },
    }
    const ends: FilterDefinition = {
      min: 0,
      max: 0,
      run: () => {
        throw new Abort('stop')
      },
    }
    const engine = createEngine({ filters: { fails, breaks, ends } })
    expect(engine.parse('{{ 1 | fails }}{{ 2 | breaks }}').render({}).output).toBe(
      'Liquid error (line 1): no goodLiquid error (line 1): internal',
    )
    expect(() => engine.parse('{% for i in (1..2) %}{{ 1 | ends }}{% endfor %}').render({})).toThrow(Abort)
  })
})

describe('drops', () => {
  class Person extends Drop {
    get(key: string): unknown {
      return { name: 'Ann', age: 5, size: 'tall', none: null }[key]
    }
    override keys(): readonly string[] {
      return ['name', 'age']
    }
    toText(): string {
      return 'a person'
    }
  }
  test('give fields, pairs and text, and nothing else', () => {
    const data = { p: new Person() }
    expect(
      print('{{ p.name }}{{ p["age"] }}{{ p.size }}|{{ p.toText }}{{ p.keys }}{{ p.constructor }}', data),
    ).toBe('Ann5tall|')
    expect(print('{{ p }}{% for x in p %}[{{ x[0] }}:{{ x[1] }}]{% endfor %}', data)).toBe(
      'a person[name:Ann][age:5]',
    )
    expect(
      print('{{ list | map: "name" }}{{ list | where: "age", 5 | size }}', { list: [new Person()] }),
    ).toBe('Ann1')
  })
  test('as the whole environment', () => {
    expect(print('{{ name }}{{ age }}{{ other }}', new Person())).toBe('Ann5')
  })
})

describe('data', () => {
  test('plain objects, Maps and Ruby floats', () => {
    expect(
      print('{{ a.b }}{{ m.k }}{{ f }}{{ a }}', { a: { b: 1 }, m: new Map([['k', 2]]), f: new RubyFloat(3) }),
    ).toBe('123.0{"b"=>1}')
  })
  test('is never changed', () => {
    const data = Object.freeze({ list: Object.freeze([3, 1, 2]), n: 1 })
    expect(
      print(
        '{{ list | sort | join }}{{ list | reverse | join }}{% increment n %}{% for i in list reversed %}{{ i }}{% endfor %}',
        data,
      ),
    ).toBe('1 2 32 1 31213')
    expect(data.list).toEqual([3, 1, 2])
  })
})

describe('errors', () => {
  test('of syntax carry path, line and column', () => {
    try {
      createEngine().parse('a\n  {% foo %}', { path: 'x.html' })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(LiquidSyntaxError)
      expect(error).toMatchObject({
        path: 'x.html',
        line: 2,
        column: 3,
        text: "Unknown tag 'foo'",
        message: "Liquid syntax error (line 2): Unknown tag 'foo'",
      })
    }
  })
  test('count lines from the line given', () => {
    expect(() => createEngine().parse('\n{% foo %}', { line: 5 })).toThrow('(line 6)')
    expect(createEngine().parse('\n{{ 1 | divided_by: 0 }}', { line: 5 }).render({}).errors[0]?.line).toBe(6)
  })
  test('stop the rendering when asked to', () => {
    const template = createEngine().parse('a{{ 1 | divided_by: 0 }}b{{ x }}')
    expect(() => template.render({}, { throwErrors: true })).toThrow(LiquidRenderError)
    expect(() => template.render({}, { throwErrors: true })).toThrow('Liquid error (line 1): divided by 0')
  })
  test('of partials say where they were included from', () => {
    const partials: Readonly<Record<string, string>> = {
      a: 'x\n{% include "b" %}',
      b: '{{ 1 | divided_by: 0 }}',
    }
    const engine = createEngine({ partials: (name) => partials[name] })
    expect(engine.parse('\n{% include "a" %}', { path: 'p.md' }).render({}).errors[0]).toMatchObject({
      path: 'b',
      line: 1,
      trail: ['included from a:2', 'included from p.md:2'],
    })
    expect(engine.parse('{% include "c" %}').render({}).output).toBe(
      "Liquid error (line 1): No such template 'c'",
    )
    expect(createEngine().parse('{% include "c" %}').render({}).output).toBe(
      'Liquid error (line 1): This liquid context does not allow includes.',
    )
  })
})

describe('dates', () => {
  test('take the zone and the present from the host', () => {
    const zone = zoneFor('Europe/Berlin')
    const template = createEngine().parse(
      "{{ '2024-07-01 12:00' | date: '%H:%M %z' }} {{ 0 | date: '%H %Z' }}",
    )
    expect(template.render({}, { zone }).output).toBe('12:00 +0200 01 CET')
  })

  test('the host is asked for the present once, and only where a template wants to know', () => {
    let asked = 0
    const now = () => {
      asked++
      return utcTime(2024, 5, 6)
    }
    const render = (source: string) => createEngine().parse(source).render({}, { now }).output
    expect([render("{{ 0 | date: '%Y' }}"), asked]).toEqual(['1970', 0])
    expect([render("{{ 'now' | date: '%d' }}{{ 'today' | date: '%m' }}"), asked]).toEqual(['0605', 1])
  })
})

test('text stays text, whatever JavaScript would make of it', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay text
  const text = 'a\u2028b\\n"\'`${x}`*/'
  expect(print(`${text}{{ x }}`)).toBe(text)
  expect(print(`${text}{{ x | default: 1.0 }}`)).toBe(`${text}1.0`)
})

test('replace finds what stands behind many matches, as many as there are', () => {
  const template = createEngine().parse("{{ text | replace: ', ', '$&;' }}|{{ text | remove: 'ab' }}")
  for (const count of [0, 1, 63, 64, 65, 1000]) {
    const text = `${'ab, '.repeat(count)}c`
    expect(template.render({ text }).output).toBe(`${'ab$&;'.repeat(count)}c|${', '.repeat(count)}c`)
  }
})
