/** `whirl figure`: a text to a picture. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { makeSite } from '../site-maker.ts'
import { runIn } from './host.ts'

test('writes an SVG of its own, with the colours of light and dark, or of one of them', async () => {
  const { root, read } = makeSite({ 'in/udp.packet': 'include udp\n' })
  expect(await runIn(root, ['figure', 'in/udp.packet'])).toEqual({
    code: 0,
    out: 'Wrote udp.svg: UDP header, 599 × 88 pixels.\n',
    err: '',
  })
  expect(read('udp.svg')).toMatch(/^<svg .*prefers-color-scheme:dark.*<\/svg>\n$/s)
  expect((await runIn(root, ['figure', 'in/udp.packet', '--scheme', 'dark', '-o', 'a/b.svg'])).code).toBe(0)
  expect(read('a/b.svg')).not.toContain('var(')
})

test('writes a PNG, twice as large', async () => {
  const { root, at } = makeSite({ 'x.txt': 'include udp\n' })
  expect((await runIn(root, ['figure', 'x.txt', '--kind', 'packet', '-o', 'x.png'])).err).toBe('')
  const bytes = fs.readFileSync(at('x.png'))
  expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)]).toEqual(['PNG', 1198])
})

test('a capture beside it is read', async () => {
  const { root, read } = makeSite({
    'x.packet': 'pcap: a.pcap frame=11 layers=udp\n',
    'a.pcap': fs.readFileSync('tests/figures/captures/loopback.pcap'),
  })
  expect((await runIn(root, ['figure', 'x.packet'])).err).toBe('')
  expect(read('x.svg')).toContain('>18053<')
})

test('mistakes have their place, and what is missing is named', async () => {
  const { root, has } = makeSite({ 'a.packet': '16 A\n8 B tnit=mark\n', 'a.pakcet': '' })
  const said = await runIn(root, ['figure', 'a.packet'])
  expect([said.code, has('a.svg')]).toEqual([1, false])
  expect(said.err).toContain(`Unknown attribute "tnit": did you mean "tint"?

  a.packet:2:5
    1 | 16 A
  > 2 | 8 B tnit=mark
      |     ^^^^
  help: write "tint"
  code: figures/faulty`)
  const errors = await Promise.all(
    [
      ['figure'],
      ['figure', 'none.packet'],
      ['figure', 'a.pakcet'],
      ['figure', 'a'],
      ['figure', 'a.packet', '-o', 'x.gif'],
      ['figure', 'a.packet', '--scheme', 'blue'],
    ].map(async (words) => (await runIn(root, words)).err.split('\n')[0]?.trim()),
  )
  expect(errors).toEqual([
    expect.stringContaining('You must specify a file: tcp.packet.'),
    expect.stringContaining("There is no file 'none.packet'."),
    "Error: There is no kind of figure 'pakcet'. Did you mean 'packet'?",
    "Error: The name 'a' does not say what kind of figure it is.",
    expect.stringContaining("--output ends in .svg or .png, not 'x.gif'."),
    expect.stringContaining("--scheme is light or dark, not 'blue'."),
  ])
})
