/** A command that goes on until it is stopped, run inside the test: `serve`, `build --watch`. */
import path from 'node:path'
import { expect } from 'vitest'
import type { Host } from '../../src/cli/host.ts'
import { makeSite, type SiteFolder } from '../site-maker.ts'
import { run } from './run.ts'

export interface Running {
  readonly source: string
  readonly put: SiteFolder['put']
  /** everything printed so far */
  readonly said: () => string
  /** resolves once `text` was printed after `from` characters */
  readonly says: (text: string, from?: number) => Promise<void>
  /** what was shown in the user's browser */
  readonly opened: () => readonly string[]
  readonly stop: () => Promise<number>
}

/** Starts the command line `words` for the site made of `files`. */
export function start(words: readonly string[], files: Record<string, string>): Running {
  const { root: source, put } = makeSite(files)
  let said = ''
  const opened: string[] = []
  let stop = (): void => {}
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const argv = [...words, '--source', source, '--destination', path.join(source, '_site')]
  const host: Host = {
    cwd: source,
    env: { TZ: 'UTC' },
    out: (text) => {
      said += text
    },
    err: (text) => {
      said += text
    },
    color: false,
    terminal: false,
    argv,
    untilStopped: () => stopped,
    uninterrupted: (run) => run(),
    openInBrowser: (url) => void opened.push(url),
    detach: () => 7,
  }
  const code = run(argv, host)
  return {
    source,
    put,
    said: () => said,
    says: (text, from = 0) => expect.poll(() => said.slice(from)).toContain(text),
    opened: () => opened,
    stop: () => {
      stop()
      return code
    },
  }
}

/** A page with empty front matter. */
export const page = (body: string): string => `---\n---\n${body}\n`
