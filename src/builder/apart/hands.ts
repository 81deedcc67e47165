/** Those who render beside the thread that builds, and what goes to and fro between them. */
import type { DocId } from '../../site/index.ts'
import type { KeptPlace } from '../kept/keeping.ts'

/** Whoever can start them: the command line has threads. */
export interface Hands {
  /** how many are wanted; undefined where the cores and the work decide */
  readonly wanted: number | undefined
  /** how many threads of this machine can work at once */
  readonly cores: number
  /** Starts `count` of them, who wait for their job. */
  start(count: number): Crew
}

/** Some who render the pieces of one job, from the last to the first, while the one who builds begins with the first. */
export interface Crew {
  give(job: Job): void
  /** What came of a piece that one of them took: waits for it. Undefined where it does not come. */
  results(piece: number): PieceResults | undefined
  end(): void
}

/** What is to be rendered. All of it can be sent. */
export interface Job {
  /** a site as `encodeSite` makes it, serialised */
  readonly site: SharedArrayBuffer
  /** the plugins of the site by name, all of which come with the program */
  readonly plugins: readonly string[]
  readonly pieces: readonly (readonly DocId[])[]
  /** what earlier builds converted, and of which documents that is only placed in layouts; undefined where they are none */
  readonly converted: ConvertedBefore | undefined
  /** a number for each piece: who turns it from 0 to 1 renders it */
  readonly claims: SharedArrayBuffer
}

/** Conversions that earlier builds kept. */
export interface ConvertedBefore {
  readonly kept: KeptPlace
  readonly ids: ReadonlySet<DocId>
}

/** What came of the documents of a piece, as far as anything did. */
export interface PieceResults {
  /** as `tracesText` writes them */
  readonly traces: string
  /** the documents' texts, one after the other, and how long each is */
  readonly texts: Uint8Array
  readonly lengths: readonly number[]
  /** those of them that were only placed in their layouts */
  readonly placed: ReadonlySet<DocId>
  /** digests of the documents' fields */
  readonly fields: readonly (string | undefined)[]
}

/** Takes a piece; false where another one has. */
export function claim(claims: SharedArrayBuffer, piece: number): boolean {
  return Atomics.compareExchange(new Int32Array(claims), piece, 0, 1) === 0
}

/** Threads beyond this gain nothing: reading, writing and putting together are done by one. */
const MOST = 7

/** Work that is worth a thread, in characters to be rendered: that of two thousand posts. */
const WORTH = 12_000_000

/** What a document costs besides its text, in characters of text: its layouts. */
const EACH = 2000

/** What a document takes in memory besides its text, in characters. */
const FIELDS = 4000

/** Room for the copies of a site that hands have, in characters. */
const ROOM = 512_000_000

/** How many hands render documents of these lengths beside the thread that builds. */
export function handsFor(
  lengths: readonly number[],
  { wanted, cores }: Pick<Hands, 'wanted' | 'cores'>,
): number {
  if (wanted !== undefined) return wanted
  const text = lengths.reduce((sum, length) => sum + length, 0)
  const work = text + lengths.length * EACH
  const copies = Math.floor(ROOM / (text + lengths.length * FIELDS))
  return Math.max(0, Math.min(MOST, cores - 1, Math.floor(work / WORTH), copies))
}

/** Documents in a piece: enough that nobody waits long for the last one, and few enough that messages cost little. */
const PIECE = 32

/** `documents` in pieces for `count` hands. */
export function inPieces<T>(documents: readonly T[], count: number): readonly (readonly T[])[] {
  const size = Math.max(1, Math.min(PIECE, Math.ceil(documents.length / (count + 1) / 4)))
  const pieces: T[][] = []
  for (let at = 0; at < documents.length; at += size) pieces.push(documents.slice(at, at + size))
  return pieces
}
