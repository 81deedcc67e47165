/**
 * Sites that use what Debian has no gem for, compared with what Jekyll 4.3.1 made of them with those gems: jemoji 0.13 on
 * gemoji 4.1, jekyll-coffeescript 2.0 on CoffeeScript 1.12.7, kramdown-math-katex. The outputs stand still; `npm run
 * parity` leaves these sites out.
 */
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { fixtureAt } from '../parity/builders.mjs'
import { ACCEPTED, compareTrees } from '../parity/compare.mjs'
import { makeSite } from '../site-maker.ts'

const goldens = path.resolve(import.meta.dirname, 'goldens')
const { root: scratch } = makeSite()

test.each(fs.readdirSync(goldens))('%s', async (name) => {
  const fixture = fixtureAt(path.join(goldens, name))
  const destination = path.join(scratch, name)
  const argv = ['build', '--disable-disk-cache', '-d', destination, ...fixture.args]
  const said = await runIn(fixture.source, argv, fixture.env)
  expect(said.code, said.err).toBe(0)
  const wrong = compareTrees(path.join(goldens, name, 'expected'), destination)
    .filter((file) => !ACCEPTED.has(file.class))
    .map((file) => `${file.class} ${file.file} ${file.at ?? ''}`)
  expect(wrong).toEqual([])
})
