/** Builds every fixture site of tests/sites through the whole program and compares it with what Jekyll made of it. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { fixtureAt } from '../parity/builders.mjs'
import { ACCEPTED, compareTrees } from '../parity/compare.mjs'
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'

const sites = path.resolve(import.meta.dirname, '../sites')
const { root: scratch } = makeSite()

describe('fixture sites come out as Jekyll makes them', () => {
  const names = fs
    .readdirSync(sites, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  test.each(names)('%s', async (name) => {
    const fixture = fixtureAt(path.join(sites, name))
    const destination = path.join(scratch, name)
    const said = await runIn(
      fixture.source,
      ['build', '--compat', RECORDED, '--disable-disk-cache', '-d', destination, ...fixture.args],
      fixture.env,
    )
    expect(said.code, said.err).toBe(0)
    const wrong = compareTrees(path.join(sites, name, 'expected'), destination)
      .filter((file) => !ACCEPTED.has(file.class))
      .map((file) => `${file.class} ${file.file} ${file.at ?? ''}`)
    expect(wrong).toEqual([])
  })
})
