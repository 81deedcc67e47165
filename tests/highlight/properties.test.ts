import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ROUGE_VERSIONS, type RougeVersion } from '../../src/base/index.ts'
import { highlight, languages, tokenize } from '../../src/highlight/index.ts'
import type { VersionedLanguage } from '../../src/highlight/language.ts'
import { LANGUAGES } from '../../src/highlight/registry-table.ts'
import { readFixtures } from '../fixtures.ts'
import { patternStepsOf } from '../pattern-steps.ts'
import { expectEachProportional, expectProportional } from '../steps.ts'

/** A small generator with a seed, so a failure can be looked at again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const PIECES = [
  ...'abzAZ019_$@#%^&*()[]{}<>/\\|`\'"~!?.,:;=+-\n\t ',
  '\r\n',
  '/*',
  '*/',
  '//',
  '<!--',
  '-->',
  '"""',
  "'''",
  '${',
  '#{',
  '}}',
  '{{',
  '{%',
  '%}',
  '<%',
  '%>',
  '<<EOS\n',
  '\nEOS\n',
  '<script>',
  '</script>',
  '<style>',
  'if ',
  'end\n',
  'def f',
  'class A',
  'import ',
  'é',
  '日本',
  '😀',
  '\ud800',
  '\0',
  '---\n',
  '```\n',
  '#if 0\n',
  '$(',
  '((',
  'R"(',
  '=begin\n',
  '\u2028',
  '\ufeff',
  'x: y\n',
  '0x1',
  '1.5e3',
  '\\\n',
]

/** What opens and never closes, nests, or repeats what a rule looks for. */
const SEEDS = [
  '/*',
  '/* *',
  '"',
  "'",
  '`',
  '"\\',
  '<!-- ',
  '<',
  '</',
  '<a ',
  '&',
  '{',
  '(',
  '[',
  '${',
  '#{',
  '$(',
  '{{ ',
  '{% ',
  '<%',
  'a b(',
  'a ',
  'a(',
  '/',
  '\\',
  '<<A\n',
  '"""',
  "'''",
  '%w(',
  '#',
  '---\n',
  '- ',
  ': ',
  '| ',
  '*',
  '_',
  '```\n',
  'R"x(',
  'r#"',
  '\n',
  ' ',
  '\t',
  '@',
  '=begin\n',
  '1',
  '.',
  'é',
  '<script>',
  'x;',
  'if (',
  'end ',
  '!',
  '=',
  '$',
  '%',
  '~',
  '^',
]

/** So many are counted together: a square in one of them is still seen. */
const TOGETHER = 16
const GROUPS = Array.from({ length: Math.ceil(SEEDS.length / TOGETHER) }, (_, group) =>
  SEEDS.slice(group * TOGETHER, (group + 1) * TOGETHER),
)

const FIXTURES = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) =>
    readFixtures(new URL(name, import.meta.url)).map((fixture) => fixture.sections.code ?? ''),
  )

const joined = (code: string, tag: string): string =>
  (tokenize(code, tag) ?? []).map((token) => token.text).join('')

describe.each(languages())('%s', (tag) => {
  test('tokens joined are the text, whatever it is', () => {
    const next = random(tag.length * 7919)
    for (let round = 0; round < 60; round++) {
      let code = ''
      for (let i = 0; i < 1 + round; i++) code += PIECES[Math.floor(next() * PIECES.length)]
      expect(joined(code, tag)).toBe(code)
    }
  })

  test('tokens joined are the text, for snippets of all languages', () => {
    for (let i = tag.length; i < FIXTURES.length; i += 11) expect(joined(FIXTURES[i]!, tag)).toBe(FIXTURES[i])
  })
})

/** Versions in which a language is another than in 3.30, one of each kind. */
function otherVersions(language: VersionedLanguage): readonly RougeVersion[] {
  const seen = new Set([language.in('3.30')])
  return ROUGE_VERSIONS.filter((version) => {
    const there = language.in(version)
    if (there === undefined || seen.has(there)) return false
    seen.add(there)
    return true
  })
}

const ALL = [
  ...languages().map((tag) => [tag, '3.30'] as const),
  ...LANGUAGES.flatMap((language) =>
    otherVersions(language).map((version) => [language.tag, version] as const),
  ),
]

describe.each(ALL)('%s of Rouge %s costs what its text is long, not its square', (tag, rouge) => {
  const code = (seeds: readonly string[]) => (size: number) => {
    const texts = seeds.map((seed) => seed.repeat(Math.ceil(size / seed.length)))
    return {
      size: texts.join('').length,
      run: () => {
        for (const text of texts) highlight(text, tag, { rouge })
      },
    }
  }

  test('in steps of its own', () => {
    expectEachProportional(GROUPS.map(code), 1024)
  })

  test('in steps of its expressions', () => {
    const growsAt = (size: number) => (seeds: readonly string[]) => {
      try {
        expectProportional(code(seeds), size, patternStepsOf)
        return false
      } catch {
        return true
      }
    }
    // What is repeated up to a number of times looks like a square in a text that is shorter.
    const growing = GROUPS.filter(growsAt(256))
      .flat()
      .map((seed) => [seed])
    for (const seed of growing.filter(growsAt(256)).filter(growsAt(2048)))
      expectProportional(code(seed), 8192, patternStepsOf)
  })
})
