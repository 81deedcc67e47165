/**
 * `whirl build --untrusted`: the build runs in a process of its own, and the compilers that it starts with it. This one
 * reads nothing of the site: it watches time and memory, ends all of them where a limit is reached, and says which page it was.
 *
 * A thread would not do: V8 may end the whole process where it has no more memory, and native code cannot be stopped in one.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import type { Diagnostic } from '../../base/index.ts'
import type { Arguments } from '../args.ts'
import { EXIT, type Host } from '../host.ts'
import type { Report } from '../report.ts'
import { allowed } from './allowed.ts'
import { CHANNEL_VARIABLE, DESCRIPTOR, listening } from './channel.ts'
import { passedOn } from './environment.ts'
import type { LimitName } from './limits.ts'
import { watchMemory } from './memory.ts'
import { openPosition, type Position, readPosition } from './position.ts'

/** What the build was doing, and since when. */
interface Step extends Position {
  /** milliseconds of the clock at which the work on `subject` began; infinite while Node starts */
  readonly since: number
}

/** Reads what the build is at; to be asked often, as it knows since when by having been asked. */
function stepReader(position: number): () => Step {
  let step: Step = { count: 0, doing: 'Starting', subject: 'Node', since: Number.POSITIVE_INFINITY }
  return () => {
    const now = readPosition(position)
    if (now !== undefined && now.count !== step.count)
      step = { ...now, since: now.subject === step.subject ? step.since : performance.now() }
    return step
  }
}

