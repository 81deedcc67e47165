/** What commands keep from build to build, and the account of what had to be rendered. */
import { BuildError, epochMilliseconds, sha256 } from '../base/index.ts'
import {
  type BuildResult,
  diskOutput,
  type Elsewhere,
  forgetCache,
  type KeptResults,
  keptIn,
  keptOnDisk,
  type LoadedPlugins,
  type Output,
  ReadMemory,
  readText,
  type Save,
  type Setup,
} from '../builder/index.ts'
import { changedAt } from '../files/index.ts'
import type { Arguments } from './args.ts'
import type { Host } from './host.ts'
import type { Report } from './report.ts'
import { BUILD } from './version.ts'

/** How one command goes about what builds keep. */
export interface KeepingOfCommand {
  /** undefined where one build is all there will be */
  readonly kept: KeptResults | undefined
  /** whether to say why documents are rendered */
  readonly explain: boolean
  /** what a command keeps in memory that builds again and again */
  readonly session?: Session
  /** how many threads render beside this one; undefined where the work decides */
  readonly workers: number | undefined
  /** what was rendered on other machines */
  readonly elsewhere?: Elsewhere
}

/** The builds of one server, to which changes are told and to which nobody writes but itself. */
interface Session {
  readonly memory: ReadMemory
  /** Where a build of this destination goes: the same object each time. */
  output(destination: string): Output
  /** Tells that from now on each change will be told: what changed since the first reading is looked for. */
  watching(): void
  /** Tells of files that changed, by their absolute paths. */
  changed(paths: readonly string[]): void
  /**
   * Runs `prepare` once changes are told: behind the first build at once, as who reads that the server runs may save a file,
   * later when all is kept and nothing was to be done since. The last counts that it is given.
   */
  afterKeeping(prepare: () => void): void
  /** There will be no more builds: what waits to be kept is. */
  close(): void
}

/**
 * With `--no-cache` what earlier builds kept is taken away, before plugins are loaded: what they did is kept, too. Where the
 * system refuses, the disk is left alone.
 */
export function afresh({ flags }: Arguments, setup: Setup): Setup {
  const { config } = setup
  if (flags.get('no-cache') !== true || forgetCache(config)) return setup
  return { ...setup, config: { ...config, keeping: { ...config.keeping, cache: false } } }
}

/** What earlier builds of the site kept. */
export function openKept({ flags }: Arguments, { config }: Setup): KeepingOfCommand {
  return {
    kept: keptOnDisk(config, BUILD),
    explain: flags.get('explain') === true,
    workers: workersOf(flags),
  }
}

/** The same for a command that builds after each change: it writes to the disk when it has nothing else to do. */
export function openSession(args: Arguments, setup: Setup, host: Host): KeepingOfCommand {
  const idle = whenIdle()
  const kept = keptIn(setup.config, BUILD, idle.later)
  const explain = args.flags.get('explain') === true
  return { kept, explain, workers: workersOf(args.flags), session: createSession(host, kept, idle) }
}

/** More threads than this no machine has a use for: reading, writing and putting together are done by one. */
const MOST_WORKERS = 64

/** How many threads `--workers` asks for. Throws a BuildError for a number that cannot be meant. */
function workersOf(flags: Arguments['flags']): number | undefined {
  const given = flags.get('workers')
  if (typeof given !== 'number') return undefined
  if (given >= 0 && given <= MOST_WORKERS) return given
  throw new BuildError([
    {
      code: 'cli/workers',
      severity: 'error',
      topic: 'Workers:',
      message: `--workers ${given} is no number of threads.`,
      help: `write a number from 0 (the main thread alone) to ${MOST_WORKERS}, or leave it out`,
      trail: [],
    },
  ])
}

/** Milliseconds after a build: browsers have the page by then, and who makes one small change after the other is not kept waiting. */
const WHEN_IDLE = 2000

/** Milliseconds for which a server does nothing but write: whoever saves a file, or asks for a page, waits no longer. */
const AT_ONCE = 10

