/** Runs the command line inside the test: the same code as the program, without a process. */
import type { Host } from '../../src/cli/host.ts'
import { run } from './run.ts'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `argv` in the directory `cwd` under UTC, without colours; answers the exit code and what was printed. */
export async function runIn(
  cwd: string,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  more: Partial<Host> = {},
): Promise<Said> {
  let out = ''
  let err = ''
  const host: Host = {
    cwd,
    env: { TZ: 'UTC', ...env },
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    color: false,
    terminal: false,
    argv,
    untilStopped: () => new Promise(() => {}),
    uninterrupted: (run) => run(),
    openInBrowser: () => {},
    detach: () => 0,
    ...more,
  }
  const code = await run(argv, host)
  return { code, out, err }
}
