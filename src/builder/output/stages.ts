/**
 * Directories in which builds put what is not output yet. Their names say whose they are: those of builds that go on are
 * left alone, those of builds that were killed go with the next build.
 */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { pid } from 'node:process'
import { isRunning } from './lock-holder.ts'

const STAGE = /^\.whirl-stage-(\d+)(?:-([0-9a-z]+)-[0-9a-f]+)?$/

/** The name of a stage of this process that no other has. */
export function newStage(): string {
  return `.whirl-stage-${pid}-${started()}-${randomBytes(6).toString('hex')}`
}

export function isStage(name: string): boolean {
  return STAGE.test(name)
}

/** Whether the process that made this stage is no more. */
function isAbandoned(name: string): boolean {
  const [, maker, start] = STAGE.exec(name) ?? []
  if (maker === undefined) return false
  // In a container every process has the number of the one before.
  return Number(maker) === pid ? start !== started() : !isRunning(Number(maker))
}

/** Removes what builds that were killed left in `folder`, as far as the system lets us. */
export function removeAbandoned(folder: string): void {
  for (const name of namesIn(folder).filter(isAbandoned)) removeStage(`${folder}/${name}`)
}

/** Removes a stage, as far as the system lets us. */
export function removeStage(place: string): void {
  try {
    fs.rmSync(place, { recursive: true, force: true })
  } catch {
    // Another user's stays until that one builds.
  }
}

/**
 * Removes a directory into which others may be writing: it goes at once, under a name that nobody knows, where it can be
 * renamed, which a mount point cannot. Throws what the system refuses.
 */
export function removeAtOnce(place: string): void {
  const folder = place.slice(0, place.lastIndexOf('/'))
  const aside = `${folder}/${newStage()}`
  try {
    fs.renameSync(place, aside)
  } catch {
    fs.rmSync(place, { recursive: true, force: true })
    return
  }
  // Who was about to open a file in it still may.
  for (let attempt = 0; attempt < 3 && fs.existsSync(aside); attempt++) removeStage(aside)
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder)
  } catch {
    return []
  }
}

function started(): string {
  return Math.round(performance.timeOrigin).toString(36)
}
