import { describe, expect, test } from 'vitest'
import { assemble } from '../../../src/figures/bpf/assemble.ts'
import { drawFigure } from '../../../src/figures/index.ts'
import { problemsOf } from '../geometry.ts'

const faultsOf = (text: string): string[] =>
  (drawFigure('bpf', text).faults ?? []).map(
    ({ line, column, message, help }) =>
      `${line}:${column} ${message}${help === undefined ? '' : ` (${help})`}`,
  )

test('without a run the table has the bytes and the other syntax', () => {
  expect(drawFigure('bpf', 'mov r0, 2\nexit').figure?.alternative).toEqual({
    kind: 'table',
    head: ['Slot', 'Bytes', 'Instruction', 'In the other syntax'],
    rows: [
      ['0', 'b7 00 00 00 02 00 00 00', 'mov r0, 2', 'r0 = 2'],
      ['1', '95 00 00 00 00 00 00 00', 'exit', 'exit'],
    ],
  })
})

test('a run is told in words, in steps, and by its verdict', () => {
  const { figure } = drawFigure(
    'bpf',
    'run: xdp\npacket: 45 00\nr0 = 1\nif r0 == 1 goto out\nr0 = 2\nout: exit',
  )
  expect(figure?.words).toBe(
    'Program for eBPF: 4 instructions. Run as xdp on 2 bytes of a packet it ends with XDP_DROP (1) after 3 steps.',
  )
  expect(figure?.alternative).toMatchObject({
    rows: [
      ['1', '0', 'r0 = 1', 'r0 = 1', ''],
      ['2', '1', 'if r0 == 1 goto out', 'jumps', ''],
      ['3', '3', 'exit', '', ''],
    ],
  })
})

test('a frame of a capture, and settings that fit it', () => {
  const pcap = new Uint8Array([
    0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 2, 0, 0, 0, 2, 0, 0, 0, 0x45, 7,
  ])
  const text =
    'run: xdp\npcap: a.pcap frame=1\nexpect: 7\nr2 = *(u32 *)(r1 + 0)\nr0 = *(u8 *)(r2 + 1)\nr0 &= 3\nexit'
  const read = { readFile: (path: string) => (path === 'a.pcap' ? pcap : undefined) }
  expect(drawFigure('bpf', text.replace('7', '3'), read).figure?.words).toContain('XDP_TX (3)')
  expect(drawFigure('bpf', text, read).faults?.[0]?.message).toBe('The program answers XDP_TX, not 7')
})

test('texts that ask for much are told so', () => {
  const labels = Array.from({ length: 5000 }, (_, i) => `l${i}:`)
  const messages = (text: string): readonly string[] =>
    (drawFigure('bpf', text).faults ?? []).map(({ message }) => message)
  expect(messages(`${labels.join('')}exit`)).toEqual(['The program has more than 4096 labels'])
  expect(messages(`r0 = ${'1'.repeat(50_000)}\nexit`)).toEqual(['The number has 50000 digits'])
  const puts = Array.from({ length: 501 }, (_, i) => `.put m ${i} = 1`)
  expect(messages(`.map m array entries=1000\n${puts.join('\n')}\nr0 = 0\nexit`)).toEqual([
    'More than 500 entries are put into "m"',
  ])
})

test('after twenty mistakes the rest is not looked at', () => {
  const text = Array.from({ length: 3000 }, (_, i) => `if r0 > 1 goto labe${i}x\nlabel${i}: r0 = 1`).join(
    '\n',
  )
  const told: string[] = []
  assemble(text, 0, ({ message }) => told.push(message))
  expect(told).toHaveLength(20)
})

