/** What must hold of every figure that can be drawn, tried with texts of chance: the same in every run. */
import { expect } from 'vitest'
import { parseXml } from '../../src/check/xml.ts'
import { drawFigure } from '../../src/figures/index.ts'
import { problemsOf } from './geometry.ts'

/** A number below `sides`. */
export type Roll = (sides: number) => number

export function dice(seed: number): Roll {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

export const WORDS = [
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

/** Up to four of them, each in quotes. */
export const someWords = (roll: Roll): string =>
  JSON.stringify(Array.from({ length: 1 + roll(4) }, () => WORDS[roll(WORDS.length)]).join(' '))

/** Valid XML, everything in its place, the same bytes twice, nothing that runs. Figures may be too large. */
export function expectSound(kind: string, text: string): void {
  const { figure, faults } = drawFigure(kind, text, { colours: 'both' })
  expect([text, faults?.filter(({ message }) => !/pixels; 20000/.test(message)) ?? []]).toEqual([text, []])
  if (figure === undefined) return
  expect([text, problemsOf(figure.scene)]).toEqual([text, []])
  expect(drawFigure(kind, text, { colours: 'both' }).figure?.svg).toBe(figure.svg)
  const read = parseXml(figure.svg)
  expect([text, 'fault' in read ? read.fault : undefined]).toEqual([text, undefined])
  expect(figure.svg).not.toMatch(/<script|\son\w+=|\sid="|style="/)
}
