import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages, tokenize } from '../../src/highlight/index.ts'
import { readFixtures } from '../fixtures.ts'

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
