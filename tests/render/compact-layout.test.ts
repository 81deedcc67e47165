/** The layout of libsass's default style, made from Dart Sass's: the right sides are what the reference prints. */
import { expect, test } from 'vitest'
import { compactLayout } from '../../src/render/converters/compact-layout.ts'
import { moveMappings } from '../../src/render/converters/source-map.ts'

test.each([
  ['a {\n  b: c;\n}', 'a { b: c; }'],
  ['a,\nb {\n  c: d;\n  e: f;\n}\nq {\n  r: s;\n}', 'a, b { c: d; e: f; }\n\nq { r: s; }'],
  ['/* one */\n/* two\n\n   three */\n.e { /* only */ }', '/* one */\n/* two three */\n.e { /* only */ }'],
  ['@import url(x);\na {\n  b: c; /* { */\n}', '@import url(x);\na { b: c; /* { */ }'],
  [
    '@media print {\n  a {\n    b: "}";\n  }\n\n  q {\n    r: s;\n  }\n}',
    '@media print { a { b: "}"; } q { r: s; } }',
  ],
  [
    '@keyframes q {\n  0% {\n    a: b;\n    c: d;\n  }\n  100% {\n    a: b;\n  }\n}',
    '@keyframes q { 0% { a: b;\n    c: d; }\n  100% { a: b; } }',
  ],
  [
    '@media print {\n  @keyframes q {\n    0% {\n      a: b;\n    }\n    9% {\n      a: b;\n    }\n  }\n  .x {\n    y: z;\n  }\n}',
    '@media print { @keyframes q { 0% { a: b; }\n    9% { a: b; } } .x { y: z; } }',
  ],
])('%j', (expanded, compact) => {
  expect(compactLayout(expanded).css).toBe(compact)
})

test('every character that is not white space can be followed to its new place', () => {
  const expanded =
    '/* a\n   b */\na,\nb {\n  c: "}{";\n}\n\n@media print {\n  q {\n    r: s;\n  }\n}\nz {\n  y: x;\n}'
  const { css, place } = compactLayout(expanded)
  const rows = css.split('\n')
  for (const [line, row] of expanded.split('\n').entries())
    for (const [column, char] of [...row].entries()) {
      if (char === ' ') continue
      const [to, at] = place(line, column)
      expect(rows[to]?.[at]).toBe(char)
    }
})

test('the mappings of a source map move with the text, their sources stay', () => {
  // Two rules over six lines, each mapped at the rule and at the declaration.
  const mappings = 'AAAA;EACE;;AAEF;EACE;;'
  const { place } = compactLayout('a {\n  b: c;\n}\nd {\n  e: f;\n}')
  expect(moveMappings(mappings, place)).toBe('AAAA,IACE;;AAEF,IACE')
  expect(moveMappings(mappings, (line, column) => [line, column])).toBe('AAAA;EACE;;AAEF;EACE')
})
