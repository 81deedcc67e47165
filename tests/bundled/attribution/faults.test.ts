/** Bad input: what is said of it and where, and that nothing falls over it. */
import { describe, expect, test } from 'vitest'
import { type Diagnostic, lineCol, type Value } from '../../../src/base/index.ts'
import { examineAttribution } from '../../../src/bundled/attribution/examine.ts'
import { readFixtures } from '../../fixtures.ts'
import { buildWith } from '../../plugins/site.ts'
import { build, post } from './build.ts'

function shown({ code, message, help, source, span }: Diagnostic): string {
  const line = source === undefined || span === undefined ? '' : `:${lineCol(source.text, span.start).line}`
  return `${code} ${source?.path}${line} ${message.replace(/ \([^()]*\)$/, '')} | ${help}`
}

const ours = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter((each) => each.code.startsWith('attribution/'))

describe('faults', () => {
  for (const { title, sections } of readFixtures(new URL('./faults.txt', import.meta.url).href))
    test(title, () => {
      const { '_config.yml': config = '', faults = '', ...files } = sections
      const { result } = build(config, files)
      expect(ours(result.diagnostics).map(shown).join('\n')).toBe(faults.trimEnd())
    })
})

test('a message names the way to the key', () => {
  const { result } = build('employers:\n  acme: {from: soon}', {})
  expect(ours(result.diagnostics)[0]?.message).toMatch(/\(_config\.yml > employers > acme > from\)$/)
})

/** Numbers that follow from a seed, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

test('whatever stands at any key, the site is built', () => {
  const next = random(7)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T
  const keys =
    'name url logo blog profiles from to spans role text light dark width alt id asset kind title author license source changes email orcid employers family'
  const odd: readonly Value[] = [
    null,
    true,
    false,
    0,
    -1,
    3.5,
    '',
    ' ',
    'soon',
    '2019-03',
    '</script>',
    'none',
    'MIT',
    '../x',
    'javascript:x',
    '\u0000',
    '{{ x }}',
    'a'.repeat(5000),
  ]
  const value = (depth: number): Value => {
    const kind = depth > 3 ? 0 : next()
    if (kind < 0.5) return pick(odd)
    if (kind < 0.7) return Array.from({ length: Math.floor(next() * 3) }, () => value(depth + 1))
    return new Map(
      Array.from(
        { length: Math.floor(next() * 4) },
        () => [pick([...keys.split(' '), 'acme']), value(depth + 1)] as const,
      ),
    )
  }
  const page =
    '{% include attribution/head.html %}{% include attribution/badge.html %}{% include attribution/reuse.html %}{% include attribution/timeline.html %}{% include attribution/employers.html %}{% include attribution/credits.html all=true %}'
  for (let round = 0; round < 150; round++) {
    const settings = ['author', 'authors', 'employers', 'license', 'disclaimer', 'attribution'].map(
      (key) => [key, value(0)] as const,
    )
    const fields = ['author', 'employer', 'worked', 'license', 'credits'].map(
      (key) =>
        `${key}: ${JSON.stringify(value(1), (_k, item: unknown) => (item instanceof Map ? Object.fromEntries(item) : item))}`,
    )
    const files = {
      '_posts/2021-01-02-a.md': post(fields.join('\n'), page),
      'index.html': post('', page),
      '_data/credits.json': JSON.stringify(value(0), (_k, item: unknown) =>
        item instanceof Map ? Object.fromEntries(item) : item,
      ),
    }
    const { result, output } = buildWith(files, undefined, [
      ...settings,
      ['plugins', ['attribution', 'jekyll-feed']],
    ])
    examineAttribution(result.site)
    expect(output('index.html')).not.toContain('</script></script>')
  }
})

describe('advice of a check', () => {
  const advice = (config: string, files: Readonly<Record<string, string>>): readonly string[] => {
    const { result } = build(config, files)
    expect(ours(result.diagnostics)).toEqual([])
    const all = { ...files, '_config.yml': config }
    return examineAttribution(
      result.site,
      (path) => all[path.slice('/site/'.length) as keyof typeof all],
    ).map(shown)
  }
  const config = `author: Ada
employers: {acme: {name: Acme, from: 2019-01, to: 2019-12}, beta: {name: Beta, from: 2019-12, to: 2020-06}}
attribution: {require_credits: true}
license: CC-BY-ND-4.0
`
  test('a post in a gap, and one in two jobs', () => {
    const files = {
      '_posts/2019-05-01-fine.md': post('title: A'),
      '_posts/2019-12-05-two.md': post('title: B\ndate: 2019-12-05'),
      '_posts/2019-12-06-said.md': post('employer: acme'),
      '_posts/2021-01-01-gap.md': post('title: C\nworked: 2021-02'),
      '_posts/2021-01-02-none.md': post('employer: none'),
    }
    expect(advice(config, files)).toEqual([
      'attribution/two-employers _posts/2019-12-05-two.md:3 The post of 2019-12-05 falls into the times of Acme and Beta. | write `employer: acme` for one of them, or `employer: [acme, beta]` for all',
      'attribution/gap _posts/2021-01-01-gap.md:3 The post of 2021-02-01 to 2021-02-28 falls into no time at any employer. | write `employer: none`, name the employer, or fix the times in `employers`',
    ])
  })

  test('a picture nobody is named for', () => {
    const files = {
      '_posts/2019-05-01-a.md': post(
        'title: A',
        '![x](/assets/a.png) <img src="/assets/b.jpg?x"> {% link assets/c.svg %} ![y](https://e.example/d.png)',
      ),
      '_data/credits.yml': '- {asset: assets/b.jpg, author: Jo}\n',
      'assets/c.svg': '<svg/>',
    }
    expect(advice(config, files)).toEqual([
      "attribution/no-credit _posts/2019-05-01-a.md The picture '/assets/a.png' has no credit. | add it to `_data/credits.yml` or to `credits` of the page; your own pictures too, with your name",
      "attribution/no-credit _posts/2019-05-01-a.md The picture '/assets/c.svg' has no credit. | add it to `_data/credits.yml` or to `credits` of the page; your own pictures too, with your name",
    ])
  })

  test('a text that may not be changed with a picture that asks to be shared alike', () => {
    const files = {
      '_posts/2019-05-01-a.md': post('credits: [{asset: /a.png, author: Jo, license: CC-BY-SA-4.0}]'),
      '_posts/2019-05-02-b.md': post(
        'license: CC-BY-4.0\ncredits: [{asset: /a.png, author: Jo, license: CC-BY-SA-4.0}]',
      ),
    }
    expect(advice(config, files)).toEqual([
      "attribution/license-conflict _posts/2019-05-01-a.md:2 The text is under CC BY-ND 4.0, which allows no changed versions, but uses '/a.png' under CC BY-SA 4.0, which asks what it is used in to be shared alike. | give the text a licence that allows changes, or use another file",
    ])
  })
})
