/**
 * git, asked about a repository whose configuration it never sees: it is given a repository of our own for a moment, with
 * the objects of the other. What a site's repository names (pagers, monitors, filters, drivers, hooks, aliases, ways to
 * fetch what is missing) is not read, so there is nothing of it to run.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { env } from 'node:process'
import type { GitNames } from './git-names.ts'
import { type GitPlace, readText } from './git-place.ts'

/** A long history is read in one go; past this git is stopped. */
const MAX_BYTES = 1 << 28

/** Milliseconds that git may take: an object may be a pipe that nobody writes to. */
const PATIENCE = 300_000

interface Question {
  /** git's command line */
  readonly words: readonly string[]
  /** what it finds on its standard input */
  readonly input?: string
  /** lines of the configuration besides the ones that are always there */
  readonly config?: string
  /** whether what the user and the system set for all repositories counts */
  readonly usersConfig: boolean
  /** the branches that it knows; without them there are none */
  readonly names?: GitNames
  /** the name of the zone of the times that it shows; without it the one of this process */
  readonly timezone?: string
}

/** What git says, asked in the stead of the repository at `place`. Throws where it fails, or takes too long. */
export function askGit(place: GitPlace, question: Question): string {
  return inStandIn(place, question, (options) =>
    execFileSync('git', question.words, { ...options, stdio: ['pipe', 'pipe', 'ignore'] }),
  )
}

/** How git ended and what it wrote. */
interface GitAnswer {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** The same of a question that may well fail. Throws where there is no git, and where it takes too long. */
export function tryGit(place: GitPlace, question: Question): GitAnswer {
  return inStandIn(place, question, (options) => {
    const { error, status, stdout, stderr } = spawnSync('git', question.words, options)
    if (error !== undefined) throw error
    return { status: status ?? 1, out: stdout, err: stderr }
  })
}

interface Options {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly encoding: 'utf8'
  readonly maxBuffer: number
  readonly timeout: number
  readonly killSignal: 'SIGKILL'
  readonly input: string
}

function inStandIn<Answer>(
  place: GitPlace,
  { input = '', config = '', usersConfig, names, timezone }: Question,
  ask: (options: Options) => Answer,
): Answer {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'whirl-git-'))
  try {
    standIn(folder, place, config, names)
    return ask({
      // Not in the site, where some systems look for programs.
      cwd: folder,
      env: {
        ...environment(folder, place, usersConfig),
        ...(timezone === undefined ? {} : { TZ: timezone }),
      },
      encoding: 'utf8',
      maxBuffer: MAX_BYTES,
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
      input,
    })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** What makes `folder` a repository. */
function standIn(folder: string, { commonDir }: GitPlace, config: string, names?: GitNames): void {
  for (const name of ['refs', 'objects']) fs.mkdirSync(path.join(folder, name))
  fs.writeFileSync(path.join(folder, 'HEAD'), names?.head ?? 'ref: refs/heads/none\n')
  if (names !== undefined) fs.writeFileSync(path.join(folder, 'packed-refs'), names.packed)
  fs.writeFileSync(path.join(folder, 'config'), CONFIG + config)
  const shallow = readText(path.join(commonDir, 'shallow'))
  if (shallow !== undefined) fs.writeFileSync(path.join(folder, 'shallow'), shallow)
}

/** The indexes over commits and packs spare little here, and would be read as they are. */
const CONFIG = '[core]\n\tbare = true\n\tcommitGraph = false\n\tmultiPackIndex = false\n'

/** The variables of this process without those by which git is told of another repository, another program, or to fetch. */
function environment(folder: string, { commonDir }: GitPlace, usersConfig: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^GIT_(?!CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)$)/i.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    GIT_DIR: folder,
    GIT_OBJECT_DIRECTORY: path.join(commonDir, 'objects'),
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // The second pair is for git before 2.32.
    ...(usersConfig
      ? {}
      : { GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_NOSYSTEM: '1', HOME: folder, XDG_CONFIG_HOME: folder }),
  }
}
