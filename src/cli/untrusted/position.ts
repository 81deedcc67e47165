/**
 * What a supervised build is at, in a file without a name that it shares with its supervisor: written before each step, read
 * only now and then, so that a step costs next to nothing.
 */
import fs from 'node:fs'
import path from 'node:path'

/** By which descriptor the build finds it. */
export const POSITION = 4

/** Who works on what: `Liquid`, `_posts/a.md`. */
export interface Position {
  /** how many steps there were */
  readonly count: number
  readonly doing: string
  readonly subject: string
}

/** Three numbers, the texts, and the first number again: it tells a whole record from one that is being written. */
const NUMBER = 4
const HEAD = 3 * NUMBER
const LONGEST = 500
const ROOM = HEAD + 2 * LONGEST + NUMBER

/** The writing end; what it answers writes the step before once more. */
export function positionWriter(descriptor: number): (doing: string, subject: string) => () => void {
  const record = Buffer.alloc(ROOM)
  let count = 0
  let [doingNow, subjectNow] = ['', '']
  const write = (doing: string, subject: string): void => {
    doingNow = doing
    subjectNow = subject
    count = (count + 1) >>> 0
    const first = record.write(doing, HEAD, LONGEST)
    const second = record.write(subject, HEAD + first, LONGEST)
    record.writeUInt32LE(count, 0)
    record.writeUInt32LE(first, NUMBER)
    record.writeUInt32LE(second, 2 * NUMBER)
    const end = record.writeUInt32LE(count, HEAD + first + second)
    fs.writeSync(descriptor, record, 0, end, 0)
  }
  return (doing, subject) => {
    const [before, subjectBefore] = [doingNow, subjectNow]
    write(doing, subject)
    return () => write(before, subjectBefore)
  }
}

/** A new file for it in the folder `temporary`, already without a name: its descriptor, which whoever asks closes. */
export function openPosition(temporary: string): number {
  const folder = fs.mkdtempSync(path.join(temporary, 'whirl-'))
  const descriptor = fs.openSync(path.join(folder, 'position'), 'wx+', 0o600)
  fs.rmSync(folder, { recursive: true, force: true })
  return descriptor
}

/** What is written there; undefined before the first step, or in the middle of one. */
export function readPosition(descriptor: number): Position | undefined {
  const record = Buffer.alloc(ROOM)
  const length = fs.readSync(descriptor, record, 0, ROOM, 0)
  if (length < HEAD + NUMBER) return undefined
  const count = record.readUInt32LE(0)
  const subjectAt = HEAD + record.readUInt32LE(NUMBER)
  const end = subjectAt + record.readUInt32LE(2 * NUMBER)
  if (end + NUMBER > ROOM || record.readUInt32LE(end) !== count) return undefined
  return {
    count,
    doing: record.toString('utf8', HEAD, subjectAt),
    subject: record.toString('utf8', subjectAt, end),
  }
}
