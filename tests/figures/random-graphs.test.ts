/** Random graphs: valid XML, everything in its place, boxes beside each other, the same bytes twice. */
import { expect, test } from 'vitest'
import { parseXml } from '../../src/check/xml.ts'
import { drawFigure } from '../../src/figures/index.ts'
import { collisions, overlaps, problemsOf } from './geometry.ts'

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

type Roll = (sides: number) => number

const WORDS = ['Web', '<b>&"', '標頭', 'x'.repeat(40), '\u0001', '\ud800', 'é\u0301 🙂', 'two words', 'i']
const TINTS = ['', '', ' tint=good', ' tint=mark', ' tint=bad']

const pick = (roll: Roll, from: readonly string[]): string => from[roll(from.length)]!
const quoted = (roll: Roll): string => JSON.stringify(pick(roll, WORDS))

function randomTopology(roll: Roll): string {
  const lines: string[] = []
  const names: string[] = []
  const inside = (depth: number): void => {
    for (let i = 0; i < 1 + roll(4); i++) {
      const name = `n${lines.length}`
      const indent = '  '.repeat(depth)
      if (depth < 3 && roll(4) === 0) {
        lines.push(
          `${indent}${pick(roll, ['host', 'cloud', 'rack', 'namespace'])} ${name}g ${quoted(roll)}${pick(roll, TINTS)}`,
        )
        inside(depth + 1)
        continue
      }
      names.push(name)
      const address = roll(3) === 0 ? ' address=10.0.0.1' : ''
      lines.push(
        `${indent}${pick(roll, ['pc', 'node', 'switch'])} ${name} ${quoted(roll)}${address}${pick(roll, TINTS)}`,
      )
      if (roll(3) === 0) lines.push(`${indent}  port eth0 10.0.0.1/24`)
    }
  }
  inside(0)
  const link = (): string | undefined => {
    const [a, b] = [pick(roll, names), pick(roll, names)]
    return a === b ? undefined : `${a} ${pick(roll, ['--', '->', '<->'])} ${b}`
  }
  for (let i = 0; i < roll(12); i++) {
    const made = link()
    if (made === undefined) continue
    lines.push(
      roll(4) === 0 ? `path ${quoted(roll)} ${made}` : `${made} ${roll(2) === 0 ? quoted(roll) : ''}`,
    )
  }
  return `direction: ${pick(roll, ['right', 'down', 'left', 'up'])}\n${lines.join('\n')}\n`
}

function randomBlocks(roll: Roll): string {
  const lines: string[] = []
  const rows: string[][] = []
  let boxes = 0
  const box = (indent: string): string => {
    const name = `b${boxes++}`
    lines.push(`${indent}box ${name} ${quoted(roll)}${pick(roll, TINTS)}`)
    const part = roll(6)
    if (part < 3) lines.push(`${indent}  ${['hook', 'text', 'cells'][part]} ${quoted(roll)} ${quoted(roll)}`)
    return name
  }
  for (let i = 0; i < 1 + roll(4); i++) {
    const isLayer = roll(3) > 0
    if (isLayer) lines.push(`layer ${quoted(roll)}`)
    for (let k = 0; k < (isLayer ? 1 + roll(3) : 1); k++) {
      const indent = isLayer ? '  ' : ''
      if (roll(2) === 0) rows.push([box(indent)])
      else {
        lines.push(`${indent}row`)
        rows.push(Array.from({ length: 1 + roll(4) }, () => box(`${indent}  `)))
      }
    }
  }
  for (let i = 0; i < roll(9); i++) {
    const [from, to] = [roll(rows.length), roll(rows.length)]
    const column = roll(rows[from]!.length)
    const a = rows[from]![column]!
    const b = from === to ? rows[from]![column + 1] : pick(roll, rows[to]!)
    if (b !== undefined)
      lines.push(`${a} ${pick(roll, ['--', '->', '<-'])} ${b} ${roll(2) === 0 ? quoted(roll) : ''}`)
  }
  return `${lines.join('\n')}\n`
}

/** Nodes in columns and rows, some of them in groups of what stands side by side. */
function randomPlaces(roll: Roll): string {
  const [columns, rows] = [1 + roll(5), 1 + roll(4)]
  const names: string[] = []
  const lines: string[] = []
  for (let row = 1; row <= rows; row++) {
    let group = ''
    for (let column = 1; column <= columns; column++) {
      if (roll(4) === 0) group = ''
      else if (group === '' && roll(3) === 0) {
        lines.push(`${pick(roll, ['host', 'cloud', 'rack'])} g${lines.length} ${quoted(roll)}`)
        group = '  '
        if (roll(3) === 0) {
          lines.push(`  namespace g${lines.length} ${quoted(roll)}`)
          group = '    '
        }
      }
      if (group === '' && roll(4) === 0) continue
      const name = `n${lines.length}`
      names.push(name)
      const icon = roll(3) === 0 ? ' icon=none' : ''
      lines.push(`${group}pc ${name} ${quoted(roll)} at=${column},${row}${icon}`)
    }
  }
  for (let i = 0; i < roll(30); i++) {
    const [a, b] = [pick(roll, names), pick(roll, names)]
    if (a === b || a === undefined) continue
    const port = (): string => (roll(3) === 0 ? `:${pick(roll, ['eth0', '1', '標頭'])}` : '')
    lines.push(
      roll(4) === 0
        ? `path ${quoted(roll)} ${a} -> ${b}`
        : `${a}${port()} ${pick(roll, ['--', '->', '<->'])} ${b}${port()} ${roll(2) === 0 ? quoted(roll) : ''}`,
    )
  }
  return `${lines.join('\n')}\n`
}

const KINDS = { topology: randomTopology, blocks: randomBlocks }

test.each(Object.keys(KINDS) as (keyof typeof KINDS)[])('%s', (kind) => {
  const roll = dice(20260)
  for (let i = 0; i < 14; i++) {
    const text = KINDS[kind](roll)
    const { figure, faults } = drawFigure(kind, text, { colours: 'both' })
    expect([text, faults]).toEqual([text, undefined])
    expect([text, problemsOf(figure!.scene), overlaps(figure!.scene)]).toEqual([text, [], []])
    if (i % 8 === 0) expect(drawFigure(kind, text, { colours: 'both' }).figure?.svg).toBe(figure!.svg)
    const read = parseXml(figure!.svg)
    expect([text, 'fault' in read ? read.fault : undefined]).toEqual([text, undefined])
    expect(figure!.svg).not.toMatch(/<script|\son\w+=|\sid="|style="|NaN|undefined/)
  }
})

test('nodes whose places are given', () => {
  const roll = dice(7)
  let links = 0
  for (let i = 0; i < 150; i++) {
    const text = randomPlaces(roll)
    if (!text.includes('pc ')) continue
    const { figure, faults } = drawFigure('topology', text, { colours: 'both' })
    expect([text, faults]).toEqual([text, undefined])
    const { scene, svg } = figure!
    expect([text, problemsOf(scene), overlaps(scene), collisions(scene)]).toEqual([text, [], [], []])
    expect(drawFigure('topology', text, { colours: 'both' }).figure?.svg).toBe(svg)
    expect('fault' in parseXml(svg)).toBe(false)
    links += scene.shapes.filter(({ shape }) => shape === 'line').length
  }
  expect(links).toBeGreaterThan(500)
})