test('without a run it is code, with the classes that Rouge has', () => {
  const { code } = drawFigure('bpf', 'title: A\nstart:\n  r0 = 0x10 # <b>\n  call bpf_ktime_get_ns').figure!
  expect(code!.map(({ text }) => text).join('')).toBe('start:\n  r0 = 0x10 # <b>\n  call bpf_ktime_get_ns')
  expect(
    code!.flatMap(({ text, className }) => (className === undefined ? [] : [`${className} ${text}`])),
  ).toEqual(['nl start', 'p :', 'nv r0', 'o =', 'mh 0x10', 'c1 # <b>', 'k call', 'nf bpf_ktime_get_ns'])
  expect(drawFigure('bpf', 'run: memory\nr0 = 0\nexit').figure?.code).toBe(undefined)
})

describe('mistakes', () => {
  test.each([
    ['run: xpd\nr0 = 0\nexit', '1:6 Unknown kind of program "xpd": did you mean "xdp"? (write "xdp")'],
    ['packet: 00\nr0 = 0\nexit', '1:9 "packet" is for programs that run (write `run: xdp` above it)'],
    [
      'run: xdp\npacket: 0\nr0 = 0\nexit',
      '2:9 These are no bytes in hexadecimal (write two digits for each: `45 00 00 54`)',
    ],
    [
      'run: xdp\nmemory: 00\nr0 = 0\nexit',
      '2:9 A program of the kind "xdp" has no memory (write `packet: …`)',
    ],
    [
      'run: xdp\npcap: no.pcap\nr0 = 0\nexit',
      '2:7 There is no file "no.pcap" (write its path from the top of the site: `captures/a.pcap`)',
    ],
    ['run: xdp\nsteps: 0\nr0 = 0\nexit', '2:8 There are from 1 to 100000 steps (write `steps: 10000`)'],
    [
      'run: xdp\na: goto a',
      '2:4 The program does not end within 10000 steps (write `steps: 20000` for more, or look for the loop)',
    ],
    [
      'run: xdp\nr0 = 9\nexit',
      '1:6 r0 is 9 at the end, which is no answer of "xdp" (there are XDP_ABORTED (0), XDP_DROP (1), XDP_PASS (2), XDP_TX (3), XDP_REDIRECT (4))',
    ],
    [
      'run: xdp\nexpect: XDP_PASS\nr0 = 1\nexit',
      '2:9 The program answers XDP_DROP, not XDP_PASS (look at the program, or change what is expected)',
    ],
    ['run: xdp\nexpect: fault\nr0 = 1\nexit', '2:9 The program ends well: with XDP_DROP (take `expect` out)'],
    ['', '1:1 The program has no instructions (write one on each line: `r0 = 2`, `exit`)'],
    [
      'r0 = 1\n'.repeat(5000),
      '901:1 The program has more than 900 lines|4097:1 The program has more than 4096 instructions',
    ],
  ])('%j', (text, messages) => {
    expect(faultsOf(text).join('|')).toBe(messages)
  })
})

test('random lines are drawn in their places, the same twice', () => {
  const lines = [
    'r0 = 1',
    'if r0 > 3 goto a',
    'a1: r0 += 2 # <b>&"',
    'lock add [r10-8], r0',
    'goto b',
    `r1 = 5 ; ${'long '.repeat(40)}`,
    'call bpf_ktime_get_ns',
    '\tw3 = w0',
    '# 標頭',
  ]
  let state = 7
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
  for (let i = 0; i < 60; i++) {
    const body = Array.from({ length: 1 + roll(30) }, () =>
      lines[roll(lines.length)]!.replace('a1:', `l${roll(1e9)}:`),
    )
    const at = roll(body.length)
    const text = [
      ...(roll(2) === 0 ? ['run: memory', 'steps: 400', 'expect: fault'] : []),
      'b: r0 = 0',
      ...body.slice(0, at),
      'a:',
      ...body.slice(at),
      'goto b',
    ].join('\n')
    const { figure, faults } = drawFigure('bpf', text, { colours: 'both' })
    expect([text, faults]).toEqual([text, undefined])
    expect([text, problemsOf(figure!.scene)]).toEqual([text, []])
    expect(drawFigure('bpf', text, { colours: 'both' }).figure!.svg).toBe(figure!.svg)
  }
})
