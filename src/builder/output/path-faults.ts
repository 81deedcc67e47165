/** What is wrong with the paths that a build wants to write, before it writes any. */
import type { Diagnostic } from '../../base/index.ts'
import type { Site } from '../../site/index.ts'
import type { PlannedFile } from '../plan.ts'
import { findConflicts } from './conflicts.ts'
import { unwritablePaths } from './unwritable-paths.ts'

/** Errors for paths that no file system takes, or that exclude each other; warnings for those that two files share. */
export function pathFaults(planned: readonly PlannedFile[], site: Site): Diagnostic[] {
  return [...unwritablePaths(planned, site), ...findConflicts(planned, site)]
}
