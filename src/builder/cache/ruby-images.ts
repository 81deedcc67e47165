/** A started Ruby in the cache directory, with a digest behind it: what is not whole is none. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { sha256 } from '../../base/index.ts'
import { type MachineImages, rubyVersion } from '../../ruby/index.ts'
import type { Config } from '../../site/index.ts'
import { cacheDirectory } from './cache-directory.ts'

/** letters of a digest */
const DIGEST = 64

/** Where Ruby with `layer` is kept; undefined when the configuration wants nothing on disk. */
export function rubyImages(config: Config, layer: readonly string[]): MachineImages | undefined {
  const directory = cacheDirectory(config)
  if (directory === undefined) return undefined
  const folder = `${directory}/ruby`
  const file = `${folder}/${sha256([rubyVersion(), ...layer].join('\0'))}`
  return {
    read() {
      const bytes = bytesOf(file)
      const end = Math.max(0, bytes.length - DIGEST)
      const image = bytes.subarray(0, end)
      return sha256(image) === new TextDecoder().decode(bytes.subarray(end)) ? image : undefined
    },
    write(image) {
      try {
        fs.mkdirSync(folder, { recursive: true })
        const next = `${file}.${randomUUID().slice(0, 8)}.tmp`
        fs.writeFileSync(next, Buffer.concat([image, Buffer.from(sha256(image))]), { flag: 'wx' })
        fs.renameSync(next, file)
      } catch {
        // The next build starts Ruby anew.
      }
    },
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return fs.readFileSync(file)
  } catch {
    return new Uint8Array()
  }
}
