/** This process as commands see it. */
import { spawn } from 'node:child_process'
import { BuildError } from '../base/index.ts'
import type { Arguments } from './args.ts'
import type { Streams } from './report.ts'
import { run } from './run.ts'
import { SIGNALS, stoppedBySignals } from './signals.ts'
import { threads } from './threads.ts'
import { supervised } from './untrusted/supervised.ts'

const BROWSERS: Readonly<Record<string, string>> = { darwin: 'open', win32: 'explorer' }

/** Throws a BuildError where somebody has taken the folder away in which the command was started. */
function currentFolder(): string {
  try {
    return process.cwd()
  } catch {
    throw new BuildError([
      {
        code: 'cli/no-folder',
        severity: 'error',
        topic: 'Fatal:',
        message: 'No such file or directory - getcwd',
        help: 'the folder that you are in is gone: change to another one',
        trail: [],
      },
    ])
  }
}

/** Runs the command that `args` name in this process. */
export async function main(args: Arguments, streams: Streams): Promise<void> {
  const watched = supervised(args, streams)
  process.exitCode = await run(args, {
    get cwd() {
      return currentFolder()
    },
    env: process.env,
    ...(watched?.streams ?? streams),
    ...(watched === undefined ? {} : { untrusted: watched.untrusted }),
    terminal: process.stdout.isTTY === true,
    argv: process.argv.slice(2),
    ...stoppedBySignals(),
    uninterrupted: (run) => {
      const own = SIGNALS.filter((signal) => process.listenerCount(signal) === 0)
      let came: NodeJS.Signals | undefined
      const note = (signal: NodeJS.Signals): void => {
        came = signal
      }
      for (const signal of own) process.on(signal, note)
      try {
        run()
      } finally {
        // A signal of meanwhile is delivered in this turn of the event loop.
        setImmediate(() => {
          for (const signal of own) process.off(signal, note)
          if (came !== undefined) process.kill(process.pid, came)
        })
      }
    },
    openInBrowser: (url) => {
      const browser = spawn(BROWSERS[process.platform] ?? 'xdg-open', [url], {
        detached: true,
        stdio: 'ignore',
      })
      browser.on('error', () => {})
      browser.unref()
    },
    threads,
    detach: (words) => {
      const child = spawn(process.execPath, [process.argv[1] ?? '', ...words], {
        detached: true,
        stdio: 'ignore',
      })
      child.unref()
      return child.pid ?? 0
    },
  })
}

export { rubyInThread } from './ruby-thread.ts'
export { workInThread } from './threads.ts'
