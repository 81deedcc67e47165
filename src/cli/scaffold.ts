/** Making the directories and files of a new site or theme on disk. */
import fs from 'node:fs'
import path from 'node:path'
import { BuildError } from '../base/index.ts'
import type { TemplateFile } from './templates/types.ts'

/**
 * Makes `directories` and `files` below `root`, which may exist; a file that exists is replaced. `made` hears each full
 * path. Throws a `BuildError` for what the system refuses.
 */
export function scaffold(
  root: string,
  directories: readonly string[],
  files: readonly TemplateFile[],
  made: (place: string) => void = () => {},
): void {
  refusals(() => {
    fs.mkdirSync(root, { recursive: true })
    for (const directory of directories) {
      const place = path.join(root, directory)
      fs.mkdirSync(place, { recursive: true })
      made(place)
    }
    for (const file of files) {
      const place = path.join(root, file.path)
      fs.mkdirSync(path.dirname(place), { recursive: true })
      fs.writeFileSync(place, file.text)
      made(place)
    }
  })
}

/** Runs `work` on the disk; what the system refuses becomes a `BuildError`. */
export function refusals<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
    const message = error.message.replace(/^\w+: /, '')
    throw new BuildError([
      {
        code: 'cli/disk',
        severity: 'error',
        topic: 'Error:',
        message: `The system refused: ${message}`,
        trail: [],
      },
    ])
  }
}

/** Whether there is a directory at `place` with something in it, or a file. */
export function isTaken(place: string): boolean {
  return refusals(() => {
    const stat = fs.statSync(place, { throwIfNoEntry: false })
    if (stat === undefined) return false
    return !stat.isDirectory() || fs.readdirSync(place).length > 0
  })
}
