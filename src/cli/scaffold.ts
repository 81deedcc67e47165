/** Making, moving and reading the files that somebody writes a site with: what a command line names. */
import { Buffer, isUtf8 } from 'node:buffer'
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
      writeFile(place, file.text)
      made(place)
    }
  })
}

/** Runs `work` on the disk; what the system refuses becomes a `BuildError`. */
function refusals<T>(work: () => T): T {
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

/** Writes a text or bytes to `place`, with the directories above it. Throws a `BuildError` for what the system refuses. */
export function writeFile(place: string, text: string | Uint8Array): void {
  refusals(() => {
    fs.mkdirSync(path.dirname(place), { recursive: true })
    fs.writeFileSync(place, text)
  })
}

/** Writes `text` to `place`, over what is there. Throws what the system throws. */
export function overwrite(place: string, text: string): void {
  fs.writeFileSync(place, text)
}

/** The bytes of the file at `place`. Throws a `BuildError` for what the system refuses. */
export function bytesOf(place: string): Uint8Array {
  return refusals(() => fs.readFileSync(place))
}

/** The text of the file at `place`, its byte order mark too; undefined where it is no UTF-8. Throws as `bytesOf`. */
export function textOf(place: string): string | undefined {
  const bytes = bytesOf(place)
  return isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : undefined
}

/** Where `place`, which exists, is without symbolic links. Throws a `BuildError` for what the system refuses. */
export function realPlace(place: string): string {
  return refusals(() => fs.realpathSync(place))
}

/** Takes the file at `place` away. Throws a `BuildError` for what the system refuses. */
export function removeFile(place: string): void {
  refusals(() => fs.unlinkSync(place))
}

/** What is at `place`, links followed; undefined where there is nothing, or nothing can be. */
export function placeKind(place: string): 'file' | 'other' | undefined {
  try {
    return fs.statSync(place).isFile() ? 'file' : 'other'
  } catch {
    return undefined
  }
}
