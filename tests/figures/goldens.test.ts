/** Figures as they were looked at: SVG and words, to the byte. WHIRL_UPDATE=1 writes them anew, to be looked at again. */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { GraphvizEngines } from '../../src/bundled/index.ts'
import { drawFigure } from '../../src/figures/index.ts'

const GOLDENS = path.join(import.meta.dirname, 'goldens')
const graphviz = new GraphvizEngines().find(undefined)
const update = process.env.WHIRL_UPDATE === '1'

const texts = fs.readdirSync(GOLDENS).filter((name) => !/\.(?:svg|txt)$/.test(name))

test.each(texts)('%s', (name) => {
  const kind = path.extname(name).slice(1)
  const { figure, faults } = drawFigure(kind, fs.readFileSync(path.join(GOLDENS, name), 'utf8'), {
    colours: 'both',
    engine: () => graphviz,
    readFile: (file) => fs.readFileSync(path.join(import.meta.dirname, 'captures', file)),
  })
  expect(faults).toBe(undefined)
  const { svg, title, words, alternative } = figure!
  const rows =
    alternative?.kind === 'table'
      ? [alternative.head, ...alternative.rows].map((row) => row.join(' | '))
      : (alternative?.items ?? [])
  const made = { svg: `${svg}\n`, txt: `${[title, words, ...rows].join('\n')}\n` }
  for (const [ending, text] of Object.entries(made)) {
    const file = path.join(GOLDENS, `${path.basename(name, `.${kind}`)}.${ending}`)
    if (update) fs.writeFileSync(file, text)
    expect([name, text]).toEqual([name, fs.readFileSync(file, 'utf8')])
  }
})

test('a figure has less than 12 KB, in the median', () => {
  const sizes = texts.map((name) => fs.statSync(path.join(GOLDENS, name.replace(/\.\w+$/, '.svg'))).size)
  expect(sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)]).toBeLessThan(12_000)
})
