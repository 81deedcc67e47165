/** `Jekyll::URL` for plugins with a scheme of their own, as Jekyll 4.3.1 answers. */
import { expect, test } from 'vitest'
import { makeSite } from '../site-maker.ts'
import { saidByRuby } from './said-by-ruby.ts'

const TRIES: readonly (readonly [code: string, said: string])[] = [
  ["Jekyll::URL.new(template: ':a/:b', placeholders: { a: 'x', b: 'y' }).to_s", '"/x/y"'],
  ["Jekyll::URL.new(template: '/:a/:b.html', placeholders: { a: nil, b: 'y z' }).to_s", '"/y%20z.html"'],
  [
    "Jekyll::URL.new(template: '//:a//../:b', placeholders: { a: 'é&?%#', b: './q' }).to_s",
    '"/%C3%A9&?%25%23/q"',
  ],
  ["Jekyll::URL.new(template: '/:ab/:a', placeholders: { a: 'q', ab: 'r' }).to_s", '"/qb/q"'],
  ["Jekyll::URL.new(template: '/:x/:a', placeholders: { a: '' }).to_s", '"/:x/"'],
  ["Jekyll::URL.new(template: 'a//b/:a/', placeholders: { a: '..' }).to_s", '"/a/b/"'],
  ["Jekyll::URL.new(permalink: '/p q//r', placeholders: {}).to_s", '"/p q/r"'],
  ["Jekyll::URL.new(permalink: '/p/:a/', template: 'z', placeholders: { a: 'b c' }).to_s", '"/p/b%20c/"'],
  [
    'Jekyll::URL.new(placeholders: {}).to_s',
    'ArgumentError: One of :template or :permalink must be supplied.',
  ],
  ["Jekyll::URL.new(template: '', placeholders: {}).to_s", '"/"'],
  ["Jekyll::URL.new(template: '/:a').to_s", '"/:a"'],
  ["Jekyll::URL.escape_path('a b/é%20[x]?#')", '"a%20b/%C3%A9%2520%5Bx%5D?%23"'],
  ["Jekyll::URL.unescape_path('a%20b/%C3%A9+%zz%')", '"a b/é+%zz%"'],
]

test('URLs of templates, permalinks and placeholders', async () => {
  const said = await saidByRuby(
    makeSite({ '_config.yml': '' }),
    TRIES.map(([code]) => code),
  )
  expect(said).toEqual(TRIES.map(([, expected]) => expected))
})
