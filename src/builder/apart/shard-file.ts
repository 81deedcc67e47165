/**
 * The file of a shard: what it is a part of, and what its documents became. Three lines (a name, two of JSON), the texts one
 * after the other, and a digest of all that.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { BuildError } from '../../base/index.ts'
import { makeDirectory } from '../../files/index.ts'
import type { DocId } from '../../site/index.ts'
import { parseTraces, type Trace, tracesText } from '../kept/trace.ts'
import type { Apart } from './apart.ts'
import type { Shard } from './shard.ts'
import type { Parts } from './site-name.ts'

/** What all shards that belong together say alike. */
export interface Whole {
  /** the version of the program, and of Node */
  readonly program: string
  /** name of the settings, plugins and theme */
  readonly settings: string
  /** name of the site's state */
  readonly site: string
  /** what differs where they are not alike */
  readonly parts: Readonly<Record<'settings' | 'site', Parts>>
}

/** What a shard's file holds. */
export interface ShardContents extends Shard, Whole {
  readonly results: ReadonlyMap<DocId, Apart>
  /** documents of the shard that can only be rendered with all others */
  readonly left: readonly DocId[]
}

interface Head extends Shard, Whole {
  readonly left: readonly DocId[]
  readonly lengths: readonly number[]
}

/** Changes with the form of the file. */
const FIRST_LINE = 'whirl shard 3'

const DIGEST_LENGTH = 64

/** `shard-2-of-8.whirl` */
function shardFileName({ shard, of }: Shard): string {
  return `shard-${shard}-of-${of}.whirl`
}

export function isShardFile(name: string): boolean {
  return /^shard-\d+-of-\d+\.whirl$/.test(name)
}

/** Writes `contents` into `directory`, which is made; answers the file. Nothing is there under its name until it is whole. */
export function writeShard(directory: string, { results, ...about }: ShardContents): string {
  makeDirectory(directory)
  const file = `${directory}/${shardFileName(about)}`
  const traces = new Map<DocId, Trace>()
  for (const [id, { trace }] of results) traces.set(id, trace)
  const head: Head = { ...about, lengths: Array.from(results.values(), ({ texts }) => texts.length) }
  const hash = createHash('sha256')
  const scratch = `${file}.new`
  const descriptor = fs.openSync(scratch, 'w')
  try {
    const write = (bytes: Uint8Array): void => {
      hash.update(bytes)
      fs.writeFileSync(descriptor, bytes)
    }
    write(Buffer.from(`${FIRST_LINE}\n${JSON.stringify(head)}\n${tracesText(traces)}\n`))
    for (const { texts } of results.values()) write(texts)
    fs.writeFileSync(descriptor, hash.digest('hex'))
  } catch (error) {
    fs.rmSync(scratch, { force: true })
    throw error
  } finally {
    fs.closeSync(descriptor)
  }
  fs.renameSync(scratch, file)
  return file
}

/** What the file holds. Throws a BuildError for one that is damaged, or of another version. */
export function readShard(file: string): ShardContents {
  const bytes = fs.readFileSync(file)
  const end = bytes.length - DIGEST_LENGTH
  const firstLine = bytes.subarray(0, FIRST_LINE.length + 1).toString('latin1')
  if (firstLine !== `${FIRST_LINE}\n`) throw broken(file, 'is not the file of a shard that this Whirl reads')
  const sum = createHash('sha256').update(bytes.subarray(0, end)).digest('hex')
  if (end < 0 || bytes.subarray(end).toString('latin1') !== sum)
    throw broken(file, 'is damaged or not complete')
  const headEnd = bytes.indexOf('\n', firstLine.length)
  const tracesEnd = bytes.indexOf('\n', headEnd + 1)
  const head = JSON.parse(bytes.toString('utf8', firstLine.length, headEnd)) as Head
  const traces = parseTraces(bytes.toString('utf8', headEnd + 1, tracesEnd))
  const { lengths, ...about } = head
  const results = new Map<DocId, Apart>()
  let at = tracesEnd + 1
  let index = 0
  for (const [id, trace] of traces) {
    const length = lengths[index++] ?? 0
    results.set(id, { trace, texts: bytes.subarray(at, at + length) })
    at += length
  }
  return { ...about, results }
}

function broken(file: string, what: string): BuildError {
  return new BuildError([
    {
      code: 'build/bad-shard',
      severity: 'error',
      topic: 'Shards:',
      message: `${file} ${what}.`,
      help: 'render the shard again with this version of Whirl, and hand its file on as it is',
      trail: [],
    },
  ])
}
