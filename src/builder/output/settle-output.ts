import { settleStages, stagesIn } from './journal.ts'
import { lockIfFree } from './output-lock.ts'

/**
 * Finishes what a build began in `destination` that was killed while it changed the output, so that the output is the old one or
 * the new one. Where a build is at work, nothing is to be done.
 */
export function settleOutput(destination: string): void {
  if (stagesIn(destination).length === 0) return
  const lock = lockIfFree(destination)
  if (lock === undefined) return
  try {
    settleStages(destination)
  } finally {
    lock.release()
  }
}
