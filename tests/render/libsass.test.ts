/** Style sheets as jekyll-sass-converter 2 prints them with libsass, to the byte, and what is said of mistakes. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { BuildError, type Diagnostic } from '../../src/base/index.ts'
import { filesOf } from '../../src/read/files-in-text.ts'
import { partCompoundExtends } from '../../src/render/converters/compound-extends.ts'
import { createSass } from '../../src/render/converters/sass.ts'
import { keepStaticLines, keepStaticValues, withoutMarks } from '../../src/render/converters/static-values.ts'
import { sassSettings } from '../../src/render/settings/sass.ts'
import { readAnswered } from '../fixtures.ts'
import { expectLinear } from '../steps.ts'
import { type BuiltSite, buildSite, openSite } from './build-site.ts'
import { compilers } from './compilers.ts'

const built = (files: ReadonlyMap<string, string>): BuiltSite => buildSite(files, 'jekyll-4.3')

for (const { title, sections } of readAnswered(path.join(import.meta.dirname, 'libsass.txt'))) {
  test(title, () => {
    const entries = Object.entries(sections)
    const files = new Map(entries.filter(([name]) => !name.startsWith('output ')))
    const outputs = entries.filter(([name]) => name.startsWith('output '))
    const wanted = outputs.map(([name, text]) => [name.slice('output '.length), text])
    expect([...built(files).outputs].sort()).toEqual(wanted.sort())
  })
}

function failure(site: string): Diagnostic {
  try {
    built(filesOf(site))
  } catch (error) {
    if (error instanceof BuildError && error.diagnostics[0] !== undefined) return error.diagnostics[0]
    throw error
  }
  throw new Error('the site was built')
}

/** What was said behind the first line or colon, and the text that the diagnostic points at with its line in the file. */
function told({ message, source, span }: Diagnostic): readonly string[] {
  const said = message.replace(/^.*:\n|^Liquid Exception: /, '')
  if (source === undefined || span === undefined) return [said]
  const line = source.text.slice(0, span.start).split('\n').length
  return [said, `${source.path}:${line} ${source.text.slice(span.start, span.end)}`]
}

test('a mistake is told in the words of libsass and shown where it stands', () => {
  expect(told(failure("-- a.scss --\n---\ntitle: A\n---\n\na { x: 'y'; b: $c }\n"))).toEqual([
    'Error: Undefined variable: "$c". (a.scss:5)',
    'a.scss:5 $c',
  ])
  expect(
    told(failure('-- a.scss --\n---\n---\n@import "p";\n-- _sass/_p.scss --\n\n\na { b: $c }\n')),
  ).toEqual(['Error: Undefined variable: "$c". (_sass/_p.scss:3)', '_sass/_p.scss:3 $c'])
  expect(told(failure('-- a.scss --\n---\n---\na { @include b($c: 1); }\n'))).toEqual([
    'Error: no mixin named b (a.scss:3)',
    'a.scss:3 @include b($c: 1)',
  ])
  expect(told(failure('-- a.scss --\n---\n---\n@import "gone";\n'))).toEqual([
    'Error: File to import not found or unreadable: gone. (a.scss:3)',
    'a.scss:3 "gone"',
  ])
})

test('mistakes in what a filter is given are told with their place, and shown where they stand in a partial', () => {
  const partial = failure(
    '-- a.html --\n---\n---\n\n{{ \'@import "p";\' | scssify }}\n-- _sass/_p.scss --\na {\n  b: $c;\n}\n',
  )
  expect(told(partial)).toEqual([
    'Error: Undefined variable: "$c". (_sass/_p.scss:2) in a.html',
    '_sass/_p.scss:2 $c',
  ])
  expect(partial.trail[0]).toBe('at a.html:4')
  expect(
    told(failure('-- a.html --\n---\n---\n{% capture c %}a { b: $c; }{% endcapture %}{{ c | scssify }}\n')),
  ).toEqual([
    'Error: Undefined variable: "$c". (line 1:8 of the text: a { b: $c; }) in a.html',
    'a.html:3 {% capture c %}',
  ])
})

test('a text with the same imports is compiled once, and again when one of them reads otherwise', () => {
  const { site } = openSite(new Map([['_config.yml', '']]), 'jekyll-4.3')
  let partial = 'a { b: c }'
  const asked: string[] = []
  const files = {
    readText(at: string) {
      asked.push(at)
      return at.endsWith('/_sass/_p.scss') ? partial : undefined
    },
  }
  const [scss] = createSass(site, files, sassSettings(site), compilers)
  let compiled = 0
  const piece = (): string | undefined => {
    const { ascii, path: at } = { ascii: false, path: '' }
    // What libsass warns of is said while it compiles.
    return scss?.convert('@import "p"; @warn "x";', {
      path: at,
      ascii,
      addFile: () => {},
      warn: () => compiled++,
    })
  }
  expect([piece(), piece(), compiled]).toEqual(['a { b: c; }\n', 'a { b: c; }\n', 1])
  asked.length = 0
  expect([piece(), compiled]).toEqual(['a { b: c; }\n', 1])
  // Whoever notes what a page depends on sees the file.
  expect(asked.some((at) => at.endsWith('/_sass/_p.scss'))).toBe(true)
  partial = 'd { e: f }'
  expect([piece(), compiled]).toEqual(['d { e: f; }\n', 2])
})

test.each<[string, (n: number) => string]>([
  ['rules', (n) => "a{b:'c'}\n".repeat(n / 8)],
  ['extends', (n) => '@extend .a'.repeat(n / 10)],
  ['strings', (n) => `a{b:${"'c' ".repeat(n / 4)}`],
  ['open strings', (n) => `a{b:${'"\\'.repeat(n / 2)}`],
  ['custom properties', (n) => '--a:{"'.repeat(n / 6)],
  ['interpolated names', (n) => 'a#{b'.repeat(n / 4)],
  ['calls of Internet Explorer', (n) => `a{b:${"progid:a(b='#{".repeat(n / 14)}`],
  ['lines', (n) => "a\n  b: 'c'\n".repeat(n / 12)],
])('linear in %s', (_, make) => {
  expectLinear(make, (text) => {
    withoutMarks(keepStaticValues(text, 'libsass'))
    keepStaticLines(text)
    partCompoundExtends(text)
  })
})

test('`@warn` and `@debug` are told with their place; deprecations of the compiler that stands for libsass are not', () => {
  const { diagnostics } = built(
    filesOf(
      '-- a.scss --\n---\n---\n@import "p";\n@warn "careful";\n@debug 1 + 1;\na { b: darken(red, 1%) }\n-- _sass/_p.scss --\n\n@warn "here, too";\n',
    ),
  )
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'Sass warning: here, too (_sass/_p.scss:2:1)',
    'Sass warning: careful (a.scss:4:1)',
    'Sass debug: 2 (a.scss:5:1)',
  ])
})
