/** Figures of random packets: valid XML, everything in its place, the same bytes twice. */
import { test } from 'vitest'
import { dice, expectSound, type Roll, WORDS } from './random.ts'

function randomPacket(roll: Roll): string {
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
  for (let i = 0; i < 25; i++) expectSound('packet', randomPacket(roll))
})
