/**
 * One contract, two Rubies: the cases of tests/features/ruby.txt, which Jekyll answered and which the Ruby that is WebAssembly keeps,
 * with the Ruby of this machine.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { changes, plainLines, readAll, writeCase } from '../features/answered.mjs'
import {
  type Answer,
  difference,
  nameOf,
  readAnswers,
  readDifferences,
  recordedAs,
  unsaid,
} from '../features/answers.ts'
import { lacking } from '../needs.ts'
import { makeSite } from '../site-maker.ts'

const answers = readAnswers()
const recorded = readDifferences()
const cases = readAll().filter(({ group, args }) => group === 'ruby' && args[0] === 'build')
const { root: scratch } = makeSite()
const missing = lacking('reference', 'ruby', spawnSync('ruby', ['--version']).status === 0)

/** Without the lines that tell what a plugin wrote and removed: in this Ruby it does so by itself, as in Jekyll. */
function untold({ out, ...found }: Partial<Answer>, theirs: Answer): Partial<Answer> {
  const lines = out?.filter((line) => !/Ruby: a plugin (?:wrote|removed) /.test(line))
  return lines === undefined || JSON.stringify(lines) === JSON.stringify(theirs.out)
    ? found
    : { ...found, out: lines }
}

/** Without the words in which one Ruby or another tells an error. */
function inOneRuby(found: Partial<Answer>): Partial<Answer> {
  const err = found.err?.map((line) => line.replace(/(failed|cannot be loaded|:\d+): .*/, '$1'))
  return err === undefined ? found : { ...found, err }
}

describe.skipIf(missing)('the Ruby of the machine', () => {
  test('is asked everything', () => expect(cases.length).toBeGreaterThan(30))
  test.each(cases)('$title', async (one) => {
    const parent = path.join(scratch, 'parent')
    const site = writeCase(parent, one)
    const said = await runIn(site, [...recordedAs(one.args), '--ruby', 'native'], {
      JEKYLL_ENV: 'development',
      PATH: process.env.PATH ?? '',
      ...one.env,
    })
    const native: Answer = {
      exit: said.code,
      out: plainLines(said.out, site),
      err: plainLines(said.err, site),
      files: changes(parent, one),
    }
    const theirs = answers[nameOf(one)] as Answer
    if (one.ours === undefined && native.exit !== 0) {
      expect(unsaid(native, theirs)).toEqual([])
      expect(difference({ ...native, err: theirs.err }, theirs)).toEqual({})
      return
    }
    const found = difference(native, theirs)
    const expected = untold(recorded[nameOf(one)] ?? {}, theirs)
    expect(inOneRuby(found)).toEqual(inOneRuby(expected))
  })
})
