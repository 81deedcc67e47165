/** Files that the program itself keeps in a site: never written through a link, into a pipe or a device. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { makeDirectory } from './make-directory.ts'

const { O_WRONLY, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = fs.constants

/** Writes `text` to `file`, over the one that is there. Throws what the system throws, also for what is no file. */
export function writeOwn(file: string, text: string): void {
  const open = fs.openSync(file, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
  try {
    if (!fs.fstatSync(open).isFile()) throw Object.assign(new Error('EINVAL'), { code: 'EINVAL', path: file })
    fs.ftruncateSync(open)
    fs.writeFileSync(open, text)
  } finally {
    fs.closeSync(open)
  }
}

/** The same with the directories above it made, for what is kept to spare work: where the system refuses, nothing is. */
export function keepOwn(file: string, text: string): void {
  try {
    makeDirectory(file.slice(0, file.lastIndexOf('/')))
    writeOwn(file, text)
  } catch {
    // Read-only sources are built like any other.
  }
}

/** Puts a file with this text in the place of whatever is called `file`, in one step. Throws what the system throws. */
export function replaceOwn(file: string, text: string): void {
  const next = `${file}.${randomUUID().slice(0, 8)}.tmp`
  fs.writeFileSync(next, text, { flag: 'wx' })
  fs.renameSync(next, file)
}
