import { describe, expect, test } from 'vitest'
import { drawFigure } from '../../src/figures/index.ts'
import { dice, expectSound, type Roll, someWords } from './random.ts'

function drawn(text: string) {
  const { figure, faults } = drawFigure('machine', text)
  if (figure === undefined)
    throw new Error(faults.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'))
  return figure
}

const faultsOf = (text: string): string[] =>
  (drawFigure('machine', text).faults ?? []).map(
    ({ line, column, message, help }) =>
      `${line}:${column} ${message}${help === undefined ? '' : ` (${help})`}`,
  )

const LIMIT = `start: a
title: T
register n = 0 "packets seen"
state a "Idle"
state b "Busy"
final b
a -> b packet if="n < 3" do="n := n + 1"
b -> b packet do=drop
* -> a timeout`

test('the table has what leads from each state to the next', () => {
  expect(drawn(LIMIT).alternative).toEqual({
    kind: 'table',
    head: ['State', 'Event', 'Condition', 'Action', 'Next state'],
    rows: [
      ['Idle', 'packet', 'n < 3', 'n := n + 1', 'Busy'],
      ['Busy', 'packet', '', 'drop', 'Busy'],
      ['any state', 'timeout', '', '', 'Idle'],
    ],
  })
  expect(drawn('a -> b x').alternative).toEqual({
    kind: 'table',
    head: ['State', 'Event', 'Next state'],
    rows: [['a', 'x', 'b']],
  })
})

test('the words say it', () => {
  expect(drawn(LIMIT).words).toBe(
    'T, a machine of 2 states that starts in Idle and may end in Busy. Registers: n = 0 (packets seen). In Idle, on packet, if n < 3: n := n + 1; to Busy. In Busy, on packet: drop; it stays. In any state, on timeout: to Idle.',
  )
})

test('states lie in the order in which they are reached', () => {
  const { shapes } = drawn('direction: down\nc -> a x\na -> b y\nb -> c z\nstart: c').scene
  const heightOf = (name: string): number =>
    shapes.flatMap((shape) => (shape.shape === 'label' && shape.text === name ? [shape.y] : []))[0]!
  expect(heightOf('c')).toBeLessThan(heightOf('a'))
  expect(heightOf('a')).toBeLessThan(heightOf('b'))
})

describe('mistakes', () => {
  test.each([
    ['', '1:1 The machine has no states (write a line for each transition: `idle -> open "a packet"`)'],
    [
      'stat a',
      '1:1 Unknown word "stat": did you mean "state"? (a line is a transition, `idle -> open "event"`, or begins with state, final, register)',
    ],
    ['state idle\nidel -> idle', '2:1 Unknown state "idel": did you mean "idle"? (write "idle")'],
    ['start: b\na -> c x', '1:8 Unknown state "b": did you mean "a"? (write "a")'],
    ['a -> b od=drop', '1:8 Unknown attribute "od": did you mean "do"? (write "do")'],
    ['a ->', '1:1 A state is missing (write its name)'],
    ['state a\nstate a', '2:7 There are two states "a" (give one another name)'],
    ['a -> b\n  b -> a', '2:3 Nothing is indented in a machine (begin the line where the one above begins)'],
    [
      'a -> b\nregister n =',
      '2:1 A register has a name, and a value behind `=` (write `register tokens = 4 "left in the bucket"`)',
    ],
  ])('%j', (text, message) => {
    expect(faultsOf(text)).toEqual([message])
  })

  test('more than there may be', () => {
    const many = Array.from({ length: 101 }, (_, i) => `s${i} -> s${i + 1} x`).join('\n')
    expect(faultsOf(many)).toEqual([
      '40:1 The machine has more than 40 states (part it into several figures)',
    ])
    expect(faultsOf('a -> a x\n'.repeat(121))).toEqual([
      '121:1 The machine has more than 120 transitions (part it into several figures)',
    ])
  })
})

test('markup in titles, events and actions is text', () => {
  const { svg } = drawn('state a "<script>"\na -> a "<b>" if="<i>" do="&amp;"')
  expect(svg).not.toMatch(/<script|<b>|<i>/)
  expect(svg).toContain('&amp;amp;')
})

function randomMachine(roll: Roll): string {
  const ids = Array.from({ length: 1 + roll(7) }, (_, i) => `s${i}`)
  const id = (): string => ids[roll(ids.length)]!
  const extra = (name: string): string => (roll(3) === 0 ? ` ${name}=${someWords(roll)}` : '')
  return [
    `direction: ${['right', 'down', 'left', 'up'][roll(4)]}`,
    ...ids.map((each) => `state ${each} ${someWords(roll)}`),
    ...(roll(2) === 0 ? [`final ${id()}`] : []),
    ...Array.from(
      { length: roll(3) },
      () => `register ${someWords(roll)} = ${someWords(roll)} ${someWords(roll)}`,
    ),
    ...Array.from(
      { length: roll(10) },
      () =>
        `${roll(8) === 0 ? '*' : id()} -> ${id()} ${roll(4) === 0 ? '' : someWords(roll)}${extra('if')}${extra('do')}`,
    ),
  ].join('\n')
}

test.each([0, 1])('random machines, seed %i', (seed) => {
  const roll = dice(seed * 7919 + 1)
  for (let i = 0; i < 10; i++) expectSound('machine', randomMachine(roll))
})
