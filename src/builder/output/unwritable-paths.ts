/** Output paths that no file system takes. Jekyll stops at them, too. */
import type { Diagnostic } from '../../base/index.ts'
import type { PlannedFile } from '../plan.ts'

/** An error, in Ruby's words, for each of `planned` whose path has a NUL in it. */
export function unwritablePaths(planned: readonly PlannedFile[]): Diagnostic[] {
  return planned
    .filter(({ path }) => path.includes('\0'))
    .map(({ label }) => ({
      code: 'build/null-byte',
      severity: 'error',
      message: 'path name contains null byte',
      help: `the path of the output of ${label} has one: take it out of its permalink or name`,
      trail: [],
    }))
}
