/**
 * What Jekyll's documentation does not say and its users meet: one small site or command line each, answered by Jekyll
 * (answers.json). We print the same lines on the same streams, end with the same code and leave the same files. Where
 * Jekyll stops with an error of Ruby's own, we stop with a sentence of ours; nothing is written then.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runIn } from '../cli/host.ts'
import { type Case, changes, plainLines, readAll, writeCase } from './answered.mjs'

interface Answer {
  readonly exit: number
  readonly out: readonly string[]
  readonly err: readonly string[]
  readonly files?: Readonly<Record<string, string | null>>
}

const answers = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'answers.json'), 'utf8'),
) as Readonly<Record<string, Answer>>
let scratch: string

beforeAll(() => {
  scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-answered-')))
})
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }))

const all = readAll()
for (const group of new Set(all.map((one) => one.group)))
  describe(group, () => test.each(all.filter((one) => one.group === group))('$title', check))

async function check(one: Case): Promise<void> {
  const theirs = answers[`${one.group}: ${one.title}`]!
  const parent = path.join(scratch, 'parent')
  const site = writeCase(parent, one)
  const said = await runIn(site, one.args, { JEKYLL_ENV: 'development', ...one.env })
  const err = plainLines(said.err, site)
  expect(said.err).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m)
  expect(said.code, said.err).toBe(one.ours?.exit ?? theirs.exit)
  for (const line of one.ours?.lines ?? []) expect(err).toContainEqual(expect.stringContaining(line))
  if (said.code !== 0) {
    if (one.ours === undefined)
      for (const line of theirs.err)
        expect(err.map(plain)).toContainEqual(expect.stringContaining(plain(line)))
    expect(changes(parent, one)).toEqual({})
  } else if (one.ours === undefined) {
    expect(err).toEqual(theirs.err)
    expect(plainLines(said.out, site)).toEqual(theirs.out)
    expect(changes(parent, one)).toEqual(theirs.files)
  }
}

/** A line without what may differ: indentation, and the file we name where Psych says `<unknown>`. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^Error: could not read file \S+: (?=Invalid date)/, '')
    .replace(/\((?:<unknown>|[\w./-]+)\): (?=did not|found|mapping)/, '')
    .toLowerCase()
}
