/**
 * Archives, taken apart in memory and believed in nothing: names stay below the theme, links do not lead out, and what
 * grows beyond the limits is refused before it is read. The tar format itself is a library's work.
 */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import type { TarHeader } from 'modern-tar'
import { ThemeFault } from './theme-faults.ts'

/** One file of a theme; a link has its target in place of bytes. */
export interface UnpackedFile {
  /** relative, posix */
  readonly path: string
  readonly content: Uint8Array | string
}

export interface Limits {
  /** bytes of the archive as it is downloaded */
  readonly archive: number
  /** bytes of all files together, unpacked */
  readonly unpacked: number
  readonly files: number
}

export const LIMITS: Limits = { archive: 128 * 2 ** 20, unpacked: 512 * 2 ** 20, files: 50_000 }

interface Unpacked {
  readonly files: readonly UnpackedFile[]
  /** the commit that an archive made by git names */
  readonly commit: string | undefined
}

interface UnpackOptions {
  readonly limits: Limits
  /** whether the archive is gzipped */
  readonly zipped: boolean
  /** folders around everything that are taken off: GitHub's archives have one */
  readonly strip: number
  /** which files are wanted, by path; all when absent */
  readonly wants?: (path: string) => boolean
}

/** The files of a tar archive, sorted by path. Throws a ThemeFault for an archive that is broken, too large or evil. */
export async function unpack(archive: Uint8Array, options: UnpackOptions): Promise<Unpacked> {
  const { unpackTar } = await import('modern-tar')
  const { limits, strip, wants } = options
  let count = 0
  let commit: string | undefined
  const filter = (header: TarHeader): boolean => {
    if (++count > limits.files) throw tooLarge(`more than ${limits.files} files`)
    commit ??= commitOf(header)
    const name = nameOf(header, strip)
    return name !== '' && header.type !== 'directory' && (wants === undefined || wants(name))
  }
  try {
    const bytes = ReadableStream.from(options.zipped ? unzipped(archive, limits.unpacked) : [archive])
    const entries = await unpackTar(bytes as ReadableStream<Uint8Array>, { strict: true, filter })
    const files = new Map<string, UnpackedFile>()
    for (const { header, data } of entries) {
      const name = nameOf(header, strip)
      files.set(name, { path: name, content: contentOf(header, data, name) })
    }
    refuseBelowLinks(files)
    return { files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)), commit }
  } catch (error) {
    throw error instanceof ThemeFault ? error : broken(error)
  }
}

/** A gzipped file of an archive, no longer than `limit`. Throws a ThemeFault. */
export function unzip(bytes: Uint8Array, limit: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: limit })
  } catch (error) {
    const isLong = error instanceof RangeError
    throw isLong ? tooLarge(`more than ${limit} bytes in one file`) : broken(error)
  }
}

/** SHA-256 over names and bytes of all files: equal for equal themes, however they were packed. */
export function contentHash(files: readonly UnpackedFile[]): string {
  const hash = createHash('sha256')
  for (const { path: name, content } of files) {
    const kind = typeof content === 'string' ? 'link' : 'file'
    hash.update(`${kind} ${Buffer.byteLength(name)} ${name} ${Buffer.byteLength(content)}\n`)
    hash.update(content)
  }
  return hash.digest('hex')
}

async function* unzipped(archive: Uint8Array, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0
  const stream = Readable.from([archive]).pipe(createGunzip())
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) throw tooLarge(`more than ${Math.round(limit / 2 ** 20)} MiB when unpacked`)
    yield chunk
  }
}

/** The entry's path in the theme, '' for one outside the folders that are taken off. */
function nameOf(header: TarHeader, strip: number): string {
  const { name } = header
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (
    name.startsWith('/') ||
    parts.includes('..') ||
    name.includes('\\') ||
    name.includes('\0') ||
    name.length > 1024
  )
    throw new ThemeFault(
      'unsafe',
      `It holds ${JSON.stringify(name.slice(0, 200))}, a path that leads out of it, and nothing of it was unpacked`,
      'tell its authors; do not use this theme',
    )
  return parts.slice(strip).join('/')
}

function contentOf(header: TarHeader, data: Uint8Array | undefined, name: string): Uint8Array | string {
  if (header.type === 'file' || header.type === undefined) return data ?? new Uint8Array()
  const target = header.linkname ?? ''
  if (header.type !== 'symlink')
    throw new ThemeFault(
      'unsafe',
      `It holds ${JSON.stringify(name)}, a ${header.type}, and nothing of it was unpacked`,
      'a theme is made of files, directories and symbolic links: tell its authors',
    )
  const lands = path.posix.normalize(path.posix.join(path.posix.dirname(name), target))
  if (target === '' || path.posix.isAbsolute(target) || lands === '..' || lands.startsWith('../'))
    throw new ThemeFault(
      'unsafe',
      `It holds ${JSON.stringify(name)}, a link that leads out of it, and nothing of it was unpacked`,
      'tell its authors; do not use this theme',
    )
  return target
}

/** A file below a link would be written wherever the link leads. */
function refuseBelowLinks(files: ReadonlyMap<string, UnpackedFile>): void {
  for (const name of files.keys())
    for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
      const above = files.get(name.slice(0, at))
      if (above !== undefined)
        throw new ThemeFault(
          'unsafe',
          `It holds ${JSON.stringify(name)} below ${JSON.stringify(above.path)}, which is not a directory`,
          'tell its authors; do not use this theme',
        )
    }
}

function commitOf({ pax }: TarHeader): string | undefined {
  const comment = pax?.comment
  return comment !== undefined && /^[0-9a-f]{40,64}$/.test(comment) ? comment : undefined
}

function tooLarge(what: string): ThemeFault {
  return new ThemeFault(
    'too-large',
    `It holds ${what}, more than any theme needs`,
    'tell its authors; if it is right, unpack it yourself into vendor/',
  )
}

function broken(error: unknown): ThemeFault {
  const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
  return new ThemeFault(
    'broken-archive',
    `What came is not a whole archive (${reason})`,
    'try again; if it stays so, the server gives something else than the theme',
  )
}
