/** The files of a store, by their names: the index, and what carries the generation that made it. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { makeDirectory } from '../../files/index.ts'
import { DIGEST_BYTES } from './digest.ts'
import { decodeIndex, type Segment, type StoreIndex } from './store-index.ts'

const MADE = /^(\d{1,9})-[0-9a-f]{16}\.(?:pack|part)$/

/** What has a file name of its own: nobody else, in no other process, makes the same. */
export interface Named {
  readonly generation: number
  readonly random: string
}

export function newName(generation: number): Named {
  return { generation, random: randomBytes(8).toString('hex') }
}

export function segmentFile(directory: string, { generation, random }: Named): string {
  return `${directory}/${generation}-${random}.pack`
}

/** A file that is not whole yet. */
export function partFile(directory: string, { generation, random }: Named): string {
  return `${directory}/${generation}-${random}.part`
}

/** The index that lies in `directory` for this header, if a whole one does. */
export function readIndex(directory: string, header: string): StoreIndex | undefined {
  try {
    const file = readFile(`${directory}/index`)
    return file === undefined ? undefined : decodeIndex(file, header)
  } catch {
    return undefined
  }
}

/** Whether the index that lies in `directory` is `index`, by the digest at its end. */
export function isLatest(directory: string, { identity }: StoreIndex): boolean {
  try {
    const file = readFile(`${directory}/index`, DIGEST_BYTES)
    return file?.toString('latin1') === identity
  } catch {
    return identity === ''
  }
}

/** Replaces the index. Throws what the system refuses. */
export function writeIndex(directory: string, generation: number, file: Buffer): void {
  makeDirectory(directory)
  const part = partFile(directory, newName(generation))
  try {
    fs.writeFileSync(part, file, { flag: 'wx' })
    fs.renameSync(part, `${directory}/index`)
  } catch (error) {
    removeFile(part)
    throw error
  }
}

/** The latest generation that any file of a store carries. */
export function latestGeneration(directory: string): number {
  return Math.max(0, ...madeFiles(directory).map(({ generation }) => generation))
}

/**
 * Removes `dropped`, and what builds that were killed left behind. Another build may just be making files: those of the last
 * two generations stay.
 */
export function removeUnused(directory: string, index: StoreIndex, dropped: readonly Segment[]): void {
  for (const segment of dropped) removeFile(segmentFile(directory, segment))
  const used = new Set(index.segments.map((segment) => segmentFile(directory, segment)))
  for (const { place, generation } of madeFiles(directory))
    if (generation <= index.generation - 2 && !used.has(place)) removeFile(place)
}

export function removeFile(place: string): void {
  try {
    fs.unlinkSync(place)
  } catch {
    // It is gone, or stays until somebody else may remove it.
  }
}

interface MadeFile {
  readonly place: string
  readonly generation: number
}

function madeFiles(directory: string): MadeFile[] {
  try {
    return fs.readdirSync(directory).flatMap((name) => {
      const made = MADE.exec(name)
      return made === null ? [] : [{ place: `${directory}/${name}`, generation: Number(made[1]) }]
    })
  } catch {
    return []
  }
}

/** A file's bytes, or its last ones; undefined where something else stands there. A pipe is not waited for. */
function readFile(place: string, last = Number.POSITIVE_INFINITY): Buffer | undefined {
  const descriptor = fs.openSync(place, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  try {
    const stat = fs.fstatSync(descriptor)
    if (!stat.isFile()) return undefined
    const bytes = Buffer.allocUnsafeSlow(Math.min(stat.size, last))
    const read = fs.readSync(descriptor, bytes, 0, bytes.length, stat.size - bytes.length)
    return bytes.subarray(0, read)
  } finally {
    fs.closeSync(descriptor)
  }
}
