/** Ruby Sass's output, as the stylesheets that GitHub Pages made of its own themes show it. */
import { expect, test } from 'vitest'
import { rubyCompressed } from '../../src/render/converters/ruby-compressed.ts'
import { keepStaticValues } from '../../src/render/converters/static-values.ts'
import { expectLinear } from '../steps.ts'
import { pagesOutputs } from './build.ts'

const css = (scss: string, settings = 'sass: {style: compressed}'): string =>
  pagesOutputs({ 'a.scss': `---\n---\n${scss}` }, `theme: null\n${settings}`).get('a.css') ?? ''

test('rules without needless characters, and a line break at the end', () => {
  expect(css('a, b {\n  c: d;\n\n  e > f + g ~ h { i: j }\n}\nk { l: m }')).toBe(
    'a,b{c:d}a e>f+g~h,b e>f+g~h{i:j}k{l:m}\n',
  )
})

test('values without anything to compute stay as written', () => {
  expect(css("a{font-family:'Noto Sans', Helvetica,Arial; margin:.5em 0.50em; color:#AABBCC}")).toBe(
    "a{font-family:'Noto Sans', Helvetica,Arial;margin:.5em 0.50em;color:#AABBCC}\n",
  )
  expect(css('a{font:14px/1.5 "Noto Sans", sans-serif; display:none !important}')).toBe(
    'a{font:14px/1.5 "Noto Sans", sans-serif;display:none !important}\n',
  )
})

test('computed values: tight lists and colours, spaces between arguments, no zero before a point', () => {
  expect(css('$f: Consolas, monospace; a{font-family:$f}')).toBe('a{font-family:Consolas,monospace}\n')
  expect(css('$c: #1b1f23; a{b:rgba($c, 0.25)}')).toBe('a{b:rgba(27,31,35,0.25)}\n')
  expect(css('$h: 0.25em; a{height:$h;margin:-$h !important}')).toBe(
    'a{height:.25em;margin:-.25em !important}\n',
  )
  expect(css('a{transform:scale3d(1, 1, 1)}')).toBe('a{transform:scale3d(1, 1, 1)}\n')
})

test('computed colours are as short as can be, written ones stay', () => {
  expect(css('$a: #ff0000; $b: blanchedalmond; $c: #FFFFFF; $d: #0086B3; a{b:$a $b;c:$c;d:$d solid}')).toBe(
    'a{b:red #ffebcd;c:#fff;d:#0086B3 solid}\n',
  )
  expect(css('a{b:black;c:#ff0000;d:1px solid #AABBCC;e:transparent}')).toBe(
    'a{b:black;c:#ff0000;d:1px solid #AABBCC;e:transparent}\n',
  )
  expect(css('$f: "black", url(red.png), x-black; a{b:$f}')).toBe('a{b:"black",url(red.png),x-black}\n')
})

test('a custom property is text', () => {
  expect(css(':root{--a: #ff0000;--b:black,x}')).toBe(':root{--a: #ff0000;--b:black,x}\n')
})

test('quotes in selectors and the text of media queries', () => {
  expect(css('a[type="b"], c[d=\'e\'] { @media print, screen and (max-width: 9px) { f: g } }')).toBe(
    '@media print, screen and (max-width: 9px){a[type="b"],c[d=\'e\']{f:g}}\n',
  )
})

test('comments go, but loud ones', () => {
  expect(css('/*! a */\n/* b */ c { d: e; /* f */ g: h }')).toBe('/*! a */c{d:e;g:h}\n')
})

test('key frames, at-rules without a block, characters beyond ASCII', () => {
  expect(css('@keyframes x{0%{a:b}100%{a:c}}')).toBe('@keyframes x{0%{a:b}100%{a:c}}\n')
  expect(css('@import url("x.css");a{content:"é"}')).toBe(
    '@charset "UTF-8";@import url("x.css");a{content:"é"}\n',
  )
  expect(css('a{content:"\\f101 {;}"}')).toContain('{;}"}')
})

test('rules that came after Ruby Sass are printed as they are', () => {
  expect(css("@use 'main.bundle';\na{b:c}")).toBe("@use 'main.bundle';a{b:c}\n")
  expect(css('@use "a" as b;\n@forward "src/list" hide list-reset, $gap;\na{b:c}')).toBe(
    '@use "a" as b;@forward "src/list" hide list-reset, $gap;a{b:c}\n',
  )
  expect(css("@use 'x';\na{b:c}", '')).toBe("@use 'x';\na {\n  b: c; }\n")
})

test('no source map, and braces behind the last declaration where the style is the default', () => {
  const outputs = pagesOutputs({ 'a.scss': '---\n---\n.foo-bar { color: red; }' }, 'theme: null')
  expect([...outputs.keys()]).not.toContain('a.css.map')
  expect(outputs.get('a.css')).toBe('.foo-bar {\n  color: red; }\n')
})

test('what cannot be parsed is an error of Sass, not of the layout', () => {
  expect(() => css('a{b:')).toThrow(/expected|Expected/)
  expect(rubyCompressed('')).toBe('')
  expect(rubyCompressed('a {')).toBe('a{')
})

test.each<[string, (n: number) => string]>([
  ['rules', (n) => 'a{b:c;}\n'.repeat(n / 8)],
  ['words', (n) => `a{b:${'c '.repeat(n / 2)}`],
  ['comments', (n) => '/*'.repeat(n / 2)],
  ['parentheses', (n) => `a{b:${'('.repeat(n)};}`],
  ['attributes', (n) => '[a="'.repeat(n / 4)],
  ['names', (n) => `${'a:b '.repeat(n / 4)}{`],
  ['quotes', (n) => `a{b:${'"'.repeat(n)};}`],
])('linear in %s', (_, make) => {
  expectLinear(make, (scss) => {
    keepStaticValues(scss, 'ruby-sass')
    rubyCompressed(scss)
  })
})
