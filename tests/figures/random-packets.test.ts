/** Figures of random packets: valid XML, everything in its place, the same bytes twice. */
import { expect, test } from 'vitest'
import { parseXml } from '../../src/check/xml.ts'
import { drawFigure } from '../../src/figures/index.ts'
import { problemsOf } from './geometry.ts'

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const WORDS = [
  'Source',
  'Port',
  'a',
  '<b>&"',
  'Überlänge',
  '標頭',
  'x'.repeat(30),
  '=',
  '\u0001',
  'é\u0301',
  '🙂',
  '\ud800',
  'i',
  'Wi',
]

function randomPacket(roll: (sides: number) => number): string {
  const name = (): string =>
    Array.from({ length: 1 + roll(4) }, () => JSON.stringify(WORDS[roll(WORDS.length)])).join(' ')
  const sizes = ['1', '3', '4', '8', '13', '16', '32', '48', '128', '1000', '6B', '*', '0..40B', '8..']
  const line = (depth: number): string => {
    const indent = '  '.repeat(depth)
    const kind = roll(14)
    if (kind === 0 && depth < 3)
      return `${indent}${name()}:\n${Array.from({ length: 1 + roll(4) }, () => line(depth + 1)).join('\n')}`
    if (kind === 1) return `${indent}break`
    if (kind === 2) return `${indent}include ${['tcp', 'ipv4', 'arp', 'gre'][roll(4)]}`
    if (kind === 3)
      return `${indent}8 ${name()}:\n${indent}  3 ${name()}\n${indent}  5 ${name()} note=${name()}`
    const marks = ['', '', ' ?', ' *', ' +'][roll(5)]
    const value = roll(3) === 0 ? ` = ${name()}` : ''
    const note =
      roll(5) === 0 ? ' note="of some length, so that it has to be broken into lines now and then"' : ''
    return `${indent}${sizes[roll(sizes.length)]} ${name()}${marks}${value}${note} tint=${['mark', 'good', 'bad', 'raised', 'accent'][roll(5)]}`
  }
  const bits = [1, 4, 8, 16, 32, 64, 100, 256][roll(8)]
  return `bits: ${bits}\n${Array.from({ length: 1 + roll(12) }, () => line(0)).join('\n')}\n`
}

test.each(Array.from({ length: 8 }, (_, i) => i))('seed %i', (seed) => {
  const roll = dice(seed * 7919 + 1)
  for (let i = 0; i < 25; i++) {
    const text = randomPacket(roll)
    const { figure, faults } = drawFigure('packet', text, { colours: 'both' })
    expect([text, faults?.filter(({ message }) => !/pixels; 20000/.test(message)) ?? []]).toEqual([text, []])
    if (figure === undefined) continue
    expect([text, problemsOf(figure.scene)]).toEqual([text, []])
    expect(drawFigure('packet', text, { colours: 'both' }).figure?.svg).toBe(figure.svg)
    const read = parseXml(figure.svg)
    expect([text, 'fault' in read ? read.fault : undefined]).toEqual([text, undefined])
    expect(figure.svg).not.toMatch(/<script|\son\w+=|\sid="|style="/)
  }
})
