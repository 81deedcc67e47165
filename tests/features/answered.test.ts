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
import { RECORDED } from '../recorded.ts'
import { makeSite } from '../site-maker.ts'
import { type Case, changes, plainLines, readAll, writeCase } from './answered.mjs'

interface Answer {
  readonly exit: number
  readonly out: readonly string[]
  readonly err: readonly string[]
  /** what it wrote or (null) removed; Jekyll's failures are recorded without */
  readonly files?: Readonly<Record<string, string | null>>
}

type Answers = Readonly<Record<string, Answer>>
/** What we say or do otherwise; of `files` those that are not Jekyll's, `as before` where only Jekyll touches one. */
type Difference = Partial<Answer>

const OURS = path.join(import.meta.dirname, 'ours.json')
const UPDATE = process.env.WHIRL_UPDATE === '1'
const answers = readJson(path.join(import.meta.dirname, 'answers.json')) as Answers
const recorded = readJson(OURS) as Readonly<Record<string, Difference>>
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
const nameOf = ({ group, title }: Case): string => `${group}: ${title}`

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
    for (const line of theirs.err)
      expect(ours.err.map(plain)).toContainEqual(expect.stringContaining(plain(line)))
  }
}

/** A command line that builds as the Jekyll that answered does. */
function recordedAs(args: readonly string[]): readonly string[] {
  const [command = ''] = args
  return command === 'build' ? [...args, '--compat', RECORDED] : args
}

function difference(ours: Answer, theirs: Answer): Difference {
  const found: Record<string, unknown> = {}
  for (const part of ['exit', 'out', 'err'] as const)
    if (JSON.stringify(ours[part]) !== JSON.stringify(theirs[part])) found[part] = ours[part]
  const files = fileDifference(ours.files ?? {}, theirs.files ?? {})
  if (Object.keys(files).length > 0) found.files = files
  return found
}

function fileDifference(
  ours: Readonly<Record<string, string | null>>,
  theirs: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string | null>> {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort()
  return Object.fromEntries(
    names
      .filter((name) => ours[name] !== theirs[name])
      .map((name) => [name, ours[name] === undefined ? 'as before' : ours[name]]),
  )
}

/** A line without what may differ: indentation, and the file we name where Psych says `<unknown>`. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^Error: could not read file \S+: (?=Invalid date)/, '')
    .replace(/\((?:<unknown>|[\w./-]+)\): (?=did not|found|mapping)/, '')
    .toLowerCase()
}

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
