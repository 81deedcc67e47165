import { describe, expect, test } from 'vitest'
import { drawFigure } from '../../src/figures/index.ts'
import { dice, expectSound, type Roll, someWords } from './random.ts'

function drawn(text: string) {
  const { figure, faults } = drawFigure('timeline', text)
  if (figure === undefined)
    throw new Error(faults.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'))
  return figure
}

const faultsOf = (text: string): string[] =>
  (drawFigure('timeline', text).faults ?? []).map(
    ({ line, column, message, help }) =>
      `${line}:${column} ${message}${help === undefined ? '' : ` (${help})`}`,
  )

/** The numbers at the axis. */
const ticks = (text: string): readonly string[] =>
  drawn(text).scene.shapes.flatMap((shape) =>
    shape.shape === 'label' && shape.font === 'mono' ? [shape.text] : [],
  )

describe('the axis', () => {
  test.each([
    ['1ns..8ns a', ['1 ns', '2 ns', '3 ns', '4 ns', '5 ns', '6 ns', '7 ns', '8 ns']],
    ['0..40ms a', ['0', '5 ms', '10 ms', '15 ms', '20 ms', '25 ms', '30 ms', '35 ms', '40 ms']],
    ['0..2h a', ['0', '30 min', '1 h', '1.5 h', '2 h']],
    ['0..40y a', ['0', '5 y', '10 y', '15 y', '20 y', '25 y', '30 y', '35 y', '40 y']],
    ['scale: log\n1ns..1s a', ['1 ns', '100 ns', '10 µs', '1 ms', '100 ms']],
    ['1000..1800 a', ['1000', '1100', '1200', '1300', '1400', '1500', '1600', '1700', '1800']],
    ['2014..2016-07 a', ['2014-01', '2014-07', '2015-01', '2015-07', '2016-01', '2016-07']],
    [
      '2014-02-27..2014-03-02 a',
      [
        '2014-02-27',
        '12:00',
        '2014-02-28',
        '12:00',
        '2014-03-01',
        '12:00',
        '2014-03-02',
        '12:00',
        '2014-03-03',
      ],
    ],
    ['2014-02-27T10:00..2014-02-27T12:00 a', ['10:00', '10:30', '11:00', '11:30', '12:00']],
    ['axis: none\n1..2 a', []],
  ])('%j', (text, expected) => {
    expect(ticks(text)).toEqual(expected)
  })
})

test('a span has its place on the axis, to the end of its last day', () => {
  const [bar] = drawn('2014-03-01 x\n2014-03-03..2014-03-04 "a span"\n2014-03-09 y').scene.shapes.filter(
    (shape) => shape.shape === 'box' && shape.name !== undefined,
  )
  expect(bar).toMatchObject({ x: 34 + 620 / 4, width: 620 / 4 })
})

test('the words and the table have all, each lane in the order of time', () => {
  const { words, alternative } = drawn('title: T\n5 end\nlane Kernel\n  3..4 b\n  1 a')
  expect(words).toBe('T. 5 end. Kernel: 1 a; 3–4 b.')
  expect(alternative).toEqual({
    kind: 'table',
    head: ['Lane', 'Time', 'What'],
    rows: [
      ['', '5', 'end'],
      ['Kernel', '1', 'a'],
      ['Kernel', '3–4', 'b'],
    ],
  })
})

describe('mistakes', () => {
  test.each([
    ['', '1:1 Nothing happens in the figure (write a line for each event: `2014-03 "eBPF enters Linux"`)'],
    [
      'lnae A',
      '1:1 Unknown word "lnae": did you mean "lane"? (a line begins with a time, `2014-03` or `2ms..5ms`, or with `lane`)',
    ],
    [
      '2014-13 a',
      '1:1 "2014-13" is no time (write `2014-03`, `2014-03-05T10:00`, `30ms` or `5`, and a span as `2014..2016`; units are ns, us, ms, s, min, h, d, y)',
    ],
    [
      '2014-03 a\n3ms b',
      '2:1 "3ms" is of another kind than other times (write dates alone, durations with their units alone, or numbers alone)',
    ],
    ['5..3 a', '1:1 A span ends before it begins (write `3..5`)'],
    ['5', '1:1 It is not said what happens (write it behind the time)'],
    ['lane A', '1:1 Nothing happens in the lane "A" (write `lane "Kernel"`, and indent its lines below it)'],
    [
      'scale: log\n0..3s a',
      '1:8 Only times above nothing have a place on this scale (write `scale: linear`, or durations from 1ns on)',
    ],
    ['scale: lgo\n1..3s a', '1:8 Unknown value "lgo": did you mean "log"? (write "log")'],
    ['1 a\n  2 b', '2:3 Only what is in a lane is indented (begin the line where the one above begins)'],
  ])('%j', (text, message) => {
    expect(faultsOf(text.replace('1..3s', '1s..3s'))).toEqual([message])
  })

  test('more than there may be', () => {
    expect(faultsOf('1 a\n'.repeat(1001))).toEqual([
      '1001:1 More than 1000 things happen (part it into several figures)',
    ])
  })
})

test('markup is text, and addresses that run something are mistakes', () => {
  expect(drawn('1 "<script>"').svg).not.toContain('<script')
  expect(faultsOf('1 a href="javascript:alert(1)"')).toHaveLength(1)
})

function randomTimeline(roll: Roll): string {
  const dates = ['2014', '2014-02', '2015-11-30', '2015-12-01T10:00', '1999', '2020-06']
  const kind = roll(3)
  const number = (): number => roll(10_000) - (kind === 2 ? 5000 : 0)
  const unit = ['ns', 'us', 'ms', 's', 'min', 'h', 'd', 'y'][roll(8)]!
  const time = (): string =>
    kind === 0 ? dates[roll(dates.length)]! : `${number()}${kind === 1 ? unit : ''}`
  const span = (): string => {
    if (kind === 0) return '1999..2014-02'
    const from = number()
    return `${from}${kind === 1 ? unit : ''}..${from + roll(3000)}${kind === 1 ? unit : ''}`
  }
  const item = (): string =>
    `${roll(2) === 0 ? time() : `${span()}${roll(3) === 0 ? ' as=arrow' : ''}`} ${someWords(roll)}`
  const lane = (): string =>
    `lane ${someWords(roll)}\n${Array.from({ length: 1 + roll(8) }, () => `  ${item()}`).join('\n')}`
  return Array.from({ length: 1 + roll(6) }, () => (roll(2) === 0 ? item() : lane())).join('\n')
}

test.each([0, 1, 2, 3])('random timelines, seed %i', (seed) => {
  const roll = dice(seed * 7919 + 1)
  for (let i = 0; i < 30; i++) expectSound('timeline', randomTimeline(roll))
})
