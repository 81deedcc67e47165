/** A started Ruby in the cache directory, and what builds remember of it, each with a digest behind it: what is not whole is none. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { sha256 } from '../../base/index.ts'
import { type MachineImages, type RubyEngine, rubyVersion } from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { cacheDirectory } from './cache-directory.ts'

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
  const folder = `${directory}/ruby`
  const file = `${folder}/${sha256([rubyVersion(engine), ...layer].join('\0'))}`
  const memory = `${file}-happened`
  return {
    read: () => wholeOf(file),
    write: (image) => put(folder, file, image),
    remembered() {
      const text = new TextDecoder().decode(wholeOf(memory) ?? new Uint8Array())
      const end = text.indexOf('\n')
      return end >= 0 && text.slice(0, end) === stateOf(file) ? text.slice(end + 1) : undefined
    },
    remember(happened) {
      const state = stateOf(file)
      if (state !== undefined) put(folder, memory, Buffer.from(`${state}\n${happened}`))
    },
  }
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

function put(folder: string, file: string, bytes: Uint8Array): void {
  try {
    fs.mkdirSync(folder, { recursive: true })
    const next = `${file}.${randomUUID().slice(0, 8)}.tmp`
    fs.writeFileSync(next, Buffer.concat([bytes, Buffer.from(sha256(bytes))]), { flag: 'wx' })
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
