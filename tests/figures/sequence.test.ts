import { describe, expect, test } from 'vitest'
import { drawFigure } from '../../src/figures/index.ts'
import { dice, expectSound, type Roll, someWords } from './random.ts'

function drawn(text: string) {
  const { figure, faults } = drawFigure('sequence', text)
  if (figure === undefined)
    throw new Error(faults.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'))
  return figure
}

const faultsOf = (text: string): string[] =>
  (drawFigure('sequence', text).faults ?? []).map(
    ({ line, column, message, help }) =>
      `${line}:${column} ${message}${help === undefined ? '' : ` (${help})`}`,
  )

/** The first and the last point of each message. */
const wires = (text: string): readonly (readonly number[])[] =>
  drawn(text).scene.shapes.flatMap((shape) =>
    shape.shape === 'line' && shape.weight === 1.5
      ? [[shape.points[0]!.x, shape.points[0]!.y, shape.points.at(-1)!.x, shape.points.at(-1)!.y]]
      : [],
  )

describe('messages', () => {
  test('go down, each below the one before it', () => {
    const [first, second] = wires('a -> b One\nb -> a Two')
    expect(first![3]).toBeGreaterThan(first![1]!)
    expect(second![1]).toBeGreaterThan(first![3]!)
    expect([second![0], second![2]]).toEqual([first![2], first![0]])
  })

  test('that are delayed are overtaken', () => {
    const [late, early] = wires('a -> b One delay=4\na -> b Two')
    expect(early![3]).toBeLessThan(late![3]!)
    expect(early![1]).toBeGreaterThan(late![1]!)
  })

  test('that are lost end on their way', () => {
    const [lost, again] = wires('a -x b One\nagain a -> b One')
    expect(lost![2]).toBeLessThan(again![2]!)
  })

  test('without delay are level', () => {
    const [level] = wires('a -> b One delay=0')
    expect(level![1]).toBe(level![3])
  })

  test('stand by the scale where they have times', () => {
    const [one, two, three] = wires(
      'scale: 10ms\na -> b at=0ms takes=20ms\nb -> a at=20ms takes=20ms\na -> b at=80ms takes=20ms',
    )
    expect(two![1]! - one![1]!).toBe(80)
    expect(three![1]! - two![1]!).toBe(240)
    expect(one![3]! - one![1]!).toBe(80)
  })
})

test('the words and the list tell every step', () => {
  const { words, alternative } = drawn(
    'title: T\nhost a "Ann"\nhost b "Bob"\nduring a Timer\n  a -x b SYN note="no route"\nagain a -> b SYN\nstate b READY\nnote a b both\nb -> b think',
  )
  const items = [
    'Ann, Timer: begins',
    'Ann sends SYN to Bob; it is lost (no route)',
    'Ann, Timer: ends',
    'Ann sends SYN to Bob again',
    'Bob is in READY',
    'Note on Ann and Bob: both',
    'Bob, to itself: think',
  ]
  expect(alternative).toEqual({ kind: 'list', ordered: true, items })
  expect(words).toBe(`T, between Ann and Bob. ${items.map((item) => `${item}.`).join(' ')}`)
})

describe('mistakes', () => {
  test.each([
    ['', '1:1 The figure has no hosts (write a line for each message: `client -> server "SYN"`)'],
    [
      'stat a OPEN',
      '1:1 Unknown word "stat": did you mean "state"? (a line is a message, `a -> b "label"`, or begins with host, state, note, wait, during, again)',
    ],
    ['host client\nclinet -> client', '2:1 Unknown host "clinet": did you mean "client"? (write "client")'],
    ['a -> b dealy=2', '1:8 Unknown attribute "dealy": did you mean "delay"? (write "delay")'],
    ['a -> b delay=-1', '1:14 "-1" is no number of steps from 0 to 50 (write `2`)'],
    ['a -> b at=soon', '1:11 "soon" is no length of time (write `30ms`, `2s`, `5min`)'],
    [
      'a -> b at=2s\nb -> a at=1s',
      '2:11 This is before the step above it (write the steps in the order of time)',
    ],
    [
      'host a href="javascript:alert(1)"\na -> a',
      '1:13 "javascript:" is no address of a page (write one with https:, or a path: /about/)',
    ],
    [
      'a -> b\n  b -> a',
      '2:3 Only the steps of `during` are indented (begin the line where the one above begins)',
    ],
    ['a ->', '1:1 A host is missing (write its name)'],
    ['scale: big\na -> b', '1:8 "big" is no length of time (write `scale: 20ms`)'],
    ['during a Timer', '1:1 `during` has no steps (indent the lines that it lasts for)'],
  ])('%j', (text, message) => {
    expect(faultsOf(text)).toEqual([message])
  })

  test('more hosts and steps than there may be', () => {
    expect(faultsOf('a -> b\n'.repeat(1001))).toEqual([
      '1001:1 The figure has more than 1000 steps (part it into several figures)',
    ])
    expect(faultsOf(Array.from({ length: 30 }, (_, i) => `a${i} -> b${i}`).join('\n'))).toEqual([
      '21:1 The figure has more than 40 hosts',
    ])
  })
})

test('markup in labels is text', () => {
  const { svg } = drawn('a -> b "<script>alert(1)</script>"')
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
})

function randomSequence(roll: Roll): string {
  const hosts = Array.from({ length: 1 + roll(5) }, (_, i) => `h${i}`)
  const host = (): string => hosts[roll(hosts.length)]!
  const timed = roll(3) === 0
  let at = 0
  const moment = (): string => {
    if (!timed || roll(3) === 0) return ''
    at += roll(40)
    return ` at=${at}ms`
  }
  const step = (depth: number): string => {
    const indent = '  '.repeat(depth)
    const kind = roll(10)
    if (kind === 0) return `${indent}state ${host()} ${someWords(roll)}${moment()}`
    if (kind === 1) return `${indent}note ${host()} ${host()} ${someWords(roll)}`
    if (kind === 2) return `${indent}wait ${roll(4)}`
    if (kind === 3 && depth < 3)
      return `${indent}during ${host()} ${someWords(roll)}\n${Array.from({ length: 1 + roll(4) }, () => step(depth + 1)).join('\n')}`
    const arrow = ['->', '-->', '-x', '--x'][roll(4)]
    const label = roll(5) === 0 ? '' : someWords(roll)
    const note = roll(4) === 0 ? ` note=${someWords(roll)}` : ''
    const way = timed ? ` takes=${roll(80)}ms` : roll(4) === 0 ? ` delay=${roll(5)}` : ''
    return `${indent}${roll(5) === 0 ? 'again ' : ''}${host()} ${arrow} ${host()} ${label}${note}${way}${moment()}`
  }
  const listed = hosts.map((id) => `host ${id} ${someWords(roll)}`)
  const steps = Array.from({ length: 1 + roll(12) }, () => step(0))
  return ['scale: 10ms', ...listed, ...steps].join('\n')
}

test.each(Array.from({ length: 6 }, (_, i) => i))('random sequences, seed %i', (seed) => {
  const roll = dice(seed * 7919 + 1)
  for (let i = 0; i < 30; i++) expectSound('sequence', randomSequence(roll))
})

test('the work grows with the text, not faster', () => {
  const marks = (steps: number): number => drawn('a -> b "SYN"\n'.repeat(steps)).svg.length
  expect(marks(400) / marks(200)).toBeLessThan(2.1)
})
