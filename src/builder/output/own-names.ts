import { isLock } from './output-lock.ts'
import { isStage } from './stages.ts'

/** Whether builds give this name to what they make for themselves in a destination or beside it. */
export function isOwnName(name: string): boolean {
  return isStage(name) || isLock(name)
}
