/** Rubies in the cache directory, and what builds remember of them with a digest behind it: what is not whole is none. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { sha256 } from '../../base/index.ts'
import {
  type BuildBeside,
  type KeptBytes,
  type MachineImages,
  type RubyEngine,
  rubyBeside,
  rubyVersion,
} from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { cacheDirectory, RUBY_NAME } from './cache-directory.ts'

/** letters of a digest */
const DIGEST = 64

/** Where Ruby with `layer` is kept; undefined when the configuration wants nothing on disk. */
export function rubyImages(
  config: Config,
  engine: RubyEngine,
  layer: readonly string[],
): MachineImages | undefined {
  const directory = cacheDirectory(config)
  if (directory === undefined) return undefined
  return imagesIn(`${directory}/${RUBY_NAME}/${sha256([rubyVersion(engine), ...layer].join('\0'))}`)
}

/** The Ruby that is kept in `file`, and what goes with it. */
function imagesIn(file: string): MachineImages {
  const folder = path.dirname(file)
  const memory = `${file}-happened`
  const image = { started: file, loaded: `${file}-loaded` }
  return {
    file,
    reading: (kind, use) => reading(image[kind], use),
    write: (kind, pieces) => put(folder, image[kind], pieces),
    remembered() {
      const text = new TextDecoder().decode(wholeOf(memory) ?? new Uint8Array())
      const end = text.indexOf('\n')
      return end >= 0 && text.slice(0, end) === stateOf(file) ? text.slice(end + 1) : undefined
    },
    remember(happened) {
      const state = stateOf(file)
      const text = Buffer.from(`${state}\n${happened}`)
      if (state !== undefined) put(folder, memory, [text, Buffer.from(sha256(text))])
    },
  }
}

/** Ruby in a thread of its own, for the build beside it: there it finds what is kept by the file. */
export function rubyInThread(build: BuildBeside): never {
  return rubyBeside(build, imagesIn)
}

/** What tells the Ruby that is kept from another one. */
function stateOf(file: string): string | undefined {
  const stats = fs.statSync(file, { throwIfNoEntry: false })
  return stats === undefined ? undefined : `${stats.size} ${stats.mtimeMs} ${stats.ino}`
}

function wholeOf(file: string): Uint8Array | undefined {
  const bytes = bytesOf(file)
  const end = Math.max(0, bytes.length - DIGEST)
  const whole = bytes.subarray(0, end)
  return sha256(whole) === new TextDecoder().decode(bytes.subarray(end)) ? whole : undefined
}

/** What `use` makes of the bytes of `file`; undefined where they cannot be read. */
function reading<Made>(file: string, use: (kept: KeptBytes) => Made): Made | undefined {
  let opened: number | undefined
  try {
    const handle = fs.openSync(file, 'r')
    opened = handle
    const { size } = fs.fstatSync(handle)
    return use({
      length: size,
      read(into, at) {
        for (let done = 0; done < into.length; ) {
          const count = fs.readSync(handle, into, done, into.length - done, at + done)
          if (count === 0) throw Object.assign(new Error(`${file} ends too early`), { syscall: 'read' })
          done += count
        }
      },
    })
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return undefined
    throw error
  } finally {
    if (opened !== undefined) fs.closeSync(opened)
  }
}

function put(folder: string, file: string, pieces: readonly Uint8Array[]): void {
  try {
    fs.mkdirSync(folder, { recursive: true })
    const next = `${file}.${randomUUID().slice(0, 8)}.tmp`
    const handle = fs.openSync(next, 'wx')
    for (const piece of pieces) fs.writeSync(handle, piece)
    fs.closeSync(handle)
    fs.renameSync(next, file)
  } catch {
    // The next build starts Ruby anew.
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return fs.readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}
