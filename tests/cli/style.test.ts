import { expect, test } from 'vitest'
import { runIn } from './host.ts'

test('prints the theme, under a scope of one’s own', async () => {
  const plain = await runIn('/', ['style', 'pastie'])
  expect([plain.code, plain.err]).toEqual([0, ''])
  expect(plain.out).toMatch(
    /^\.highlight table td \{ padding: 5px; \}\n\.highlight table pre \{ margin: 0; \}\n/,
  )
  const scoped = await runIn('/', ['style', 'pastie', '--scope', '.x pre'])
  expect(scoped.out).toBe(plain.out.replaceAll('.highlight', '.x pre'))
})

test('an unknown name gets the nearest and all there are', async () => {
  const said = await runIn('/', ['style', 'molokia'])
  expect([said.code, said.err]).toEqual([
    1,
    "             Error: There is no theme 'molokia'. Did you mean 'molokai'?\n",
  ])
  expect(said.out).toContain('base16, base16.dark')
  expect(said.out).toContain('luna, luna.dark, luna.light')
})

test('a name is needed', async () => {
  const said = await runIn('/', ['style'])
  expect(said.code).toBe(1)
  expect(said.err + said.out).toContain('thankful_eyes')
})
