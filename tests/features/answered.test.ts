/**
 * What Jekyll's documentation does not say and its users meet: one small site or command line each, answered by Jekyll
 * (answers.json). We print the same lines on the same streams, end with the same code and leave the same files.
 *
 * Where we mean to differ, the case says why (`ours`), and ours.json holds what differs, and nothing that does not:
 * `WHIRL_UPDATE=1` writes it anew, and a change of it is looked at like any other. An error without `ours` holds
 * Jekyll's lines, and says more: the place, what to do.
 */
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { makeSite } from '../site-maker.ts'
import { type Case, changes, plainLines, readAll, writeCase } from './answered.mjs'
import {
  type Answer,
  type Difference,
  difference,
  nameOf,
  OURS,
  readAnswers,
  readDifferences,
  recordedAs,
  unsaid,
} from './answers.ts'

const UPDATE = process.env.WHIRL_UPDATE === '1'
const answers = readAnswers()
const recorded = readDifferences()
const now: Record<string, Difference> = {}
const { root: scratch } = makeSite()
afterAll(() => {
  if (!UPDATE) return
  // With -t only some cases have run.
  const kept = all.map(nameOf).map((name) => [name, now[name] ?? recorded[name]] as const)
  const text = JSON.stringify(Object.fromEntries(kept.filter(([, found]) => found !== undefined)), null, 1)
  fs.writeFileSync(OURS, `${text}\n`)
})

const all = readAll()

for (const group of new Set(all.map((one) => one.group)))
  describe(group, () => test.each(all.filter((one) => one.group === group))('$title', check))

test.skipIf(UPDATE)('what is recorded as ours belongs to a case that says why', () => {
  const saying = all.filter(({ ours }) => ours !== undefined).map(nameOf)
  expect(Object.keys(recorded)).toEqual(saying)
})

async function check(one: Case): Promise<void> {
  const name = nameOf(one)
  const theirs = answers[name]!
  const parent = path.join(scratch, 'parent')
  const site = writeCase(parent, one)
  const said = await runIn(site, recordedAs(one.args), { JEKYLL_ENV: 'development', ...one.env })
  expect(said.err).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  const ours: Answer = {
    exit: said.code,
    out: plainLines(said.out, site),
    err: plainLines(said.err, site),
    files: changes(parent, one),
  }
  if (ours.exit !== 0) expect(ours.files).toEqual({})
  if (one.ours !== undefined) {
    const found = difference(ours, theirs)
    now[name] = found
    expect(found, 'nothing differs any more').not.toEqual({})
    if (!UPDATE) expect(found).toEqual(recorded[name])
  } else if (ours.exit === 0) expect(difference(ours, theirs)).toEqual({})
  else {
    expect(difference({ ...ours, err: theirs.err }, theirs)).toEqual({})
    expect(unsaid(ours, theirs)).toEqual([])
  }
}
