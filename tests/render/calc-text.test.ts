import { expect, test } from 'vitest'
import { keepCalcText } from '../../src/render/converters/calc-text.ts'

test('a calc stays as written', () => {
  expect(keepCalcText('a { width: calc(#{$a} - (#{$b} * 2)); }', 'scss')).toBe(
    'a { width: unquote("calc(#{$a} - (#{$b} * 2))"); }',
  )
  expect(keepCalcText('a { // x\n  margin: 0 calc(1px + #{$b}) }', 'scss')).toBe(
    'a { // x\n  margin: 0 unquote("calc(1px + #{$b})") }',
  )
})

test('everything else stays untouched', () => {
  for (const scss of [
    'a { width: -webkit-calc(#{$a} - 1px); }',
    'a { --w: calc(#{$a} - 1px); }',
    'a { width: calc(1px /* + 2px */); }',
    '@container (min-width: calc(#{$a})) { b { c: d } }',
    '// calc(#{$a})\n/* calc(#{$a}) */ a { content: "calc(#{$a})" }',
    'a { width: calc(#{$a}',
    'a#{calc(1px)} { b: c }',
    '@mixin calc($a) { b: $a }\na { @include calc(1px); }\n@function calc($a) { @return $a }',
  ])
    expect(keepCalcText(scss, 'scss')).toBe(scss)
})