/** Builds under watch; answers the exit code. */
export async function supervise(args: Arguments, host: Host, report: Report): Promise<number> {
  const began = performance.now()
  const memory = allowed(args, 'memory-limit')
  const position = openPosition(host.env.TMPDIR ?? host.env.TEMP ?? '/tmp')
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${Math.ceil(memory)}`, process.argv[1] ?? '', ...host.argv],
    {
      cwd: host.cwd,
      env: {
        ...passedOn(host.env),
        // It speaks through a pipe: what that leads to is known here.
        ...(host.color ? { FORCE_COLOR: '1' } : {}),
        [CHANNEL_VARIABLE]: String(process.pid),
      },
      // A group of its own, which is ended as a whole.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', position],
      windowsHide: true,
    },
  )
  const step = stepReader(position)
  let reached: Diagnostic | undefined
  const end = (why: (at: Step) => Diagnostic): void => {
    if (reached !== undefined || isWriting(step())) return
    // It stands still while it is looked at: it may have begun to write a moment ago.
    signalGroup(child, 'SIGSTOP')
    const at = step()
    if (!isWriting(at)) reached = why(at)
    signalGroup(child, reached === undefined ? 'SIGCONT' : 'SIGKILL')
  }
  const left = hear(child, args, host, report, end)
  const crash = lastWords(child)
  const stops = [
    watchTime(args, began, step, end),
    ...(child.pid === undefined
      ? []
      : [watchMemory(child.pid, (held) => held > memory && end((at) => tooMuchMemory(memory, at)))]),
  ]
  void host.untilStopped().then(() => {
    end(() => STOPPED)
    // As any build it stops at once, but finishes what must not be left half done.
    if (reached === undefined) signalGroup(child, 'SIGTERM')
  })
  const { code, signal } = await ended(child)
  for (const stop of stops) stop()
  const last = step()
  fs.closeSync(position)
  if (
    reached === undefined &&
    signal === null &&
    (code === EXIT.done || code === EXIT.failed || code === EXIT.bug)
  ) {
    if (code !== EXIT.done) host.err(left())
    return code
  }
  const why = reached ?? crashed(signal, code, crash(), memory, last)
  report.diagnostic(why)
  if (args.flags.get('trace') === true) host.err(crash())
  return EXIT.failed
}

/**
 * Whether all that limits count is done, and the output is at work. No limit ends that, so that none is left half written: how
 * much there is of it was limited before.
 */
function isWriting({ subject }: Step): boolean {
  return subject === ''
}

/** What a step is called in a message. */
function named({ doing, subject }: Step): string {
  return /^\w+ing$/.test(doing) ? `${doing} ${subject}` : `${doing} in ${subject}`
}

/** Sends `signal` to the build and all that it started. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It has ended, or there are no groups here.
    child.kill(signal)
  }
}

/** Passes on what the build says, as much as it may; answers the last errors among what was left out. */
function hear(
  child: ChildProcess,
  args: Arguments,
  host: Host,
  report: Report,
  end: (why: () => Diagnostic) => void,
): () => string {
  const most = allowed(args, 'log-limit') * MEGABYTE
  let said = 0
  const errors: string[] = []
  /** Whether there was room for `text`. */
  const within = (text: string, say: (text: string) => void): boolean => {
    const before = said
    said += text.length
    if (said <= most) say(text)
    else if (before <= most)
      report.warn('Limit:', 'the rest of what there is to say is left out (--log-limit)')
    return said <= most
  }
  const take = listening({
    out: (text) => within(text, host.out),
    err: (text) => within(text, host.err),
    error: (text) => {
      if (within(text, host.err)) return
      errors.push(text)
      while (errors.join('').length > LAST_WORDS && errors.length > 1) errors.shift()
    },
  })
  const left = (): string => errors.join('')
  const channel = child.stdio[DESCRIPTOR]
  if (channel === null || channel === undefined || !('setEncoding' in channel)) return left
  channel.setEncoding('utf8')
  channel.on('data', (piece: string) => {
    try {
      take(piece)
    } catch {
      end(() => GARBLED)
    }
  })
  return left
}

const MEGABYTE = 1_000_000

/** How much is kept of what a process says when it breaks down. */
const LAST_WORDS = 10_000

function lastWords({ stderr }: ChildProcess): () => string {
  let words = ''
  stderr?.setEncoding('utf8')
  stderr?.on('data', (piece: string) => {
    words = (words + piece).slice(0, LAST_WORDS)
  })
  return () => words
}

/** How often the time is looked at, in milliseconds. */
const INTERVAL = 50

function watchTime(
  args: Arguments,
  began: number,
  step: () => Step,
  end: (why: (at: Step) => Diagnostic) => void,
): () => void {
  const whole = allowed(args, 'time-limit')
  const page = allowed(args, 'page-time-limit')
  const timer = setInterval(() => {
    const now = performance.now()
    if (now - step().since > page * 1000)
      end((at) =>
        limit(
          'page-time',
          `${named(at)} has run for ${page} s`,
          'page-time-limit',
          'it may never end: take out what takes so long',
        ),
      )
    else if (now - began > whole * 1000)
      end((at) =>
        limit('time', `the build has run for ${whole} s, and is not done: ${named(at)}`, 'time-limit'),
      )
  }, INTERVAL)
  return () => clearInterval(timer)
}

function tooMuchMemory(most: number, step: Step): Diagnostic {
  return limit('memory', `${named(step)} needs more than ${most} MB`, 'memory-limit')
}

function limit(code: string, message: string, flag: LimitName, help = 'make it less'): Diagnostic {
  return {
    code: `limit/${code}`,
    severity: 'error',
    topic: 'Limit:',
    message,
    help: `${help}, or allow more with --${flag}`,
    trail: [],
  }
}

/** Words of V8, and of the C library, when there is no more memory or a value is larger than any may be. */
const NO_MEMORY =
  /out of memory|allocation failed|invalid (?:table |array |string )?(?:size|length)|bad_alloc/i

function crashed(
  signal: NodeJS.Signals | null,
  code: number | null,
  words: string,
  memory: number,
  step: Step,
): Diagnostic {
  // Somebody else's SIGKILL is the system's, which is short of memory.
  if (signal === 'SIGKILL' || NO_MEMORY.test(words)) return tooMuchMemory(memory, step)
  return {
    code: 'limit/crash',
    severity: 'error',
    topic: 'Limit:',
    message: `${named(step)} ended the build (${signal ?? `code ${code}`})`,
    help: 'take out what does it; --trace shows what was said last',
    trail: [],
  }
}

const STOPPED: Diagnostic = {
  code: 'limit/stopped',
  severity: 'error',
  message: 'The build was stopped.',
  trail: [],
}

const GARBLED: Diagnostic = {
  code: 'limit/garbled',
  severity: 'error',
  message: 'The build says what nobody understands.',
  trail: [],
}

function ended(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal }))
  })
}
