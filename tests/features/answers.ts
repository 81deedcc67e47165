/** What Jekyll answered to the cases of this folder, and what we say otherwise. */
import fs from 'node:fs'
import path from 'node:path'
import { RECORDED } from '../recorded.ts'
import type { Case } from './answered.mjs'

export interface Answer {
  readonly exit: number
  readonly out: readonly string[]
  readonly err: readonly string[]
  /** what it wrote or (null) removed; Jekyll's failures are recorded without */
  readonly files?: Readonly<Record<string, string | null>>
}

type Answers = Readonly<Record<string, Answer>>
/** What we say or do otherwise; of `files` those that are not Jekyll's, `as before` where only Jekyll touches one. */
export type Difference = Partial<Answer>

/** What we say otherwise, by case. */
export const OURS = path.join(import.meta.dirname, 'ours.json')

export function readAnswers(): Answers {
  return readJson(path.join(import.meta.dirname, 'answers.json')) as Answers
}

export function readDifferences(): Readonly<Record<string, Difference>> {
  return readJson(OURS) as Readonly<Record<string, Difference>>
}

export function nameOf({ group, title }: Case): string {
  return `${group}: ${title}`
}

/** A command line that builds as the Jekyll that answered does. */
export function recordedAs(args: readonly string[]): readonly string[] {
  const [command = ''] = args
  return command === 'build' ? [...args, '--compat', RECORDED] : args
}

/** What of `theirs` is otherwise in `ours`, as it is there. */
export function difference(ours: Answer, theirs: Answer): Difference {
  const found: Record<string, unknown> = {}
  for (const part of ['exit', 'out', 'err'] as const)
    if (JSON.stringify(ours[part]) !== JSON.stringify(theirs[part])) found[part] = ours[part]
  const files = fileDifference(ours.files ?? {}, theirs.files ?? {})
  if (Object.keys(files).length > 0) found.files = files
  return found
}

/** The lines of an error of `theirs` that are not in `ours`, which says more. */
export function unsaid(ours: Answer, theirs: Answer): readonly string[] {
  const said = ours.err.map(plain)
  return theirs.err.filter((line) => !said.some((each) => each.includes(plain(line))))
}

/** A line without what may differ: indentation, and the file we name where Psych says `<unknown>`. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/^Error: could not read file \S+: (?=Invalid date)/, '')
    .replace(/\((?:<unknown>|[\w./-]+)\): (?=did not|found|mapping)/, '')
    .toLowerCase()
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

function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
