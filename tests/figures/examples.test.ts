/** The examples of docs/figures.md are drawn, with everything in its place. */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { GraphvizEngines } from '../../src/bundled/index.ts'
import { drawFigure, figureKinds } from '../../src/figures/index.ts'
import { overlaps, problemsOf } from './geometry.ts'

const kinds = figureKinds().map(({ name }) => name)
const fences = [...fs.readFileSync('docs/figures.md', 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  .map(([, kind, text]) => ({ kind: kind!, text: text! }))
  // The first is indented into a block of four backticks, with what leads to it.
  .filter(({ kind }) => kinds.includes(kind))
const engine = new GraphvizEngines().find(undefined)

test('there are some of all kinds', () => {
  expect(new Set(fences.map(({ kind }) => kind))).toEqual(new Set(kinds))
})

test.each(fences)('$kind $text', ({ kind, text }) => {
  const { figure, faults } = drawFigure(kind, text, { colours: 'page', engine: () => engine })
  expect(faults).toBe(undefined)
  expect([problemsOf(figure!.scene), overlaps(figure!.scene)]).toEqual([[], []])
})
