/** The examples of docs/figures.md are drawn, with everything in its place. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { drawFigure, figureKinds } from '../../src/figures/index.ts'
import { overlaps, problemsOf } from './geometry.ts'

const kinds = figureKinds().map(({ name }) => name)
const fences = [...fs.readFileSync('docs/figures.md', 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  .map(([, kind, text]) => ({ kind: kind!, text: text! }))
  .filter(
    ({ kind, text }) => (kind === 'topology' || kind === 'blocks') && kinds.includes(kind) && text !== '',
  )

test('there are some of both kinds of graphs', () => {
  expect(new Set(fences.map(({ kind }) => kind))).toEqual(new Set(['topology', 'blocks']))
})

test.each(fences)('$kind $text', ({ kind, text }) => {
  const { figure, faults } = drawFigure(kind, text, { colours: 'page' })
  expect(faults).toBe(undefined)
  expect([problemsOf(figure!.scene), overlaps(figure!.scene)]).toEqual([[], []])
})
