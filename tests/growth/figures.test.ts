/** Texts of figures. */
import { expect, test } from 'vitest'
import { drawFigure } from '../../src/figures/index.ts'
import { fill, type Generators, growthTable, inside, numbered } from './table.ts'

const PACKETS: Generators = {
  fields: numbered((i) => `8 "Field ${i}"\n`),
  'fields of one name': fill('8 A\n'),
  'fields with notes': numbered((i) => `8 A note="${i}"\n`),
  'long fields': fill('4096 A\n'),
  groups: numbered((i) => `G${i}:\n 8 A\n`),
  'groups in one row': fill('G:\n 1 A\n'),
  'fields of parts': fill('8 A:\n 4 B\n 4 C\n'),
  'places that are taken': fill('0-7 A\n'),
  headers: fill('include tcp\n'),
  'a long name': inside('32 ', 'word '),
  'a name of one word': inside('32 ', 'w'),
  'a long note': inside('32 A note="', 'word ', '"'),
  'half quotes': fill('"'),
  'escaped quotes': inside('8 "', '\\"', '"'),
  attributes: inside('8 A ', 'note=a '),
  'settings that are not known': numbered((i) => `s${'x'.repeat(i % 9)}: a\n`),
  'deep indentation': numbered((i) => `${' '.repeat(i % 60)}G:\n`),
  blanks: fill(' '),
  'empty lines': fill('\n'),
  comments: fill('# a\n'),
}
const LOOP = 'run: memory\nsteps: 100000\nexpect: fault\nr0 = 0\nagain:\nr0 += 1\ngoto again\n'
const PROGRAMS: Generators = {
  instructions: numbered((i) => `r${i % 10} = ${i}\n`),
  'labels and jumps': numbered((i) => `l${i}:\nif r1 > ${i} goto l${i}\n`),
  'jumps to the end': inside('', 'goto end\n', 'end:\nexit\n'),
  'unknown words': fill('frobnicate r1, r2\n'),
  'an instruction of many words': inside('r0 = ', '1 + '),
  comments: inside('exit # ', 'a '),
  maps: numbered((i) => `.map m${i} array value=8 entries=1\n`),
  entries: inside('.map m hash entries=100000\n', '.put m 1 = 2\n'),
  'bytes of a packet': inside('run: xdp\npacket: ', '0a ', '\nr0 = 2\nexit\n'),
  numbers: inside('r0 = 0x', '0'),
  'a loop': (size) => `${LOOP.replace('100000', String(size))}# ${'x'.repeat(size)}\n`,
  'a listing of bpftool': numbered((i) => `${i}: (b7) r0 = ${i}\n`),
}
growthTable('a program', PROGRAMS, (text) => drawFigure('bpf', text))

test('a run takes as many steps as it is allowed, and what is kept of them does not grow', () => {
  for (const steps of [1_000, 100_000]) {
    const { figure } = drawFigure('bpf', LOOP.replace('100000', String(steps)))
    expect(figure?.words).toContain(`does not end within ${steps} steps`)
    expect(figure?.alternative?.kind === 'table' && figure.alternative.rows.length).toBe(201)
  }
  expect(drawFigure('bpf', LOOP.replace('100000', '100001')).faults?.[0]?.message).toMatch(/100,?000/)
})

growthTable('a packet', PACKETS, (text) => drawFigure('packet', text))
