import { answer } from '../../src/cli/answer.ts'
import type { Host } from '../../src/cli/host.ts'
import { run as runCommand } from '../../src/cli/run.ts'

/** Runs the command line `argv` (without node and script) as the program does; answers the exit code. */
export async function run(argv: readonly string[], host: Host): Promise<number> {
  const read = answer(argv, host)
  return typeof read === 'number' ? read : await runCommand(read, host)
}