/** What a server does when it has nothing else to do. */
interface Idle {
  /** Has `save` run once nothing came for a while, a part at a time: the last that it is given. */
  later(save: Save): void
  /** Has `run` run once that is done. */
  afterwards(run: () => void): void
  /** Runs what waits of `save` to its end. */
  atOnce(): void
}

function whenIdle(): Idle {
  let timer: NodeJS.Timeout | undefined
  let waiting: Save | undefined
  let after: (() => void) | undefined
  const inTurn = (): void => {
    const end = performance.now() + AT_ONCE
    if (waiting?.(() => performance.now() >= end) === false) {
      timer = setTimeout(inTurn, 0).unref()
      return
    }
    waiting = undefined
    const run = after
    after = undefined
    run?.()
  }
  return {
    later(save) {
      clearTimeout(timer)
      waiting = save
      timer = setTimeout(inTurn, WHEN_IDLE).unref()
    },
    afterwards(run) {
      after = run
    },
    atOnce() {
      clearTimeout(timer)
      waiting?.()
      waiting = undefined
    },
  }
}

function createSession(host: Host, kept: KeptResults, idle: Idle): Session {
  const memory = new ReadMemory()
  const began = epochMilliseconds()
  const outputs = new Map<string, Output>()
  let isWatched = false
  let early: (() => void) | undefined
  return {
    memory,
    output(destination) {
      let output = outputs.get(destination)
      if (output === undefined) {
        output = diskOutput(destination, { ...wholeOf(host), alone: true })
        outputs.set(destination, output)
      }
      return output
    },
    watching() {
      memory.forgetWhere((path) => changedSince(path, began))
      isWatched = true
      early?.()
      early = undefined
    },
    changed: (paths) => memory.forget(paths),
    afterKeeping(prepare) {
      if (!isWatched && kept.last !== undefined) early = prepare
      else
        idle.afterwards(() => {
          if (isWatched) prepare()
          else early = prepare
        })
    },
    close: idle.atOnce,
  }
}

/** Milliseconds by which a file system may be behind the clock. */
const INEXACT = 3000

/** Whether the file was changed or taken away after `time`, in milliseconds since the epoch, or perhaps. */
function changedSince(path: string, time: number): boolean {
  const at = changedAt(path)
  return at === undefined || at > time - INEXACT
}

/** The option of an output that is not to be stopped half way. */
export function wholeOf({ uninterrupted }: Host): Parameters<typeof diskOutput>[1] {
  return uninterrupted === undefined ? {} : { whole: uninterrupted }
}

/**
 * The plugins' files as they are now, for `pluginState`: to be asked when they were loaded. Packages stay in the process as
 * they were `before`.
 */
export function stateOfPlugins(
  { files, packageFiles }: Pick<LoadedPlugins, 'files' | 'packageFiles'>,
  before: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const digestOf = (file: string): string => sha256(readText(file) ?? '')
  return new Map([
    ...packageFiles.map((file) => [file, before.get(file) ?? digestOf(file)] as const),
    ...files.map((file) => [file, digestOf(file)] as const),
  ])
}

/** Names a state of the plugins' files: what others rendered is not to be taken. */
export function namedState({ pluginState = new Map() }: Pick<Setup, 'pluginState'>): string {
  return [...pluginState].map(([file, digest]) => `${file} ${digest}`).join('\n')
}

/** Says of each document that was rendered why it was, and how many were not. */
export function explain(report: Report, { site, reasons, placed, counters }: BuildResult): void {
  for (const [id, reason] of reasons) {
    const doc = site.renderables.get(id)
    if (doc !== undefined)
      report.info(
        'Rendered:',
        `${doc.file.path}, ${reason}${placed.has(id) ? '; its text was converted before' : ''}`,
      )
  }
  const total = site.renderables.size
  const only = counters.placed === 0 ? '' : `, ${counters.placed} of them only placed in their layouts`
  report.info(
    'Rendered:',
    `${counters.rendered} of ${total}${only}; the other ${total - counters.rendered} are as they were.`,
  )
}
