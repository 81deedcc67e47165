/** Random programs for eBPF, and random graphs in dot: what holds of every figure holds of them. */
import { expect, test } from 'vitest'
import { GraphvizEngines } from '../../src/bundled/index.ts'
import { parseXml } from '../../src/check/xml.ts'
import { drawFigure } from '../../src/figures/index.ts'
import { problemsOf } from './geometry.ts'
import { dice, type Roll, someWords } from './random.ts'

const pick = <Item>(roll: Roll, from: readonly Item[]): Item => from[roll(from.length)]!

/** A program that may do anything: run as what it is not, loop, read where it may not. */
function randomProgram(roll: Roll): string {
  const register = (): string => `r${roll(11)}`
  const value = (): string => pick(roll, ['0', '1', '-1', '0x7fffffff', String(roll(70)), register()])
  const lines = Array.from({ length: 1 + roll(25) }, (_, i): string => {
    const kind = roll(9)
    const label = roll(4) === 0 ? `l${i}:\n` : ''
    const place = `${register()} ${pick(roll, ['+', '-'])} ${roll(24)}`
    const size = pick(roll, ['u8', 'u16', 'u32', 'u64'])
    const text = [
      `${register()} = ${value()}`,
      `${register()} ${pick(roll, ['+=', '-=', '*=', '/=', '&=', '|=', '^=', '<<=', '>>=', 's>>=', '%='])} ${value()}`,
      `${register()} = *(${size} *)(${place})`,
      `*(${size} *)(${place}) = ${register()}`,
      `if ${register()} ${pick(roll, ['==', '!=', '<', 's>', '>='])} ${value()} goto ${pick(roll, ['+1', 'end', '-1'])}`,
      `goto ${pick(roll, ['end', '+0'])}`,
      `call ${pick(roll, ['bpf_ktime_get_ns', 'bpf_map_lookup_elem', 'bpf_get_prandom_u32'])}`,
      `r1 = counts ll`,
      `w${roll(10)} = ${roll(9)}        # ${'a word '.repeat(roll(20))}`,
    ][kind]!
    return `${label}  ${text}`
  })
  const run = pick(roll, [
    '',
    'run: memory\nmemory: 01 02 03 04 05 06 07 08\nexpect: fault',
    'run: xdp\npacket: 02 00 00 01',
  ])
  return `${run}${run === '' ? '' : '\n'}steps: 500\n.map counts array value=8 entries=2\n${lines.join('\n')}\nend:\n  r0 = 2\n  exit\n`
}

function randomDot(roll: Roll): string {
  const names = Array.from({ length: 1 + roll(9) }, (_, i) => `n${i}`)
  const node = (name: string): string => {
    const shape = pick(roll, [
      'box',
      'ellipse',
      'diamond',
      'doublecircle',
      'plaintext',
      'note',
      'cylinder',
      'hexagon',
    ])
    const look = pick(roll, [
      '',
      ', style=filled, fillcolor=lightblue',
      ', style=dashed, color=red',
      ', penwidth=3',
    ])
    return `  ${name} [shape=${shape}, label=${someWords(roll)}${look}]`
  }
  const group = roll(3) === 0 ? `  subgraph cluster_a { label=${someWords(roll)}; n0 }\n` : ''
  const edges = Array.from({ length: roll(14) }, () => {
    const label =
      roll(3) === 0 ? ` [label=${someWords(roll)}, dir=${pick(roll, ['both', 'back', 'none'])}]` : ''
    return `  ${pick(roll, names)} -> ${pick(roll, names)}${label}`
  })
  return `digraph g {\n  rankdir=${pick(roll, ['LR', 'TB', 'RL'])}\n${names.map(node).join('\n')}\n${group}${edges.join('\n')}\n}\n`
}

/** What is sound of a figure of which not each text can be drawn; whether this one was. */
function isDrawn(kind: string, text: string, engine?: (text: string) => string): boolean {
  const draw = () => drawFigure(kind, text, { colours: 'both', ...(engine ? { engine: () => engine } : {}) })
  const { figure, faults } = draw()
  for (const { message, span } of faults ?? [])
    expect([text, message !== '' && span.start >= 0 && span.end <= text.length]).toEqual([text, true])
  if (figure === undefined) return false
  const read = parseXml(figure.svg)
  expect([text, 'fault' in read ? read.fault : undefined]).toEqual([text, undefined])
  expect(figure.svg).not.toMatch(/<script|\son\w+=|\sid="|style="|NaN|undefined/)
  // Graphviz lets labels of edges lie over others.
  const problems = problemsOf(figure.scene).filter((each) => kind !== 'dot' || !each.includes(' lies over '))
  expect([text, problems]).toEqual([text, []])
  expect(draw().figure!.svg).toBe(figure.svg)
  const { alternative, height } = figure
  if (alternative?.kind === 'table')
    for (const line of alternative.lines ?? []) expect(line.y + line.height <= height).toBe(true)
  return true
}

test('bpf', () => {
  const roll = dice(11)
  const drawn = Array.from({ length: 400 }, () => isDrawn('bpf', randomProgram(roll))).filter((each) => each)
  expect(drawn.length).toBeGreaterThan(50)
})

test('dot', () => {
  const roll = dice(12)
  const graphviz = new GraphvizEngines().find(undefined)
  for (let i = 0; i < 60; i++) {
    const text = randomDot(roll)
    expect([text, isDrawn('dot', text, graphviz)]).toEqual([text, true])
  }
})
